"""What screens take for an answer, where that is more than one of their options."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens import TAKEN, Option, PickDay
from kiosk.text import DayOfWeek, just, t

TODAY = date(2026, 11, 30)
BUSY = t("Only in the morning.")


def calendar(*after: int, hindered: int | None = None) -> PickDay:
    options = tuple(
        Option(
            answer=TODAY + timedelta(days=number),
            label=just(DayOfWeek(TODAY + timedelta(days=number))),
            hindrance=BUSY if number == hindered else None,
        )
        for number in after
    )
    return PickDay(title=t("When?"), options=options, first=TODAY)


@given(st.sets(st.integers(0, 60), max_size=9))
def test_a_calendar_goes_from_today_to_the_last_free_day(after: set[int]) -> None:
    days = calendar(*after).days
    assert days == tuple(TODAY + timedelta(days=number) for number in range(max(after, default=0) + 1))


@pytest.mark.parametrize(
    ("after", "problem"),
    [(1, None), (2, TAKEN), (0, TAKEN), (4, BUSY), (5, t("Please choose from the screen."))],
)
def test_a_day_that_is_not_free_says_that_it_is_taken(after: int, problem: object) -> None:
    assert calendar(1, 4, hindered=4).problem_with(TODAY + timedelta(days=after)) == problem


def test_a_calendar_takes_nothing_but_days() -> None:
    assert calendar(1).problem_with("tomorrow") == t("Please choose from the screen.")
