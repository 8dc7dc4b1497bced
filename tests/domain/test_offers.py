from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.offers import Allowance, Offering, cheapest_first, first_of_next_month
from kiosk.text import Label, Money

NAME = Label.of({"en": "x"})
FEW = st.integers(0, 3)
ALLOWANCES = st.builds(Allowance, FEW, FEW, FEW)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def offering(id_: str, fen: int, minutes: int = 0, megabytes: int = 0) -> Offering:
    return Offering(id_, id_, NAME, NAME, Money(fen), Allowance(minutes, megabytes))


def test_the_cheapest_stands_first_and_of_equals_the_larger() -> None:
    offers = [
        offering("dear", 9900, 500, 40),
        offering("small", 1900, 100, 5),
        offering("talks", 1900, 200, 5),
        offering("surfs", 1900, 0, 10),
        offering("less", -1950),
    ]
    assert [one.id for one in cheapest_first(offers)] == ["less", "surfs", "talks", "small", "dear"]


@given(st.permutations([offering(str(fen), fen) for fen in range(5)]))
def test_the_order_of_asking_does_not_matter(offers: list[Offering]) -> None:
    assert [one.monthly.fen for one in cheapest_first(offers)] == [0, 1, 2, 3, 4]


def test_a_month_fits_in_only_with_all_of_it() -> None:
    held = Allowance(100, 1024, 10)
    assert held.covers(Allowance(100, 1024, 10))
    for use in (Allowance(101, 0, 0), Allowance(0, 1025, 0), Allowance(0, 0, 11)):
        assert not held.covers(use)


@given(ALLOWANCES, ALLOWANCES, ALLOWANCES)
def test_what_holds_more_holds_less(one: Allowance, two: Allowance, three: Allowance) -> None:
    assert one.covers(one)
    assert not (one.covers(two) and two.covers(three)) or one.covers(three)


def test_the_next_month_begins_also_after_december() -> None:
    assert first_of_next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert first_of_next_month(date(2028, 2, 29)) == date(2028, 3, 1)
    assert first_of_next_month(date(2026, 11, 1)) == date(2026, 12, 1)


@given(DAYS)
def test_a_change_counts_from_the_first_first_to_come(day: date) -> None:
    first = first_of_next_month(day)
    between = [day + timedelta(days=ahead) for ahead in range(1, (first - day).days)]
    assert first > day
    assert first.day == 1
    assert all(other.day != 1 for other in between)
