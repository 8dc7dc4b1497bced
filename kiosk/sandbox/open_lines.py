"""The numbers whose money a token may see, and the accounts behind them."""

from __future__ import annotations

from sqlalchemy import ColumnElement

from kiosk.sandbox import bases
from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, party_id, person_with
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import Resource
from kiosk.sandbox.turn import Turn
from kiosk.text import PersonName


def lines_open_to(turn: Turn, party: str) -> list[LineRecord]:
    """List the token's person's numbers here; a client's own token must name a proven person."""
    people = {party_id(turn.brand.id, person): person for person in people_open_to(turn)}
    if turn.grant.line is None and party not in people:
        raise closed(turn)
    wanted = [person.id for id_, person in people.items() if party in {"", id_}]
    return mobile_lines(turn, lines.c.owner.in_(wanted))


def mobile_lines(turn: Turn, *conditions: ColumnElement[bool]) -> list[LineRecord]:
    """List mobile numbers of this operator, cancelled ones too: their last bills remain."""
    here = (lines.c.operator == turn.brand.id, lines.c.kind == "mobile")
    return lines_where(turn.db, *here, *conditions)


def account_id(line: LineRecord) -> str:
    """Return the id of the account behind a number."""
    return f"A-{line.id}"


def account_ref(turn: Turn, line: LineRecord) -> Resource:
    """Refer to the account behind a number."""
    id_ = account_id(line)
    return {
        "id": id_,
        "href": f"{turn.root}/{bases.ACCOUNT}/billingAccount/{id_}",
        "@referredType": "BillingAccount",
    }


def line_ref(turn: Turn, line: LineRecord) -> Resource:
    """Refer to a number as a product."""
    href = f"{turn.root}/{bases.PRODUCT_INVENTORY}/product/{line.id}"
    return {"id": line.id, "href": href, "@referredType": "Product"}


def owner_ref(turn: Turn, line: LineRecord) -> Resource:
    """Refer to whose number it is."""
    id_ = party_id(turn.brand.id, person_with(turn.db, line.owner))
    return {"id": id_, "role": "customer", "@referredType": "Individual"}


def masked(person: PersonRecord) -> str:
    """Return as much of a name as a stranger may see: 王*."""
    return f"{PersonName(person.name).family}*"
