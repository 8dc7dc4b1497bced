"""Puts on every line what runs on it at the beginning."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from kiosk.domain.offers import first_of_next_month
from kiosk.domain.subscriptions import months_later
from kiosk.sandbox.holdings import ProductRecord, change_plan, write
from kiosk.sandbox.persons import Holding, Runs
from kiosk.sandbox.registers import STOP_NOTE, mark
from kiosk.sandbox.tables import lines


def put_on_line(db: Connection, holding: Holding, line_id: str, today: date) -> None:
    """Write down the plan of a number or the broadband of an account, what else runs, and what is noted."""
    if holding.kind == "mobile":
        write(db, ProductRecord(f"{line_id}-plan", line_id, "plan", holding.plan, holding.begun(today)))
    else:
        details = _bundled(db, holding)
        id_ = f"{line_id}-broadband"
        write(
            db,
            ProductRecord(id_, line_id, "broadband", holding.plan, holding.begun(today), details=details),
        )
    for one in holding.runs:
        write(db, _product(line_id, one, today))
    if holding.next_plan:
        change_plan(db, line_id, holding.next_plan, first_of_next_month(today))
    for code in holding.marks:
        mark(db, line_id, code)
    if holding.stop_note:
        mark(db, line_id, STOP_NOTE, holding.stop_note)


def _bundled(db: Connection, holding: Holding) -> Mapping[str, Any]:
    """Name the line whose plan carries the broadband, which must stand before it."""
    if not holding.bundled_with:
        return {}
    carrier = (lines.c.operator == holding.operator, lines.c.number == f"+86{holding.bundled_with}")
    return {"bundledWith": db.execute(select(lines.c.id).where(*carrier)).scalar_one()}


def _product(line_id: str, one: Runs, today: date) -> ProductRecord:
    details = dict(one.details)
    if "contract" in details:
        details["contract"] = f"{line_id}-{details['contract']}"
    id_ = f"{line_id}-{one.kind}-{one.offering}".lower().rstrip("-")
    until = None if one.months_left is None else months_later(today, one.months_left)
    return ProductRecord(id_, line_id, one.kind, one.offering, _since(one, today), until, details=details)


def _since(one: Runs, today: date) -> date:
    """Return the first day: of a contract by its length, of all else the first of a month."""
    if one.months_left is not None:
        ends = months_later(today, one.months_left)
        return months_later(ends, -int(one.details["months"])) + timedelta(days=1)
    return months_later(today, -one.months_ago).replace(day=1)
