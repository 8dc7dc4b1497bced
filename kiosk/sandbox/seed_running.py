"""Puts on every line what runs on it at the beginning."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from kiosk.sandbox.holdings import Kind, ProductRecord, write
from kiosk.sandbox.persons import Holding


def put_on_line(db: Connection, holding: Holding, line_id: str, now: datetime) -> None:
    """Write down the plan of a number, or the broadband of an account."""
    kind: Kind = "plan" if holding.kind == "mobile" else "broadband"
    write(db, ProductRecord(f"{line_id}-{kind}", line_id, kind, holding.plan, holding.since))
