"""A visitor who cannot see: headphones, six keys, and nothing to go by but what the voice has said."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.catalogues import words_of
from kiosk.domain.panel import PANELS
from kiosk.glossary_file import load_glossary
from kiosk.ui.window import KioskWindow
from kiosk.visit.reception import Reception
from kiosk.voice.player import Narrator
from kiosk.voice.private import PrivateSpeaker
from kiosk.voice.teller import Teller
from kiosk.window import told_to
from tests.desks import Desk, a_desk
from tests.fake_operators import FakeOperators
from tests.ui.fake_desk import NOON
from tests.voice.fakes import FakeSpeaker

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ROUND, BACK = Qt.Key.Key_Return, Qt.Key.Key_Escape
FAR = 60
"""So many presses of an arrow, and she gives up."""


class Blind:
    """Presses keys, hears, and remembers."""

    def __init__(self, reception: Reception, panel: str) -> None:
        self.speaker, self.transcript = FakeSpeaker(), list[str]()
        self._reception, ticks = reception, itertools.count()
        self.private = PrivateSpeaker(self.speaker)
        narrator = Narrator(self.private, lambda deed: deed(), lambda caption: None)
        teller = Teller(reception, narrator, words_of)
        self.window = KioskWindow(
            reception,
            PANELS[panel],
            words_of,
            clock=lambda: float(next(ticks)),  # no press is a tremor
            now_local=lambda: NOON,
            listeners=told_to(teller, teller.acted, self.plug),
            glossary=load_glossary(),
        )
        self.window.open(full_screen=False)

    def plug(self, plugged: bool) -> None:
        """Put the headphones in, or pull them out."""
        self.private.hear(plugged)
        self._reception.headphones(plugged)

    def plug_in(self) -> list[str]:
        """Put the headphones in, and hear what comes."""
        self.plug(True)
        return self.hears()

    def press(self, *keys: Qt.Key) -> list[str]:
        """Press keys one after the other, and return what is heard after the last."""
        heard: list[str] = []
        for key in keys:
            QTest.keyClick(self.window, key)
            heard = self.hears()
        return heard

    def hears(self) -> list[str]:
        """Listen until everything has been said."""
        heard: list[str] = []
        while self.speaker.said:
            said = self.speaker.said.pop(0)
            heard += [phrase.speech for phrase in said.phrases]
            if not self.speaker.said:
                self.speaker.said.append(said)
                self.speaker.reach(None)
                self.speaker.said.remove(said)
        self.transcript += heard
        return heard

    def go_to(self, words: str) -> list[str]:
        """Press the arrow down until these words are heard first."""
        for _ in range(FAR):
            heard = self.press(DOWN)
            if heard and heard[0].startswith(words):
                return heard
        raise AssertionError(f"{words!r} was never heard; the last was {self.transcript[-12:]}")

    def take(self, *names: str) -> list[str]:
        """Go to what has a name and take it, one after the other; returns what is heard then."""
        heard: list[str] = []
        for name in names:
            self.go_to(name)
            heard = self.press(ROUND)
        return heard

    def type(self, digits: str) -> None:
        """Type on the pad of the screen."""
        for digit in digits:
            self.take(f"{digit}, button")


@contextmanager
def a_blind_visitor(
    fakes: FakeOperators | None = None, *, panel: str = "compact", **hall: Any
) -> Iterator[tuple[Blind, Desk]]:
    with a_desk(fakes, **hall) as desk:
        blind = Blind(desk.reception, panel)
        try:
            yield blind, desk
        finally:
            blind.window.finish()
            blind.window.deleteLater()
