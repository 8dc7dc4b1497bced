"""The check character of GB 11643, ages on awkward days, and cards that have run out."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.id_cards import IdCard, age_on, check_character
from kiosk.text import IdNumber, PersonName


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_check_character_of_the_standard(number: str) -> None:
    assert check_character(number[:17]) == number[17]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1960, 8, 8), date(2020, 8, 7), 59),
        (date(1960, 8, 8), date(2020, 8, 8), 60),
        (date(1964, 2, 29), date(2025, 2, 28), 60),
        (date(1964, 2, 29), date(2025, 3, 1), 61),
    ],
)
def test_ages_in_whole_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_a_card_is_good_on_its_last_day() -> None:
    card = IdCard(
        PersonName("王秀英"), IdNumber("11010519491231002X"), date(1949, 12, 31), date(2026, 11, 23)
    )
    assert not card.expired_on(date(2026, 11, 23)) and card.expired_on(date(2026, 11, 24))
    assert card.age_on(date(2026, 11, 23)) == 76
    assert not IdCard(card.name, card.id_number, card.born, None).expired_on(date(2126, 1, 1))
