"""Sums on the wire: every fen goes there and back, and nothing else is taken for money."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.failures import Reason, Unavailable
from kiosk.operators.amounts import Amount, amount_of, money_from
from kiosk.operators.answers import shaped
from kiosk.operators.strict_json import strict_json
from kiosk.text import Money


def read(text: str) -> Money:
    return money_from(shaped(strict_json(text.encode()), Amount, "here"), "here")


@given(st.integers(-(10**11), 10**11))
def test_every_fen_goes_there_and_back(fen: int) -> None:
    assert read(json.dumps(amount_of(Money(fen)))) == Money(fen)
    assert read(f'{{"unit": "CNY", "value": "{Decimal(fen) / 100}"}}') == Money(fen)


@pytest.mark.parametrize(
    ("value", "fen"), [("19.90", 1990), ("5", 500), ("0.1", 10), ("1.99e1", 1990), ("-7.05", -705)]
)
def test_numbers_in_every_dress(value: str, fen: int) -> None:
    assert read(f'{{"unit": "CNY", "value": {value}, "more": 1}}') == Money(fen)


@pytest.mark.parametrize(
    "text",
    [
        '{"unit": "USD", "value": 1}',
        '{"unit": "CNY", "value": 0.001}',
        '{"unit": "CNY", "value": 1e300}',
        '{"unit": "CNY", "value": "NaN"}',
        '{"unit": "CNY", "value": "Infinity"}',
        '{"unit": "CNY", "value": null}',
        '{"unit": "CNY", "value": true}',
        '{"value": 1}',
        '{"unit": "CNY"}',
    ],
)
def test_what_is_no_sum_of_yuan_and_fen(text: str) -> None:
    with pytest.raises(Unavailable) as caught:
        read(text)
    assert caught.value.reason is Reason.BROKEN_ANSWER
