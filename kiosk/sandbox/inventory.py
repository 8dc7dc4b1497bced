"""Numbers and broadband accounts as products of TMF637."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.oauth.tokens import Grant, bearer
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, party_id
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import Resource, filter_of, listed, single, start_of
from kiosk.sandbox.web import Call

SCOPE = "inventory:read"
BASE = "tmf-api/productInventory/v4"


def list_products(call: Call) -> Response:
    """List what the token's person holds; a client must name a proven person by relatedParty.id."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        people = people_open_to(call, db, grant)
        asked = filter_of(call, "relatedParty.id")
        if grant.line is None and asked not in {party_id(call.brand.id, person) for person in people}:
            raise closed(grant)
        found = [product for person in people for product in products_of(call, db, person)]
    return listed(call, found)


def retrieve_product(call: Call) -> Response:
    """Return one product of a person who is open to the token."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        return single(call, _product_open_to(call, db, grant, call.request.path_params["id"]))


def _product_open_to(call: Call, db: Connection, grant: Grant, id_: str) -> Resource:
    for person in people_open_to(call, db, grant):
        for product in products_of(call, db, person):
            if product["id"] == id_:
                return product
    raise closed(grant)


def products_of(call: Call, db: Connection, person: PersonRecord) -> list[Resource]:
    """Return everything a person holds at this operator."""
    held = lines_where(db, lines.c.owner == person.id, lines.c.operator == call.brand.id)
    return [_product(call, line, person) for line in held]


def _product(call: Call, line: LineRecord, person: PersonRecord) -> Resource:
    party = party_id(call.brand.id, person)
    root = call.world.issuer_url(call.brand)
    return {
        "id": line.id,
        "href": f"{root}/{BASE}/product/{line.id}",
        "name": line.kind,
        "isBundle": False,
        "isCustomerVisible": True,
        "status": line.status,
        "startDate": start_of(line.since),
        "productSpecification": {"id": f"spec-{line.kind}", "name": line.kind},
        "productOffering": {"id": line.plan, "name": line.plan},
        "productCharacteristic": _characteristics(line),
        "relatedParty": [
            {
                "id": party,
                "href": f"{root}/tmf-api/partyManagement/v4/individual/{party}",
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
