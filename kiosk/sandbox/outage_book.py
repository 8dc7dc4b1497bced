"""The book of outages: which areas are without what, since when, and until when."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import JSON, Column, ColumnElement, Connection, String, Table, select

from kiosk.sandbox.homes import district_of
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.tables import METADATA, Instant

Kin = Literal["mobile", "broadband", "television"]
"""What an outage takes."""

outages = Table(
    "outages",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False, index=True),
    Column("area", String(6), nullable=False),
    Column("takes", JSON, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("ends_at", Instant),
)


@dataclass(frozen=True, kw_only=True)
class OutageRecord:
    """An outage; `ends_at` is when it should be mended, and then was. None: it lasts."""

    id: str = field(default_factory=lambda: f"SP-{secrets.token_hex(4).upper()}")
    operator: str
    area: str
    takes: Sequence[Kin]
    begun_at: datetime
    ends_at: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Tell whether it has been mended."""
        return self.ends_at is not None and self.ends_at <= now


def outages_where(db: Connection, *conditions: ColumnElement[bool]) -> list[OutageRecord]:
    """List outages, the newest first."""
    rows = db.execute(select(outages).where(*conditions).order_by(outages.c.begun_at.desc(), outages.c.id))
    return [OutageRecord(**row._mapping) for row in rows]


def note_outage(db: Connection, outage: OutageRecord) -> None:
    """Write down a new outage."""
    db.execute(outages.insert(), asdict(outage))


def open_outages(db: Connection, now: datetime, *conditions: ColumnElement[bool]) -> list[OutageRecord]:
    """List the outages that last, the newest first."""
    return [one for one in outages_where(db, *conditions) if not one.is_over(now)]


def end_outage(db: Connection, outage: OutageRecord, now: datetime) -> None:
    """Let an outage be over."""
    db.execute(outages.update().where(outages.c.id == outage.id).values(ends_at=now))


def is_out(db: Connection, what: Kin, operator: str, area: str, now: datetime) -> bool:
    """Tell whether an outage takes something from an operator's customers in an area."""
    here = (outages.c.operator == operator, outages.c.area == area)
    return any(what in one.takes for one in open_outages(db, now, *here))


def home_is_out(db: Connection, line: LineRecord, now: datetime) -> bool:
    """Tell whether an outage takes the broadband of the home that a line runs to."""
    district = district_of(db, line.id)
    return district is not None and is_out(db, "broadband", line.operator, district.area, now)
