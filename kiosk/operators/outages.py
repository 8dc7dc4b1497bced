"""Open outages of an area (TMF656), as an operator publishes them."""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.faults import Kin, Outage
from kiosk.operators.answers import shaped
from kiosk.operators.china import in_china
from kiosk.operators.fault_shapes import ServiceProblem
from kiosk.operators.labels import NAMELESS, known_in, label_from, letters, values_of
from kiosk.operators.pages import every
from kiosk.operators.product_shapes import Reference
from kiosk.operators.shapes import Instant
from kiosk.operators.system import System
from kiosk.text import Label

API = "service_problem"
OPEN = {"acknowledged", "pending", "held", "inprogress"}
"""The states of TMF656 in which it is broken; whatever is not known to be one is none."""
_KINS = {kin.value: kin for kin in Kin}


def outages_in(system: System, area: str) -> tuple[Outage, ...]:
    """List the open outages of an area that tell what they take away, the newest first."""
    url = system.url(API, "serviceProblem")
    try:
        told = list(
            every(system, None, url, list[ServiceProblem], system.by(), **{"affectedLocation.id": area})
        )
    except Refused as error:
        if error.reason is Reason.NOT_FOUND:
            return ()
        raise
    outages = [outage for problem in told if (outage := _outage(system, problem, area))]
    return tuple(sorted(outages, key=lambda outage: outage.since, reverse=True))


def _outage(system: System, problem: ServiceProblem, area: str) -> Outage | None:
    """Read a problem; None for one that is over, that is elsewhere, or that takes nothing we know."""
    values = values_of(problem.characteristic)
    takes = frozenset(known_in(values.get("takes"), _KINS))
    here = next((place for place in problem.affected_location if _covers(place.id, area)), None)
    if here is None or not takes or letters(problem.status) not in OPEN:
        return None
    if problem.creation_date is None:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: an outage without its day")
    return Outage(
        reference=problem.id,
        takes=takes,
        place=_place(values.get("district"), here),
        since=in_china(problem.creation_date),
        until=_until(system, values.get("expectedResolutionDate")),
    )


def _covers(place: str, area: str) -> bool:
    """Tell whether a division holds an area: GB/T 2260 fills up with noughts, 440100 is all of 4401."""
    while place.endswith("00"):
        place = place[:-2]
    return bool(place) and area.startswith(place)


def _place(district: object, here: Reference) -> Label:
    return label_from(district) or label_from(here.name) or NAMELESS


def _until(system: System, told: object) -> datetime | None:
    """Return when it should be mended; a time that has passed already tells nothing."""
    if told is None:
        return None
    until = in_china(shaped(told, Instant, f"{system.id} outage"))
    return until if until > system.now() else None
