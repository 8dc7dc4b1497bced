"""Work orders as TMF621 describes them: filed once per externalId, answered within fifteen days."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select
from starlette.responses import Response

from kiosk.sandbox.access import people_open_to
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.inventory import products_of
from kiosk.sandbox.oauth.tokens import Grant, bearer
from kiosk.sandbox.records import PersonRecord, party_id
from kiosk.sandbox.tables import tickets
from kiosk.sandbox.ticket_bodies import CreateTicket, UpdateTicket, canonical, given
from kiosk.sandbox.tmf import Resource, created, filter_of, listed, moment, single
from kiosk.sandbox.web import Call

SCOPE = "tickets:write"
BASE = "tmf-api/troubleTicket/v4"
ANSWER_WITHIN = timedelta(days=15)
ENDED = frozenset({"cancelled", "closed", "resolved"})


def create_ticket(call: Call) -> Response:
    """File a ticket; the same key by the same client gives the first one again, with another body 409."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        body = call.json(CreateTicket)
        key = _key(call, body)
        row = _filed(call, db, grant, key)
        if row is None:
            person = _person_concerned(call, db, grant, body)
            _check_products(call, db, person, body)
            row = _file(call, db, grant, body, key, person)
        elif row.body != canonical(body):
            raise Problem(409, "This externalId was used with another body.")
        return created(_ticket(call, row))


def list_tickets(call: Call) -> Response:
    """List a person's tickets; a client that filed one may always find it again by externalId."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        filed = _filed(call, db, grant, filter_of(call, "externalId") or None)
        if filed is not None:
            return listed(call, [_ticket(call, filed)])
        people = [person.id for person in people_open_to(call, db, grant)]
        if not people and not filter_of(call, "externalId"):
            raise Problem(403, "Possession of a customer's phone was not proven in the last 15 minutes.")
        mine = select(tickets).where(tickets.c.operator == call.brand.id, tickets.c.person.in_(people))
        return listed(call, [_ticket(call, row) for row in db.execute(mine.order_by(tickets.c.created_at))])


def retrieve_ticket(call: Call) -> Response:
    """Return one ticket to its person, or to the client that filed it."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        row = _row(call, db)
        if row.client_id != grant.client_id:
            _check_person(call, db, grant, row)
        return single(call, _ticket(call, row))


def change_ticket(call: Call) -> Response:
    """Merge what a customer may change; an ended ticket stays as it is."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        row = _row(call, db)
        _check_person(call, db, grant, row)
        body = given(call.json(UpdateTicket))
        if _history(call, row)[-1]["status"] in ENDED:
            raise Problem(409, "This ticket has ended.")
        reason = body.pop("statusChangeReason", None)
        changes = list(_history(call, row))
        if status := body.pop("status", None):
            changes.append(_change(status, call.world.now(), reason))
        document = {**row.document, **body, "statusChange": changes}
        db.execute(tickets.update().where(tickets.c.id == row.id).values(document=document))
        return single(call, _ticket(call, _row(call, db)))


def _key(call: Call, body: CreateTicket) -> str | None:
    """Return the idempotency key: externalId, or the header; they must not differ."""
    keys = {key for key in (body.externalId or None, call.request.headers.get("idempotency-key")) if key}
    if len(keys) > 1:
        raise Problem(400, "externalId and Idempotency-Key must be the same.")
    key = next(iter(keys), None)
    if key is not None and len(key) > 256:
        raise Problem(400, "The key must have at most 256 characters.")
    return key


def _filed(call: Call, db: Connection, grant: Grant, key: str | None) -> Row[Any] | None:
    """Find the ticket that this client filed with a key."""
    return db.execute(
        select(tickets).where(
            tickets.c.external_id == key,
            tickets.c.client_id == grant.client_id,
            tickets.c.operator == call.brand.id,
        )
    ).first()


def _person_concerned(call: Call, db: Connection, grant: Grant, body: CreateTicket) -> PersonRecord:
    """Return whose ticket it is: the token's person, or the proven one that relatedParty names."""
    open_to = {party_id(call.brand.id, one): one for one in people_open_to(call, db, grant)}
    named = [party.id for party in body.relatedParty if party.referredType == "Individual"]
    if any(id_ not in open_to for id_ in named):
        raise Problem(403, "relatedParty names a person that this token does not reach.")
    if named:
        return open_to[named[0]]
    if grant.line is None:
        raise Problem(400, "relatedParty must name the customer (@referredType Individual).")
    return next(iter(open_to.values()))


def _check_products(call: Call, db: Connection, person: PersonRecord, body: CreateTicket) -> None:
    held = {product["id"] for product in products_of(call, db, person)}
    for entity in body.relatedEntity:
        if entity.referredType == "Product" and entity.id not in held:
            raise Problem(400, "relatedEntity names a product that this customer does not hold.")


def _file(
    call: Call, db: Connection, grant: Grant, body: CreateTicket, key: str | None, person: PersonRecord
) -> Row[Any]:
    now = call.world.now()
    document = given(body) | {"statusChange": [_change("acknowledged", now, None)]}
    if not body.relatedParty:
        customer = party_id(call.brand.id, person)
        document["relatedParty"] = [{"id": customer, "role": "customer", "@referredType": "Individual"}]
    row = {
        "id": f"TT{now:%Y%m%d}-{uuid.uuid4().hex[:6].upper()}",
        "operator": call.brand.id,
        "client_id": grant.client_id,
        "external_id": key,
        "body": canonical(body),
        "person": person.id,
        "document": document,
        "created_at": now,
    }
    db.execute(tickets.insert().values(row))
    return db.execute(select(tickets).where(tickets.c.id == row["id"])).one()


def _row(call: Call, db: Connection) -> Row[Any]:
    wanted = select(tickets).where(
        tickets.c.id == call.request.path_params["id"], tickets.c.operator == call.brand.id
    )
    row = db.execute(wanted.with_for_update()).first()
    if row is None:
        raise Problem(404, "There is no such ticket.")
    return row


def _check_person(call: Call, db: Connection, grant: Grant, row: Row[Any]) -> None:
    if row.person not in {person.id for person in people_open_to(call, db, grant)}:
        raise Problem(404, "There is no such ticket.")


def _change(status: str, when: datetime, reason: str | None) -> dict[str, str]:
    change = {"status": status, "changeDate": moment(when)}
    return change | {"changeReason": reason} if reason else change


def _history(call: Call, row: Row[Any]) -> list[dict[str, str]]:
    """Return the ticket's states so far; it is worked on some time after filing."""
    changes: list[dict[str, str]] = row.document["statusChange"]
    worked_on = row.created_at + timedelta(seconds=call.world.options.pace.ticket_progress)
    if changes[-1]["status"] == "acknowledged" and call.world.now() >= worked_on:
        return [*changes, _change("inProgress", worked_on, None)]
    return changes


def _ticket(call: Call, row: Row[Any]) -> Resource:
    history = _history(call, row)
    last = history[-1]
    ticket = {
        "id": row.id,
        "href": f"{call.world.issuer_url(call.brand)}/{BASE}/troubleTicket/{row.id}",
        **row.document,
        "status": last["status"],
        "statusChange": history,
        "statusChangeDate": last["changeDate"],
        "creationDate": moment(row.created_at),
        "lastUpdate": last["changeDate"],
        "expectedResolutionDate": moment(row.created_at + ANSWER_WITHIN),
        "@type": "TroubleTicket",
    }
    return ticket | ({"externalId": row.external_id} if row.external_id else {})
