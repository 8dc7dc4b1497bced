"""The catalogue of an operator as TMF620 publishes it: plans, add-ons and discounts, on sale or not."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.characteristics import both, characteristic
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.moments import start_of
from kiosk.sandbox.tariff_table import TARIFFS
from kiosk.sandbox.tariffs import FIRST_DAY, BeyondFees, Tariff
from kiosk.sandbox.tmf import Resource, cny, end_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "catalog:read"
BASE = bases.PRODUCT_CATALOG
CATEGORIES = {"plan": "套餐", "addOn": "增值业务", "discount": "优惠", "broadband": "宽带"}


def list_offerings(call: Call) -> Response:
    """List everything the operator sells or has sold; filters and pages as everywhere."""
    with authorised(call, SCOPE) as turn:
        found = [offering(turn, tariff) for tariff in TARIFFS]
    return listed(call, found)


def retrieve_offering(call: Call) -> Response:
    """Return one offering."""
    with authorised(call, SCOPE) as turn:
        for tariff in TARIFFS:
            if tariff.id == turn.wanted_id:
                return single(call, offering(turn, tariff))
    raise Problem(404, "There is no such offering.")


def offering(turn: Turn, tariff: Tariff) -> Resource:
    """Describe one offering with its prices, its rules and what it binds to."""
    sold = tariff.is_sold_on(turn.today)
    resource: Resource = {
        "id": tariff.id,
        "href": f"{turn.root}/{BASE}/productOffering/{tariff.id}",
        "name": tariff.name[0],
        "description": tariff.summary[0],
        "isBundle": tariff.family,
        "isSellable": sold,
        "lifecycleStatus": "Active" if sold else "Retired",
        "version": "1.0",
        "lastUpdate": start_of(FIRST_DAY),
        "validFor": _valid(tariff.sold_until),
        "category": [_category(tariff)],
        "productOfferingPrice": _prices(tariff),
        "prodSpecCharValueUse": [_use(name, value) for name, value in _values(tariff).items()],
        "@type": "ProductOffering",
    }
    if tariff.term_months:
        duration = {"amount": tariff.term_months, "units": "month"}
        resource["productOfferingTerm"] = [{"name": "contract", "duration": duration}]
    return resource


def _valid(until: date | None) -> Resource:
    valid = {"startDateTime": start_of(FIRST_DAY)}
    return valid if until is None else valid | {"endDateTime": end_of(until)}


def _category(tariff: Tariff) -> Resource:
    return {"id": tariff.category, "name": CATEGORIES[tariff.category], "@referredType": "Category"}


def _prices(tariff: Tariff) -> list[Resource]:
    monthly = _price(tariff, "monthly", tariff.fen, "recurring")
    monthly |= {"recurringChargePeriod": "month", "recurringChargePeriodLength": 1}
    return [monthly, *_beyond(tariff, tariff.beyond)]


def _beyond(tariff: Tariff, fees: BeyondFees | None) -> list[Resource]:
    if fees is None:
        return []
    minute = _price(tariff, "minute", fees.minute, "usage")
    gigabyte = _price(tariff, "gigabyte", fees.gigabyte, "usage")
    return [
        minute | {"unitOfMeasure": {"amount": 1, "units": "min"}},
        gigabyte | {"unitOfMeasure": {"amount": 1, "units": "GB"}},
    ]


def _price(tariff: Tariff, name: str, fen: int, kind: str) -> Resource:
    amount = {"taxIncludedAmount": cny(fen)}
    return {"id": f"{tariff.id}-{name}", "name": name, "priceType": kind, "price": amount}


def _values(tariff: Tariff) -> dict[str, Any]:
    """Return what must be known beside the prices; what does not apply is left out."""
    told: dict[str, Any] = {
        "publishedNumber": tariff.number,
        "displayName": both(tariff.name),
        "summary": both(tariff.summary),
        "effect": "nextMonth",
        "minutes": tariff.minutes,
        "megabytes": tariff.megabytes,
        "messages": tariff.messages,
        "capped": tariff.beyond is not None and tariff.beyond.capped,
        "minimumAge": tariff.age_from,
        "certificateKinds": list(tariff.certificates),
        "newCustomersOnly": tariff.newcomers_only,
        "onlyWith": tariff.only_with,
        "penaltyPercent": tariff.penalty_percent,
        "penaltyMonths": "begun" if tariff.penalty_percent else "",
        "recheckMonths": tariff.recheck_months,
    }
    return {name: value for name, value in told.items() if value}


def _use(name: str, value: Any) -> Resource:
    told = characteristic(name, value)
    kind = told["valueType"]
    values = [{"isDefault": True, "valueType": kind, "value": value}]
    return {"name": name, "valueType": kind, "productSpecCharacteristicValue": values}
