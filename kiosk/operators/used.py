"""How much of a plan was used, month by month (TMF677 usage consumption)."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from threading import Event
from urllib.parse import quote

from kiosk.domain.bills import Usage
from kiosk.domain.calendar import CHINA
from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.offers import Allowance
from kiosk.domain.people import Access
from kiosk.operators.bill_shapes import Measure, UsageConsumption, UsageReport, UsedBucket
from kiosk.operators.china import day_of
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.labels import letters
from kiosk.operators.polling import looked_until
from kiosk.operators.settling import Json, customer
from kiosk.operators.system import System

API = "usage"
MONTHS = 3
MOST = Decimal(10**9)
_UNITS = {
    "voice": {"min": (1, 1), "minute": (1, 1), "minutes": (1, 1), "s": (1, 60), "seconds": (1, 60)},
    "data": {"mb": (1, 1), "gb": (1024, 1), "kb": (1, 1024)},
    "sms": {"sms": (1, 1), "message": (1, 1), "messages": (1, 1), "": (1, 1)},
}
"""What a unit is in minutes, megabytes and messages, as a fraction."""


def usage_of(system: System, access: Access, line_id: str) -> tuple[Usage, ...]:
    """Return the last three whole months, the newest first."""
    this_month = day_of(system.now()).replace(day=1)
    whole = [usage for usage in _reported(system, access, line_id) if usage.month < this_month]
    return tuple(sorted(whole, key=lambda usage: usage.month, reverse=True)[:MONTHS])


def used_so_far(system: System, access: Access, line_id: str) -> Usage | None:
    """Return the month under way; None where the report does not hold it."""
    this_month = day_of(system.now()).replace(day=1)
    told = _reported(system, access, line_id, since=this_month)
    return next((one for one in told if one.month == this_month), None)


def _reported(system: System, access: Access, line_id: str, since: date | None = None) -> list[Usage]:
    """Ask what was used, and wait for the report where it is not there at once."""
    by = system.by()
    criteria: Json = {"product": [{"id": line_id, "@referredType": "Product"}]}
    if since is not None:
        criteria["validPeriod"] = {"startDateTime": datetime.combine(since, time(), CHINA).isoformat()}
    body: Json = {"searchCriteria": criteria}
    if not access.token:
        body["relatedParty"] = [customer(access.subject)]
    url = system.url(API, "queryUsageConsumption")
    report = system.ask(access, Call("POST", url, json=body), by).shaped(UsageReport)
    if not _is_done(report):
        report = _awaited(system, access, f"{url}/{quote(report.id, safe='')}", by)
    if any(letters(one.state) == "terminatedwitherror" for one in report.usage_consumption):
        raise Unavailable(Reason.SYSTEM_DOWN, f"{system.id}: could not tell the use")
    return [_month(one, system.id) for one in report.usage_consumption]


def _is_done(report: UsageReport) -> bool:
    return all(letters(one.state) not in {"accepted", "inprogress"} for one in report.usage_consumption)


def _awaited(system: System, access: Access, url: str, by: Deadline) -> UsageReport:
    query = {} if access.token else {"relatedParty.id": access.subject}
    call = Call("GET", url, query=query)
    report = looked_until(lambda: system.ask(access, call, by).shaped(UsageReport), _is_done, by, Event())
    if report is None:
        raise Unavailable(Reason.TIMED_OUT, f"{system.id}: the use is still being counted")
    return report


def _month(told: UsageConsumption, about: str) -> Usage:
    begins = told.valid_period.start_date_time
    if begins is None:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: use without its month")
    used, held = (dict.fromkeys(_UNITS, 0) for _ in range(2))
    for bucket in told.bucket_ref_or_value:
        kind = letters(bucket.usage_type)
        if kind in _UNITS:
            spent, had = _used_and_held(bucket, kind, about)
            used[kind] += spent
            held[kind] += had
    return Usage(day_of(begins).replace(day=1), _allowance(used), _allowance(held))


def _allowance(sums: dict[str, int]) -> Allowance:
    return Allowance(sums["voice"], sums["data"], sums["sms"])


def _used_and_held(bucket: UsedBucket, kind: str, about: str) -> tuple[int, int]:
    """Return both in whole units; what was held is what was used and what is left, where it is not told."""
    told = {letters(counter.counter_type): counter.value for counter in bucket.bucket_counter}
    used = _units(told.get("used", Measure()), kind, about)
    if "allowance" in told:
        held = _units(told["allowance"], kind, about)
    else:
        held = used + _units(bucket.remaining_value or Measure(), kind, about)
    return int(used.to_integral_value(ROUND_CEILING)), int(held.to_integral_value(ROUND_FLOOR))


def _units(measure: Measure, kind: str, about: str) -> Decimal:
    times, parts = _UNITS[kind].get(letters(measure.units), (0, 1))
    if measure.amount == 0:
        return Decimal(0)
    if not times or not measure.amount.is_finite() or not 0 < measure.amount <= MOST:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: use in a unit or sum that cannot be")
    return measure.amount * times / parts
