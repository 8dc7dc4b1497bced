"""A side door to the phone for scripts: JSON in place of pages."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.messages import Message, inbox
from kiosk.sandbox.moments import moment
from kiosk.sandbox.order_clock import bring_up_to_date
from kiosk.sandbox.phone.signins import answer, phone_line, waiting
from kiosk.sandbox.records import people_where
from kiosk.sandbox.tables import people
from kiosk.sandbox.web import Call


class Approval(Struct, forbid_unknown_fields=True):
    """What a person answers to a sign-in."""

    user_code: str
    person: str
    approve: bool


def approve(call: Call) -> Response:
    """Answer a sign-in for a person; 404 for an unknown code or person, 409 where it cannot be."""
    body = call.json(Approval)
    with call.world.store.begin() as db:
        sign_in = next(iter(waiting(db, call.world.now(), body.user_code)), None)
        if sign_in is None or not people_where(db, people.c.id == body.person):
            raise Problem(404, "There is no such sign-in, or no such person.")
        line = phone_line(db, body.person, sign_in.brand) if body.approve else None
        if (body.approve and line is None) or not answer(db, sign_in, line):
            raise Problem(409, "This person has no number there, or the sign-in was answered already.")
    return JSONResponse({"approved": body.approve, "operator": sign_in.brand.id})


def read_inbox(call: Call) -> Response:
    """Return the SMS of one number, the newest first."""
    phone = call.request.query_params.get("phone", "")
    bring_up_to_date(call.world)
    with call.world.store.begin() as db:
        found = inbox(db, frozenset({phone}), call.world.now())
    return JSONResponse([_shown(message) for message in found])


def _shown(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "phone": message.phone,
        "from": message.sender,
        "text": message.text,
        "at": moment(message.arrives_at),
    }
