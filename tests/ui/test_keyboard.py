"""The whole visit by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens import Choose, Option
from kiosk.text import Language, just, t
from kiosk.ui.labels import Heading
from kiosk.ui.piece import Touchable
from tests.ui.conftest import Kiosk, Opener

K = Qt.Key


def press(kiosk: Kiosk, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(kiosk.window.focusWidget(), key)
        kiosk.clock.now += 1


def focused(kiosk: Kiosk) -> str:
    widget = kiosk.window.focusWidget()
    assert isinstance(widget, Touchable | Heading)
    return widget.accessibleName()


def test_focus_walks_in_reading_order_and_comes_round(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    names = [name for name, role, enabled, _ in kiosk.window.controls() if role == "Button" and enabled]
    walked = []
    for _ in names:
        press(kiosk, qtbot, K.Key_Tab)
        walked.append(focused(kiosk))
    assert walked == names
    press(kiosk, qtbot, K.Key_Tab)
    assert focused(kiosk) == names[0]
    assert kiosk.heard == [f"{name} {names.index(name) + 1}/{len(names)}" for name in [*names, names[0]]]
    press(kiosk, qtbot, K.Key_Backtab)
    assert focused(kiosk) == names[-1]


def test_enter_and_space_act(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    press(kiosk, qtbot, K.Key_Tab, K.Key_Down, K.Key_Return, K.Key_Up, K.Key_Space)
    answers = [answer for _, (_, answer) in kiosk.desk.heard()]
    assert answers == ["accounts", "one-id"]


def test_arrows_follow_the_eye(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4", "landscape")
    press(kiosk, qtbot, K.Key_Tab, K.Key_Right)
    assert focused(kiosk) == "Internet accounts on my number"
    press(kiosk, qtbot, K.Key_Down)
    assert focused(kiosk) == "Talk to a person"
    press(kiosk, qtbot, K.Key_Left)
    assert focused(kiosk) == "I have received the SMS"
    press(kiosk, qtbot, K.Key_Up)
    assert focused(kiosk) == "Phone numbers under my name"


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (K.Key_Escape, "back"),
        (K.Key_F1, "help"),
        (K.Key_F3, "adjust"),
        (K.Key_F10, "end"),
        (K.Key_End, "end"),
    ],
)
def test_keys_of_the_bar(key: Qt.Key, told: str, opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    press(kiosk, qtbot, key)
    assert kiosk.desk.heard() == [(told, None)]
    press(kiosk, qtbot, K.Key_F2)
    assert kiosk.events[-1] == "repeat"
    press(kiosk, qtbot, K.Key_F4)
    assert kiosk.events[-2:] == ["interrupt", "pause"]


def test_other_keys_and_shortcuts_do_nothing(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    press(kiosk, qtbot, K.Key_Tab)
    kiosk.events.clear()
    press(kiosk, qtbot, K.Key_A, K.Key_F15, K.Key_Menu, K.Key_Print)
    for key in (K.Key_Return, K.Key_F4, K.Key_Q, K.Key_Escape):
        QTest.keyClick(kiosk.window, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(kiosk.window, key, Qt.KeyboardModifier.ControlModifier)
    assert kiosk.desk.heard() == []
    assert kiosk.events == []
    assert kiosk.window.isVisible()


def test_a_held_key_acts_once(opened: Opener) -> None:
    kiosk = opened("choose-4")
    held = QKeyEvent(QEvent.Type.KeyPress, K.Key_F1, Qt.KeyboardModifier.NoModifier, "", True, 1)
    QApplication.sendEvent(kiosk.window, held)
    assert kiosk.desk.heard() == []


def test_digits_are_typed_and_sent(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("phone")
    press(kiosk, qtbot, *(Qt.Key(K.Key_0 + int(digit)) for digit in "13812341239"), K.Key_Backspace, K.Key_4)
    assert kiosk.heard[:2] == ["typed 1", "typed 3"]
    heading = [name for name, _, _, _ in kiosk.window.controls()]
    assert "Typed so far: 138 1234 1234" in heading
    while focused(kiosk) != "Go on":
        press(kiosk, qtbot, K.Key_Tab)
    press(kiosk, qtbot, K.Key_Return)
    assert kiosk.desk.heard() == [("answer", (1, "13812341234"))]


def test_pages_turn(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-9")
    assert (kiosk.window.part, kiosk.window.parts) == (1, 2)
    press(kiosk, qtbot, K.Key_PageDown)
    assert kiosk.window.part == 2
    assert focused(kiosk) == "Hello, what would you like to do?"
    press(kiosk, qtbot, K.Key_PageUp)
    assert kiosk.window.part == 1


def test_the_ring_shows_for_keys_and_goes_for_fingers(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    ring = kiosk.window._scene.ring
    assert not ring.isVisible()
    before = kiosk.window.grab().toImage()
    press(kiosk, qtbot, K.Key_Tab)
    after = kiosk.window.grab().toImage()
    assert ring.isVisible()
    place = ring.geometry()
    thick = range(kiosk.metrics.ring)
    middle = place.center().y()
    assert kiosk.metrics.ring >= kiosk.metrics.panel.pixels_per_mm
    assert all(before.pixel(place.x() + x, middle) != after.pixel(place.x() + x, middle) for x in thick)
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_F10, K.Key_Escape, K.Key_Tab])
def test_a_key_that_says_somebody_is_there_does_nothing_else(
    key: Qt.Key, opened: Opener, qtbot: QtBot
) -> None:
    kiosk = opened("choose-4")
    press(kiosk, qtbot, K.Key_Tab)
    before = focused(kiosk)
    kiosk.desk.alert_until_touched = True
    kiosk.desk.show(replace(kiosk.desk.stage, alert=t("Are you still there?")))
    press(kiosk, qtbot, key)
    assert kiosk.desk.stage.alert is None
    assert kiosk.desk.heard() == []
    assert focused(kiosk) == before


def test_a_visit_begins_by_any_acting_key(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("welcome")
    press(kiosk, qtbot, K.Key_Space)
    assert kiosk.desk.heard() == [("answer", (1, Language.ZH_CN))]


def test_new_pages_take_the_focus_to_their_heading(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    press(kiosk, qtbot, K.Key_Tab)
    kiosk.desk.show_screen(Choose(title=just("Next"), options=(Option(answer=1, label=just("One")),)))
    assert focused(kiosk) == "Next"
    assert kiosk.pages == [1, 2]
