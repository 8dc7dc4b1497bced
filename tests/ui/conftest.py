from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import Comfort
from kiosk.domain.panel import PANELS
from kiosk.text import Language, Words
from kiosk.ui.application import prepare
from kiosk.ui.listeners import Listeners
from kiosk.ui.metrics import Metrics
from kiosk.ui.window import KioskWindow
from kiosk.visit.stage import Stage
from kiosk.voice.ports import SignClips
from tests.ui.fake_desk import NOON, FakeDesk, FewWords, stages


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The kiosk's own fonts and names, once."""
    prepare(qapp)


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


class Kiosk:
    """A window before a fake desk, with a clock that stands still."""

    def __init__(
        self,
        stage: Stage,
        panel: str,
        signs: SignClips | None = None,
        words_of: Callable[[Language], Words] = FewWords,
    ) -> None:
        self.desk = FakeDesk(stage)
        self.panel = PANELS[panel]
        self.clock = Clock()
        self.pages: list[int] = []
        self.events: list[str] = []
        self.heard: list[str] = []
        self.window = KioskWindow(
            self.desk,
            self.panel,
            words_of,
            clock=self.clock,
            now_local=lambda: NOON,
            listeners=Listeners(
                new_page=lambda stage: self.pages.append(stage.page),
                repeat=lambda: self.events.append("repeat"),
                interrupt=lambda: self.events.append("interrupt"),
                focus=lambda name, place, of: self.heard.append(f"{name} {place}/{of}"),
                typed=lambda key: self.heard.append(f"typed {key}"),
                counted=lambda what, number: self.heard.append(f"{what.message} {number}"),
            ),
            signs=signs,
        )
        self.window.open(full_screen=False)

    @property
    def metrics(self) -> Metrics:
        """The sizes of the panel at this text size."""
        return Metrics(self.panel, self.desk.stage.comfort.size)

    def close(self) -> None:
        self.window.finish()
        self.window.deleteLater()


class Opener:
    """Opens kiosks for a test and closes them after it."""

    def __init__(self) -> None:
        self.opened: list[Kiosk] = []

    def __call__(
        self, name: str = "choose-4", panel: str = "portrait", size: int = 3, language: Language = Language.EN
    ) -> Kiosk:
        comfort = Comfort(language=language, size=size)
        kiosk = Kiosk(stages(comfort)[name], panel)
        self.opened.append(kiosk)
        return kiosk


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opener]:
    opener = Opener()
    yield opener
    for kiosk in opener.opened:
        kiosk.close()
