"""What an operator looks up elsewhere: certificates of disability, and notes that it keeps about a number."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, Text, select

from kiosk.domain.orders import Certificate
from kiosk.sandbox.tables import METADATA
from kiosk.sandbox.tariffs import Names

STOP_NOTE = "STOP_NOTE"
"""The mark that says in the operator's own words why a number is stopped; all others name an `Obstacle`."""

certificates = Table(
    "certificates",
    METADATA,
    Column("person", String(40), ForeignKey("people.id"), primary_key=True),
    Column("kind", Integer, nullable=False),
    Column("level", Integer, nullable=False),
)

marks = Table(
    "marks",
    METADATA,
    Column("line", String(40), ForeignKey("lines.id"), primary_key=True),
    Column("code", String(32), primary_key=True),
    Column("zh", Text, nullable=False),
    Column("en", Text, nullable=False),
)


def certificate_of(db: Connection, person_id: str) -> Certificate | None:
    """Return the certificate that the register of the Disabled Persons' Federation has for somebody."""
    row = db.execute(select(certificates).where(certificates.c.person == person_id)).one_or_none()
    return None if row is None else Certificate(row.kind, row.level)


def marks_of(db: Connection, line_id: str) -> dict[str, Names]:
    """Return what is noted about a line, by code."""
    rows = db.execute(select(marks).where(marks.c.line == line_id))
    return {row.code: (row.zh, row.en) for row in rows}


def mark(db: Connection, line_id: str, code: str, words: Names = ("", "")) -> None:
    """Note something about a line."""
    db.execute(marks.insert(), {"line": line_id, "code": code, "zh": words[0], "en": words[1]})
