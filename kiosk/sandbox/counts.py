"""How many numbers run under one ID at one operator (subscription-count v0.1)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.oauth.tokens import bearer
from kiosk.sandbox.queries import SCOPE, CreateQuery, QueryRecord, asked_before, asker, query_of, take_query
from kiosk.sandbox.records import IN_SERVICE, lines_where
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import moment
from kiosk.sandbox.web import Call

WHAT = "own"
BASE = "subscription-count/v0.1"


def create_count(call: Call) -> Response:
    """Take a count query; the answer is there after this operator's usual delay."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        body = call.json(CreateQuery)
        query = asked_before(call, db, grant, WHAT, body)
        if query is None:
            person, _ = asker(call, db, grant, body)
            delay = timedelta(seconds=call.world.options.pace.counts.get(call.brand.id, 0))
            query = take_query(call, db, grant, WHAT, body, person, call.world.now() + delay)
        location = f"{call.world.issuer_url(call.brand)}/{BASE}/queries/{query.id}"
        return JSONResponse(_shown(call, db, query), 201, {"Location": location})


def retrieve_count(call: Call) -> Response:
    """Tell the state and, once done, the count."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        return JSONResponse(_shown(call, db, query_of(call, db, grant, WHAT)))


def _shown(call: Call, db: Connection, query: QueryRecord) -> dict[str, Any]:
    done_at = query.done_at or query.created_at
    done = call.world.now() >= done_at
    entry: dict[str, Any] = {"operatorId": call.brand.id, "operatorName": call.brand.zh, "status": "pending"}
    if done:
        kinds = numbers_under(db, query.person)
        mobile, broadband = kinds[call.brand.id, "mobile"], kinds[call.brand.id, "broadband"]
        entry |= {"status": "ok", "mobile": mobile, "broadband": broadband, "asOf": moment(done_at)}
    return {
        "queryId": query.id,
        "state": "done" if done else "inProgress",
        "createdAt": moment(query.created_at),
        "expectedBy": moment(done_at),
        "counts": [entry],
    }


def numbers_under(db: Connection, person_id: str) -> Counter[tuple[str, str]]:
    """Count the lines in service under a person's ID, by operator and kind."""
    held = lines_where(db, lines.c.owner == person_id, lines.c.status.in_(IN_SERVICE))
    return Counter((line.operator, line.kind) for line in held)
