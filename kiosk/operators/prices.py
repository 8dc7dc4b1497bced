"""Prices as catalogues and inventories write them: what a month costs, and what use beyond it costs."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.offers import Beyond, Counted, PenaltyRule
from kiosk.operators.amounts import Amount, money_from
from kiosk.operators.labels import letters, whole
from kiosk.operators.product_shapes import PriceTag, PriceValue, Quantity, Term
from kiosk.text import Money

MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
_MONTHLY = {"", "month", "months", "monthly"}
_MINUTE, _GIGABYTE = {"min", "minute", "minutes"}, {"gb", "gigabyte", "gigabytes"}


def monthly_of(tags: Iterable[PriceTag], about: str) -> Money | None:
    """Return what a month costs, all its parts together; None where no such price stands there."""
    fees = [money for tag in tags if _is_monthly(tag) and (money := _money(tag.price, about)) is not None]
    return sum(fees[1:], fees[0]) if fees else None


def beyond_of(tags: Iterable[PriceTag], about: str, *, capped: bool) -> Beyond | None:
    """Return what a minute and a gigabyte beyond the allowance cost; None where either is not told."""
    used = [tag for tag in tags if letters(tag.price_type).startswith("usage")]
    minute, gigabyte = (_first(used, units, about) for units in (_MINUTE, _GIGABYTE))
    return None if minute is None or gigabyte is None else Beyond(minute, gigabyte, capped)


def months_of(terms: Iterable[Term]) -> int:
    """Return the months that something binds, the longest of all terms; 0 binds nobody."""
    return max((_months(term.duration) for term in terms if term.duration), default=0)


def penalty_of(values: dict[str, object]) -> PenaltyRule | None:
    """Return the rule for ending early; None where none is told."""
    percent = values.get("penaltyPercent")
    if percent is None:
        return None
    full = values.get("penaltyMonths") == Counted.FULL.value
    return PenaltyRule(whole(percent), Counted.FULL if full else Counted.BEGUN)


def _is_monthly(tag: PriceTag) -> bool:
    once = tag.recurring_charge_period_length == 1
    return once and letters(tag.price_type).startswith("recurring") and _period(tag) in _MONTHLY


def _period(tag: PriceTag) -> str:
    return letters(tag.recurring_charge_period)


def _first(tags: Iterable[PriceTag], units: set[str], about: str) -> Money | None:
    found = (tag.price for tag in tags if _is_one(tag.unit_of_measure, units))
    return next((money for price in found if (money := _money(price, about)) is not None), None)


def _is_one(quantity: Quantity, units: set[str]) -> bool:
    return quantity.amount == 1 and letters(quantity.units) in units


def _months(duration: Quantity) -> int:
    return whole(duration.amount) * MONTHS.get(letters(duration.units), 0)


def _money(price: PriceValue, about: str) -> Money | None:
    amount = price.tax_included_amount
    if amount is None and price.value is not None:
        amount = Amount(unit=price.unit, value=price.value)
    return None if amount is None else money_from(amount, about)
