"""The book of line tests: begun once, and measured one thing after another as time goes by."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Boolean, Column, ColumnElement, Connection, ForeignKey, Integer, String, Table, select

from kiosk.sandbox.conditions import Condition
from kiosk.sandbox.line_findings import Tested
from kiosk.sandbox.tables import METADATA, Instant

line_tests = Table(
    "line_tests",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False),
    Column("line", String(40), ForeignKey("lines.id"), nullable=False, index=True),
    Column("person", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("name", String(256), nullable=False),
    Column("number", String(20), nullable=False),
    Column("downstream", Integer, nullable=False),
    Column("television", Boolean, nullable=False),
    Column("condition", String(16)),
    Column("created_at", Instant, nullable=False),
)


@dataclass(frozen=True, kw_only=True)
class LineTestRecord:
    """A line test; what it finds is how the line was when it began."""

    id: str = field(default_factory=lambda: f"ST-{secrets.token_hex(6).upper()}")
    operator: str
    line: str
    person: str
    name: str
    number: str
    downstream: int
    television: bool
    condition: str | None
    created_at: datetime

    @property
    def tested(self) -> Tested:
        """The line as it was met."""
        condition = None if self.condition is None else Condition(self.condition)
        return Tested(self.number, self.downstream, self.television, condition)

    def captured_at(self, index: int, pace: float) -> datetime:
        """Return when a measure was there; `pace` is the seconds of each."""
        return self.created_at + timedelta(seconds=pace * (index + 1))


def line_tests_where(db: Connection, *conditions: ColumnElement[bool]) -> list[LineTestRecord]:
    """List line tests, the newest first."""
    newest = select(line_tests).where(*conditions).order_by(line_tests.c.created_at.desc(), line_tests.c.id)
    return [LineTestRecord(**row._mapping) for row in db.execute(newest)]


def begin_test(db: Connection, record: LineTestRecord) -> None:
    """Write down a new line test."""
    db.execute(line_tests.insert(), asdict(record))
