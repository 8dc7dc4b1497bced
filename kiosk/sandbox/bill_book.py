"""The bills of a line: written month by month, read again, and paid the oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from kiosk.sandbox.charging import ChargeRecord, charges_for
from kiosk.sandbox.holdings import running_on
from kiosk.sandbox.money_stories import CREDITS, OWED_MONTHS
from kiosk.sandbox.money_tables import accounts, bills, charges
from kiosk.sandbox.months import last_day_of, last_months
from kiosk.sandbox.records import LineRecord

SHOWN_MONTHS = 12


@dataclass(frozen=True)
class BillRecord:
    """One month's bill in fen, and how much of it is paid."""

    id: str
    line: str
    month: date
    total: int
    paid: int

    @property
    def open(self) -> int:
        """What is still to be paid."""
        return self.total - self.paid


def bills_of(db: Connection, line: LineRecord, day: date) -> list[BillRecord]:
    """List the bills of the last twelve months, the newest first, after writing what is missing."""
    _bring_up_to_date(db, line, day)
    newest = select(bills).where(bills.c.line == line.id).order_by(bills.c.month.desc())
    return [BillRecord(**row._mapping) for row in db.execute(newest.limit(SHOWN_MONTHS))]


def charges_of(db: Connection, bill: BillRecord) -> list[tuple[str, ChargeRecord]]:
    """List the lines of a bill, each with its id."""
    rows = db.execute(select(charges).where(charges.c.bill == bill.id).order_by(charges.c.position))
    return [(row.id, ChargeRecord((row.zh, row.en), row.part, row.fen, row.product)) for row in rows]


def balance_of(db: Connection, line: LineRecord, day: date) -> int:
    """Return the money on account in fen; below nothing it is owed."""
    owed = sum(bill.open for bill in bills_of(db, line, day))  # writes the account, where it is new
    return credit_of(db, line.id) - owed


def credit_of(db: Connection, line_id: str) -> int:
    """Return the money that is on account beside all bills."""
    credit: int | None = db.execute(select(accounts.c.credit).where(accounts.c.line == line_id)).scalar()
    return credit or 0


def take_in(db: Connection, line: LineRecord, fen: int, day: date) -> int:
    """Put money on account and pay the open bills, the oldest first; returns the balance in fen.

    The account's row is held until the end of the transaction, so that two payments never count as one.
    """
    _bring_up_to_date(db, line, day)
    this = select(accounts.c.credit).where(accounts.c.line == line.id)
    left = int(db.execute(this.with_for_update()).scalar_one()) + fen
    owing = [bill for bill in reversed(bills_of(db, line, day)) if bill.open]
    for bill in owing:
        paid = min(bill.open, left)
        left -= paid
        db.execute(bills.update().where(bills.c.id == bill.id).values(paid=bill.paid + paid))
    _set_credit(db, line.id, left)
    return balance_of(db, line, day)


def take_out(db: Connection, line: LineRecord, day: date) -> int:
    """Take all the money off an account and return it in fen; what is owed stays owed."""
    left = max(0, balance_of(db, line, day))
    if left:
        _set_credit(db, line.id, 0)
    return left


def _bring_up_to_date(db: Connection, line: LineRecord, day: date) -> None:
    """Write the bills of all whole months before a day that are not there yet."""
    first = db.execute(select(accounts.c.line).where(accounts.c.line == line.id)).scalar() is None
    if first:
        db.execute(accounts.insert(), {"line": line.id, "credit": CREDITS.get(line.number, 0)})
    known = db.execute(select(bills.c.month).where(bills.c.line == line.id)).scalars()
    after = max(known, default=date.min)
    begins = line.since.replace(day=1)
    months = [month for month in last_months(day, SHOWN_MONTHS) if month >= begins and month > after]
    for back, month in reversed(list(enumerate(months))):
        _write(db, line, month, back, first=first)


def _write(db: Connection, line: LineRecord, month: date, back: int, *, first: bool) -> None:
    """Write one bill; it is paid from the account and the bank at once, unless the line owes."""
    running = running_on(db, line.id, last_day_of(month))
    found = charges_for(line, month, back if first else -1, running)
    total = sum(charge.fen for charge in found)
    owes = line.stop_reason == "arrears" and back < OWED_MONTHS
    bill = BillRecord(f"B{month:%Y%m}-{line.id}", line.id, month, total, 0 if owes else total)
    row = {"id": bill.id, "line": line.id, "month": month, "total": total, "paid": bill.paid}
    db.execute(bills.insert(), row)
    if rows := _rows(bill, found):
        db.execute(charges.insert(), rows)
    if not (first or owes):
        _set_credit(db, line.id, max(0, credit_of(db, line.id) - total))


def _rows(bill: BillRecord, found: Sequence[ChargeRecord]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{bill.id}-{position}",
            "bill": bill.id,
            "position": position,
            "zh": charge.name[0],
            "en": charge.name[1],
            "part": charge.part,
            "fen": charge.fen,
            "product": charge.product,
        }
        for position, charge in enumerate(found, start=1)
    ]


def _set_credit(db: Connection, line_id: str, fen: int) -> None:
    db.execute(accounts.update().where(accounts.c.line == line_id).values(credit=fen))
