"""Ratings by month: what they come to, and nothing of fewer than five."""

from __future__ import annotations

from datetime import date

from kiosk.domain.rating_months import FEWEST, Month, by_month
from kiosk.domain.ratings import Managed, Rating
from kiosk.rating_lines import lines_of

DAY, LATER = date(2026, 11, 23), date(2026, 12, 1)
GOOD, LOW = Rating(Managed.YES, 5, 4), Rating(Managed.NO, 1, None)


def test_five_ratings_are_summed_up_and_four_are_not() -> None:
    november = [(DAY, GOOD)] * 4 + [(date(2026, 11, 1), LOW)]
    first, second = by_month([*[(LATER, LOW)] * (FEWEST - 1), *november])
    assert first.first == date(2026, 11, 1) and first.ratings == 5
    assert first.managed == {Managed.YES: 4, Managed.PARTLY: 0, Managed.NO: 1}
    assert first.clear == 4.2 and first.wait is None
    assert second == Month(LATER, None)


def test_a_question_that_few_have_answered_is_not_told() -> None:
    [month] = by_month([(DAY, GOOD)] * 4 + [(DAY, Rating(None, None, 2))])
    assert month.ratings == 5 and month.managed is None and month.clear is None and month.wait == 3.6


def test_the_lines_say_what_is_shown_and_what_is_not() -> None:
    assert list(lines_of(by_month([]))) == ["There are no ratings yet."]
    months = by_month([(DAY, GOOD)] * 4 + [(DAY, LOW)] + [(LATER, GOOD)])
    assert list(lines_of(months)) == [
        "2026-11  5 ratings  done yes 4, partly 0, no 1  clear 4.2 of 5  wait not shown",
        "2026-12  fewer than 5 ratings: not shown",
    ]
    passed = by_month([(DAY, Rating(None, 3, 3))] * 5)
    assert "done not shown" in next(iter(lines_of(passed)))
