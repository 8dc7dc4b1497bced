"""What the network knows of a phone: whether it reaches it, and what it lets it do (CAMARA)."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.faults import DataService, Reach, ServiceState
from kiosk.domain.people import Identity, Line
from kiosk.operators.answers import Answer
from kiosk.operators.china import e164
from kiosk.operators.http import Call
from kiosk.operators.settling import Json
from kiosk.operators.shapes import Shape
from kiosk.operators.system import System

REACHABILITY, STATUS = "reachability", "subscription_status"
RETRIEVE_STATUS = "retrive-subscription-status"
"""The standard's own spelling."""

Can = Literal["active", "suspended"]


class _Reachability(Shape, frozen=True):
    """The answer of retrieve; `connectivity` may be left out."""

    reachable: bool
    connectivity: tuple[str, ...] = ()


class _Status(Shape, frozen=True):
    """The answer of retrive-subscription-status."""

    voice_sms_in: Can
    voice_sms_out: Can
    data_service: DataService


def reach_of(system: System, identity: Identity, line: Line) -> Reach:
    """Tell how the network reaches a phone; raises Unavailable where it does, but the operator not how."""
    url = system.url(REACHABILITY, "retrieve")
    naming: Json = {"device": {"phoneNumber": e164(line.number)}}
    told = _asked(system, identity, line, url, naming).shaped(_Reachability)
    if not told.reachable:
        return Reach.NONE
    if "DATA" in told.connectivity:
        return Reach.DATA
    if "SMS" in told.connectivity:
        return Reach.SMS
    raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: a phone that is reached, but not how")


def state_of(system: System, identity: Identity, line: Line) -> ServiceState:
    """Tell what a number may do now."""
    url = system.url(STATUS, RETRIEVE_STATUS)
    naming: Json = {"phoneNumber": e164(line.number)}
    told = _asked(system, identity, line, url, naming).shaped(_Status)
    return ServiceState(told.voice_sms_in == "active", told.voice_sms_out == "active", told.data_service)


def _asked(system: System, identity: Identity, line: Line, url: str, naming: Json) -> Answer:
    """Ask with the kiosk's own token and name the number; where that may not, with hers, if it is hers.

    Her token stands for the phone that she signed in with, and for no other; a number beside it would be
    refused (422 UNNECESSARY_IDENTIFIER).
    """
    by = system.by()
    try:
        return system.ask_as_kiosk(Call("POST", url, json=naming), by)
    except Refused as error:
        if not (error.is_about_access and identity.access.token and identity.phone == line.number):
            raise
    return system.ask(identity.access, Call("POST", url, json={}), by)
