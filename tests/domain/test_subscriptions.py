"""Days and sums of promises, on the awkward days too: month ends, leap days, the last day itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.offers import NOTHING, Counted, PenaltyRule
from kiosk.domain.people import Line, LineStatus
from kiosk.domain.subscriptions import (
    Contract,
    Running,
    Subscription,
    months_later,
    months_left,
    paid_so_far,
    penalty_for,
)
from kiosk.text import Label, Money, PhoneNumber

NAME = Label.of({"en": "x"})
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
BEGUN, FULL = Counted.BEGUN, Counted.FULL


def contract(ends: date, percent: int = 30, counted: Counted = BEGUN) -> Contract:
    rule = PenaltyRule(percent, counted)
    return Contract("c", NAME, NAME, date(2025, 7, 1), ends, Money.yuan(129), rule)


def running(fen: int) -> Running:
    return Running("r", "o", NAME, NAME, Money(fen), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_the_same_day_in_another_month(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then


@pytest.mark.parametrize(
    ("today", "ends", "begun", "full"),
    [
        (date(2026, 11, 23), date(2027, 6, 30), 8, 7),
        (date(2026, 11, 23), date(2027, 6, 23), 7, 7),
        (date(2026, 11, 23), date(2027, 6, 22), 7, 6),
        (date(2026, 11, 23), date(2026, 11, 24), 1, 0),
        (date(2026, 11, 23), date(2026, 11, 23), 0, 0),
        (date(2026, 11, 24), date(2026, 11, 23), 0, 0),
        (date(2027, 1, 31), date(2027, 2, 28), 1, 1),
        (date(2028, 1, 30), date(2028, 2, 29), 1, 1),
        (date(2028, 2, 29), date(2029, 2, 28), 12, 12),
        (date(2026, 12, 31), date(2027, 1, 1), 1, 0),
    ],
)
def test_months_that_are_left(today: date, ends: date, begun: int, full: int) -> None:
    assert (months_left(ends, today, BEGUN), months_left(ends, today, FULL)) == (begun, full)


@given(DAYS, st.integers(0, 60))
def test_so_many_months_later_so_many_are_left(today: date, months: int) -> None:
    ends = months_later(today, months)
    assert months_left(ends, today, FULL) == months_left(ends, today, BEGUN) == months


@given(DAYS, st.integers(0, 1000))
def test_a_begun_month_is_at_most_one_more_and_no_wait_makes_it_dearer(today: date, days: int) -> None:
    ends = today + timedelta(days=days)
    begun, full = months_left(ends, today, BEGUN), months_left(ends, today, FULL)
    assert 0 <= begun - full <= 1
    assert months_left(ends, today + timedelta(days=1), BEGUN) <= begun


def test_a_penalty_can_be_checked() -> None:
    penalty = penalty_for(contract(date(2027, 6, 23)), date(2026, 11, 23))
    assert (penalty.months, penalty.monthly, penalty.percent) == (7, Money.yuan(129), 30)
    assert penalty.total == Money(27090)


def test_after_the_last_day_nothing_is_to_pay() -> None:
    last = date(2027, 6, 23)
    assert penalty_for(contract(last), last).total == NOTHING
    assert penalty_for(contract(last), last + timedelta(days=1)).total == NOTHING
    assert penalty_for(contract(last), last - timedelta(days=1)).months == 1
    assert penalty_for(contract(last, counted=FULL), last - timedelta(days=1)).total == NOTHING


@given(DAYS, DAYS, st.integers(0, 100))
def test_no_penalty_is_below_nothing_or_over_the_whole(today: date, ends: date, percent: int) -> None:
    penalty = penalty_for(contract(ends, percent), today)
    assert NOTHING <= penalty.total <= penalty.monthly.times(penalty.months)


@pytest.mark.parametrize(
    ("since", "today", "fees"),
    [
        (date(2023, 11, 1), date(2026, 11, 23), 37),
        (date(2026, 11, 30), date(2026, 11, 30), 1),
        (date(2026, 11, 30), date(2026, 12, 1), 2),
        (date(2026, 12, 31), date(2027, 1, 1), 2),
        (date(2028, 2, 29), date(2028, 2, 29), 1),
        (date(2026, 11, 24), date(2026, 11, 23), 0),
    ],
)
def test_a_fee_for_every_month_begun(since: date, today: date, fees: int) -> None:
    assert paid_so_far(Money(600), since, today) == Money(600 * fees)


def test_the_fixed_fees_of_a_month_together() -> None:
    line = Line("l", PhoneNumber("13800130001"), NAME, date(2020, 1, 1), LineStatus.IN_USE)
    bare = Subscription(line, NAME, running(3900))
    assert bare.monthly == Money(3900)
    full = Subscription(line, NAME, running(3900), (running(600), running(1990)), (running(-1950),))
    assert full.monthly == Money(4540)
