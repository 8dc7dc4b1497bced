"""What runs on a line: its plan, what was added, what binds it. Read, added, changed and ended here alone."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import JSON, Column, Connection, Date, ForeignKey, String, Table, select

from kiosk.domain.subscriptions import months_later
from kiosk.sandbox.tables import METADATA
from kiosk.sandbox.tariff_table import tariff_with
from kiosk.sandbox.tariffs import Names, Tariff

Kind = Literal["plan", "addOn", "discount", "contract", "cap", "broadband"]
KINDS: tuple[Kind, ...] = ("plan", "addOn", "discount", "contract", "cap", "broadband")
ENDED = frozenset({"terminated", "cancelled"})

products = Table(
    "products",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("line", String(40), ForeignKey("lines.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("offering", String(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("status", String(16), nullable=False),
    Column("details", JSON, nullable=False),
)


@dataclass(frozen=True)
class ProductRecord:
    """One thing on a line, from the first to the last of its days; without a last day it goes on."""

    id: str
    line: str
    kind: Kind
    offering: str
    """The id in the catalogue; empty for what no catalogue sells."""
    since: date
    until: date | None = None
    status: str = "active"
    details: Mapping[str, Any] = field(default_factory=dict)

    def state_on(self, day: date) -> str:
        """Return the state of TMF637 on a day: what begins later is pending, what is over is terminated."""
        if self.status in ENDED:
            return self.status
        if self.until is not None and self.until < day:
            return "terminated"
        return "pendingActive" if day < self.since else self.status


def held_on(db: Connection, line_id: str, day: date) -> list[ProductRecord]:
    """List what runs on a line that day or will run later, plan first, the oldest of a kind first."""
    rows = db.execute(select(products).where(products.c.line == line_id))
    held = [record for row in rows if (record := _record(row._mapping)).state_on(day) not in ENDED]
    return sorted(held, key=lambda one: (KINDS.index(one.kind), one.since, one.id))


def running_on(db: Connection, line_id: str, day: date) -> list[ProductRecord]:
    """List what runs on a line that day."""
    return [one for one in held_on(db, line_id, day) if one.state_on(day) != "pendingActive"]


def plan_on(db: Connection, line_id: str, day: date) -> ProductRecord | None:
    """Return the plan of a line that day; None for a broadband account."""
    return next((one for one in running_on(db, line_id, day) if one.kind == "plan"), None)


def coming_plan(db: Connection, line_id: str, day: date) -> ProductRecord | None:
    """Return the plan that a line will change to, where a change was ordered."""
    held = held_on(db, line_id, day)
    return next((one for one in held if one.kind == "plan" and one.state_on(day) == "pendingActive"), None)


def product_with(db: Connection, id_: str) -> ProductRecord | None:
    """Return one product, over or not; None where there is none."""
    row = db.execute(select(products).where(products.c.id == id_)).one_or_none()
    return None if row is None else _record(row._mapping)


def add_product(
    db: Connection,
    line_id: str,
    kind: Kind,
    offering: str,
    since: date,
    *,
    until: date | None = None,
    details: Mapping[str, Any] | None = None,
) -> ProductRecord:
    """Put something on a line from a day on."""
    id_ = f"{line_id}-{uuid.uuid4().hex[:8]}"
    record = ProductRecord(id_, line_id, kind, offering, since, until, details=dict(details or {}))
    write(db, record)
    return record


def write(db: Connection, record: ProductRecord) -> None:
    """Write down something new."""
    db.execute(products.insert(), asdict(record))


def end_product(db: Connection, id_: str, last_day: date | None) -> None:
    """Let something run out with this day; without a day it ends at once."""
    change: dict[str, Any] = {"status": "terminated"} if last_day is None else {"until": last_day}
    db.execute(products.update().where(products.c.id == id_).values(change))


def change_details(db: Connection, id_: str, **details: Any) -> None:
    """Change what is noted about something: a cap's limit, a contract that is not renewed."""
    record = product_with(db, id_)
    if record is not None:
        merged = {**record.details, **details}
        db.execute(products.update().where(products.c.id == id_).values(details=merged))


def change_plan(db: Connection, line_id: str, offering: str, starts: date) -> ProductRecord:
    """Let another plan follow from a day on; what went with the old one ends with it."""
    last_day = starts - timedelta(days=1)
    for one in held_on(db, line_id, last_day):
        if one.kind in {"plan", "discount"} or one.since >= starts:
            end_product(db, one.id, last_day if one.since < starts else None)
    tariff = tariff_with(offering)
    if tariff is not None and tariff.term_months:
        _bind(db, line_id, tariff, starts)
    return add_product(db, line_id, "plan", offering, starts)


def _bind(db: Connection, line_id: str, tariff: Tariff, starts: date) -> None:
    """Write down the promise that a plan comes with."""
    until = months_later(starts, tariff.term_months) - timedelta(days=1)
    details = contract_details(tariff.fen, tariff.term_months, tariff.penalty_percent, tariff.name)
    add_product(db, line_id, "contract", tariff.id, starts, until=until, details=details)


def contract_details(fen: int, months: int, percent: int, got: Names) -> dict[str, Any]:
    """Describe a promise: the fee it was made for, its length, what ending it early costs, what was got."""
    return {
        "fen": fen,
        "months": months,
        "penaltyPercent": percent,
        "penaltyMonths": "begun",
        "got": list(got),
        "renews": True,
    }


def end_everything(db: Connection, line_id: str, last_day: date) -> None:
    """Let everything on a line run out: its number is cancelled."""
    for one in held_on(db, line_id, last_day):
        end_product(db, one.id, last_day if one.since <= last_day else None)


def _record(row: Any) -> ProductRecord:
    return replace(ProductRecord(**row), details=dict(row["details"]))
