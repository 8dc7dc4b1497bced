"""The text of a card: who it names, and everything that may be wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.card_text import BORN, NAME, NUMBER, SEX, SIZE, UNTIL, resident_card
from kiosk.devices.ports import CardError, CardProblem
from kiosk.devices.simulated_card import Chip
from kiosk.domain.id_cards import check_character
from tests.devices.cards import CARD, CHIP, TODAY, a_card


def problem_of(text: bytes, today: date = TODAY) -> CardProblem:
    with pytest.raises(CardError) as error:
        resident_card(text, today)
    assert CARD.id_number.characters not in str(error.value)
    return error.value.problem


def with_field(place: slice, value: str, text: bytes = CHIP.text()) -> bytes:
    width = (place.stop - place.start) // 2
    return text[: place.start] + value.ljust(width).encode("utf-16-le", "surrogatepass") + text[place.stop :]


@given(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=15),
    st.dates(date(1900, 1, 1), TODAY),
    st.integers(1, 999),
    st.none() | st.dates(date(2005, 1, 1), date(2060, 1, 1)),
)
def test_what_is_written_on_a_card_is_read(name: str, born: date, serial: int, until: date | None) -> None:
    card = a_card(name, born, serial, until)
    text = Chip(card).text()
    assert len(text) == SIZE and resident_card(text, TODAY) == card


def test_the_samples_of_the_standard_pass() -> None:
    assert check_character("11010519491231002") == "X" and check_character("44052418800101001") == "4"


@pytest.mark.parametrize("flag", ["J", "I", "Y", "?"])
def test_other_documents_are_told_apart(flag: str) -> None:
    assert problem_of(replace(CHIP, flag=flag).text()) is CardProblem.NOT_RESIDENT


@pytest.mark.parametrize(
    "text",
    [
        with_field(NAME, ""),
        with_field(NAME, "\ud800"),
        with_field(SEX, "1"),
        with_field(BORN, "19491230"),
        with_field(BORN, "1949"),
        with_field(NUMBER, "110105194912310021"),
        with_field(NUMBER, "11010519491231002x"),
        with_field(NUMBER, "1101051949123100２X"),
        with_field(NUMBER, ""),
        with_field(UNTIL, "20230229"),
        with_field(UNTIL, "long"),
    ],
    ids=lambda text: text.decode("utf-16-le", "replace").split("示例")[0].strip() or "empty",
)
def test_what_cannot_be_right_is_not_genuine(text: bytes) -> None:
    assert problem_of(text) is CardProblem.NOT_GENUINE


def test_nobody_is_older_than_130_or_not_yet_born() -> None:
    assert resident_card(CHIP.text(), date(2080, 12, 30)).age_on(date(2080, 12, 30)) == 130
    for day in (date(2080, 12, 31), date(1949, 12, 30)):
        assert problem_of(CHIP.text(), day) is CardProblem.NOT_GENUINE


@given(st.binary(max_size=300) | st.binary(min_size=SIZE, max_size=SIZE))
def test_any_bytes_at_all_are_only_a_problem(text: bytes) -> None:
    assert problem_of(text) in CardProblem


@given(st.integers(0, SIZE - 1), st.integers(1, 255))
def test_one_wrong_byte_never_makes_another_person(where: int, by: int) -> None:
    text = bytearray(CHIP.text())
    text[where] ^= by
    try:
        read = resident_card(bytes(text), TODAY)
    except CardError:
        return
    assert read.id_number == CARD.id_number and read.born == CARD.born
