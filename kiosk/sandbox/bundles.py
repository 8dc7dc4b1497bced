"""The broadband accounts that hang on a mobile number: its plan carries them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from kiosk.sandbox.holdings import ENDED, running_on
from kiosk.sandbox.records import LineRecord, lines_where
from kiosk.sandbox.tables import lines


def broadband_on(db: Connection, line: LineRecord, day: date) -> list[LineRecord]:
    """List the broadband accounts of the same owner that hang on this number."""
    accounts = lines_where(
        db,
        lines.c.owner == line.owner,
        lines.c.operator == line.operator,
        lines.c.kind == "broadband",
        lines.c.status.not_in(ENDED),
    )
    return [
        account
        for account in accounts
        if any(one.details.get("bundledWith") == line.id for one in running_on(db, account.id, day))
    ]
