"""What the sandbox remembers of ID cards that were seen, and of SIM cards."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from kiosk.sandbox.tables import METADATA, Instant

card_proofs = Table(
    "card_proofs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("client_id", String(128), nullable=False),
    Column("operator", String(16), nullable=False),
    Column("person", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("proven_at", Instant, nullable=False),
)

sims = Table(
    "sims",
    METADATA,
    Column("iccid", String(20), primary_key=True),
    Column("line", String(40), ForeignKey("lines.id"), nullable=False, unique=True),
    Column("changed_at", Instant, nullable=False),
)
