"""What was used of a plan, month by month, as TMF677 reports it: asked for, and answered at once."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field
from starlette.responses import Response

from kiosk.domain.offers import Allowance
from kiosk.sandbox import bases
from kiosk.sandbox.access import closed
from kiosk.sandbox.charging import plan_in
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.holdings import running_on
from kiosk.sandbox.moments import moment, start_of
from kiosk.sandbox.months import last_day_of, last_months
from kiosk.sandbox.open_lines import line_ref, lines_open_to, owner_ref
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.tariffs import Tariff
from kiosk.sandbox.tmf import Resource, created, end_of, filter_of, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.use import held_by, used_in
from kiosk.sandbox.web import Call

SCOPE = "usage:read"
BASE = bases.USAGE
MONTHS = 3
_KINDS = (("voice", "min"), ("data", "MB"), ("sms", "SMS"))


class Ref(Struct):
    """A product, or a party, that is asked about."""

    id: str


class Criteria(Struct):
    """What a report is wanted of."""

    product: list[Ref] = []


class CreateQuery(Struct):
    """The body of POST queryUsageConsumption."""

    searchCriteria: Criteria  # noqa: N815 - the standard's own names
    relatedParty: list[Ref] = field(default_factory=list)  # noqa: N815


def create_query(call: Call) -> Response:
    """Report on one number's last three whole months."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateQuery)
        wanted = [one.id for one in body.searchCriteria.product]
        if len(wanted) != 1:
            raise Problem(400, "searchCriteria.product must name one number.")
        party = body.relatedParty[0].id if body.relatedParty else ""
        return created(_report(turn, _line(turn, party, wanted[0])))


def retrieve_query(call: Call) -> Response:
    """Return a report once more, by the id that it was given."""
    with authorised(call, SCOPE) as turn:
        party = filter_of(call, "relatedParty.id")
        kind, _, line = turn.wanted_id.partition("-")
        return single(call, _report(turn, _line(turn, party, line if kind == "U" else "")))


def _line(turn: Turn, party: str, wanted: str) -> LineRecord:
    for line in lines_open_to(turn, party):
        if line.id == wanted:
            return line
    raise closed(turn)


def _report(turn: Turn, line: LineRecord) -> Resource:
    plans = [
        (month, plan_in(running_on(turn.db, line.id, last_day_of(month)))) for month in _months(turn, line)
    ]
    return {
        "id": f"U-{line.id}",
        "href": f"{turn.root}/{BASE}/queryUsageConsumption/U-{line.id}",
        "queryUsageConsumptionDate": moment(turn.now),
        "searchCriteria": {"product": [line_ref(turn, line)]},
        "relatedParty": [owner_ref(turn, line)],
        "usageConsumption": [_month(turn, line, month, plan) for month, plan in plans if plan],
        "@type": "QueryUsageConsumption",
    }


def _months(turn: Turn, line: LineRecord) -> list[date]:
    return [month for month in last_months(turn.today, MONTHS) if month >= line.since.replace(day=1)]


def _month(turn: Turn, line: LineRecord, month: date, plan: Tariff) -> Resource:
    return {
        "id": f"U{month:%Y%m}-{line.id}",
        "name": f"{month:%Y-%m}",
        "state": "done",
        "validPeriod": _period(month),
        "product": [line_ref(turn, line)],
        "bucketRefOrValue": _buckets(line, month, used_in(month, line, plan), held_by(plan)),
        "@type": "UsageConsumption",
    }


def _buckets(line: LineRecord, month: date, used: Allowance, held: Allowance) -> list[Resource]:
    sums = zip(
        _KINDS,
        (used.minutes, used.megabytes, used.messages),
        (held.minutes, held.megabytes, held.messages),
        strict=True,
    )
    return [
        {
            "id": f"{usage_type}-{month:%Y%m}-{line.id}",
            "name": usage_type,
            "usageType": usage_type,
            "status": "expired",
            "validFor": _period(month),
            "remainingValue": {"amount": max(0, had - spent), "units": units},
            "bucketCounter": [_counter("used", spent, units), _counter("allowance", had, units)],
        }
        for (usage_type, units), spent, had in sums
    ]


def _counter(kind: str, amount: int, units: str) -> Resource:
    return {"counterType": kind, "level": "global", "value": {"amount": amount, "units": units}}


def _period(month: date) -> Resource:
    return {"startDateTime": start_of(month), "endDateTime": end_of(last_day_of(month))}
