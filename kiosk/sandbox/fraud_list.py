"""The operators' shared list of numbers that cheat (fraud-list v0.1, an extension in CAMARA's style)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from msgspec import Meta, Struct
from starlette.responses import JSONResponse, Response

from kiosk.domain.faults import Cheat
from kiosk.sandbox import bases
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import filed_with, key_of
from kiosk.sandbox.fraud_book import ReportRecord, fraud_reports, looked_up, plain, reports_where, take_report
from kiosk.sandbox.moments import moment
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

BASE = bases.FRAUD_LIST
Number = Annotated[str, Meta(pattern=r"^[0-9]{3,20}\Z")]


class Check(Struct):
    """The body of check."""

    number: Number


class Report(Struct):
    """The body of reports."""

    number: Number
    category: Cheat


def check(call: Call) -> Response:
    """Tell what the list knows of a number."""
    with authorised(call, "fraud-list:check") as turn:
        found = looked_up(turn.db, plain(call.json(Check).number))
    told: dict[str, Any] = {
        "listed": found.cheat is not None,
        "reports": found.reports,
        "confirmed": found.confirmed,
    }
    return JSONResponse(told | ({"category": found.cheat.value} if found.cheat else {}))


def report(call: Call) -> Response:
    """Take a report; the same key by the same client gets the first answer again, with another body 409."""
    with authorised(call, "fraud-list:report") as turn:
        body = call.json(Report)
        taken = _taken_with(turn, key_of(turn)) or _take(turn, body)
        if (taken.number, taken.category) != (plain(body.number), body.category.value):
            raise Problem(409, "This Idempotency-Key was used with another body.")
        return JSONResponse({"reference": taken.reference, "createdAt": moment(taken.created_at)}, 201)


def _taken_with(turn: Turn, key: str | None) -> ReportRecord | None:
    return filed_with(turn, key, fraud_reports, partial(reports_where, turn.db))


def _take(turn: Turn, body: Report) -> ReportRecord:
    taken = ReportRecord(
        client_id=turn.grant.client_id,
        external_id=key_of(turn),
        number=plain(body.number),
        category=body.category.value,
        created_at=turn.now,
    )
    take_report(turn.db, taken)
    return taken
