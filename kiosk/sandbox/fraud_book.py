"""The list of numbers that cheat, and who reported which; nobody is told who."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Integer,
    String,
    Table,
    UniqueConstraint,
    select,
)

from kiosk.domain.faults import Cheat
from kiosk.sandbox.tables import METADATA, Instant

fraud_numbers = Table(
    "fraud_numbers",
    METADATA,
    Column("number", String(20), primary_key=True),
    Column("category", String(24), nullable=False),
    Column("reports", Integer, nullable=False),
    Column("confirmed", Boolean, nullable=False),
)

fraud_reports = Table(
    "fraud_reports",
    METADATA,
    Column("reference", String(36), primary_key=True),
    Column("client_id", String(128), nullable=False),
    Column("external_id", String(256)),
    Column("number", String(20), nullable=False, index=True),
    Column("category", String(24), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("client_id", "external_id"),
)


@dataclass(frozen=True)
class Listed:
    """What the list knows of a number."""

    reports: int = 0
    cheat: Cheat | None = None
    confirmed: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportRecord:
    """One report of a number."""

    reference: str = field(default_factory=lambda: f"FR-{secrets.token_hex(4).upper()}")
    client_id: str
    external_id: str | None
    number: str
    category: str
    created_at: datetime


def plain(number: str) -> str:
    """Write a mobile number of China without its 86 or 0086; all others stay as they were typed."""
    return re.sub(r"^(00)?86(?=1\d{10}$)", "", number)


def list_number(db: Connection, number: str, cheat: Cheat, reports: int, *, confirmed: bool) -> None:
    """Put a number on the list with what is known of it already."""
    row = {"number": number, "category": cheat.value, "reports": reports, "confirmed": confirmed}
    db.execute(fraud_numbers.insert(), row)


def looked_up(db: Connection, number: str) -> Listed:
    """Tell what is known of a number: what stood there first, and every report since."""
    known = db.execute(select(fraud_numbers).where(fraud_numbers.c.number == number)).first()
    votes = Counter(one.category for one in reports_where(db, fraud_reports.c.number == number))
    if known is not None:
        votes[known.category] += known.reports
    if not votes:
        return Listed()
    ((most, _),) = votes.most_common(1)
    return Listed(votes.total(), Cheat(most), known is not None and known.confirmed)


def reports_where(db: Connection, *conditions: ColumnElement[bool]) -> list[ReportRecord]:
    """List reports, the oldest first."""
    rows = db.execute(select(fraud_reports).where(*conditions).order_by(fraud_reports.c.created_at))
    return [ReportRecord(**row._mapping) for row in rows]


def take_report(db: Connection, report: ReportRecord) -> None:
    """Write down a report."""
    db.execute(fraud_reports.insert(), asdict(report))
