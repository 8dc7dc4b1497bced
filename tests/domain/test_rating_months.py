"""Ratings by month: what they come to once it has ended, and nothing of fewer than five."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.rating_months import FEWEST, Month, by_month, counts
from kiosk.domain.ratings import Managed, Rating
from kiosk.rating_lines import lines_of

DAY, LATER, TODAY = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
GOOD, LOW = Rating(Managed.YES, 5, 4), Rating(Managed.NO, 1, None)
YES, PARTLY, NO = Managed


def test_five_ratings_are_summed_up_and_four_are_not() -> None:
    november = [(DAY, GOOD)] * 4 + [(date(2026, 11, 30), LOW)]
    first, second = by_month([*[(LATER, LOW)] * (FEWEST - 1), *november], TODAY)
    assert (first.first, first.ratings) == (DAY, 5)
    assert first.managed == {YES: None, PARTLY: 0, NO: None}
    assert first.clear == 4.0 and first.manner is None
    assert second == Month(LATER, None)


def test_a_month_is_told_of_once_it_has_ended() -> None:
    ratings = [(LATER, GOOD)] * 5
    assert by_month(ratings, date(2026, 12, 31)) == ()
    assert len(by_month(ratings, TODAY)) == 1


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({YES: 20, PARTLY: 6, NO: 0}, [20, 6, 0]),
        ({YES: 20, PARTLY: 6, NO: 1}, [20, None, None]),
        ({YES: 20, PARTLY: 4, NO: 1}, [20, None, None]),
        ({YES: 20, PARTLY: 2, NO: 1}, [None, None, None]),
        ({YES: 20, PARTLY: 1, NO: 1}, [None, None, None]),
        ({YES: 20, PARTLY: 4, NO: 4}, [None, None, None]),
        ({YES: 5, PARTLY: 5, NO: 1}, [None, None, None]),
        ({YES: 3, PARTLY: 1, NO: 1}, [None, None, None]),
        ({YES: 8, PARTLY: 0, NO: 4}, [None, 0, None]),
    ],
)
def test_no_answer_of_a_few_can_be_had_by_subtraction(answers: dict[Managed, int], told: list[Any]) -> None:
    shown = counts(answers)
    assert shown is not None and list(shown.values()) == told


@given(st.tuples(*[st.integers(0, 12)] * 3).filter(lambda given: sum(given) >= FEWEST))
def test_no_answer_that_is_left_out_can_be_worked_out_from_the_others(given: tuple[int, int, int]) -> None:
    """Even where the sum is known, since all have answered, and how it is done is known too."""
    shown, total = told_of(given), sum(given)
    alike = [
        (yes, partly, total - yes - partly)
        for yes in range(total + 1)
        for partly in range(total + 1 - yes)
        if told_of((yes, partly, total - yes - partly)) == shown
    ]
    for at, told in enumerate(shown):
        assert told is not None or len({one[at] for one in alike}) > 1


def told_of(given: tuple[int, ...]) -> list[int | None]:
    shown = counts(dict(zip(Managed, given, strict=True)))
    assert shown is not None
    return list(shown.values())


def test_a_question_that_few_have_answered_is_not_told() -> None:
    [month] = by_month([(DAY, GOOD)] * 4 + [(DAY, Rating(None, None, 2))], TODAY)
    assert month.ratings == 5 and month.managed is None and month.clear is None and month.manner == 3.5


def test_the_lines_say_what_is_shown_and_what_is_not() -> None:
    assert list(lines_of(by_month([], TODAY))) == ["There are no ratings of a month that has ended."]
    months = by_month([(DAY, GOOD)] * 8 + [(DAY, LOW)] * 2 + [(LATER, GOOD)], TODAY)
    assert list(lines_of(months)) == [
        "2026-11  10 ratings  done yes not shown, partly 0, no not shown  clear 4.0 of 5  treated 4.0 of 5",
        "2026-12  fewer than five ratings",
        "not shown: fewer than five, or what would give them away by subtraction",
    ]
    passed = list(lines_of(by_month([(DAY, Rating(None, 3, None))] * 5, TODAY)))
    assert passed == ["2026-11  5 ratings  done fewer than five  clear 3.0 of 5  treated fewer than five"]
