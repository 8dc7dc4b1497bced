"""Outages of an area as service problems of TMF656; whoever has a token may read them."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.characteristics import both, characteristic
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.languages import wants_english
from kiosk.sandbox.moments import moment
from kiosk.sandbox.outage_book import OutageRecord, outages, outages_where
from kiosk.sandbox.places import DISTRICTS
from kiosk.sandbox.tariffs import Names
from kiosk.sandbox.tmf import Resource, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "outages:read"
BASE = bases.SERVICE_PROBLEM
LOOKED_AT = timedelta(minutes=10)
"""From an outage's beginning to its being worked on."""
KINDS: dict[str, Names] = {
    "mobile": ("手机信号", "mobile phones"),
    "broadband": ("宽带", "broadband"),
    "television": ("电视", "television"),
}


def list_outages(call: Call) -> Response:
    """List the outages, the newest first; filters choose an area or a state."""
    with authorised(call, SCOPE) as turn:
        found = outages_where(turn.db, outages.c.operator == turn.brand.id)
        return listed(call, [_problem(turn, outage) for outage in found])


def retrieve_outage(call: Call) -> Response:
    """Return one outage."""
    with authorised(call, SCOPE) as turn:
        this = (outages.c.operator == turn.brand.id, outages.c.id == turn.wanted_id)
        for outage in outages_where(turn.db, *this):
            return single(call, _problem(turn, outage))
        raise Problem(404, "There is no such outage.")


def _problem(turn: Turn, outage: OutageRecord) -> Resource:
    """Describe an outage; resolutionDate is when it was mended, so what is hoped for is told apart."""
    district = DISTRICTS[outage.area]
    english = wants_english(turn.call)
    over = outage.ends_at if outage.is_over(turn.now) else None
    changed = over or min(turn.now, outage.begun_at + LOOKED_AT)
    problem: Resource = {
        "id": outage.id,
        "href": f"{turn.root}/{BASE}/serviceProblem/{outage.id}",
        "category": "system.originated",
        "priority": 1,
        "reason": "networkFault",
        "description": _description(outage, over=over is not None)[english],
        "status": _status(turn, outage),
        "creationDate": moment(outage.begun_at),
        "statusChangeDate": moment(changed),
        "lastUpdate": moment(changed),
        "affectedLocation": [
            {"id": outage.area, "name": district.names[english], "role": "affectedArea"},
        ],
        "characteristic": [
            characteristic("takes", list(outage.takes)),
            characteristic("district", both(district.names)),
        ],
        "@type": "ServiceProblem",
    }
    if over is not None:
        return problem | {"resolutionDate": moment(over)}
    if outage.ends_at is not None:
        problem["characteristic"].append(characteristic("expectedResolutionDate", moment(outage.ends_at)))
    return problem


def _status(turn: Turn, outage: OutageRecord) -> str:
    if outage.is_over(turn.now):
        return "resolved"
    return "acknowledged" if turn.now < outage.begun_at + LOOKED_AT else "inProgress"


def _description(outage: OutageRecord, *, over: bool) -> Names:
    zh, en = DISTRICTS[outage.area].names
    taken_zh = "、".join(KINDS[one][0] for one in outage.takes)
    taken_en = " and ".join(KINDS[one][1] for one in outage.takes)
    if over:
        return f"{zh}的{taken_zh}已经修好了。", f"In {en}, {taken_en} work again."
    return f"{zh}的{taken_zh}出了故障，正在抢修。", f"In {en}, {taken_en} do not work. It is being mended."
