"""What a bill comes to, when it is a sudden one, and how much a person usually uses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.bills import Bill, Charge, Part, Usage, is_sudden, usual_use
from kiosk.domain.offers import Allowance
from kiosk.text import Label, Money

MONTH = date(2024, 2, 1)
FEN = st.integers(-(10**7), 10**7)
CHARGES = st.lists(st.builds(Charge, st.just(Label.of({"en": "x"})), st.sampled_from(Part), FEN.map(Money)))


def bill(fen: int, charges: tuple[Charge, ...] = ()) -> Bill:
    return Bill("b", MONTH, Money(fen), paid=True, charges=charges)


def used(minutes: int, megabytes: int, messages: int) -> Usage:
    return Usage(MONTH, Allowance(minutes, megabytes, messages), Allowance())


@pytest.mark.parametrize(
    ("newest", "before", "sudden"),
    [
        (15001, (3000, 3000, 3000), True),
        (15000, (3000, 3000, 3000), False),
        (5, (1, 1, 1), False),
        (6, (1, 1, 1), True),
        (15001, (0, 9000, 0, 900000), True),
        (15001, (3000, 3000), False),
        (1, (0, 0, 0), True),
        (0, (0, 0, 0), False),
    ],
)
def test_a_sudden_bill_is_over_five_times_the_mean_of_three(
    newest: int, before: tuple[int, ...], sudden: bool
) -> None:
    assert is_sudden([bill(newest), *map(bill, before)]) is sudden


def test_without_bills_nothing_is_sudden() -> None:
    assert not is_sudden([])


@given(st.lists(st.integers(0, 10**7), min_size=3, max_size=3))
def test_sudden_is_judged_to_the_fen(before: list[int]) -> None:
    at_most = sum(before) * 5 // 3
    assert [is_sudden([bill(fen), *map(bill, before)]) for fen in (at_most, at_most + 1)] == [False, True]


@given(CHARGES)
def test_the_three_parts_come_to_the_whole(charges: list[Charge]) -> None:
    one = bill(sum(charge.amount.fen for charge in charges), tuple(charges))
    parts = [one.sum_of(part) for part in Part]
    assert sum(part.fen for part in parts) == one.total.fen


def test_a_part_without_charges_comes_to_nothing() -> None:
    assert bill(0).sum_of(Part.OTHER) == Money(0)


def test_usual_use_is_the_most_of_each() -> None:
    assert usual_use([used(10, 500, 0), used(90, 20, 3), used(0, 0, 1)]) == Allowance(90, 500, 3)
    assert usual_use([]) == Allowance()
