"""What was used of a plan, month by month, as TMF677 reports it: asked for, and answered at once.

The running month is told where the time that is asked about reaches into it, or where its data is used up.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from msgspec import UNSET, Struct, UnsetType, field
from starlette.responses import Response

from kiosk.domain.calendar import CHINA
from kiosk.domain.offers import Allowance
from kiosk.sandbox import bases
from kiosk.sandbox.access import closed
from kiosk.sandbox.charging import plan_in
from kiosk.sandbox.conditions import Condition, condition_of
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.holdings import running_on
from kiosk.sandbox.moments import moment, start_of
from kiosk.sandbox.months import last_day_of, last_months
from kiosk.sandbox.open_lines import line_ref, lines_open_to, owner_ref
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.tariffs import Tariff
from kiosk.sandbox.ticket_bodies import Moment
from kiosk.sandbox.tmf import Resource, created, end_of, filter_of, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.use import held_by, used_in, used_so_far
from kiosk.sandbox.web import Call

SCOPE = "usage:read"
BASE = bases.USAGE
MONTHS = 3
AROUND = timedelta(days=366)
"""What is asked about beyond this is not told in any case."""
_KINDS = (("voice", "min"), ("data", "MB"), ("sms", "SMS"))


class Ref(Struct):
    """A product, or a party, that is asked about."""

    id: str


class Period(Struct):
    """From when until when; without an end it is open."""

    startDateTime: Moment = datetime.min.replace(tzinfo=UTC)  # noqa: N815 - the standard's own names
    endDateTime: Moment = datetime.max.replace(tzinfo=UTC)  # noqa: N815


class Criteria(Struct):
    """What a report is wanted of, and of which time; else of the last whole months."""

    product: list[Ref] = []
    validPeriod: Period | UnsetType = UNSET  # noqa: N815


class CreateQuery(Struct):
    """The body of POST queryUsageConsumption."""

    searchCriteria: Criteria  # noqa: N815
    relatedParty: list[Ref] = field(default_factory=list)  # noqa: N815


def create_query(call: Call) -> Response:
    """Report on one number's last three whole months, or on those of them that are asked about."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateQuery)
        wanted = [one.id for one in body.searchCriteria.product]
        if len(wanted) != 1:
            raise Problem(400, "searchCriteria.product must name one number.")
        party = body.relatedParty[0].id if body.relatedParty else ""
        return created(_report(turn, _line(turn, party, wanted[0]), _span(turn, body.searchCriteria)))


def retrieve_query(call: Call) -> Response:
    """Return a report once more, by the id that it was given."""
    with authorised(call, SCOPE) as turn:
        party = filter_of(call, "relatedParty.id")
        kind, _, line = turn.wanted_id.partition("-")
        span = re.fullmatch(r"U((?:\d{6}){2})?", kind, re.ASCII)
        return single(call, _report(turn, _line(turn, party, line if span else ""), kind[1:]))


def _line(turn: Turn, party: str, wanted: str) -> LineRecord:
    for line in lines_open_to(turn, party):
        if line.id == wanted:
            return line
    raise closed(turn)


def _span(turn: Turn, criteria: Criteria) -> str:
    """Write the first and the last month that are asked about; nothing where no time is."""
    if criteria.validPeriod is UNSET:
        return ""
    period, earliest, latest = criteria.validPeriod, turn.now - AROUND, turn.now + AROUND
    ends = (min(max(one, earliest), latest) for one in (period.startDateTime, period.endDateTime))
    return "".join(f"{one.astimezone(CHINA):%Y%m}" for one in ends)


def _report(turn: Turn, line: LineRecord, span: str) -> Resource:
    months = _months(turn, line, span)
    last_days = {month: min(last_day_of(month), turn.today) for month in months}
    plans = [(month, plan_in(running_on(turn.db, line.id, last_days[month]))) for month in months]
    id_ = f"U{span}-{line.id}"
    return {
        "id": id_,
        "href": f"{turn.root}/{BASE}/queryUsageConsumption/{id_}",
        "queryUsageConsumptionDate": moment(turn.now),
        "searchCriteria": {"product": [line_ref(turn, line)]},
        "relatedParty": [owner_ref(turn, line)],
        "usageConsumption": [_month(turn, line, month, plan) for month, plan in plans if plan],
        "@type": "QueryUsageConsumption",
    }


def _months(turn: Turn, line: LineRecord, span: str) -> list[date]:
    running, whole = turn.today.replace(day=1), last_months(turn.today, MONTHS)
    if span:
        asked = [month for month in (running, *whole) if span[:6] <= f"{month:%Y%m}" <= span[6:]]
    else:
        asked = [running, *whole] if _used_up(turn, line) else whole
    return [month for month in asked if month >= line.since.replace(day=1)]


def _used_up(turn: Turn, line: LineRecord) -> bool:
    return condition_of(turn.db, line, turn.now) is Condition.DATA_USED_UP


def _month(turn: Turn, line: LineRecord, month: date, plan: Tariff) -> Resource:
    used, status = used_in(month, line, plan), "expired"
    if month == turn.today.replace(day=1):
        used, status = used_so_far(turn.today, line, plan, used_up=_used_up(turn, line)), "active"
    return {
        "id": f"U{month:%Y%m}-{line.id}",
        "name": f"{month:%Y-%m}",
        "state": "done",
        "validPeriod": _period(month),
        "product": [line_ref(turn, line)],
        "bucketRefOrValue": _buckets(line, month, used, held_by(plan), status),
        "@type": "UsageConsumption",
    }


def _buckets(line: LineRecord, month: date, used: Allowance, held: Allowance, status: str) -> list[Resource]:
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
            "status": status,
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
