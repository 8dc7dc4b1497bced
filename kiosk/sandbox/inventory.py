"""Numbers and broadband accounts as products of TMF637."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.characteristics import both, characteristic
from kiosk.sandbox.homes import Home, home_of
from kiosk.sandbox.moments import start_of
from kiosk.sandbox.records import IN_SERVICE, LineRecord, PersonRecord, lines_where, party_id
from kiosk.sandbox.registers import STOP_NOTE, marks_of
from kiosk.sandbox.running_products import running_products
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import Resource, filter_of, listed, single
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
    """Return everything a person holds at this operator, each line before what runs on it."""
    held = lines_where(turn.db, lines.c.owner == person.id, lines.c.operator == turn.brand.id)
    found: list[Resource] = []
    for line in held:
        product = _product(turn, line, person)
        found += [product, *running_products(turn, product)]
    return found


def _product(turn: Turn, line: LineRecord, person: PersonRecord) -> Resource:
    party, home = party_id(turn.brand.id, person), home_of(turn.db, line.id, turn.today)
    product = {
        "id": line.id,
        "href": f"{turn.root}/{BASE}/product/{line.id}",
        "name": line.kind,
        "isBundle": False,
        "isCustomerVisible": True,
        "status": line.status,
        "startDate": start_of(line.since),
        "productSpecification": {"id": f"spec-{line.kind}", "name": line.kind},
        "productCharacteristic": _characteristics(turn, line, home),
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
    return product if home is None else product | {"place": [_place(home)]}


def _place(home: Home) -> Resource:
    return {"id": home.district.area, "name": home.district.names[0], "role": "installationAddress"}


def _characteristics(turn: Turn, line: LineRecord, home: Home | None) -> list[Resource]:
    values = _values(turn, line)
    if home is not None:
        values |= {
            "district": both(home.district.names),
            "downstreamMbps": home.downstream,
            "television": home.television,
        }
    return [characteristic(name, value) for name, value in values.items() if value]


def _values(turn: Turn, line: LineRecord) -> dict[str, Any]:
    """Return what is known of a line; what is empty does not apply."""
    mobile = line.kind == "mobile"
    note = marks_of(turn.db, line.id).get(STOP_NOTE) if line.stop_reason else None
    sub_cards = lines_where(turn.db, lines.c.sub_card_of == line.number, lines.c.status.in_(IN_SERVICE))
    return {
        "phoneNumber" if mobile else "accountNumber": line.number,
        "homeProvince": {"zh_CN": line.province_zh, "en": line.province_en},
        "homeCity": {"zh_CN": line.city_zh, "en": line.city_en},
        "network": line.network if mobile else "",
        "stopReason": line.stop_reason,
        "stopNote": both(note) if note else "",
        "keepNumber": line.keep_number,
        "mainNumber": line.sub_card_of,
        "subNumbers": [card.number for card in sub_cards],
    }
