"""Whether something may be done on a line, asked beforehand (TMF679), with every reason at once."""

from __future__ import annotations

import uuid
from typing import Any

import msgspec
from sqlalchemy import JSON, Column, ForeignKey, String, Table, select
from starlette.responses import Response

from kiosk.domain.orders import OrderKind
from kiosk.sandbox import bases
from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.eligibility import Hindrance, hindrances, starts_on
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.languages import wants_english
from kiosk.sandbox.moments import moment, start_of
from kiosk.sandbox.qualification_bodies import CreateQualification, Item
from kiosk.sandbox.records import LineRecord, lines_where, party_id
from kiosk.sandbox.tables import METADATA, lines
from kiosk.sandbox.tmf import Resource, created, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "qualification:write"
BASE = bases.QUALIFICATION
KINDS = {kind.value: kind for kind in OrderKind}

qualifications = Table(
    "qualifications",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False),
    Column("person", String(40), ForeignKey("people.id"), nullable=False),
    Column("document", JSON, nullable=False),
)


def create_qualification(call: Call) -> Response:
    """Answer a question at once; certificates are used for the answer and not written down."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateQualification)
        kind = KINDS.get(body.category.id)
        if kind is None:
            raise Problem(400, "category.id must be the kind of an order.")
        held = {line.id: line for line in _lines_open_to(turn, body)}
        asked = [(item, _line_of(turn, held, item)) for item in body.items]
        answers = [_answered(turn, kind, item, line) for item, line in asked]
        resource = _resource(turn, body, answers)
        row = {"id": resource["id"], "operator": turn.brand.id, "person": asked[0][1].owner}
        turn.db.execute(qualifications.insert(), row | {"document": resource})
    return created(resource)


def retrieve_qualification(call: Call) -> Response:
    """Return an answer that was given before, to the person it was about."""
    with authorised(call, SCOPE) as turn:
        query = select(qualifications.c.document).where(
            qualifications.c.id == turn.wanted_id,
            qualifications.c.operator == turn.brand.id,
            qualifications.c.person.in_([person.id for person in people_open_to(turn)]),
        )
        document: Resource | None = turn.db.execute(query).scalar_one_or_none()
        if document is None:
            raise closed(turn)
    return single(call, document)


def _lines_open_to(turn: Turn, body: CreateQualification) -> list[LineRecord]:
    """Return the lines of the token's person; a client must name a proven one by relatedParty."""
    people = people_open_to(turn)
    named = {party.id for party in body.relatedParty if party.referredType == "Individual"}
    if named or turn.grant.line is None:
        people = [person for person in people if party_id(turn.brand.id, person) in named]
    if not people:
        raise closed(turn)
    owners = [person.id for person in people]
    return lines_where(turn.db, lines.c.owner.in_(owners), lines.c.operator == turn.brand.id)


def _line_of(turn: Turn, held: dict[str, LineRecord], item: Item) -> LineRecord:
    if item.line not in held:
        raise Problem(400, "product names no line that this customer holds.")
    return held[item.line]


def _answered(turn: Turn, kind: OrderKind, item: Item, line: LineRecord) -> Resource:
    offering = item.productOffering.id if item.productOffering else None
    found = hindrances(turn, line, kind, offering, item.certificate)
    answer: Resource = {
        "id": item.id,
        "action": item.action,
        "product": {"id": line.id},
        "state": "done",
        "qualificationItemResult": "unqualified" if found else "qualified",
    }
    if offering:
        answer["productOffering"] = {"id": offering}
    if found:
        return answer | {"eligibilityUnavailabilityReason": [_reason(turn, one) for one in found]}
    return answer | {"expectedActivationDate": start_of(starts_on(turn, kind))}


def _reason(turn: Turn, hindrance: Hindrance) -> dict[str, str]:
    """Write a reason in the language that was asked for."""
    label = hindrance.en if wants_english(turn.call) else hindrance.zh
    return {"code": hindrance.code.value, "label": label}


def _resource(turn: Turn, body: CreateQualification, answers: list[Resource]) -> Resource:
    id_ = str(uuid.uuid4())
    parties: list[dict[str, Any]] = msgspec.to_builtins(body.relatedParty)
    return {
        "id": id_,
        "href": f"{turn.root}/{BASE}/productOfferingQualification/{id_}",
        "state": "done",
        "instantSyncQualification": True,
        "provideUnavailabilityReason": True,
        "productOfferingQualificationDate": moment(turn.now),
        "effectiveQualificationDate": moment(turn.now),
        "qualificationResult": _whole_result(answers),
        "category": {"id": body.category.id},
        "relatedParty": parties,
        "productOfferingQualificationItem": answers,
        "@type": "ProductOfferingQualification",
    }


def _whole_result(answers: list[Resource]) -> str:
    """Say qualified where all items are, unqualified where none is, conditional between."""
    results = {answer["qualificationItemResult"] for answer in answers}
    return next(iter(results)) if len(results) == 1 else "conditional"
