"""What the sandbox remembers of technicians' visits, and of the times that were looked for."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
)

from kiosk.domain.faults import Slot, VisitState
from kiosk.sandbox.tables import METADATA, Instant

visits = Table(
    "visits",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("external_id", String(256)),
    Column("body", Text, nullable=False),
    Column("person", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("ticket", String(36), ForeignKey("tickets.id"), nullable=False, index=True),
    Column("begins", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    Column("taken", String(64), unique=True),
    Column("cancelled", Instant),
    Column("document", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    UniqueConstraint("operator", "client_id", "external_id"),
)

slot_searches = Table(
    "slot_searches",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("person", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("document", JSON, nullable=False),
)


@dataclass(frozen=True, kw_only=True)
class VisitRecord:
    """A technician's visit; `taken` stands for its time and no other visit's, until it is cancelled."""

    id: str = field(default_factory=lambda: f"AP-{secrets.token_hex(5).upper()}")
    operator: str
    client_id: str
    external_id: str | None
    body: str
    person: str
    ticket: str
    begins: datetime
    ends: datetime
    taken: str | None
    cancelled: datetime | None = None
    document: Mapping[str, Any]
    created_at: datetime
    changed_at: datetime

    @property
    def slot(self) -> Slot:
        """When the technician comes."""
        return Slot(self.begins, self.ends)

    def state(self, now: datetime) -> VisitState:
        """Tell how it stands: it is done once its time has gone by."""
        if self.cancelled is not None:
            return VisitState.CANCELLED
        return VisitState.COMPLETED if self.ends <= now else VisitState.CONFIRMED


def visits_where(db: Connection, *conditions: ColumnElement[bool]) -> list[VisitRecord]:
    """List visits, the newest first."""
    newest = select(visits).where(*conditions).order_by(visits.c.created_at.desc(), visits.c.id)
    return [VisitRecord(**row._mapping) for row in db.execute(newest)]


def write_visit(db: Connection, record: VisitRecord) -> None:
    """Write down a new visit."""
    db.execute(visits.insert(), asdict(record))


def change_visit(db: Connection, record: VisitRecord, now: datetime, **values: Any) -> VisitRecord:
    """Write down what has become of a visit, and return it."""
    this = visits.c.id == record.id
    db.execute(visits.update().where(this).values(changed_at=now, **values))
    (changed,) = visits_where(db, this)
    return changed
