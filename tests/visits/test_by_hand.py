"""Whole visits in the real window over real HTTP: by touch, by keyboard, by ear, and by switches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.catalogues import words_of
from kiosk.domain.consent import Signature
from kiosk.journeys.agreeing import Instead
from kiosk.screens import Enter, Option, Tally, choices_of
from kiosk.storyboard.scenes import ARRIVING
from kiosk.storyboard.script import Adjust, Scene, Story
from kiosk.storyboard.stories import STORIES, story_named
from kiosk.storyboard.walker import Walker
from kiosk.text import Hearing, Language, PhoneNumber
from kiosk.ui.application import prepare
from kiosk.ui.signing import SigningBox
from kiosk.ui.window import KioskWindow
from kiosk.voice.telling import what_is_drawn
from tests.ui.walkers import by_one_switch, by_two_switches
from tests.visits.windows import an_open_window

ENGLISH = words_of(Language.EN)
TURN = ("More", "First part")
LONGEST_PAGE = 80  # things to hear or press


def by_touch(window: KioskWindow, name: str) -> None:
    """Press what has this name with a finger."""
    place = next(rect for known, _, usable, rect in window.controls() if known == name and usable)
    target = window.childAt(place.center())
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, place.center()))


def by_keyboard(window: KioskWindow, name: str) -> None:
    """Walk to what has this name with Tab, and press it with Enter."""
    for _ in range(len(window.controls()) + 2):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == name:
            QTest.keyClick(window, Qt.Key.Key_Return)
            return
    raise AssertionError(f"Tab never came to {name!r}")


def by_ear(window: KioskWindow, *names: str) -> None:
    """Go down, one by one through all parts of the page, to what has such a name, and press it with Enter."""
    for _ in range(LONGEST_PAGE):
        QTest.keyClick(window, Qt.Key.Key_Down)
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() in names:
            QTest.keyClick(window, Qt.Key.Key_Return)
            return
    raise AssertionError(f"the arrow never came to {names}")


Press = Callable[[KioskWindow, str], None]


class Hands(Walker):
    """A visitor with hands: every answer goes through the window's own controls."""

    def __init__(self, window: KioskWindow, press: Press, *others: Any) -> None:
        super().__init__(*others)
        self._window = window
        self._hand = press

    def play(self, scene: Scene) -> None:
        if self._hand is not by_ear or scene not in ARRIVING:
            super().play(scene)
            if self._hand is by_ear and isinstance(scene.act, Adjust):
                by_ear(self._window, "Change the voice and the screen")
        elif scene == ARRIVING[1]:
            by_ear(self._window, "Begin")
        elif self._desk.stage.hearing is Hearing.SPEAKER:
            self._desk.headphones(True)
        else:  # they are in since the visit before
            QTest.keyClick(self._window, Qt.Key.Key_Return)

    def give(self, answer: object) -> None:
        if isinstance(answer, Signature):
            if self._hand is not by_touch and self._offers(Instead.CODE):
                self._agree_by_code()
                return
            self._sign()
        for names in self._names_for(answer):
            if self._hand is by_ear:
                by_ear(self._window, *names)
            else:
                self._hand(self._window, self._find(names))

    def _offers(self, way: Instead) -> bool:
        return any(option.answer is way for option in choices_of(self.screen))

    def _sign(self) -> None:
        """Draw a line in the box with a finger."""
        box = self._window.findChild(SigningBox)
        assert box is not None
        QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 2)
        QTest.mouseMove(box, box.rect().center())
        QTest.mouseRelease(box, Qt.MouseButton.LeftButton, pos=box.rect().center())

    def _agree_by_code(self) -> None:
        """Without a finger, agree by a code that comes to the phone."""
        self.give(Instead.CODE)
        self.wait_until(lambda: isinstance(self.screen, Enter), "the code's screen")
        (_, phone) = self.screen.body[0].values[0]
        assert isinstance(phone, PhoneNumber)
        self.give(self._phone.last_code(f"+86{phone.digits}"))

    def _names_for(self, answer: object) -> Iterator[tuple[str, ...]]:
        """Yield what each control to press may be called."""
        screen = self.screen
        for option in choices_of(screen):
            if option.answer == answer:
                yield names_of(option)
                return
        if isinstance(screen, Enter):
            yield from ((digit,) for digit in str(answer))
        elif isinstance(screen, Tally) and isinstance(answer, dict):
            for row in screen.rows:
                yield from [(f"One more: {row.label.shown(ENGLISH)}",)] * answer[row.key]
        yield (screen.proceed.shown(ENGLISH),)  # type: ignore[attr-defined]

    def _find(self, names: tuple[str, ...]) -> str:
        """Turn the page's parts until a control of one of the names is there."""
        for _ in range(self._window.parts):
            there = {known for known, *_ in self._window.controls()}.intersection(names)
            if there:
                return there.pop()
            turn = next(known for known, *_ in self._window.controls() if known.startswith(TURN))
            self._hand(self._window, turn)
        raise AssertionError(f"{names} is on no part of the page")


def names_of(option: Option[Any]) -> tuple[str, ...]:
    """Return what a choice is called: as a card, as a day of a calendar, and as a drawing."""
    words = [text.shown(ENGLISH) for text in (option.label, option.figure) if text is not None]
    name, detail = ": ".join(words), option.detail.shown(ENGLISH) if option.detail else ""
    drawn = what_is_drawn(option.picture).shown(ENGLISH) if option.picture else ""
    return (name, f"{name}: {detail}", f"{name}. {drawn}")


@contextmanager
def a_window(state: Path, press: Press, panel: str) -> Iterator[Hands]:
    with an_open_window(state, panel) as here:
        desk, phone = here.kiosk.reception, here.sandbox.phone
        yield Hands(here.window, press, desk, phone, here.cards, here.pause)


HANDS = ((by_touch, "portrait"), (by_keyboard, "compact"), (by_ear, "landscape"))
FIRST = 4
WALKS = [
    (replace(story, visits=story.visits[:FIRST]), *HANDS[number % 3]) for number, story in enumerate(STORIES)
]
"""The first visits of every story in one way; `scripts/matrix` walks each whole in six."""


@pytest.mark.parametrize(
    ("story", "press", "panel"), WALKS, ids=[f"{story.name}-{press.__name__}" for story, press, _ in WALKS]
)
def test_every_story_can_be_walked_by_hand(
    qapp: QApplication, tmp_path: Path, story: Story, press: Press, panel: str
) -> None:
    prepare(qapp)
    with a_window(tmp_path, press, panel) as hands:
        hands.walk(story)
        assert hands.screen.title.message == "Hello. Touch the screen to begin."


@pytest.mark.parametrize(("press", "panel"), [(by_one_switch, "portrait"), (by_two_switches, "compact")])
@pytest.mark.parametrize("name", ["internet-accounts", "service-password"])
def test_stories_can_be_walked_by_switches(
    qapp: QApplication, tmp_path: Path, name: str, press: Press, panel: str
) -> None:
    prepare(qapp)
    with a_window(tmp_path, press, panel) as hands:
        hands.walk(story_named(name))
        assert hands.screen.title.message == "Hello. Touch the screen to begin."
