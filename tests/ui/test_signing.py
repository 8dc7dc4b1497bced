"""A signature is drawn by mouse or finger, kept over any change of look, cleared, given, and never said."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import Comfort, Theme
from kiosk.domain.consent import Signature
from kiosk.domain.panel import PANELS
from kiosk.screens import Tell
from kiosk.text import Language, t
from kiosk.ui.page import Page
from kiosk.ui.signing import SHAPE, SigningBox
from tests.ui.conftest import Kiosk, Opener
from tests.ui.recorder import written_on
from tests.ui.test_keyboard import K, focused, press
from tests.ui.test_layout import problems_of
from tests.ui.test_touch import FINGERS, LEFT, button

THERE_AND_BACK = ((0.2, 0.3), (0.5, 0.6), (0.8, 0.3))


def box_of(kiosk: Kiosk) -> SigningBox:
    return next(b for b in kiosk.window.findChildren(SigningBox) if b.isVisible())


def at(box: SigningBox, across: float, down: float) -> QPoint:
    return QPoint(round(box.width() * across), round(box.height() * down))


def sign(kiosk: Kiosk, *places: tuple[float, float]) -> None:
    """Draw one stroke with the mouse."""
    box = box_of(kiosk)
    QTest.mousePress(box, LEFT, pos=at(box, *places[0]))
    for place in places[1:]:
        QTest.mouseMove(box, at(box, *place))
    QTest.mouseRelease(box, LEFT, pos=at(box, *places[-1]))


def turn_to_the_box(kiosk: Kiosk) -> None:
    while not any(box.isVisible() for box in kiosk.window.findChildren(SigningBox)):
        kiosk.window.next_part()


def given(kiosk: Kiosk) -> Signature:
    [(_, (_, answer))] = kiosk.desk.heard()
    assert isinstance(answer, Signature)
    return answer


def test_strokes_are_answered_in_thousandths_of_the_boxs_width(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sign")
    before = box_of(kiosk).grab().toImage()
    sign(kiosk, *THERE_AND_BACK)
    sign(kiosk, (0.1, 0.9))
    assert box_of(kiosk).grab().toImage() != before
    QTest.mouseClick(button(kiosk, "I have signed"), LEFT)
    first, dot = given(kiosk).strokes
    for (x, y), (across, down) in zip(first, THERE_AND_BACK, strict=True):
        assert (x, y) == pytest.approx((1000 * across, 1000 * down * SHAPE), abs=2)
    assert len(dot) == 1
    assert given(kiosk).is_drawn


def test_an_empty_box_is_answered_too_and_the_reason_is_shown_with_it(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sign")
    QTest.mouseClick(button(kiosk, "I have signed"), LEFT)
    assert given(kiosk) == Signature(())
    kiosk.desk.show(replace(kiosk.desk.stage, problem=kiosk.desk.stage.screen.problem_with(given(kiosk))))
    assert "still empty" in " ".join(text.text for text in written_on(kiosk.window))
    assert problems_of(kiosk) == []


@pytest.mark.parametrize("language", Language)
def test_the_reason_is_in_sight_even_where_it_has_no_room_beside_the_box(
    language: Language, opened: Opener
) -> None:
    kiosk = opened("sign", "compact", 4, language)
    turn_to_the_box(kiosk)
    problem = t("The box is still empty. Please sign anywhere in it.")
    kiosk.desk.show(replace(kiosk.desk.stage, problem=problem))
    page = kiosk.window.findChild(Page)
    assert page is not None
    assert page.part == page.part_with("problem")


def test_starting_again_clears_the_box_alone(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sign")
    empty = box_of(kiosk).accessibleName()
    sign(kiosk, *THERE_AND_BACK)
    assert box_of(kiosk).accessibleName() != empty
    QTest.mouseClick(button(kiosk, "Start again"), LEFT)
    assert box_of(kiosk).accessibleName() == empty
    assert kiosk.desk.heard() == []
    sign(kiosk, (0.3, 0.3), (0.6, 0.5))
    QTest.mouseClick(button(kiosk, "I have signed"), LEFT)
    assert len(given(kiosk).strokes) == 1


@pytest.mark.parametrize("size", [0, 4])
@pytest.mark.parametrize("panel", PANELS)
def test_ink_outlives_another_look_and_goes_with_its_screen(panel: str, size: int, opened: Opener) -> None:
    kiosk = opened("sign-alone", panel, 2)
    sign(kiosk, *THERE_AND_BACK)
    drawn = box_of(kiosk).accessibleName()
    look = Comfort(language=Language.EN, size=size, theme=Theme.YELLOW_ON_BLACK)
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=look))
    turn_to_the_box(kiosk)
    assert box_of(kiosk).accessibleName() == drawn
    assert box_of(kiosk).height() == round(box_of(kiosk).width() * SHAPE)
    kiosk.desk.show_screen(Tell(title=t("This is how it works")))
    assert kiosk.window._doing.draft.strokes == []


def test_a_finger_draws_and_a_second_one_does_not(opened: Opener) -> None:
    kiosk = opened("sign")
    box = box_of(kiosk)
    touch = QTest.touchEvent(kiosk.window, FINGERS)
    touch.press(1, at(box, 0.2, 0.2), box).commit()
    touch.stationary(1).press(2, at(box, 0.8, 0.8), box).commit()
    touch.move(1, at(box, 0.5, 0.5), box).move(2, at(box, 0.7, 0.8), box).commit()
    touch.release(1, at(box, 0.6, 0.5), box).release(2, at(box, 0.6, 0.8), box).commit()
    [stroke] = kiosk.window._doing.draft.strokes
    assert max(y for _, y in stroke) < 300
    touch.press(1, at(box, 0.1, 0.2), box).commit()
    touch.release(1, at(box, 0.1, 0.2), box).commit()
    assert len(kiosk.window._doing.draft.strokes) == 2


def test_outside_the_box_there_is_no_ink(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sign")
    sign(kiosk, (0.5, 0.5), (0.9, 0.5), (1.2, 0.5), (0.9, 0.7))
    strokes = kiosk.window._doing.draft.strokes
    assert [len(stroke) for stroke in strokes] == [2, 1]
    assert all(0 <= x <= 1000 and 0 <= y <= 1000 * SHAPE for stroke in strokes for x, y in stroke)


def test_while_the_answer_is_on_its_way_nothing_is_drawn(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sign")
    kiosk.desk.show(replace(kiosk.desk.stage, waiting=True))
    sign(kiosk, *THERE_AND_BACK)
    QTest.mouseClick(button(kiosk, "Start again"), LEFT)
    assert kiosk.window._doing.draft.strokes == []


def test_keys_pass_the_box_by_and_reach_every_other_way(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sign")
    assert "choose another way" in box_of(kiosk).accessibleName()
    walked = []
    for _ in range(4):
        press(kiosk, qtbot, K.Key_Tab)
        walked.append(focused(kiosk))
    assert walked == ["With a code by SMS", "Talk to a person", "Start again", "I have signed"]
    QTest.mouseClick(button(kiosk, "With a code by SMS"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "With a code by SMS"))]


def test_a_signature_is_in_no_name_and_no_account_of_the_draft(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sign")
    sign(kiosk, (0.123, 0.3), (0.777, 0.4))
    names = " ".join(name for name, *_ in kiosk.window.controls())
    assert not any(sign in names + repr(kiosk.window._doing.draft) for sign in ("123", "777"))
