"""What runs on a line, as products of TMF637 that rely on the line's own product."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.sandbox.characteristics import both, characteristic
from kiosk.sandbox.holdings import ENDED, ProductRecord, held_on
from kiosk.sandbox.moments import start_of
from kiosk.sandbox.tariff_table import tariff_with
from kiosk.sandbox.tariffs import Names
from kiosk.sandbox.tmf import Resource, cny, end_of
from kiosk.sandbox.turn import Turn

NAMES: dict[str, Names] = {
    "contract": ("套餐合约", "Plan contract"),
    "special": ("靓号协议", "Promise for a special number"),
    "cap": ("超套封顶", "Limit beyond the plan"),
}
"""The names of what no catalogue sells."""


def running_products(turn: Turn, line: Resource) -> list[Resource]:
    """Describe what runs on a line or will, given its own product; on a line that is over nothing does."""
    if line["status"] in ENDED:
        return []
    day = turn.today
    return [_product(record, line, record.state_on(day)) for record in held_on(turn.db, line["id"], day)]


def _product(record: ProductRecord, line: Resource, state: str) -> Resource:
    relies_on = {"id": line["id"], "href": line["href"], "@referredType": "Product"}
    resource: Resource = {
        "id": record.id,
        "href": line["href"].replace(line["id"], record.id),
        "name": _names(record)[0],
        "isBundle": False,
        "isCustomerVisible": True,
        "status": state,
        "startDate": start_of(record.since),
        "productSpecification": {"id": f"spec-{record.kind}", "name": record.kind},
        "productCharacteristic": [characteristic(name, value) for name, value in _values(record)],
        "productRelationship": [{"relationshipType": "reliesOn", "product": relies_on}],
        "relatedParty": line["relatedParty"],
        "@type": "Product",
    }
    if record.offering:
        resource["productOffering"] = {"id": record.offering, "name": _names(record)[0]}
    if (fen := _fen(record)) is not None:
        resource["productPrice"] = [_monthly(fen)]
    if record.until is not None:
        resource["terminationDate"] = end_of(record.until)
    if record.kind == "contract":
        resource["productTerm"] = [_term(record)]
    return resource


def _names(record: ProductRecord) -> Names:
    """Return what it is called: a contract and a limit by their kind, all else by the catalogue."""
    kind = "special" if record.details.get("special") else record.kind
    tariff = tariff_with(record.offering)
    return NAMES[kind] if kind in NAMES or tariff is None else tariff.name


def _values(record: ProductRecord) -> Iterator[tuple[str, Any]]:
    """Tell the characteristics: the catalogue's, and everything noted that is meant for the customer."""
    yield "displayName", both(_names(record))
    tariff = tariff_with(record.offering)
    if tariff is not None and record.kind != "contract":
        yield "summary", both(tariff.summary)
    details = dict(record.details)
    for name in ("got", "soldBy", "lender"):
        if name in details:
            yield name, both(details.pop(name))
    for name in ("instalment", "limit"):
        if name in details:
            yield name, cny(details.pop(name))
    yield from ((name, value) for name, value in details.items() if name not in {"fen", "months"})


def _fen(record: ProductRecord) -> int | None:
    """Return the fee of a month: the catalogue's, or the one that a contract was made for."""
    told: int | None = record.details.get("fen")
    tariff = tariff_with(record.offering)
    return told if told is not None or tariff is None else tariff.fen


def _monthly(fen: int) -> Resource:
    price = {"taxIncludedAmount": cny(fen)}
    return {"name": "monthly", "priceType": "recurring", "recurringChargePeriod": "month", "price": price}


def _term(record: ProductRecord) -> Resource:
    ends = {} if record.until is None else {"endDateTime": end_of(record.until)}
    valid = {"startDateTime": start_of(record.since), **ends}
    duration = {"amount": record.details["months"], "units": "month"}
    return {"name": "contract", "duration": duration, "validFor": valid}
