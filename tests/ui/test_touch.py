"""Touches act on release inside, once, for one finger."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens import Tell
from kiosk.text import t
from kiosk.ui.hand import Hand
from kiosk.ui.piece import Touchable
from tests.ui.conftest import Clock, Kiosk, Opener

LEFT = Qt.MouseButton.LeftButton
FINGERS = QTest.createTouchDevice()


def button(kiosk: Kiosk, name: str) -> Touchable:
    return next(b for b in kiosk.window.findChildren(Touchable) if b.isVisible() and b.text() == name)


def finger(kiosk: Kiosk, number: int = 0) -> QTest.QTouchEventSequence:
    return QTest.touchEvent(kiosk.window, FINGERS, False)


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def test_a_tap_answers_with_the_page_it_was_given_on(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    QTest.mouseClick(button(kiosk, "Talk to a person"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "person"))]
    assert kiosk.events == ["interrupt"]


def test_pressing_is_seen_and_dragging_off_does_nothing(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    card = button(kiosk, "Talk to a person")
    before = card.grab().toImage()
    QTest.mousePress(card, LEFT)
    assert card.grab().toImage() != before
    QTest.mouseMove(card, QPoint(-50, -50))
    QTest.mouseRelease(card, LEFT, pos=QPoint(-50, -50))
    assert kiosk.desk.heard() == []


def test_fingers_act_on_release_inside_and_a_second_finger_never(opened: Opener) -> None:
    kiosk = opened("choose-4")
    card = button(kiosk, "Talk to a person")
    touch = QTest.touchEvent(kiosk.window, FINGERS)
    touch.press(1, middle(card), card).commit()
    assert card.isDown()
    touch.stationary(1).press(2, middle(card) + QPoint(40, 5), card).commit()
    touch.stationary(1).release(2, middle(card) + QPoint(40, 5), card).commit()
    assert kiosk.desk.heard() == []
    touch.release(1, middle(card), card).commit()
    assert kiosk.desk.heard() == [("answer", (1, "person"))]


def test_a_finger_that_leaves_does_nothing(opened: Opener) -> None:
    kiosk = opened("choose-4")
    card = button(kiosk, "Talk to a person")
    touch = QTest.touchEvent(kiosk.window, FINGERS)
    touch.press(1, middle(card), card).commit()
    touch.move(1, QPoint(-60, -60), card).commit()
    assert not card.isDown()
    touch.release(1, QPoint(-60, -60), card).commit()
    assert kiosk.desk.heard() == []


def test_a_palm_on_one_button_keeps_another_from_acting(opened: Opener) -> None:
    kiosk = opened("choose-4")
    palm, other = button(kiosk, "Talk to a person"), button(kiosk, "I have received the SMS")
    touch = QTest.touchEvent(kiosk.window, FINGERS)
    touch.press(1, middle(palm), palm).commit()
    touch.stationary(1).press(2, middle(other), other).commit()
    touch.stationary(1).release(2, middle(other), other).commit()
    assert kiosk.desk.heard() == []
    touch.release(1, middle(palm), palm).commit()
    assert kiosk.desk.heard() == [("answer", (1, "person"))]


def test_a_tremor_is_one_press(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    card = button(kiosk, "Talk to a person")
    QTest.mouseClick(card, LEFT)
    kiosk.clock.now += 0.4
    QTest.mouseClick(card, LEFT)
    assert len(kiosk.desk.heard()) == 1
    kiosk.clock.now += 0.2
    QTest.mouseClick(card, LEFT)
    assert len(kiosk.desk.heard()) == 2


def test_a_trembling_key_is_one_press_and_another_key_counts(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    for _ in range(2):
        QTest.keyClick(kiosk.window, Qt.Key.Key_F1)
        kiosk.clock.now += 0.4
    QTest.keyClick(kiosk.window, Qt.Key.Key_Escape)
    assert kiosk.desk.heard() == [("help", None), ("back", None)]


def test_a_finger_that_bounces_is_one_press(opened: Opener) -> None:
    kiosk = opened("choose-4")
    card = button(kiosk, "Talk to a person")
    for pause in (0.1, 0.2, 0.1):
        touch = QTest.touchEvent(kiosk.window, FINGERS)
        touch.press(1, middle(card), card).commit()
        touch.release(1, middle(card), card).commit()
        kiosk.clock.now += pause
    assert kiosk.desk.heard() == [("answer", (1, "person"))]


def test_the_second_half_of_a_double_tap_does_not_reach_the_next_page(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("tell")
    QTest.mouseClick(button(kiosk, "Go on"), LEFT)
    kiosk.desk.show_screen(Tell(title=t("This is how it works"), proceed=t("I understand")))
    kiosk.clock.now += 0.3
    QTest.mouseClick(button(kiosk, "I understand"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, None))]


def test_while_an_answer_is_on_its_way_nothing_else_can_be_pressed(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("agree")
    QTest.mouseClick(button(kiosk, "Yes, read them"), LEFT)
    kiosk.desk.show(kiosk.desk.stage.__class__(**{**vars(kiosk.desk.stage), "waiting": True}))
    yes, no = button(kiosk, "Yes, read them"), button(kiosk, "No, not now")
    assert yes.sunk
    assert not no.sunk
    kiosk.clock.now += 1
    QTest.mouseClick(no, LEFT)
    QTest.mouseClick(button(kiosk, "Help"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, True)), ("help", None)]


def test_touching_anywhere_at_rest_begins(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("welcome")
    QTest.mouseClick(kiosk.window, LEFT, pos=QPoint(900, 300))
    assert kiosk.desk.heard() == [("answer", (1, kiosk.desk.stage.screen.options[0].answer))]  # type: ignore[attr-defined]


def test_a_hand_counts_other_things_at_once() -> None:
    clock = Clock()
    hand = Hand(clock, lambda: None)
    assert hand.counts("1")
    assert not hand.counts("1")
    assert hand.counts("2")
    assert hand.counts("1")
