"""Drawings to compare are large and alike, days stand on a calendar, numbers grow in their groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import CAPITAL_MM, Theme
from kiosk.domain.panel import PANELS, Panel
from kiosk.screens import TAKEN
from kiosk.text import Language
from kiosk.ui.buttons import Card
from kiosk.ui.day_field import DayField
from kiosk.ui.digits import number_in_groups
from kiosk.ui.field import NumberField
from kiosk.ui.labels import Illustration
from kiosk.ui.metrics import MAIN_TARGET_MM
from kiosk.ui.pictured import LEAST_MM, PictureCard
from tests.ui.conftest import Kiosk, Opener
from tests.ui.looked_at import a_line_test
from tests.ui.recorder import written_by, written_on
from tests.ui.test_keyboard import K, focused, press
from tests.ui.test_layout import misplaced, problems_of
from tests.ui.test_touch import LEFT, button

SIZES = range(len(CAPITAL_MM))


def drawings(kiosk: Kiosk) -> list[PictureCard]:
    return [thing for thing in kiosk.window._scene.page.things() if isinstance(thing, PictureCard)]


def days(kiosk: Kiosk) -> list[DayField]:
    return [field for field in kiosk.window.findChildren(DayField) if field.isVisible()]


def shown(kiosk: Kiosk) -> set[str]:
    return {text.text for text in written_on(kiosk.window)}


# ---------------------------------------------------------------------------------------- drawings


def test_a_drawing_has_its_words_first_in_its_name_and_answers(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("look-4")
    red = button(kiosk, "A red lamp blinks")
    picture = "A box with a green lamp, and a red one that blinks"
    assert red.accessibleName() == f"A red lamp blinks. The picture shows: {picture}"
    QTest.mouseClick(red, LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "sim-alarm"))]


@pytest.mark.parametrize("panel", PANELS)
def test_drawings_take_the_room_there_is(panel: str, opened: Opener) -> None:
    tall = {}
    for count in (2, 4, 6):
        kiosk = opened(f"look-{count}", panel, 2)
        (tall[count],) = {card.drawn.tall / kiosk.metrics.panel.pixels_per_mm for card in drawings(kiosk)}
        assert kiosk.window.parts == 1
    assert tall[2] > 55
    assert tall[2] >= tall[4] >= tall[6] > LEAST_MM


def test_where_there_is_too_little_room_drawings_go_in_parts_all_at_one_size(opened: Opener) -> None:
    kiosk = opened("look-6", "compact", 4, Language.ZH_CN)
    assert kiosk.window.parts > 1
    sizes = set()
    for _ in range(kiosk.window.parts):
        sizes |= {card.drawn.tall for card in drawings(kiosk)}
        kiosk.window.next_part()
    assert len(sizes) == 1
    assert min(sizes) >= LEAST_MM * PANELS["compact"].pixels_per_mm


def test_at_the_height_that_a_card_asks_for_its_drawing_is_not_too_small(opened: Opener) -> None:
    for card in drawings(opened("look-4", "landscape", 4)):
        for width in range(300, 1800, 10):
            asked = card.height_at(width, 0)
            ways = [card.drawing_at(width, asked, beside=beside) for beside in (False, True)]
            assert max(ways) >= card.least or not card.comfortable_at(width, 9), width


@pytest.mark.parametrize("panel", PANELS)
def test_a_choice_without_a_drawing_stands_below_those_that_have_one(panel: str, opened: Opener) -> None:
    kiosk = opened("look-4", panel, 2)
    plain = button(kiosk, "I cannot see it from here")
    assert isinstance(plain, Card) and not isinstance(plain, PictureCard)
    assert plain.y() > max(card.geometry().bottom() for card in drawings(kiosk))
    assert plain.width() > 1.5 * drawings(kiosk)[0].width()
    assert plain.height() < drawings(kiosk)[0].height()


def test_a_picture_of_the_page_gives_way_to_the_drawings(opened: Opener) -> None:
    def has_picture(panel: str, size: int) -> bool:
        page = opened("look-both", panel, size).window._scene.page
        return any(isinstance(thing, Illustration) for thing in page.things())

    assert has_picture("portrait", 2)
    assert not has_picture("compact", 4)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("panel", PANELS)
def test_a_drawing_that_shows_how_is_never_left_out(panel: str, size: int, opened: Opener) -> None:
    kiosk = opened("do", panel, size)
    pictures, choices = 0, 0
    for _ in range(kiosk.window.parts):
        things = kiosk.window._scene.page.things()
        drawn = [thing for thing in things if isinstance(thing, Illustration)]
        assert all(thing.height() >= LEAST_MM * kiosk.metrics.panel.pixels_per_mm for thing in drawn)
        pictures += len(drawn)
        choices += sum(isinstance(thing, Card) for thing in things)
        kiosk.window.next_part()
    assert (pictures, choices) == (1, 3)


def test_steps_to_do_at_home_are_numbered_and_larger_than_advice(opened: Opener) -> None:
    kiosk = opened("to-do-at-home", "portrait", 2)
    written = {text.text: text.place for text in written_on(kiosk.window)}
    for number, words in (("1", "Push the plug in."), ("2", "Switch it off, wait half a minute,")):
        line = next(place for text, place in written.items() if text.startswith(words[:12]))
        assert line.height() > kiosk.metrics.em
        assert written[number].y() == line.y() and written[number].right() < line.left()


def test_a_drawing_that_cannot_be_chosen_is_pale_and_says_why(opened: Opener) -> None:
    kiosk = opened("look-chosen")
    _, hindered = drawings(kiosk)
    assert "Not now: the system is resting." in shown(kiosk)
    assert hindered.accessibleDescription() == "Not now: the system is resting."
    usual = opened("look-2")
    strong = [card.grab().toImage().pixelColor(card.rect().center()).lightness() for card in drawings(usual)]
    pale = hindered.grab().toImage().pixelColor(hindered.rect().center()).lightness()
    assert pale >= min(strong)


# -------------------------------------------------------------------------------------------- days


def test_a_day_is_named_with_what_is_free_or_that_it_is_taken(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("days")
    free, taken = button(kiosk, "Wednesday, 25 November"), button(kiosk, "Thursday, 26 November")
    assert free.accessibleName() == "Wednesday, 25 November: 3 times free"
    assert taken.accessibleName() == "Thursday, 26 November: Full"
    assert taken.accessibleDescription() == TAKEN.message
    QTest.mouseClick(taken, LEFT)
    assert kiosk.desk.heard() == [("answer", (1, date(2026, 11, 26)))]


def test_a_calendar_names_its_months_marks_today_and_ends_with_the_last_free_day(opened: Opener) -> None:
    kiosk = opened("days", "portrait", 2)
    assert {"November 2026 – December 2026", "Mon", "Sun", "Today", "Dec"} <= shown(kiosk)
    assert [field.day.number for field in days(kiosk)] == [*map(str, range(23, 31)), *map(str, range(1, 12))]
    assert [field.day.today for field in days(kiosk)] == [True] + [False] * 18
    rows = {field.y() for field in days(kiosk)}
    assert len(rows) == 3


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", SIZES)
def test_free_days_are_large_to_touch_at_every_size(panel: str, size: int, opened: Opener) -> None:
    kiosk = opened("days", panel, size)
    for _ in range(kiosk.window.parts):
        least = min((min(f.width(), f.height()) for f in days(kiosk) if f.day.offered), default=10_000)
        assert least >= MAIN_TARGET_MM * kiosk.metrics.panel.pixels_per_mm
        kiosk.window.next_part()


def test_taken_days_differ_in_more_than_colour(opened: Opener) -> None:
    kiosk = opened("days")
    kiosk.desk.show(
        replace(kiosk.desk.stage, comfort=replace(kiosk.desk.stage.comfort, theme=Theme.BLACK_ON_WHITE))
    )
    edged = {
        field.day.number: field.grab().toImage().pixelColor(1, field.height() // 2).lightness() < 128
        for field in days(kiosk)
        if not field.day.today
    }
    assert [number for number, edge in edged.items() if not edge] == [
        "26",
        "28",
        "29",
        "3",
        "5",
        "6",
        "9",
        "10",
    ]


def test_arrows_walk_by_day_and_by_week(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("days")
    walked = []
    press(kiosk, qtbot, K.Key_Tab)
    for key in (K.Key_Right, K.Key_Down, K.Key_Up, *[K.Key_Right] * 6, K.Key_Left):
        press(kiosk, qtbot, key)
        walked.append(focused(kiosk).split(":")[0])
    assert walked[:3] == ["Tuesday, 24 November", "Tuesday, 1 December", "Tuesday, 24 November"]
    assert walked[-3:] == ["Sunday, 29 November", "Monday, 30 November", "Sunday, 29 November"]
    press(kiosk, qtbot, K.Key_Return)
    assert kiosk.desk.heard() == [("answer", (1, date(2026, 11, 29)))]


NARROW = Panel(900, 1600, 4.0, 700, 500)


def test_where_seven_days_have_no_room_the_free_ones_are_cards(
    opened: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setitem(PANELS, "narrow", NARROW)
    kiosk = opened("days-few", "narrow", 2)
    assert len(days(kiosk)) == 4
    press(kiosk, qtbot, K.Key_Tab, K.Key_Right)
    assert focused(kiosk) == "Tuesday, 24 November: 2 times free"
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=replace(kiosk.desk.stage.comfort, size=3)))
    assert days(kiosk) == []
    assert focused(kiosk) == "Tuesday, 24 November"
    assert misplaced(kiosk) == []
    QTest.mouseClick(button(kiosk, "Thursday, 26 November"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, date(2026, 11, 26)))]


def test_a_long_calendar_is_parted_between_weeks_each_with_its_months(opened: Opener) -> None:
    kiosk = opened("days-many", "compact", 3)
    assert kiosk.window.parts > 1
    weeks, titles = [], []
    for _ in range(kiosk.window.parts):
        weeks.append(len({field.y() for field in days(kiosk)}))
        titles += [text for text in shown(kiosk) if text.endswith("2026")]
        kiosk.window.next_part()
    assert sum(weeks) == 5 and max(weeks) - min(filter(None, weeks)) <= 1
    assert titles[-1] == "December 2026"


# ------------------------------------------------------------------------------------------ numbers


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("", ""),
        ("110", "110"),
        ("10086", "10086"),
        ("95588", "95588"),
        ("1381234", "138 1234"),
        ("13812341234", "138 1234 1234"),
        ("01062341234", "010 6234 1234"),
        ("0571", "0571"),
        ("057187654321", "0571 8765 4321"),
        ("4008100888", "400 810 0888"),
        ("6234123", "623 4123"),
        ("62341234", "6234 1234"),
        ("106900001234", "1069 0000 1234"),
        ("0085212345678", "0085 2123 4567 8"),
    ],
)
def test_numbers_stand_in_the_groups_that_people_read(typed: str, groups: str) -> None:
    assert " ".join(number_in_groups(typed)) == groups


@given(st.text("0123456789", max_size=24))
def test_no_digit_of_a_number_is_ever_lost(typed: str) -> None:
    assert "".join(number_in_groups(typed)) == typed


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", SIZES)
def test_a_number_of_any_length_is_shown_in_full(panel: str, size: int, opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("number", panel, size)
    press(kiosk, qtbot, *(K(K.Key_0 + int(digit)) for digit in "95588"))
    assert "95588" in shown(kiosk)
    QTest.mouseClick(button(kiosk, "Go on"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "95588"))]
    press(kiosk, qtbot, *(K(K.Key_0 + int(digit)) for digit in "123456789012345678"))
    name = "Typed so far: 9558 8123 4567 8901 2345"
    assert name in [name for name, *_ in kiosk.window.controls()]
    assert problems_of(kiosk) == []
    field = next(thing for thing in kiosk.window._scene.page.things() if isinstance(thing, NumberField))
    assert "".join(written_by(field)).replace(" ", "") == "95588123456789012345"


# -------------------------------------------------------------------------------------- a line test


@pytest.mark.parametrize(("panel", "size"), [("portrait", 4), ("landscape", 2), ("compact", 1)])
def test_a_page_that_fills_up_keeps_focus_and_what_is_pressed(
    panel: str, size: int, opened: Opener, qtbot: QtBot
) -> None:
    kiosk = opened("tested", panel, size)
    kiosk.desk.show_screen(a_line_test(0))
    press(kiosk, qtbot, K.Key_Tab)
    place = kiosk.window.focusWidget()
    QTest.mousePress(button(kiosk, "Go on"), LEFT)
    for done in range(1, 6):
        kiosk.desk.show(replace(kiosk.desk.stage, screen=a_line_test(done)))
        assert kiosk.window.focusWidget() is place
        assert button(kiosk, "Go on").isDown()
        assert problems_of(kiosk) == []
    assert "Not yet tested" not in shown(kiosk)
    QTest.mouseRelease(button(kiosk, "Go on"), LEFT)
    assert kiosk.desk.heard() == [("answer", (2, None))]
