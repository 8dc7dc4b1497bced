from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kiosk.sandbox.brands import OPERATORS
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.persons import id_number
from kiosk.sandbox.tariff_table import tariff_with

GB_11643 = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1)


def passes(number: str) -> bool:
    """ISO 7064 MOD 11-2: the weighted sum of all eighteen leaves 1."""
    values = [10 if character == "X" else int(character) for character in number]
    return sum(weight * value for weight, value in zip(GB_11643, values, strict=True)) % 11 == 1


def test_a_known_number() -> None:
    assert id_number("110105", date(1949, 12, 31), 2) == "11010519491231002X"


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999))
def test_every_number_passes_its_check(born: date, serial: int) -> None:
    assert passes(id_number("990101", born, serial))


def test_everybody_is_well_formed() -> None:
    numbers = [holding.number for person in PEOPLE for holding in person.holdings]
    assert len(set(numbers)) == len(numbers)
    assert len({person.id_number for person in PEOPLE}) == len(PEOPLE)
    for person in PEOPLE:
        assert person.id_number.startswith("99")
        for holding in person.holdings:
            assert holding.operator in {brand.id for brand in OPERATORS}
            assert re.fullmatch(r"1[3-9]\d{9}", holding.number) or holding.kind == "broadband"


def test_ages() -> None:
    wang = PEOPLE[0]
    assert (wang.age_on(date(2026, 3, 11)), wang.age_on(date(2026, 3, 12))) == (71, 72)


def test_what_runs_is_in_the_catalogue() -> None:
    holdings = [holding for person in PEOPLE for holding in person.holdings]
    named = [one.offering for holding in holdings for one in holding.runs if one.kind != "cap"]
    plans = [plan for holding in holdings for plan in (holding.plan, holding.next_plan) if plan]
    assert [id_ for id_ in (*named, *plans) if tariff_with(id_) is None] == []
