"""The book of payments: begun once per key, paid or refused on a phone, and what a paid one changes."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, select

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.bill_book import take_in
from kiosk.sandbox.brands import BRANDS
from kiosk.sandbox.bundles import broadband_on
from kiosk.sandbox.conditions import Condition, mend
from kiosk.sandbox.messages import send
from kiosk.sandbox.money_tables import payments
from kiosk.sandbox.records import IN_SERVICE, LineRecord, line_with
from kiosk.sandbox.tables import lines
from kiosk.sandbox.world import World

CREATED, COMPLETED, FAILED, CANCELLED = "created", "completed", "failed", "cancelled"


@dataclass(frozen=True, kw_only=True)
class PaymentRecord:
    """A payment in fen; `secret` is what its link carries."""

    id: str
    operator: str
    client_id: str
    key: str | None
    body: str
    line: str
    fen: int
    secret: str
    status: str
    created_at: datetime
    ended_at: datetime | None = None


def begin(
    db: Connection, world: World, line: LineRecord, fen: int, *, client_id: str, key: str | None, body: str
) -> PaymentRecord:
    """Write down a payment that waits for a phone."""
    now = world.now()
    record = PaymentRecord(
        id=f"PM{now.astimezone(CHINA):%Y%m%d}-{uuid.uuid4().hex[:8].upper()}",
        operator=line.operator,
        client_id=client_id,
        key=key,
        body=body,
        line=line.id,
        fen=fen,
        secret=secrets.token_urlsafe(12),
        status=CREATED,
        created_at=now,
    )
    db.execute(payments.insert(), asdict(record))
    return record


def payments_where(db: Connection, world: World, *conditions: ColumnElement[bool]) -> list[PaymentRecord]:
    """List payments as they stand now, the oldest first: what nobody paid in time is cancelled."""
    rows = db.execute(select(payments).where(*conditions).order_by(payments.c.created_at).with_for_update())
    return [_as_it_stands(PaymentRecord(**row._mapping), world) for row in rows]


def _as_it_stands(record: PaymentRecord, world: World) -> PaymentRecord:
    over = record.created_at + lasts(world)
    if record.status != CREATED or world.now() < over:
        return record
    return replace(record, status=CANCELLED, ended_at=over)


def lasts(world: World) -> timedelta:
    """Return how long a payment waits for a phone."""
    return timedelta(seconds=world.options.pace.payment_lasts)


def waiting_payment(db: Connection, world: World, secret: str) -> PaymentRecord | None:
    """Return the payment behind a link, as long as it can be paid."""
    found = payments_where(db, world, payments.c.secret == secret)
    return next((one for one in found if one.status == CREATED), None)


def finish(db: Connection, world: World, payment: PaymentRecord, *, pays: bool) -> str:
    """Pay or refuse; returns the status. A number that was cancelled meanwhile can take no money."""
    line = line_with(db, payment.line)
    status = CANCELLED if not pays else COMPLETED if line.status in IN_SERVICE else FAILED
    this = payments.update().where(payments.c.id == payment.id)
    db.execute(this.values(status=status, ended_at=world.now()))
    if status == COMPLETED:
        _credit(db, world, line, payment.fen)
    return status


def _credit(db: Connection, world: World, line: LineRecord, fen: int) -> None:
    """Put the money on account; a number that was stopped for arrears runs again once nothing is owed."""
    day = world.now().astimezone(CHINA).date()
    balance = take_in(db, line, fen, day)
    _text(db, world, line, f"您已交费{_yuan(fen)}，{_stands(balance)}。")
    if balance >= 0 and _restored(db, line.id):
        mend(db, line.id, Condition.CALLS_OUT_OFF)
        for account in broadband_on(db, line, day):
            _restored(db, account.id)
        _text(db, world, line, "您的号码已经恢复，可以打电话、上网了。")


def _restored(db: Connection, line_id: str) -> bool:
    """Let a line run again that was stopped for arrears; False for any other."""
    stopped = lines.update().where(lines.c.id == line_id, lines.c.stop_reason == "arrears")
    return bool(db.execute(stopped.values(status="active", stop_reason="")).rowcount)


def _stands(balance: int) -> str:
    return f"账户余额{_yuan(balance)}" if balance >= 0 else f"还欠{_yuan(-balance)}"


def _yuan(fen: int) -> str:
    yuan, rest = divmod(fen, 100)
    return f"{yuan}.{rest:02}元"


def _text(db: Connection, world: World, line: LineRecord, text: str) -> None:
    brand = BRANDS[line.operator]
    send(db, line.number, brand.hotline, f"【{brand.zh}】尾号{line.number[-4:]}：{text}", world.now())
