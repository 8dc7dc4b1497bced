"""The SMS to those who asked to be told when an outage is over: sent at once, and there when it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from kiosk.sandbox.homes import district_of
from kiosk.sandbox.messages import send
from kiosk.sandbox.outage_book import OutageRecord, open_outages, outages
from kiosk.sandbox.phone.signins import phone_line
from kiosk.sandbox.places import HALL_AREA
from kiosk.sandbox.tables import messages
from kiosk.sandbox.ticket_book import TicketRecord, lines_of
from kiosk.sandbox.turn import Turn

SOME_DAY = timedelta(days=365)
"""From now, where nobody knows when it is over."""


def promise_news(turn: Turn, ticket: TicketRecord) -> None:
    """Promise an SMS about the newest outage of the ticket's home, or of the hall where it names none."""
    districts = (district_of(turn.db, line.id) for line in lines_of(turn, ticket.document))
    area = next((one.area for one in districts if one), HALL_AREA)
    here = (outages.c.operator == turn.brand.id, outages.c.area == area)
    line = phone_line(turn.db, ticket.person, turn.brand)
    for outage in open_outages(turn.db, turn.now, *here)[:1]:
        if line is not None:
            text = f"【{turn.brand.zh}】您报的故障修好了，请再试一试。编号{outage.id}。"
            send(turn.db, line.number, turn.brand.hotline, text, outage.ends_at or turn.now + SOME_DAY)


def tell_now(db: Connection, outage: OutageRecord, now: datetime) -> None:
    """Let the promised SMS arrive: the outage is over earlier than was thought."""
    waiting = (messages.c.text.contains(outage.id), messages.c.arrives_at > now)
    db.execute(messages.update().where(*waiting).values(arrives_at=now))
