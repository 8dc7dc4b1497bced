"""What the sandbox remembers of bills, of money on account, and of payments; all sums in fen."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from kiosk.sandbox.tables import METADATA, Instant

accounts = Table(
    "accounts",
    METADATA,
    Column("line", String(40), ForeignKey("lines.id"), primary_key=True),
    Column("credit", Integer, nullable=False),
)

bills = Table(
    "bills",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("line", String(40), ForeignKey("lines.id"), nullable=False, index=True),
    Column("month", Date, nullable=False),
    Column("total", Integer, nullable=False),
    Column("paid", Integer, nullable=False),
    UniqueConstraint("line", "month"),
)

charges = Table(
    "charges",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("bill", String(64), ForeignKey("bills.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("zh", String(64), nullable=False),
    Column("en", String(64), nullable=False),
    Column("part", String(8), nullable=False),
    Column("fen", Integer, nullable=False),
    Column("product", String(64), nullable=False),
)

payments = Table(
    "payments",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("key", String(256)),
    Column("body", Text, nullable=False),
    Column("line", String(40), ForeignKey("lines.id"), nullable=False),
    Column("fen", Integer, nullable=False),
    Column("secret", String(43), nullable=False, unique=True),
    Column("status", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
    UniqueConstraint("operator", "client_id", "key"),
)
