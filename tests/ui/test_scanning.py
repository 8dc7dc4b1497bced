"""One or two switches do everything: what the frame stands on, what a press takes, and when it waits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import PACES, Switches
from kiosk.domain.keys import keys_with
from kiosk.screens import Choose, Option, TryOut
from kiosk.text import Language, just, t
from kiosk.ui.day_field import DayField
from kiosk.ui.keyboard import DEEDS, deeds_of
from kiosk.ui.switches import Press, pressed
from tests.ui.conftest import Kiosk, Opener
from tests.ui.fake_desk import SERVICES
from tests.ui.looked_at import days
from tests.ui.test_touch import LEFT, button

K = Qt.Key
MOVE, TAKE = K.Key_F13, K.Key_F14
BAR = "Back, Again, Help, Adjust, End"


def press(kiosk: Kiosk, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(kiosk.window, key)
        kiosk.clock.now += 1


def framed(kiosk: Kiosk) -> str:
    """Name what the frame stands on, and see that the ring is there, thick enough to see from afar."""
    scene, spot = kiosk.window._scene, kiosk.window._reaching._scanner.spot
    if spot is None:
        assert not scene.ring.isVisible()
        return ""
    assert scene.ring.isVisible()
    assert scene.ring.geometry().contains(spot.place.intersected(scene.rect()))
    assert scene.ring._thick >= 2.5 * kiosk.panel.pixels_per_mm
    return spot.name


def wait(kiosk: Kiosk, paces: int = 1) -> None:
    """Let the frame move by itself."""
    for _ in range(paces):
        kiosk.window._reaching._scanner.time_to_move()


def two(opened: Opener, name: str = "choose-4") -> Kiosk:
    return opened(name, switches=Switches.TWO)


def one(opened: Opener, name: str = "choose-4", pace: int = 6) -> Kiosk:
    return opened(name, switches=Switches.ONE, pace=pace)


# -------------------------------------------------------------------------------- two switches


def test_one_switch_moves_the_frame_and_the_other_takes(opened: Opener) -> None:
    kiosk = two(opened)
    assert framed(kiosk) == "Hello, what would you like to do?"
    press(kiosk, TAKE)
    assert kiosk.desk.heard() == []
    press(kiosk, MOVE, MOVE)
    assert framed(kiosk) == "Internet accounts on my number"
    assert kiosk.heard[-1] == "Internet accounts on my number 2/5"
    press(kiosk, TAKE)
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]


def test_space_and_enter_are_switches_where_switches_are_used(opened: Opener) -> None:
    kiosk = two(opened)
    press(kiosk, K.Key_Space, K.Key_Space, K.Key_Return)
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]


def test_the_bar_is_one_thing_that_opens_and_is_left_again(opened: Opener) -> None:
    kiosk = two(opened)
    press(kiosk, *[MOVE] * 5)
    assert framed(kiosk) == BAR
    press(kiosk, TAKE)
    assert kiosk.heard[-1] == "Back 1/5"
    press(kiosk, MOVE, MOVE)
    assert framed(kiosk) == "Help"
    press(kiosk, MOVE, MOVE, MOVE)
    assert framed(kiosk) == BAR
    press(kiosk, TAKE, TAKE)
    assert kiosk.desk.heard() == [("back", None)]


def test_digits_are_typed_by_rows_and_then_by_keys(opened: Opener) -> None:
    kiosk = two(opened, "phone")
    press(kiosk, MOVE)
    assert framed(kiosk) == "1, 2, 3"
    press(kiosk, TAKE)
    assert framed(kiosk) == "1"
    press(kiosk, TAKE)
    assert framed(kiosk) == "1, 2, 3"
    rows = []
    for _ in range(4):
        press(kiosk, MOVE)
        rows.append(framed(kiosk))
    assert rows == ["4, 5, 6", "7, 8, 9", "0", "Delete, Clear"]
    press(kiosk, TAKE, TAKE, TAKE, MOVE, MOVE, TAKE)
    assert kiosk.window._doing.draft.typed == "3"


def test_counting_stays_at_the_key_that_counts(opened: Opener) -> None:
    kiosk = two(opened, "tally-5")
    press(kiosk, MOVE, TAKE, TAKE)
    assert framed(kiosk) == "One more: China Example Mobile"
    press(kiosk, MOVE, TAKE)
    assert framed(kiosk) == "One less: China Example Mobile"
    assert kiosk.window._doing.draft.counts["row 0"] == 1
    press(kiosk, MOVE, MOVE)
    assert framed(kiosk) == "China Sample Unicom: 1"


def test_free_days_are_reached_week_by_week(opened: Opener) -> None:
    kiosk = two(opened)
    kiosk.desk.show_screen(days(1, 2, 9))
    free = [field for field in kiosk.window.findChildren(DayField) if field.day.offered]
    press(kiosk, MOVE)
    assert framed(kiosk) == ", ".join(field.accessibleName() for field in free[:2])
    press(kiosk, MOVE)
    assert framed(kiosk) == free[2].accessibleName()
    press(kiosk, TAKE)
    assert kiosk.desk.heard() == [("answer", (2, free[2].day.button.answer))]


def test_more_parts_are_reached_and_begin_at_their_top(opened: Opener) -> None:
    kiosk = two(opened, "choose-9")
    while "More" not in framed(kiosk):
        press(kiosk, MOVE)
    press(kiosk, TAKE)
    assert kiosk.window.part == 2
    assert framed(kiosk) == "Hello, what would you like to do?"


def test_a_new_page_begins_at_its_top(opened: Opener) -> None:
    kiosk = two(opened)
    press(kiosk, MOVE, MOVE)
    kiosk.desk.show_screen(Choose(title=just("Next"), options=(Option(answer=1, label=just("One")),)))
    assert framed(kiosk) == "Next"


def test_a_problem_on_the_same_page_leaves_the_frame_where_it_is(opened: Opener) -> None:
    kiosk = two(opened)
    press(kiosk, MOVE, MOVE)
    kiosk.desk.show(replace(kiosk.desk.stage, problem=t("Not now: the system is resting.")))
    assert framed(kiosk) == "Internet accounts on my number"
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=replace(kiosk.desk.stage.comfort, size=1)))
    assert framed(kiosk) == "Internet accounts on my number"


def test_what_is_gone_sends_the_frame_to_the_top(opened: Opener) -> None:
    kiosk = two(opened, "choose-4")
    press(kiosk, *[MOVE] * 4)
    fewer = Choose(title=kiosk.desk.stage.screen.title, options=SERVICES[:2])
    kiosk.desk.show(replace(kiosk.desk.stage, screen=fewer))
    assert framed(kiosk) == "Hello, what would you like to do?"


def test_a_trembling_press_is_one(opened: Opener) -> None:
    kiosk = two(opened)
    for key in (MOVE, MOVE, MOVE):
        QTest.keyClick(kiosk.window, key)
        kiosk.clock.now += 0.2
    assert framed(kiosk) == "Phone numbers under my name"
    kiosk.clock.now += 1
    for _ in range(2):
        QTest.keyClick(kiosk.window, TAKE)
        kiosk.clock.now += 0.4
    assert len(kiosk.desk.heard()) == 1


def test_a_held_switch_presses_once(opened: Opener) -> None:
    kiosk = two(opened)
    held = QKeyEvent(QEvent.Type.KeyPress, MOVE, Qt.KeyboardModifier.NoModifier, "", True, 1)
    QApplication.sendEvent(kiosk.window, held)
    assert framed(kiosk) == "Hello, what would you like to do?"


def test_a_press_that_says_somebody_is_there_does_nothing_else(opened: Opener) -> None:
    kiosk = two(opened)
    press(kiosk, MOVE)
    plain = kiosk.desk.stage
    kiosk.desk.show(replace(plain, alert=t("Are you still there?")))
    assert framed(kiosk) == "Are you still there?"
    kiosk.desk.alert_until_touched = True
    press(kiosk, MOVE)
    assert framed(kiosk) == "Hello, what would you like to do?"
    assert kiosk.desk.heard() == []


def test_while_an_answer_is_on_its_way_nothing_is_taken(opened: Opener) -> None:
    kiosk = two(opened)
    press(kiosk, MOVE, TAKE)
    kiosk.desk.show(replace(kiosk.desk.stage, waiting=True))
    press(kiosk, MOVE, TAKE)
    assert len(kiosk.desk.heard()) == 1


# -------------------------------------------------------------------------------- one switch


def test_with_one_switch_the_frame_moves_by_itself_and_any_switch_takes(opened: Opener) -> None:
    kiosk = one(opened)
    assert framed(kiosk) == "Hello, what would you like to do?"
    wait(kiosk, 3)
    assert framed(kiosk) == "I have received the SMS"
    press(kiosk, MOVE)
    assert kiosk.desk.heard() == [("answer", (1, "sms"))]


@pytest.mark.parametrize("pace", [0, 1])
def test_the_pace_is_the_visitors(pace: int, opened: Opener, qtbot: QtBot) -> None:
    kiosk = one(opened, pace=pace)
    qtbot.waitUntil(lambda: framed(kiosk).startswith("Phone numbers"), timeout=4000)
    assert kiosk.window._reaching._scanner._timer.interval() == PACES[pace] * 1000


def test_after_a_press_the_frame_stays_longer(opened: Opener) -> None:
    kiosk = one(opened, "phone")
    wait(kiosk)
    press(kiosk, TAKE)
    assert framed(kiosk) == "1"
    assert kiosk.window._reaching._scanner._timer.interval() == PACES[6] * 1500


def test_it_waits_while_the_page_is_read_and_a_press_ends_that(opened: Opener) -> None:
    kiosk = one(opened)
    kiosk.speaking = True
    wait(kiosk, 2)
    assert framed(kiosk) == "Hello, what would you like to do?"
    press(kiosk, TAKE)
    assert kiosk.events == ["interrupt"]
    assert framed(kiosk) == "Phone numbers under my name"
    wait(kiosk)
    assert framed(kiosk) == "Internet accounts on my number"
    assert kiosk.desk.heard() == []


def test_it_waits_while_an_answer_is_on_its_way(opened: Opener) -> None:
    kiosk = one(opened)
    wait(kiosk)
    press(kiosk, TAKE)
    kiosk.desk.show(replace(kiosk.desk.stage, waiting=True))
    before = framed(kiosk)
    wait(kiosk, 3)
    assert framed(kiosk) == before


def test_after_three_idle_rounds_it_rests_and_says_how_to_go_on(opened: Opener) -> None:
    kiosk = one(opened)
    wait(kiosk, 3 * 5 + 1)
    assert kiosk.remarks[-1] == "The frame rests. Press your switch to go on."
    assert "Press your switch" in kiosk.window._scene.status.accessibleName()
    assert not kiosk.window._reaching._scanner._timer.isActive()
    press(kiosk, TAKE)
    assert framed(kiosk) == "Phone numbers under my name"
    assert kiosk.desk.heard() == []
    assert "Press your switch" not in kiosk.window._scene.status.accessibleName()


def test_the_frame_alone_is_no_sign_of_life(opened: Opener) -> None:
    kiosk = one(opened)
    wait(kiosk, 9)
    assert ("touched", None) not in kiosk.desk.told


def test_touching_works_as_ever_and_the_frame_stands_aside(opened: Opener) -> None:
    kiosk = one(opened)
    wait(kiosk, 2)
    QTest.mouseClick(button(kiosk, "Talk to a person"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "person"))]
    assert framed(kiosk) == ""
    wait(kiosk)
    assert framed(kiosk) == "Phone numbers under my name"


def test_other_keys_work_as_ever(opened: Opener) -> None:
    kiosk = one(opened)
    wait(kiosk)
    press(kiosk, K.Key_Tab, K.Key_F1)
    assert kiosk.desk.heard() == [("help", None)]
    assert kiosk.window._scene.ring.isVisible()


# -------------------------------------------------------------------------------- beginning, trying out


def test_a_switch_that_means_nothing_else_wakes_the_frame_without_a_hand(opened: Opener) -> None:
    kiosk = opened("choose-4")
    press(kiosk, MOVE, MOVE, TAKE)
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]
    alone = opened("choose-4")
    press(alone, TAKE)
    assert framed(alone) == "Phone numbers under my name"
    wait(alone)
    assert framed(alone) == "Internet accounts on my number"
    press(alone, MOVE)
    assert framed(alone) == "I have received the SMS"
    assert not alone.window._reaching._scanner._timer.isActive()
    assert alone.desk.heard() == []


def test_space_and_enter_stay_plain_keys_until_switches_are_used(opened: Opener) -> None:
    kiosk = opened("choose-4")
    press(kiosk, K.Key_Tab, K.Key_Space)
    assert kiosk.desk.heard() == [("answer", (1, "one-id"))]
    assert not kiosk.window._reaching._scanner.on


def test_a_switch_begins_a_visit_and_the_next_visitor_finds_none(opened: Opener) -> None:
    kiosk = opened("welcome")
    press(kiosk, MOVE)
    assert kiosk.desk.heard() == [("answer", (1, Language.ZH_CN))]
    rest = kiosk.desk.stage
    first = Choose(title=just("First"), options=(Option(answer=1, label=just("One")),))
    kiosk.desk.show(replace(rest, visit=1, page=2, screen=first))
    assert framed(kiosk) == "First"
    kiosk.desk.show(replace(rest, page=3))
    kiosk.desk.show(replace(rest, visit=2, page=4, screen=first))
    assert not kiosk.window._reaching._scanner.on


def test_a_try_out_is_walked_by_switches_before_they_are_switched_on(opened: Opener) -> None:
    kiosk = opened("choose-4")
    star = (Option(answer="star", label=just("The star")), Option(answer="slower", label=just("Slower")))
    kiosk.desk.show_screen(TryOut(title=just("Try"), options=star, switches=Switches.ONE, pace=5))
    assert kiosk.window._reaching._scanner._timer.interval() == PACES[5] * 1000
    wait(kiosk)
    press(kiosk, K.Key_Space)
    assert kiosk.desk.heard() == [("answer", (2, "star"))]
    kiosk.desk.show_screen(Choose(title=just("Next"), options=star))
    assert not kiosk.window._reaching._scanner.on


def test_keys_are_switches_as_the_hall_sets_them() -> None:
    assert pressed(K.Key_Enter, DEEDS, in_use=True) is Press.TAKE
    assert pressed(K.Key_Enter, DEEDS, in_use=False) is None
    assert pressed(K.Key_Tools, DEEDS, in_use=False) is Press.MOVE
    assert pressed(K.Key_F15, DEEDS, in_use=True) is None
    swapped = deeds_of(keys_with({"switch_move": ("Return",), "switch_take": ("F15", "Space")}))
    assert pressed(K.Key_Launch8, swapped, in_use=False) is Press.TAKE
    assert pressed(K.Key_Return, swapped, in_use=True) is Press.MOVE
    assert pressed(K.Key_Space, swapped, in_use=True) is Press.TAKE
    other = deeds_of(keys_with({"again": ("Space",)}))
    assert pressed(K.Key_Space, other, in_use=True) is None


def test_key_help_explains_a_switch_and_moves_nothing(opened: Opener) -> None:
    kiosk = two(opened)
    press(kiosk, K.Key_F12, MOVE)
    assert kiosk.remarks[-1] == "Your switch that moves the frame"
    assert kiosk.window._reaching._scanner.spot is None
    assert kiosk.desk.heard() == []
