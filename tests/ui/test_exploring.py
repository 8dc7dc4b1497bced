"""One finger slides and hears; lifting does nothing; two quick taps act on what was heard last."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens import Choose, Option
from kiosk.text import just, t
from kiosk.ui.exploring import CLOSED, HOW, TAP_MS, TWICE_MS
from kiosk.ui.field import Field
from tests.ui.conftest import Kiosk, Opener
from tests.ui.test_touch import FINGERS, LEFT, button

FIRST, SECOND = "Phone numbers under my name", "Internet accounts on my number"
TITLE = "Hello, what would you like to do?"


class Fingertip:
    """A finger on the glass; it knows no widget, only places."""

    def __init__(self, kiosk: Kiosk, number: int = 1) -> None:
        self.kiosk, self.number = kiosk, number

    def touch(self) -> Any:
        return QTest.touchEvent(self.kiosk.window, FINGERS, False)

    def land(self, at: QPoint) -> None:
        self.touch().press(self.number, at, self.kiosk.window).commit()

    def slide(self, *to: QPoint) -> None:
        for place in to:
            self.touch().move(self.number, place, self.kiosk.window).commit()

    def lift(self, at: QPoint) -> None:
        self.touch().release(self.number, at, self.kiosk.window).commit()

    def tap(self, at: QPoint) -> None:
        self.land(at)
        self.lift(at)

    def tap_twice(self, at: QPoint) -> None:
        self.tap(at)
        self.tap(at)
        self.kiosk.clock.now += 1


def place(kiosk: Kiosk, name: str) -> QPoint:
    return next(rect for known, *_, rect in kiosk.window.controls() if known == name).center()


def between(kiosk: Kiosk) -> QPoint:
    """Return a place where there is nothing."""
    return QPoint(3, kiosk.window._scene.bar.y() - 3)


def exploring(opened: Opener, name: str = "choose-4") -> Kiosk:
    return opened(name, exploring=True)


def test_what_a_finger_slides_over_is_heard_once_with_a_tick_at_every_border(opened: Opener) -> None:
    kiosk = exploring(opened)
    finger, here = Fingertip(kiosk), place(kiosk, FIRST)
    finger.land(between(kiosk))
    kiosk.events.clear()
    finger.slide(here, here + QPoint(9, 9), here + QPoint(0, 20), place(kiosk, SECOND), place(kiosk, TITLE))
    finger.lift(place(kiosk, TITLE))
    assert kiosk.heard == [f"{FIRST} 1/9", f"{SECOND} 2/9", f"read {TITLE}"]
    assert kiosk.events == ["interrupt"] * 3
    assert kiosk.desk.heard() == []


def test_what_was_left_is_heard_again_on_coming_back(opened: Opener) -> None:
    kiosk = exploring(opened)
    Fingertip(kiosk).land(between(kiosk))
    Fingertip(kiosk).slide(place(kiosk, FIRST), between(kiosk), place(kiosk, FIRST))
    assert kiosk.heard == [f"{FIRST} 1/9"] * 2


def test_the_ring_stands_around_what_was_heard_and_keys_go_on_from_there(opened: Opener) -> None:
    kiosk = exploring(opened)
    Fingertip(kiosk).land(between(kiosk))
    Fingertip(kiosk).slide(place(kiosk, SECOND))
    assert kiosk.window._scene.ring.geometry().contains(place(kiosk, SECOND))
    assert kiosk.window.focusWidget().accessibleName() == SECOND
    Fingertip(kiosk).slide(place(kiosk, TITLE))
    assert kiosk.window._scene.ring.geometry().contains(place(kiosk, TITLE))


def test_a_finger_that_stays_is_told_what_lies_under_it(opened: Opener, qtbot: QtBot) -> None:
    kiosk = exploring(opened)
    Fingertip(kiosk).land(place(kiosk, FIRST))
    assert kiosk.heard == []
    qtbot.wait(TAP_MS + 100)
    assert kiosk.heard == [f"{FIRST} 1/9"]
    Fingertip(kiosk).lift(place(kiosk, FIRST))
    qtbot.wait(TWICE_MS + 100)
    assert kiosk.heard == [f"{FIRST} 1/9"]
    assert kiosk.desk.heard() == []


def test_a_single_tap_only_says(opened: Opener, qtbot: QtBot) -> None:
    kiosk = exploring(opened)
    Fingertip(kiosk).tap(place(kiosk, SECOND))
    qtbot.wait(TWICE_MS + 100)
    Fingertip(kiosk).tap(between(kiosk))
    qtbot.wait(TWICE_MS + 100)
    assert kiosk.heard == [f"{SECOND} 2/9"]
    assert kiosk.desk.heard() == []


def test_two_taps_anywhere_act_on_what_was_heard_last(opened: Opener) -> None:
    kiosk = exploring(opened)
    finger = Fingertip(kiosk)
    finger.land(between(kiosk))
    finger.slide(place(kiosk, SECOND))
    finger.lift(place(kiosk, SECOND))
    finger.tap_twice(place(kiosk, "Talk to a person"))
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]


def test_taps_far_apart_or_late_are_two_questions(opened: Opener, qtbot: QtBot) -> None:
    kiosk = exploring(opened)
    finger = Fingertip(kiosk)
    finger.tap(place(kiosk, FIRST))
    finger.tap(place(kiosk, "End"))
    qtbot.wait(TWICE_MS + 100)
    finger.tap(place(kiosk, FIRST))
    qtbot.wait(TWICE_MS + 100)
    assert kiosk.desk.heard() == []
    assert kiosk.heard == ["End 9/9", f"{FIRST} 1/9"]


def test_trembling_taps_act_once(opened: Opener) -> None:
    kiosk = exploring(opened)
    finger = Fingertip(kiosk)
    finger.land(between(kiosk))
    finger.slide(place(kiosk, FIRST))
    finger.lift(place(kiosk, FIRST))
    for _ in range(6):
        finger.tap(between(kiosk))
        kiosk.clock.now += 0.05
    assert len(kiosk.desk.heard()) == 1


def test_a_second_finger_never_counts(opened: Opener, qtbot: QtBot) -> None:
    kiosk = exploring(opened)
    one, other = place(kiosk, FIRST), place(kiosk, "End")
    touch = QTest.touchEvent(kiosk.window, FINGERS, False)
    touch.press(1, between(kiosk), kiosk.window).commit()
    touch.move(1, one, kiosk.window).commit()
    for _ in range(2):
        touch.stationary(1).press(2, other, kiosk.window).commit()
        touch.stationary(1).release(2, other, kiosk.window).commit()
    touch.stationary(1).press(2, other, kiosk.window).commit()
    touch.release(1, one, kiosk.window).stationary(2).commit()
    touch.move(2, one, kiosk.window).commit()
    touch.release(2, one, kiosk.window).commit()
    qtbot.wait(TWICE_MS + 100)
    assert kiosk.heard == [f"{FIRST} 1/9"]
    assert kiosk.desk.heard() == []


def test_digits_are_found_and_typed_and_what_is_typed_is_asked_for(opened: Opener) -> None:
    kiosk = exploring(opened, "phone")
    finger = Fingertip(kiosk)
    for digit in "13":
        finger.land(between(kiosk))
        finger.slide(place(kiosk, digit))
        finger.lift(place(kiosk, digit))
        finger.tap_twice(between(kiosk))
    finger.land(between(kiosk))
    (field,) = kiosk.window.findChildren(Field)
    finger.slide(kiosk.window._scene.place_of(field).center())
    assert kiosk.heard[-1] == "so far 13"


def test_what_cannot_be_pressed_says_so(opened: Opener) -> None:
    kiosk = opened("choose-4", exploring=True)
    kiosk.desk.show(replace(kiosk.desk.stage, can_go_back=False))
    finger = Fingertip(kiosk)
    finger.tap_twice(between(kiosk))
    assert kiosk.remarks == [HOW.message]
    finger.land(between(kiosk))
    finger.slide(place(kiosk, "Back"))
    finger.lift(place(kiosk, "Back"))
    finger.tap_twice(between(kiosk))
    assert kiosk.heard == ["read Back"]
    assert kiosk.remarks[1:] == [CLOSED.message, CLOSED.message]
    assert kiosk.desk.heard() == []


def test_under_the_curtain_a_finger_that_explores_hears_and_acts(opened: Opener) -> None:
    kiosk = opened("choose-4", exploring=True, curtain=True)
    finger = Fingertip(kiosk)
    finger.land(place(kiosk, FIRST))
    finger.slide(place(kiosk, SECOND))
    finger.lift(place(kiosk, SECOND))
    finger.tap_twice(between(kiosk))
    assert kiosk.heard == [f"{SECOND} 2/9"] and kiosk.remarks == []
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]


def test_nothing_is_heard_yet_on_a_new_page(opened: Opener) -> None:
    kiosk = exploring(opened)
    finger = Fingertip(kiosk)
    finger.land(between(kiosk))
    finger.slide(place(kiosk, FIRST))
    finger.lift(place(kiosk, FIRST))
    kiosk.desk.show_screen(Choose(title=just("Next"), options=(Option(answer=1, label=just("One")),)))
    finger.tap_twice(between(kiosk))
    assert kiosk.desk.heard() == []
    assert not kiosk.window._scene.ring.isVisible()


def test_a_touch_that_says_somebody_is_there_does_nothing_else(opened: Opener) -> None:
    kiosk = exploring(opened)
    Fingertip(kiosk).land(between(kiosk))
    Fingertip(kiosk).slide(place(kiosk, FIRST))
    Fingertip(kiosk).lift(place(kiosk, FIRST))
    kiosk.desk.alert_until_touched = True
    kiosk.desk.show(replace(kiosk.desk.stage, alert=t("Are you still there?")))
    Fingertip(kiosk).tap_twice(between(kiosk))
    assert kiosk.desk.stage.alert is None
    assert kiosk.desk.heard() == []


def test_a_touch_taken_over_by_somebody_else_is_no_tap(opened: Opener) -> None:
    kiosk = exploring(opened)
    finger = Fingertip(kiosk)
    finger.land(between(kiosk))
    finger.slide(place(kiosk, FIRST))
    finger.lift(place(kiosk, FIRST))
    reaching = kiosk.window._reaching
    for _ in range(2):
        reaching.landed(between(kiosk))
        reaching.lifted(lost=True)
    assert kiosk.desk.heard() == []


def test_a_mouse_is_a_finger(opened: Opener) -> None:
    kiosk = exploring(opened)
    glass, here = kiosk.window.windowHandle(), place(kiosk, SECOND)
    QTest.mousePress(glass, LEFT, Qt.KeyboardModifier.NoModifier, between(kiosk))
    QTest.mouseMove(glass, here)
    QTest.mouseRelease(glass, LEFT, Qt.KeyboardModifier.NoModifier, here)
    assert kiosk.heard == [f"{SECOND} 2/9"]
    for _ in range(2):
        QTest.mouseClick(glass, LEFT, Qt.KeyboardModifier.NoModifier, here)
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]


def test_when_it_is_off_nothing_needs_a_hold_a_slide_or_a_second_tap(opened: Opener) -> None:
    kiosk = opened("choose-4")
    finger = Fingertip(kiosk)
    finger.land(between(kiosk))
    finger.slide(place(kiosk, FIRST))
    finger.lift(place(kiosk, FIRST))
    assert kiosk.heard == []
    card = button(kiosk, SECOND)
    touch = QTest.touchEvent(kiosk.window, FINGERS)
    touch.press(1, card.rect().center(), card).commit()
    touch.release(1, card.rect().center(), card).commit()
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]
