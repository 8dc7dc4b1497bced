"""What operators' counts and the national queries share: the body, who may ask, one query per key."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct
from sqlalchemy import ColumnElement, Connection, select

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.phone_numbers import PhoneNumber
from kiosk.sandbox.proofs import is_proven_anywhere
from kiosk.sandbox.records import PersonRecord, line_with, lines_where, people_where
from kiosk.sandbox.tables import lines, people, queries
from kiosk.sandbox.turn import Turn

SCOPE = "subscription-count:query"
MISMATCH = "SUBSCRIPTION_COUNT.ID_DOCUMENT_MISMATCH"


class CreateQuery(Struct):
    """The body of POST queries."""

    idDocumentType: Literal["national_id_card"]  # noqa: N815 - the specification's own names
    idDocument: Annotated[str, Meta(pattern=r"^[1-9][0-9]{16}[0-9X]$")]  # noqa: N815
    name: Annotated[str, Meta(min_length=1, max_length=64)]
    phoneNumber: PhoneNumber | None = None  # noqa: N815


@dataclass(frozen=True, kw_only=True)
class QueryRecord:
    """A query that was taken; `done_at` is when its answer is there, `body` what a repetition must equal."""

    id: str = field(default_factory=lambda: f"Q{secrets.token_hex(4).upper()}")
    issuer: str
    what: str
    client_id: str
    person: str
    created_at: datetime
    idempotency_key: str | None = None
    body: str = ""
    done_at: datetime | None = None


def save(db: Connection, query: QueryRecord) -> QueryRecord:
    """Write down a new query."""
    db.execute(queries.insert(), asdict(query))
    return query


def asked(turn: Turn, what: str, body: CreateQuery, person: PersonRecord, **values: Any) -> QueryRecord:
    """Write down what this request asks."""
    query = QueryRecord(
        issuer=turn.brand.id,
        what=what,
        client_id=turn.grant.client_id,
        person=person.id,
        created_at=turn.now,
        idempotency_key=_key(turn),
        body=_canonical(body),
        **values,
    )
    return save(turn.db, query)


def asked_before(turn: Turn, what: str, body: CreateQuery) -> QueryRecord | None:
    """Find the query that this client made with the same key; raises Problem(409) for another body."""
    key = _key(turn)
    if key is None:
        return None
    query = _find(turn, what, queries.c.idempotency_key == key)
    if query is not None and query.body != _canonical(body):
        raise Problem(409, "This Idempotency-Key was used with another body.")
    return query


def query_of(turn: Turn, what: str) -> QueryRecord:
    """Return the query in the path, which only the client that made it may see."""
    query = _find(turn, what, queries.c.id == turn.wanted_id)
    if query is None:
        raise Problem(404, "There is no such query.")
    return query


def asker(turn: Turn, body: CreateQuery) -> tuple[PersonRecord, str]:
    """Return who asks about themselves and the phone they hold; raises Problem 400, 403 or 422."""
    phone = _phone_at_hand(turn, body)
    named = people_where(turn.db, people.c.id_number == body.idDocument, people.c.name == body.name)
    registered = lines_where(turn.db, lines.c.number == phone, lines.c.kind == "mobile")
    if not named or named[0].id not in {line.owner for line in registered}:
        raise Problem(422, "ID document, name and phone do not belong together.", MISMATCH)
    return named[0], phone


def _phone_at_hand(turn: Turn, body: CreateQuery) -> str:
    """Return the signed-in person's phone, or the proven one that a client's own token must name."""
    if turn.grant.line is not None:
        return line_with(turn.db, turn.grant.line).number
    if body.phoneNumber is None:
        raise Problem(400, "phoneNumber is needed with a client's own token.")
    if not is_proven_anywhere(turn.call, turn.db, turn.grant.client_id, body.phoneNumber):
        raise Problem(403, "Possession of this phone was not proven in the last 15 minutes.")
    return body.phoneNumber


def _key(turn: Turn) -> str | None:
    key = turn.call.request.headers.get("idempotency-key")
    if key is not None and not 1 <= len(key) <= 256:
        raise Problem(400, "Idempotency-Key must have 1 to 256 characters.")
    return key


def _canonical(body: CreateQuery) -> str:
    return msgspec.json.encode(body, order="sorted").decode()


def _find(turn: Turn, what: str, condition: ColumnElement[bool]) -> QueryRecord | None:
    row = turn.db.execute(
        select(queries).where(
            queries.c.issuer == turn.brand.id,
            queries.c.what == what,
            queries.c.client_id == turn.grant.client_id,
            condition,
        )
    ).first()
    return None if row is None else QueryRecord(**row._mapping)
