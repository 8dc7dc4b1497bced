"""SMS: put into a phone's inbox now, there when they arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kiosk.sandbox.tables import messages

INBOX_SHOWS = 50


@dataclass(frozen=True)
class Message:
    """One SMS in an inbox; the newest stands first."""

    id: int
    phone: str
    sender: str
    text: str
    arrives_at: datetime


def send(db: Connection, phone: str, sender: str, text: str, arrives_at: datetime) -> None:
    """Send an SMS to a number in E.164; it can be read from `arrives_at` on."""
    row = {"phone": phone, "sender": sender, "text": text, "arrives_at": arrives_at}
    db.execute(messages.insert(), row)


def inbox(db: Connection, phones: frozenset[str], now: datetime) -> list[Message]:
    """Read what has arrived at these numbers, the newest first."""
    arrived = select(messages).where(messages.c.phone.in_(phones), messages.c.arrives_at <= now)
    newest = arrived.order_by(messages.c.arrives_at.desc(), messages.c.id.desc()).limit(INBOX_SHOWS)
    return [Message(**row._mapping) for row in db.execute(newest)]
