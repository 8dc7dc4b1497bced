"""Drawing the storyboard: the real window and sandbox, a scripted visitor, a picture of every screen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from kiosk.assembly import Kiosk, Surroundings, assemble, china_time
from kiosk.catalogues import words_of
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.domain.comfort import Comfort, Theme
from kiosk.domain.events import no_log
from kiosk.domain.panel import Panel
from kiosk.practice import practising, today
from kiosk.sandbox.cards import LaidCards
from kiosk.sandbox.options import Pace, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from kiosk.settings import PanelSettings, Settings
from kiosk.storyboard.page import Control, Shot, page_of
from kiosk.storyboard.script import Story
from kiosk.storyboard.walker import Walker
from kiosk.text import Hearing, Language
from kiosk.ui.application import application
from kiosk.ui.pool import QtRunner
from kiosk.ui.window import KioskWindow
from kiosk.voice.script import script

BRISK = Pace(
    counts={"mobile": 0.1, "unicom": 0.2, "telecom": 0.3}, national_sms=1, order_step=0, sign_in_interval=1
)


@dataclass(frozen=True)
class Wanted:
    """What to draw: which stories, in which comfort, on which panel, into which folder."""

    out: Path
    stories: tuple[Story, ...]
    language: Language = Language.ZH_CN
    size: int | None = None
    """From 1 to 5; None: the panel's own default."""
    theme: Theme = Theme.PAPER
    profile: str = "portrait"


class Board:
    """A kiosk whose every screen is photographed."""

    def __init__(self, wanted: Wanted, stack: ExitStack) -> None:
        self._wanted = wanted
        self._app = application(["storyboard"])
        self._runner = QtRunner()
        stack.callback(self._runner.close)
        self._sandbox = stack.enter_context(RunningSandbox(SandboxOptions(pace=BRISK)))
        self._reader = stack.enter_context(SimulatedReader())
        settings = self._settings()
        self._panel = settings.panel.panel()
        state = Path(stack.enter_context(TemporaryDirectory()))
        self._kiosk = self._assemble(settings, state)
        stack.callback(self._kiosk.outbox.close)
        self._window = KioskWindow(
            self._kiosk.reception,
            self._panel,
            words_of,
            clock=time.monotonic,
            now_local=china_time,
            glossary=self._kiosk.glossary,
        )
        stack.callback(self._window.finish)
        self._window.open(full_screen=False)

    def _settings(self) -> Settings:
        panel = msgspec.convert({"profile": self._wanted.profile}, PanelSettings)
        settings = Settings(language=self._wanted.language, panel=panel)
        return practising(settings, (self._sandbox.url, self._sandbox.phone_url), self._reader.path)

    def _assemble(self, settings: Settings, state: Path) -> Kiosk:
        around = Surroundings(self._runner, no_log, time.monotonic, china_time, state)

        def look(comfort: Comfort) -> Comfort:
            size = comfort.size if self._wanted.size is None else self._wanted.size - 1
            return replace(comfort, size=size, theme=self._wanted.theme, motion=False)

        return assemble(settings, around, practice=True, look=look)

    def draw(self, story: Story) -> list[Shot]:
        """Walk a story and photograph every part of every screen."""
        shots: list[Shot] = []
        walker = Walker(
            self._kiosk.reception,
            self._sandbox.phone,
            LaidCards(self._reader, today),
            self._pump,
            lambda: self._shoot(story.name, shots),
        )
        walker.walk(story)
        return shots

    def _pump(self) -> None:
        self._app.processEvents()
        time.sleep(0.005)

    def _shoot(self, name: str, shots: list[Shot]) -> None:
        for _ in range(5):
            self._pump()
        stage = self._kiosk.reception.stage
        words = words_of(stage.comfort.language)
        spoken = tuple(phrase.caption for phrase in script(stage, words, Hearing.SPEAKER))
        for part in range(self._window.parts):
            file = f"{name}-{len(shots) + 1:02}.png"
            self._window.grab().save(str(self._wanted.out / file))
            title = stage.screen.title.shown(words)
            shots.append(Shot(file, title, spoken if part == 0 else (), self._controls()))
            if self._window.parts > 1:
                self._window.next_part()
                self._pump()

    def _controls(self) -> tuple[Control, ...]:
        return tuple(
            Control(name, role, usable, _place(rect, self._panel))
            for name, role, usable, rect in self._window.controls()
        )


def _place(rect: Any, panel: Panel) -> str:
    """Write a rectangle's size in millimetres."""
    return f"{rect.width() / panel.pixels_per_mm:.0f} × {rect.height() / panel.pixels_per_mm:.0f} mm"


def draw_storyboard(wanted: Wanted, say: Callable[[str], None]) -> None:
    """Draw all that is wanted, and write the page; raises LostVisitor where a story does not fit."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    wanted.out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        board = Board(wanted, stack)
        drawn = [(story.name, board.draw(story)) for story in wanted.stories]
    (wanted.out / "index.html").write_text(
        page_of("The service hall kiosk", _about(wanted), drawn), encoding="utf-8"
    )
    say(f"{sum(len(shots) for _, shots in drawn)} pictures: {wanted.out / 'index.html'}")


def _about(wanted: Wanted) -> str:
    size = "default" if wanted.size is None else str(wanted.size)
    parts: Iterable[str] = (
        f"language {wanted.language.value}",
        f"text size {size}",
        f"theme {wanted.theme.value}",
        f"panel {wanted.profile}",
    )
    return f"Made by the program itself, walked by a scripted visitor: {', '.join(parts)}."
