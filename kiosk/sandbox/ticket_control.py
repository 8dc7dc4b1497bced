"""The control door for work orders: the company decides one and writes its answer; for this machine only."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct
from sqlalchemy import select
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.brands import BRANDS
from kiosk.sandbox.control import only_this_machine
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.tables import tickets
from kiosk.sandbox.ticket_answers import WORDS, decided
from kiosk.sandbox.ticket_book import ENDED
from kiosk.sandbox.web import Call


class Decision(Struct, forbid_unknown_fields=True):
    """Which ticket is decided how; without an answer the company writes its usual one."""

    id: str
    status: Literal["pending", "held", "resolved", "rejected", "closed"]
    answer: Annotated[str, Meta(max_length=4000)] = ""


def decide(call: Call) -> Response:
    """Decide a ticket; one that has ended stays as it is (409)."""
    only_this_machine(call)
    body = call.json(Decision)
    with call.world.store.begin() as db:
        row = db.execute(select(tickets).where(tickets.c.id == body.id).with_for_update()).first()
        if row is None:
            raise Problem(404, "There is no such ticket.")
        if row.document["statusChange"][-1]["status"] in ENDED:
            raise Problem(409, "This ticket has ended.")
        words = (body.answer, "") if body.answer else WORDS.get(body.status, ("", ""))
        document = decided(row.document, body.status, call.world.now(), BRANDS[row.operator], words)
        db.execute(tickets.update().where(tickets.c.id == body.id).values(document=document))
    return JSONResponse({"id": body.id, "status": body.status})
