"""The control door: faults on order and a fresh start, for this machine only."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated, Literal

from msgspec import Meta, Struct
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.faults import ApiName, Fault, FaultKind
from kiosk.sandbox.web import Call

IssuerId = Literal["mobile", "unicom", "telecom", "broadnet", "national"]


class FaultOrder(Struct, forbid_unknown_fields=True):
    """One fault: where, what, and for `slow` how many seconds."""

    operator: IssuerId
    fault: FaultKind
    api: ApiName = "all"
    seconds: Annotated[float, Meta(ge=0, le=600)] = 0


def order_fault(call: Call) -> Response:
    """Begin or end a fault."""
    only_this_machine(call)
    body = call.json(FaultOrder)
    call.world.faults.order(body.operator, body.api, Fault(body.fault, body.seconds))
    return JSONResponse({"operator": body.operator, "api": body.api, "fault": body.fault})


def reset(call: Call) -> Response:
    """End all faults and begin with the people as they were at first."""
    only_this_machine(call)
    call.world.faults.clear()
    call.world.store.reseed(call.world.now())
    return Response(status_code=204)


def only_this_machine(call: Call) -> None:
    """Raise Problem 403 for a request from anywhere else."""
    client = call.request.client
    if client is None or not ip_address(client.host).is_loopback:
        raise Problem(403, "Only this machine may do that.")
