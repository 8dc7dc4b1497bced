"""The SIM card in a number (TMF639), and when it was last changed (CAMARA sim-swap)."""

from __future__ import annotations

import re
from datetime import datetime

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.orders import SimCard
from kiosk.domain.people import Identity, Line
from kiosk.operators.china import e164
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.labels import values_of
from kiosk.operators.shapes import Characteristic, Instant, Shape
from kiosk.operators.system import System

RESOURCES, CHANGES = "resource", "sim_swap"
NOT_WORKING = {"suspended", "standby", "alarm"}
_ICCID = re.compile(r"[0-9]{17,19}[0-9A-Z]")
"""Most end in a check digit, some in a letter."""


class _Relationship(Shape, frozen=True):
    """What a resource belongs to."""

    id: str = ""


class _Resource(Shape, frozen=True):
    """A resource as an operator's inventory has it."""

    resource_status: str = ""
    resource_characteristic: tuple[Characteristic, ...] = ()
    resource_relationship: tuple[_Relationship, ...] = ()


class _Change(Shape, frozen=True):
    """The answer of retrieve-date; without a moment there was no change that the operator may tell."""

    latest_sim_change: Instant | None


def sim_of(system: System, identity: Identity, line: Line) -> SimCard:
    """Look at the card in a number; of two, one that works. Raises Refused(NOT_FOUND) where there is none."""
    by = system.by()
    cards = _cards(system, identity, line, by)
    if not cards:
        raise Refused(Reason.NOT_FOUND, f"{system.id}: a number without a SIM card")
    iccid, works = max(cards, key=lambda card: card[1])
    return SimCard(iccid[-4:], works, _changed(system, line, by))


def _cards(system: System, identity: Identity, line: Line, by: Deadline) -> list[tuple[str, bool]]:
    """Return ICCID and health of every SIM card in the line."""
    query = {"resourceRelationship.id": line.id}
    if not identity.access.token:
        query["relatedParty.id"] = identity.access.subject
    call = Call("GET", system.url(RESOURCES, "resource"), query=query)
    resources = system.ask(identity.access, call, by).shaped(list[_Resource])
    return [
        (_iccid(system, told), resource.resource_status not in NOT_WORKING)
        for resource in resources
        if line.id in {related.id for related in resource.resource_relationship}
        and (told := values_of(resource.resource_characteristic).get("iccid")) is not None
    ]


def _iccid(system: System, told: object) -> str:
    if isinstance(told, str) and _ICCID.fullmatch(told):
        return told
    raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: a SIM card without its number")


def _changed(system: System, line: Line, by: Deadline) -> datetime | None:
    """Ask when the card was changed; None where the operator does not tell. Silence is not taken for a no."""
    if not system.has(CHANGES):
        return None
    call = Call("POST", system.url(CHANGES, "retrieve-date"), json={"phoneNumber": e164(line.number)})
    try:
        return system.ask_as_kiosk(call, by).shaped(_Change).latest_sim_change
    except Refused:
        return None
