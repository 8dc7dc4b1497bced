"""What operators' counts and the national queries share: the body, who may ask, one query per key."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from sqlalchemy import Connection, select

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.oauth.tokens import Grant
from kiosk.sandbox.otp import PhoneNumber
from kiosk.sandbox.proofs import is_proven_anywhere
from kiosk.sandbox.records import PersonRecord, line_with, lines_where, people_where
from kiosk.sandbox.tables import lines, people, queries
from kiosk.sandbox.web import Call

SCOPE = "subscription-count:query"
MISMATCH = "SUBSCRIPTION_COUNT.ID_DOCUMENT_MISMATCH"


class CreateQuery(Struct):
    """The body of POST queries."""

    idDocumentType: Literal["national_id_card"]  # noqa: N815 - the specification's own names
    idDocument: Annotated[str, Meta(pattern=r"^[1-9][0-9]{16}[0-9X]$")]  # noqa: N815
    name: Annotated[str, Meta(min_length=1, max_length=64)]
    phoneNumber: PhoneNumber | None = None  # noqa: N815


@dataclass(frozen=True)
class QueryRecord:
    """A query that was taken; `done_at` is when its answer is there."""

    id: str
    issuer: str
    what: str
    client_id: str
    idempotency_key: str | None
    body: str
    person: str
    created_at: datetime
    done_at: datetime | None


def asker(call: Call, db: Connection, grant: Grant, body: CreateQuery) -> tuple[PersonRecord, str]:
    """Return who asks about themselves and the phone they hold; raises Problem 400, 403 or 422."""
    phone = _phone_at_hand(call, db, grant, body)
    named = people_where(db, people.c.id_number == body.idDocument, people.c.name == body.name)
    owned = {line.owner for line in lines_where(db, lines.c.number == phone, lines.c.kind == "mobile")}
    if not named or named[0].id not in owned:
        raise Problem(422, "ID document, name and phone do not belong together.", MISMATCH)
    return named[0], phone


def _phone_at_hand(call: Call, db: Connection, grant: Grant, body: CreateQuery) -> str:
    """Return the signed-in person's phone, or the proven one that a client's own token must name."""
    if grant.line is not None:
        return line_with(db, grant.line).number
    if body.phoneNumber is None:
        raise Problem(400, "phoneNumber is needed with a client's own token.")
    if not is_proven_anywhere(call, db, grant.client_id, body.phoneNumber):
        raise Problem(403, "Possession of this phone was not proven in the last 15 minutes.")
    return body.phoneNumber


def key_of(call: Call) -> str | None:
    """Return the Idempotency-Key of the request."""
    key = call.request.headers.get("idempotency-key")
    if key is not None and not 1 <= len(key) <= 256:
        raise Problem(400, "Idempotency-Key must have 1 to 256 characters.")
    return key


def asked_before(
    call: Call, db: Connection, grant: Grant, what: str, body: CreateQuery
) -> QueryRecord | None:
    """Find the query that this client made with the same key; the same key with another body is a conflict."""
    key = key_of(call)
    if key is None:
        return None
    row = db.execute(
        select(queries).where(
            queries.c.issuer == call.brand.id,
            queries.c.what == what,
            queries.c.client_id == grant.client_id,
            queries.c.idempotency_key == key,
        )
    ).first()
    if row is None:
        return None
    if row.body != _canonical(body):
        raise Problem(409, "This Idempotency-Key was used with another body.")
    return QueryRecord(**row._mapping)


def _canonical(body: Struct) -> str:
    return msgspec.json.encode(body, order="sorted").decode()


def take_query(
    call: Call,
    db: Connection,
    grant: Grant,
    what: str,
    body: CreateQuery,
    person: PersonRecord,
    done_at: datetime | None,
) -> QueryRecord:
    """Write down a new query."""
    record = {
        "id": str(uuid.uuid4()),
        "issuer": call.brand.id,
        "what": what,
        "client_id": grant.client_id,
        "idempotency_key": key_of(call),
        "body": _canonical(body),
        "person": person.id,
        "created_at": call.world.now(),
        "done_at": done_at,
    }
    db.execute(queries.insert().values(record))
    return QueryRecord(**record)  # type: ignore[arg-type]


def query_of(call: Call, db: Connection, grant: Grant, what: str) -> QueryRecord:
    """Return the query in the path, which only the client that made it may see."""
    row = db.execute(
        select(queries).where(
            queries.c.id == call.request.path_params["id"],
            queries.c.issuer == call.brand.id,
            queries.c.what == what,
            queries.c.client_id == grant.client_id,
        )
    ).first()
    if row is None:
        raise Problem(404, "There is no such query.")
    return QueryRecord(**row._mapping)
