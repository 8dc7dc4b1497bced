"""How the network serves a number: whether it is reached, and what it may do; told alike by every API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.sandbox.conditions import Condition
from kiosk.sandbox.records import LineRecord

Way = Literal["DATA", "SMS"]
DataService = Literal["active", "throttled", "suspended"]


@dataclass(frozen=True)
class Service:
    """What the network sees of a phone, and what the operator lets its number do."""

    reached: tuple[Way, ...] = ("DATA", "SMS")
    calls_in: bool = True
    calls_out: bool = True
    data: DataService = "active"


FULL_STOP = Service((), calls_in=False, calls_out=False, data="suspended")
HALF_STOP = Service(("SMS",), calls_out=False, data="suspended")
_SERVICE = {
    Condition.NO_SIGNAL: Service(()),
    Condition.SIM_BROKEN: Service(()),
    Condition.PHONE_OFF: Service(()),
    Condition.PHONE_BROKEN: Service(()),
    Condition.DATA_OFF: Service(("SMS",), data="suspended"),
    Condition.DATA_SLOW: Service(data="throttled"),
    Condition.CALLS_OUT_OFF: HALF_STOP,
    Condition.SMS_ONLY: Service(("SMS",)),
}


def service_of(line: LineRecord, condition: Condition | None) -> Service:
    """Return how a number is served; one that is stopped not at all, in arrears perhaps by half."""
    half = condition is Condition.CALLS_OUT_OFF and line.stop_reason in {"", "arrears"}
    if line.status == "suspended" and not half:
        return FULL_STOP
    return Service() if condition is None else _SERVICE.get(condition, Service())
