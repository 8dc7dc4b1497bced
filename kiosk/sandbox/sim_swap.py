"""When the SIM card of a number was last changed (CAMARA sim-swap v2)."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from msgspec import Meta, Struct
from starlette.responses import JSONResponse, Response

from kiosk.sandbox import bases
from kiosk.sandbox.moments import moment
from kiosk.sandbox.phone_numbers import PhoneNumber, line_of
from kiosk.sandbox.sims import SimRecord, sim_in
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

BASE = bases.SIM_SWAP


class Check(Struct):
    """The body of check; `maxAge` in hours."""

    phoneNumber: PhoneNumber = ""  # noqa: N815 - the standard's own names
    maxAge: Annotated[int, Meta(ge=1, le=2400)] = 240  # noqa: N815


class RetrieveDate(Struct):
    """The body of retrieve-date."""

    phoneNumber: PhoneNumber = ""  # noqa: N815


def check(call: Call) -> Response:
    """Tell whether the card was changed in the last hours; a new number counts as a change."""
    with authorised(call, "sim-swap:check") as turn:
        body = call.json(Check)
        since = turn.now - timedelta(hours=body.maxAge)
        return JSONResponse({"swapped": _sim(turn, body.phoneNumber).changed_at > since})


def retrieve_date(call: Call) -> Response:
    """Tell when the card was last changed, or first put in."""
    with authorised(call, "sim-swap:retrieve-date") as turn:
        sim = _sim(turn, call.json(RetrieveDate).phoneNumber)
        return JSONResponse({"latestSimChange": moment(sim.changed_at)})


def _sim(turn: Turn, phone: str) -> SimRecord:
    sim = sim_in(turn.db, line_of(turn, phone).id)
    assert sim is not None, "every mobile number has a card"
    return sim
