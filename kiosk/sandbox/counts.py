"""How many numbers run under one ID at one operator (subscription-count v0.1)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from kiosk.sandbox import bases
from kiosk.sandbox.moments import moment
from kiosk.sandbox.queries import SCOPE, CreateQuery, QueryRecord, asked, asked_before, asker, query_of
from kiosk.sandbox.records import IN_SERVICE, lines_where
from kiosk.sandbox.tables import lines
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

WHAT = "own"
BASE = bases.SUBSCRIPTION_COUNT


def create_count(call: Call) -> Response:
    """Take a count query; the answer is there after this operator's usual delay."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateQuery)
        query = asked_before(turn, WHAT, body)
        if query is None:
            person, _ = asker(turn, body)
            delay = timedelta(seconds=call.world.options.pace.counts.get(call.brand.id, 0))
            query = asked(turn, WHAT, body, person, done_at=turn.now + delay)
        location = f"{turn.root}/{BASE}/queries/{query.id}"
        return JSONResponse(_shown(turn, query), 201, {"Location": location})


def retrieve_count(call: Call) -> Response:
    """Tell the state and, once done, the count."""
    with authorised(call, SCOPE) as turn:
        return JSONResponse(_shown(turn, query_of(turn, WHAT)))


def _shown(turn: Turn, query: QueryRecord) -> dict[str, Any]:
    done_at = query.done_at or query.created_at
    done = turn.now >= done_at
    entry: dict[str, Any] = {"operatorId": turn.brand.id, "operatorName": turn.brand.zh, "status": "pending"}
    if done:
        kinds = numbers_under(turn.db, query.person)
        mobile, broadband = kinds[turn.brand.id, "mobile"], kinds[turn.brand.id, "broadband"]
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
