"""Sums as the standards of TM Forum write them: `{"unit": "CNY", "value": 19.90}`, in yuan."""

from __future__ import annotations

from decimal import Decimal

from kiosk.domain.failures import Reason, Unavailable
from kiosk.operators.shapes import Shape
from kiosk.text import Money

UNIT = "CNY"
MOST = Decimal(10**9)
"""Yuan; below it a number of JSON tells every fen."""


class Amount(Shape, frozen=True):
    """A sum of money; nothing is guessed where the unit is left out."""

    unit: str
    value: Decimal


def money_from(amount: Amount, about: str) -> Money:
    """Read a sum exactly; raises Unavailable(BROKEN_ANSWER) for another unit or for parts of a fen."""
    if amount.unit != UNIT or not amount.value.is_finite() or abs(amount.value) > MOST:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: not a sum in yuan")
    fen = amount.value * 100
    if fen != fen.to_integral_value():
        raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: a sum with parts of a fen")
    return Money(int(fen))


def amount_of(money: Money) -> dict[str, object]:
    """Write a sum as a number of JSON, which a float tells exactly up to the fen."""
    return {"unit": UNIT, "value": money.fen / 100}
