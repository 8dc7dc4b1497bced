"""What the operator lets a number do now (CAMARA subscription-status v0.1, whose path is misspelt so)."""

from __future__ import annotations

from msgspec import Struct
from starlette.responses import JSONResponse, Response

from kiosk.sandbox import bases
from kiosk.sandbox.conditions import condition_of
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.mobile_service import service_of
from kiosk.sandbox.phone_numbers import PhoneNumber, line_of
from kiosk.sandbox.records import LineRecord, line_with
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "subscription-status:retrive-subscription-status"
BASE = bases.SUBSCRIPTION_STATUS


class Retrieve(Struct):
    """The body of retrive-subscription-status."""

    phoneNumber: PhoneNumber = ""  # noqa: N815 - the standard's own names


def retrieve(call: Call) -> Response:
    """Tell whether calls and SMS come in, go out, and how data runs."""
    with authorised(call, SCOPE) as turn:
        line = _line(turn, call.json(Retrieve).phoneNumber)
        service = service_of(line, condition_of(turn.db, line, turn.now))
    return JSONResponse(
        {
            "voiceSmsIn": _word(service.calls_in),
            "voiceSmsOut": _word(service.calls_out),
            "dataService": service.data,
        }
    )


def _line(turn: Turn, phone: str) -> LineRecord:
    """Return the number that is asked about; another than the token's own is refused (403)."""
    if turn.grant.line is None:
        return line_of(turn, phone)
    own = line_with(turn.db, turn.grant.line).number
    if phone and phone != own:
        raise Problem(403, "phoneNumber is not the token's own.", "INVALID_TOKEN_CONTEXT")
    return line_of(turn, own)


def _word(runs: bool) -> str:
    return "active" if runs else "suspended"
