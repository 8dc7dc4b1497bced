"""What a month costs: what ran on the line, use beyond the plan, and what else was charged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.domain.offers import Allowance
from kiosk.sandbox.holdings import ProductRecord
from kiosk.sandbox.money_stories import EXTRAS, Part
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.tariff_table import tariff_with
from kiosk.sandbox.tariffs import BeyondFees, Names, Tariff
from kiosk.sandbox.use import held_by, used_in

MINUTES = ("套餐外电话", "Calls beyond the plan")
DATA = ("套餐外流量", "Data beyond the plan")
_PARTS: dict[str, Part] = {"plan": "plan", "discount": "plan", "addOn": "other"}


@dataclass(frozen=True)
class ChargeRecord:
    """One line of a bill."""

    name: Names
    part: Part
    fen: int
    product: str = ""


def charges_for(
    line: LineRecord, month: date, months_back: int, running: Sequence[ProductRecord]
) -> list[ChargeRecord]:
    """List what a month of a line comes to; `months_back` counts from the newest bill, which is 0."""
    extras = [
        ChargeRecord(one.name, one.part, one.fen)
        for one in EXTRAS.get(line.number, ())
        if one.months_back == months_back
    ]
    return [*_fees(running), *_beyond(line, month, running), *extras]


def plan_in(running: Sequence[ProductRecord]) -> Tariff | None:
    """Return the plan among what runs."""
    return next((tariff_with(one.offering) for one in running if one.kind == "plan"), None)


def _fees(running: Sequence[ProductRecord]) -> Iterator[ChargeRecord]:
    for one in running:
        tariff, part = tariff_with(one.offering), _PARTS.get(one.kind)
        if tariff is not None and part is not None:
            yield ChargeRecord(tariff.name, part, tariff.fen, one.id)


def _beyond(line: LineRecord, month: date, running: Sequence[ProductRecord]) -> Iterator[ChargeRecord]:
    """Charge use beyond the plan, until a limit stops it."""
    plan, left = plan_in(running), limit_in(running)
    if plan is None or plan.beyond is None:
        return
    for name, fen in _over(used_in(month, line, plan), held_by(plan), plan.beyond):
        charged = fen if left is None else min(fen, left)
        left = None if left is None else left - charged
        if charged:
            yield ChargeRecord(name, "beyond", charged)


def limit_in(running: Sequence[ProductRecord]) -> int | None:
    """Return the limit in fen at which use beyond the plan stops; None where there is none."""
    told = next((one.details.get("limit") for one in running if one.kind == "cap"), None)
    return None if told is None else int(told)


def _over(used: Allowance, held: Allowance, fees: BeyondFees) -> tuple[tuple[Names, int], ...]:
    """Price what was used beyond: each begun minute, and data by the megabyte, a half fen rounded up."""
    minutes = max(0, used.minutes - held.minutes)
    megabytes = max(0, used.megabytes - held.megabytes)
    return (MINUTES, minutes * fees.minute), (DATA, (megabytes * fees.gigabyte + 512) // 1024)
