"""Whether the network reaches a phone now (CAMARA device-reachability-status v1)."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType
from starlette.responses import JSONResponse, Response

from kiosk.sandbox import bases
from kiosk.sandbox.conditions import condition_of
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.mobile_service import service_of
from kiosk.sandbox.moments import moment
from kiosk.sandbox.phone_numbers import PhoneNumber, line_of
from kiosk.sandbox.records import LineRecord, line_with
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "device-reachability-status:read"
BASE = bases.REACHABILITY


class Ipv4(Struct):
    """An IPv4 address and port, which this sandbox knows of no phone."""

    publicAddress: str | UnsetType = UNSET  # noqa: N815 - the standard's own names
    privateAddress: str | UnsetType = UNSET  # noqa: N815
    publicPort: Annotated[int, Meta(ge=0, le=65535)] | UnsetType = UNSET  # noqa: N815


class Device(Struct):
    """By what a phone can be named; one of the four must be there."""

    phoneNumber: PhoneNumber | UnsetType = UNSET  # noqa: N815
    networkAccessIdentifier: str | UnsetType = UNSET  # noqa: N815
    ipv4Address: Ipv4 | UnsetType = UNSET  # noqa: N815
    ipv6Address: str | UnsetType = UNSET  # noqa: N815

    @property
    def is_named(self) -> bool:
        """Whether anything is there."""
        told = (self.phoneNumber, self.networkAccessIdentifier, self.ipv4Address, self.ipv6Address)
        return any(one is not UNSET for one in told)


class Retrieve(Struct):
    """The body of retrieve."""

    device: Device | UnsetType = UNSET


def retrieve(call: Call) -> Response:
    """Tell by which way a phone is reached: by its own token, or by its number with a client's."""
    with authorised(call, SCOPE) as turn:
        device = call.json(Retrieve).device
        line = _line(turn, device)
        ways = service_of(line, condition_of(turn.db, line, turn.now)).reached
    told: dict[str, Any] = {"lastStatusTime": moment(turn.now), "reachable": bool(ways)}
    if ways:
        told["connectivity"] = ways
    return JSONResponse(told if device is UNSET else {"device": {"phoneNumber": line.number}} | told)


def _line(turn: Turn, device: Device | UnsetType) -> LineRecord:
    """Return the number that is asked about; raises Problem 400, 404 or 422 as the standard has it."""
    if device is not UNSET and not device.is_named:
        raise Problem(400, "device must name one identifier.")
    if turn.grant.line is not None:
        if device is not UNSET:
            raise Problem(422, "The token tells the device already.", "UNNECESSARY_IDENTIFIER")
        return line_of(turn, line_with(turn.db, turn.grant.line).number)
    if device is UNSET:
        return line_of(turn, "")
    if device.phoneNumber is UNSET:
        raise Problem(422, "A device is known by its phoneNumber here.", "UNSUPPORTED_IDENTIFIER")
    return line_of(turn, device.phoneNumber)
