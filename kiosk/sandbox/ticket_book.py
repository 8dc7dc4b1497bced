"""The book of work orders: filed, found again, and how each stands now."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, select

from kiosk.sandbox import bases
from kiosk.sandbox.filing import filed_with
from kiosk.sandbox.holdings import product_with
from kiosk.sandbox.moments import moment
from kiosk.sandbox.places import COUNTRY
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, party_id
from kiosk.sandbox.tables import lines, tickets
from kiosk.sandbox.ticket_bodies import CreateTicket, canonical, given
from kiosk.sandbox.tmf import Resource
from kiosk.sandbox.turn import Turn

BASE = bases.TROUBLE_TICKET
ENDED = frozenset({"cancelled", "closed", "resolved", "rejected"})
REPAIR, OUTAGE = "repair", "outageReport"
ANSWER_WITHIN = timedelta(days=15)
"""The rules for complaints of telecom users: the operator answers within fifteen days."""
MENDED_WITHIN, MENDED_IN_THE_COUNTRY_WITHIN = timedelta(hours=48), timedelta(hours=72)
"""The Telecommunications Regulations, article 32."""


@dataclass(frozen=True, kw_only=True)
class TicketRecord:
    """A ticket; `document` is what TMF621 lets a client give, `body` what was sent first."""

    id: str
    operator: str
    client_id: str
    external_id: str | None
    body: str
    person: str
    document: Mapping[str, Any]
    created_at: datetime


def tickets_where(turn: Turn, *conditions: ColumnElement[bool]) -> list[TicketRecord]:
    """List this operator's tickets, the oldest first, and keep others from changing them meanwhile."""
    here = select(tickets).where(tickets.c.operator == turn.brand.id, *conditions)
    rows = turn.db.execute(here.order_by(tickets.c.created_at).with_for_update())
    return [TicketRecord(**row._mapping) for row in rows]


def ticket_filed_with(turn: Turn, key: str | None) -> TicketRecord | None:
    """Find the ticket that this client filed with a key."""
    return filed_with(turn, key, tickets, partial(tickets_where, turn))


def file_ticket(turn: Turn, body: CreateTicket, key: str | None, person: PersonRecord) -> TicketRecord:
    """Write down a new ticket."""
    document = given(body) | {"statusChange": [change("acknowledged", turn.now)]}
    document["expectedResolutionDate"] = moment(turn.now + _within(turn, document))
    if not body.relatedParty:
        customer = party_id(turn.brand.id, person)
        document["relatedParty"] = [{"id": customer, "role": "customer", "@referredType": "Individual"}]
    record = TicketRecord(
        id=f"TT{turn.today:%Y%m%d}-{uuid.uuid4().hex[:6].upper()}",
        operator=turn.brand.id,
        client_id=turn.grant.client_id,
        external_id=key,
        body=canonical(body),
        person=person.id,
        document=document,
        created_at=turn.now,
    )
    turn.db.execute(tickets.insert(), asdict(record))
    return record


def lines_of(turn: Turn, document: Mapping[str, Any]) -> list[LineRecord]:
    """List the numbers and accounts that a ticket is about, be it by what runs on them."""
    named = [one["id"] for one in document["relatedEntity"] if one["@referredType"] == "Product"]
    running = [product.line for id_ in named if (product := product_with(turn.db, id_))]
    return lines_where(turn.db, lines.c.id.in_([*named, *running]))


def _within(turn: Turn, document: Mapping[str, Any]) -> timedelta:
    """Return how long the operator may take."""
    if document["ticketType"] not in {REPAIR, OUTAGE}:
        return ANSWER_WITHIN
    country = any(line.city_zh in COUNTRY for line in lines_of(turn, document))
    return MENDED_IN_THE_COUNTRY_WITHIN if country else MENDED_WITHIN


def rewrite(turn: Turn, record: TicketRecord, document: Resource) -> None:
    """Write down what a ticket has become."""
    turn.db.execute(tickets.update().where(tickets.c.id == record.id).values(document=document))


def change(status: str, when: datetime, reason: str = "") -> dict[str, str]:
    """Describe one change of state."""
    entry = {"status": status, "changeDate": moment(when)}
    return entry | {"changeReason": reason} if reason else entry


def history(turn: Turn, record: TicketRecord) -> list[dict[str, str]]:
    """Return the states so far; some time after its filing a ticket is worked on."""
    changes: list[dict[str, str]] = list(record.document["statusChange"])
    worked_on = record.created_at + timedelta(seconds=turn.call.world.options.pace.ticket_progress)
    if changes[-1]["status"] == "acknowledged" and turn.now >= worked_on:
        changes.append(change("inProgress", worked_on))
    return changes


def ticket(turn: Turn, record: TicketRecord) -> Resource:
    """Describe a ticket as TMF621 does."""
    changes = history(turn, record)
    last = changes[-1]
    resource = {
        "id": record.id,
        "href": f"{turn.root}/{BASE}/troubleTicket/{record.id}",
        "expectedResolutionDate": moment(record.created_at + ANSWER_WITHIN),
        **record.document,
        "status": last["status"],
        "statusChange": changes,
        "statusChangeDate": last["changeDate"],
        "creationDate": moment(record.created_at),
        "lastUpdate": last["changeDate"],
        "@type": "TroubleTicket",
    }
    if "changeReason" in last:
        resource["statusChangeReason"] = last["changeReason"]
    return resource | ({"externalId": record.external_id} if record.external_id else {})
