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
from kiosk.sandbox.outage_news import tell_now
from kiosk.sandbox.places import DISTRICTS
from kiosk.sandbox.records import LineRecord, lines_where
from kiosk.sandbox.tables import lines
from kiosk.sandbox.web import Call

NOTHING = "none"


class ConditionOrder(Struct, forbid_unknown_fields=True):
    """What is to be wrong with a line, named by its product's id or its number; `none` mends it."""

    condition: str
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
        if body.condition == NOTHING:
            mend(db, line.id)
        elif body.condition in (known := befalling(line)):
            befall(db, line.id, known[body.condition])
        else:
            raise Problem(400, f"condition must be {NOTHING}, or one of: {', '.join(known)}.")
    return JSONResponse({"line": line.id, "condition": body.condition})


def befalling(line: LineRecord) -> dict[str, Condition]:
    """Return what can be wrong with a line of its kind, by name."""
    return {one.value: one for one in Condition if one.at_home is (line.kind == "broadband")}


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
                tell_now(db, outage, now)
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
