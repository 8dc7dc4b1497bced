"""The control door for what is wrong: a line's condition, an area's outage; for this machine only."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct
from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.conditions import Condition, befall, mend
from kiosk.sandbox.control import only_this_machine
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.outage_book import Kin, OutageRecord, end_outage, note_outage, open_outages, outages
from kiosk.sandbox.places import DISTRICTS
from kiosk.sandbox.records import LineRecord, lines_where
from kiosk.sandbox.tables import lines
from kiosk.sandbox.web import Call


class ConditionOrder(Struct, forbid_unknown_fields=True):
    """What is to be wrong with a line, named by its product's id or its number; `none` mends it."""

    condition: Condition | Literal["none"]
    line: str = ""
    number: str = ""


class OutageOrder(Struct, forbid_unknown_fields=True):
    """An outage that begins, and in how many hours it should be mended; `over` ends those of the area."""

    operator: Literal["mobile", "unicom", "telecom", "broadnet"]
    area: str
    takes: list[Kin] = []
    hours: Annotated[float, Meta(gt=0, le=240)] | None = None
    over: bool = False


def set_condition(call: Call) -> Response:
    """Let something be wrong with a line, in place of what was; 404 for an unknown line."""
    only_this_machine(call)
    body = call.json(ConditionOrder)
    with call.world.store.begin() as db:
        line = _line(db, body)
        if isinstance(body.condition, str):
            mend(db, line.id)
            return JSONResponse({"line": line.id, "condition": "none"})
        if body.condition.at_home is (line.kind == "mobile"):
            raise Problem(400, f"That does not befall a line of the kind {line.kind}.")
        befall(db, line.id, body.condition)
    return JSONResponse({"line": line.id, "condition": body.condition.value})


def set_outage(call: Call) -> Response:
    """Let an outage begin, or all of an area be over."""
    only_this_machine(call)
    body, now = call.json(OutageOrder), call.world.now()
    if body.area not in DISTRICTS or not (body.takes or body.over):
        raise Problem(400, "area must be one of the sandbox's, and takes must tell what an outage takes.")
    with call.world.store.begin() as db:
        if body.over:
            here = (outages.c.operator == body.operator, outages.c.area == body.area)
            for outage in open_outages(db, now, *here):
                end_outage(db, outage, now)
            return Response(status_code=204)
        ends = None if body.hours is None else now + timedelta(hours=body.hours)
        begun = OutageRecord(
            operator=body.operator, area=body.area, takes=body.takes, begun_at=now, ends_at=ends
        )
        note_outage(db, begun)
    return JSONResponse({"id": begun.id})


def _line(db: Connection, body: ConditionOrder) -> LineRecord:
    written = (body.number, f"+86{body.number}")
    found = lines_where(db, (lines.c.id == body.line) | lines.c.number.in_(written))
    if len(found) != 1:
        raise Problem(404, "There is no such line.")
    return found[0]
