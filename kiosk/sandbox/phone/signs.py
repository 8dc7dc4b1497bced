"""What somebody sees of her phones and of the lights at home: enough to answer all that a kiosk asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.conditions import condition_of
from kiosk.sandbox.homes import home_of
from kiosk.sandbox.outage_book import home_is_out
from kiosk.sandbox.persons import Person
from kiosk.sandbox.phone.handset import Handset
from kiosk.sandbox.phone.lights import WITHOUT_PICTURE, drawn, lights_of
from kiosk.sandbox.phone.reader import Reader
from kiosk.sandbox.records import IN_SERVICE, LineRecord, lines_where
from kiosk.sandbox.tables import lines


def signs(reader: Reader, db: Connection, person: Person, now: datetime) -> str:
    """Draw the phones in somebody's hands, and the homes in her name."""
    in_service = lines.c.status.in_(IN_SERVICE)
    phones = lines_where(db, lines.c.holder == person.id, lines.c.kind == "mobile", in_service)
    homes = lines_where(db, lines.c.owner == person.id, lines.c.kind == "broadband", in_service)
    return "".join(
        (
            *(_phone(reader, Handset(line, condition_of(db, line, now))) for line in phones),
            *(_home(reader, db, line, now) for line in homes),
        )
    )


def _phone(reader: Reader, handset: Handset) -> str:
    name = reader.say("phone_named", tail=handset.line.number[-4:])
    return _card(name, handset.drawn(reader), [reader.say(key) for key in handset.sentences])


def _home(reader: Reader, db: Connection, line: LineRecord, now: datetime) -> str:
    home, condition = home_of(db, line.id, now.astimezone(CHINA).date()), condition_of(db, line, now)
    television = home is not None and home.television
    told = ["home_well" if condition is None else f"home_{condition.value}"]
    if home_is_out(db, line, now):
        told.append("neighbours")
    if television:
        told.append("tv_dark" if condition in WITHOUT_PICTURE else "tv_well")
    name = reader.say("home_named", tail=line.number[-4:])
    return _card(name, drawn(reader, lights_of(condition, television=television)), map(reader.say, told))


def _card(name: str, drawing: str, told: Iterable[str]) -> str:
    sentences = "".join(f"<br>{sentence}" if index else sentence for index, sentence in enumerate(told))
    return f'<article class="card"><p class="note">{name}</p>{drawing}<p>{sentences}</p></article>'
