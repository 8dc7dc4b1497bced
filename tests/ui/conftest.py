from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import Comfort
from kiosk.domain.comfort import Hand as Side
from kiosk.domain.glossary import Glossary
from kiosk.domain.keys import USUAL_KEYS, Keys
from kiosk.domain.panel import PANELS, Panel
from kiosk.text import Language, Words
from kiosk.ui.application import prepare
from kiosk.ui.listeners import Listeners
from kiosk.ui.metrics import Metrics
from kiosk.ui.trade import NO_TERMS
from kiosk.ui.window import KioskWindow
from kiosk.visit.stage import Stage
from kiosk.voice.ports import SignClips
from tests.ui.fake_desk import NOON, FakeDesk, FewWords, stages


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The kiosk's own fonts and names, once."""
    prepare(qapp)


@pytest.fixture(autouse=True)
def swept(fonts: None) -> Iterator[None]:
    """Let closed windows go after each test; no event loop runs between tests that would do it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
        panel: Panel,
        signs: SignClips | None = None,
        keys: Keys = USUAL_KEYS,
        words_of: Callable[[Language], Words] = FewWords,
        glossary: Glossary = NO_TERMS,
    ) -> None:
        self.desk = FakeDesk(stage)
        self.panel = panel
        self.clock = Clock()
        self.pages: list[int] = []
        self.events: list[str] = []
        self.heard: list[str] = []
        self.remarks: list[str] = []
        self.speaking = False
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
                read=lambda name: self.heard.append(f"read {name}"),
                turned=lambda part, parts, names: self.heard.append(f"part {part}/{parts} {len(names)}"),
                read_of_trade=lambda name: self.heard.append(f"read of trade {name}"),
                typed_so_far=lambda typed: self.heard.append(f"so far {typed}"),
                spell=lambda name: self.heard.append(f"spell {name}"),
                pause=lambda: self.events.append("pause"),
                sentence=lambda: self.events.append("sentence"),
                remark=lambda text: self.remarks.append(text.message),
                explain=lambda text: self.remarks.append(text.message),
                plugged=lambda plugged: self.events.append(f"plugged {plugged}"),
                speaking=lambda: self.speaking,
            ),
            signs=signs,
            keys=keys,
            glossary=glossary,
        )
        self.window.open(full_screen=False)

    @property
    def metrics(self) -> Metrics:
        """The sizes of the panel at this text size."""
        comfort = self.desk.stage.comfort
        return Metrics(self.panel, comfort.size, comfort.low, comfort.hand is Side.LEFT)

    def close(self) -> None:
        self.window.finish()
        self.window.deleteLater()


class Opener:
    """Opens kiosks for a test and closes them after it."""

    def __init__(self) -> None:
        self.opened: list[Kiosk] = []

    def __call__(
        self,
        name: str = "choose-4",
        panel: str | Panel = "portrait",
        size: int = 3,
        language: Language = Language.EN,
        *,
        keys: Keys = USUAL_KEYS,
        glossary: Glossary = NO_TERMS,
        **comforts: Any,
    ) -> Kiosk:
        comfort = Comfort(language=language, size=size, **comforts)
        where = PANELS[panel] if isinstance(panel, str) else panel
        kiosk = Kiosk(stages(comfort)[name], where, keys=keys, glossary=glossary)
        self.opened.append(kiosk)
        return kiosk


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opener]:
    opener = Opener()
    yield opener
    for kiosk in opener.opened:
        kiosk.close()
