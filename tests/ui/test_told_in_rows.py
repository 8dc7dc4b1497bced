"""Reviews, charts, steps, prices and new kinds of digits: what is large, what is covered, what differs."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import Comfort, Theme
from kiosk.domain.panel import PANELS
from kiosk.screens import Mark, Typed
from kiosk.text import Language
from kiosk.ui.charts import Diagram
from kiosk.ui.digits import after_key
from kiosk.ui.field import Field
from kiosk.ui.smaller import smaller
from kiosk.ui.steps import StepTrail
from tests.ui.conftest import Kiosk, Opener
from tests.ui.recorder import Written, written_on
from tests.ui.test_keyboard import K, press
from tests.ui.test_touch import LEFT, button


def found(kiosk: Kiosk, words: str) -> Written:
    return next(text for text in written_on(kiosk.window) if text.text == words)


def shown(kiosk: Kiosk) -> set[str]:
    return {text.text for text in written_on(kiosk.window)}


@pytest.mark.parametrize("panel", PANELS)
def test_now_and_after_stand_side_by_side_and_the_point_is_large(panel: str, opened: Opener) -> None:
    kiosk = opened("review", panel, 2)
    now, after, head = found(kiosk, "¥59"), found(kiosk, "¥39"), found(kiosk, "After")
    assert now.place.right() < after.place.left()
    assert now.place.center().y() == pytest.approx(after.place.center().y(), abs=2)
    assert head.place.left() == pytest.approx(after.place.left(), abs=2)
    assert after.place.height() > 1.4 * found(kiosk, "Silver plan").place.height()


def test_yes_is_the_way_forward_low_at_the_right(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("review")
    yes, no = button(kiosk, "Change my plan"), button(kiosk, "Keep my plan")
    assert no.geometry().right() < yes.geometry().left()
    assert yes.width() > no.width()
    assert not yes.isChecked() and not no.isChecked()
    QTest.mouseClick(yes, LEFT)
    assert kiosk.desk.heard() == [("answer", (1, True))]


@pytest.mark.parametrize("theme", Theme)
def test_a_bar_that_asks_for_care_differs_in_more_than_colour(theme: Theme, opened: Opener) -> None:
    kiosk = opened("welcome")
    kiosk.desk.show_screen(
        opened("bars").desk.stage.screen, visit=1, comfort=Comfort(theme=theme, language=Language.EN)
    )
    chart = next(thing for thing in kiosk.window._scene.page.things() if isinstance(thing, Diagram))

    def shades(mark: Mark) -> int:
        image = QImage(200, 40, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        chart.fill(painter, QRectF(0, 0, 200, 40), mark)
        painter.end()
        row = [image.pixelColor(x, 20).lightness() for x in range(10, 190)]
        return sum(abs(one - other) > 40 for one, other in pairwise(row))

    assert shades(Mark.NONE) == 0
    assert shades(Mark.CARE) > 10


def test_the_month_that_asks_for_care_has_its_words_at_every_size(opened: Opener) -> None:
    for size in range(5):
        kiosk = opened("months", "portrait", size)
        assert found(kiosk, "¥168").place.bottom() < found(kiosk, "Nov").place.top()


def test_columns_lie_down_before_any_word_is_lost(opened: Opener) -> None:
    kiosk = opened("months")
    chart = next(thing for thing in kiosk.window._scene.page.things() if isinstance(thing, Diagram)).block
    title, columns = smaller(chart)
    (lying,) = smaller(columns)
    first, rest = smaller(lying)
    names = [*first.rows, *rest.rows]  # type: ignore[attr-defined]
    assert names == list(chart.rows)
    (sentence,) = smaller(first)
    assert sentence.text == "Jan: ¥39"  # type: ignore[attr-defined]
    assert title.text == "What you paid each month"  # type: ignore[attr-defined]


def test_steps_lie_where_they_have_room_and_stand_where_not(opened: Opener) -> None:
    kiosk = opened("steps")
    assert found(kiosk, "Sent").place.center().y() == found(kiosk, "Visit").place.center().y()
    trail = next(thing for thing in kiosk.window._scene.page.things() if isinstance(thing, StepTrail))
    assert trail.height_at(trail.width() // 4, 0) > 2 * trail.height_at(trail.width(), 0)
    assert trail.accessibleName() == "Done: Sent. Step 2 of 4: Being checked. Then: Visit. Then: Done"


def test_a_price_stands_large_at_the_right_and_is_part_of_the_name(opened: Opener) -> None:
    kiosk = opened("plans")
    price, name = found(kiosk, "¥159"), found(kiosk, "Gold plan")
    assert price.place.left() > name.place.right()
    assert price.place.height() > name.place.height()
    assert button(kiosk, "Gold plan").accessibleName() == "Gold plan: ¥159"


def field(kiosk: Kiosk) -> Field:
    return next(thing for thing in kiosk.window._scene.page.things() if isinstance(thing, Field))


def test_a_sum_grows_with_its_unit(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("sum")
    assert "¥" in shown(kiosk)
    press(kiosk, qtbot, K.Key_0, K.Key_5, K.Key_0)
    assert "¥50" in shown(kiosk)
    assert field(kiosk).accessibleName() == "Typed so far: ¥50"
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=Comfort()))
    assert "50元" in shown(kiosk)
    QTest.mouseClick(button(kiosk, "下一步"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "50"))]


def test_a_sum_begins_with_no_nought() -> None:
    assert after_key("0", "7", Typed.YUAN, 4) == "7"
    assert after_key("0", "7", Typed.STAFF, 4) == "07"


def test_a_secret_is_dots_to_the_eye_and_a_number_of_digits_to_the_ear(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("secret")
    before = field(kiosk).grab().toImage()
    press(kiosk, qtbot, K.Key_7, K.Key_9)
    assert field(kiosk).grab().toImage() != before
    assert field(kiosk).accessibleName() == "2 digits are typed"
    places = [text for text in written_on(kiosk.window) if text.text in {"7", "9", "79"}]
    assert len(places) == 2  # the two keys of the pad
    assert "79" not in repr(kiosk.window._doing.draft)
    QTest.mouseClick(button(kiosk, "Go on"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "79"))]


def test_a_staff_number_is_plain(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("staff")
    press(kiosk, qtbot, K.Key_7, K.Key_9)
    assert field(kiosk).accessibleName() == "Typed so far: 79"
