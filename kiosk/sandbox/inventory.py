"""Numbers and broadband accounts as products of TMF637."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, party_id
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import Resource, filter_of, listed, single, start_of
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "inventory:read"
BASE = bases.PRODUCT_INVENTORY


def list_products(call: Call) -> Response:
    """List what the token's person holds; a client must name a proven person by relatedParty.id."""
    with authorised(call, SCOPE) as turn:
        people = people_open_to(turn)
        asked = filter_of(call, "relatedParty.id")
        if turn.grant.line is None and asked not in {party_id(call.brand.id, person) for person in people}:
            raise closed(turn)
        found = [product for person in people for product in products_of(turn, person)]
    return listed(call, found)


def retrieve_product(call: Call) -> Response:
    """Return one product of a person who is open to the token."""
    with authorised(call, SCOPE) as turn:
        return single(call, _product_open_to(turn))


def _product_open_to(turn: Turn) -> Resource:
    for person in people_open_to(turn):
        for product in products_of(turn, person):
            if product["id"] == turn.wanted_id:
                return product
    raise closed(turn)


def products_of(turn: Turn, person: PersonRecord) -> list[Resource]:
    """Return everything a person holds at this operator."""
    held = lines_where(turn.db, lines.c.owner == person.id, lines.c.operator == turn.brand.id)
    return [_product(turn, line, person) for line in held]


def _product(turn: Turn, line: LineRecord, person: PersonRecord) -> Resource:
    party = party_id(turn.brand.id, person)
    return {
        "id": line.id,
        "href": f"{turn.root}/{BASE}/product/{line.id}",
        "name": line.kind,
        "isBundle": False,
        "isCustomerVisible": True,
        "status": line.status,
        "startDate": start_of(line.since),
        "productSpecification": {"id": f"spec-{line.kind}", "name": line.kind},
        "productCharacteristic": _characteristics(line),
        "relatedParty": [
            {
                "id": party,
                "href": f"{turn.root}/tmf-api/partyManagement/v4/individual/{party}",
                "role": "customer",
                "@referredType": "Individual",
            }
        ],
        "@type": "Product",
    }


def _characteristics(line: LineRecord) -> list[Resource]:
    number_name = "phoneNumber" if line.kind == "mobile" else "accountNumber"
    found = [
        _characteristic(number_name, line.number),
        _characteristic("homeProvince", {"zh_CN": line.province_zh, "en": line.province_en}),
        _characteristic("homeCity", {"zh_CN": line.city_zh, "en": line.city_en}),
    ]
    if line.kind == "mobile":
        found.append(_characteristic("network", line.network))
    if line.stop_reason:
        found.append(_characteristic("stopReason", line.stop_reason))
    if line.keep_number:
        found.append(_characteristic("keepNumber", True))
    if line.sub_card_of:
        found.append(_characteristic("mainNumber", line.sub_card_of))
    return found


def _characteristic(name: str, value: Any) -> Resource:
    kinds = {bool: "boolean", str: "string", dict: "object"}
    return {"name": name, "valueType": kinds[type(value)], "value": value}
