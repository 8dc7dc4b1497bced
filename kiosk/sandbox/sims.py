"""The SIM card in each number: found by its line, changed when it is replaced."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kiosk.sandbox.conditions import Condition, mend
from kiosk.sandbox.iccid import SERIALS, iccid
from kiosk.sandbox.identity_tables import sims
from kiosk.sandbox.records import line_with


@dataclass(frozen=True)
class SimRecord:
    """One SIM card, the line it is in, and since when."""

    iccid: str
    line: str
    changed_at: datetime


def sim_in(db: Connection, line_id: str) -> SimRecord | None:
    """Return the SIM card of a line; a broadband account has none."""
    row = db.execute(select(sims).where(sims.c.line == line_id)).first()
    return None if row is None else SimRecord(**row._mapping)


def replace_sim(db: Connection, line_id: str, now: datetime) -> None:
    """Put a new SIM card into a line; the old one is dead at once. A stop of the line is not ended by it."""
    new = iccid(line_with(db, line_id).operator, secrets.randbelow(SERIALS))
    db.execute(sims.update().where(sims.c.line == line_id).values(iccid=new, changed_at=now))
    mend(db, line_id, Condition.SIM_BROKEN)
