"""The comfort card: every comfort comes back, nothing else is taken, nothing personal has a place on it."""

from __future__ import annotations

from binascii import crc_hqx
from dataclasses import fields, replace
from enum import Enum
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.comfort import Comfort, Hand, Switches, Theme
from kiosk.domain.comfort_card import MOST_CHARACTERS, SETTINGS, CardFlaw, NotACard, card_of, comfort_on
from kiosk.text import Language

FIRST = "KIOSKCOMFORT1:L0S3T0V1R3U3M1H0B0X0E0W0P3G0"
PLAIN = f"{FIRST}K0"
COMFORTS = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in SETTINGS.values()}).map(
    lambda chosen: a_comfort(**chosen)
)


def a_comfort(**chosen: Any) -> Comfort:
    return replace(Comfort(), **chosen)


def signed(text: str) -> str:
    return f"{text}*{crc_hqx(text.encode(), 0xFFFF):04X}"


def flaw_of(text: str) -> CardFlaw | None:
    try:
        comfort_on(text)
    except NotACard as error:
        return error.flaw
    return None


@given(COMFORTS)
def test_every_comfort_comes_back_from_a_short_card_of_capitals_and_digits(comfort: Comfort) -> None:
    card = card_of(comfort)
    assert comfort_on(card) == comfort
    assert len(card) <= 61, "what a code of version 3 holds in capitals and digits"
    assert set(card) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:*")


def test_cards_of_today_stay_readable() -> None:
    assert card_of(Comfort()) == signed(PLAIN) and comfort_on(signed(PLAIN)) == Comfort()
    loud = Comfort(Language.EN, size=4, theme=Theme.YELLOW_ON_BLACK, rate=6, volume=4, hand=Hand.LEFT)
    read = comfort_on(signed("KIOSKCOMFORT1:L1S4T3V1R6U4M0H1B1X1E1W2P6G1K1"))
    assert read == replace(
        loud,
        motion=False,
        low=True,
        lens=True,
        exploring=True,
        switches=Switches.ONE,
        pace=6,
        signing=True,
        talking=True,
    )


def test_the_first_cards_stay_readable() -> None:
    assert comfort_on(signed(FIRST)) == Comfort()


def test_only_switches_and_small_numbers_are_on_a_card_and_never_the_curtain() -> None:
    names = {name for name, _ in SETTINGS.values()}
    assert names == {field.name for field in fields(Comfort)} - {"curtain"}
    for name, values in SETTINGS.values():
        assert len(values) <= 10 and len(set(values)) == len(values), name
        assert all(isinstance(value, Enum | bool) or value in range(10) for value in values), name
        kinds = {type(value) for value in values}
        assert all(not issubclass(kind, Enum) or len(kind) == len(values) for kind in kinds), name
    assert card_of(Comfort(curtain=True)) == card_of(Comfort())


def test_what_later_kiosks_add_is_passed_over() -> None:
    assert comfort_on(signed(f"{PLAIN}Q12")) == comfort_on(signed(PLAIN)) == Comfort()


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", CardFlaw.ANOTHER_CODE),
        ("https://pay.example/?id=1", CardFlaw.ANOTHER_CODE),
        (signed(PLAIN + "Q1" * MOST_CHARACTERS), CardFlaw.ANOTHER_CODE),
        (PLAIN, CardFlaw.NOT_READ_WELL),
        (f"{PLAIN}*0000", CardFlaw.NOT_READ_WELL),
        (signed(PLAIN) + "\n", CardFlaw.NOT_READ_WELL),
        (signed(f"{PLAIN}S3"), CardFlaw.NOT_READ_WELL),
        (signed(f"{PLAIN}-"), CardFlaw.NOT_READ_WELL),
        (signed(f"{PLAIN}张"), CardFlaw.NOT_READ_WELL),
        (signed(f"{PLAIN}Q٣"), CardFlaw.NOT_READ_WELL),
        (signed(FIRST.removesuffix("G0")), CardFlaw.NOT_READ_WELL),
        (signed(PLAIN.replace("T1:", "T2:")), CardFlaw.TOO_NEW),
        (signed(PLAIN.replace("T0", "T9")), CardFlaw.TOO_NEW),
    ],
)
def test_everything_else_is_refused_and_the_reason_told(text: str, flaw: CardFlaw) -> None:
    assert flaw_of(text) is flaw


@given(
    st.text() | st.text(alphabet="KIOSKCOMFRT1:*LSTV0139AF").map(lambda rest: signed(f"KIOSKCOMFORT1:{rest}"))
)
@example("KIOSKCOMFORT1:\ud800*0000")
def test_garbage_is_refused(text: str) -> None:
    assert flaw_of(text) is not None


@given(COMFORTS, st.data())
def test_one_wrong_sign_is_noticed(comfort: Comfort, data: st.DataObject) -> None:
    card = card_of(comfort)
    at = data.draw(st.integers(0, len(card) - 1))
    sign = data.draw(st.characters(min_codepoint=32, max_codepoint=126).filter(lambda sign: sign != card[at]))
    assert flaw_of(card[:at] + sign + card[at + 1 :]) is not None
