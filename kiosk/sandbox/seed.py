"""Fills an empty database with the people of the sandbox."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.iccid import iccid
from kiosk.sandbox.identity_tables import sims
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.persons import STRANGER, Holding, Person
from kiosk.sandbox.registers import certificates
from kiosk.sandbox.seed_matters import WHOSE, fill_matters
from kiosk.sandbox.seed_running import put_on_line
from kiosk.sandbox.seed_troubles import fill_troubles, trouble
from kiosk.sandbox.tables import lines, people, queries


def fill(db: Connection, now: datetime) -> None:
    """Write everybody, what they hold, and what they asked before `now`."""
    numbered = list(enumerate(PEOPLE, start=1001))
    db.execute(people.insert(), [_person(person, number) for number, person in numbered])
    for number, person in numbered:
        for index, holding in enumerate(person.holdings, start=1):
            _hold(db, person, holding, (number, index), now)
        if person.id == WHOSE:
            fill_matters(db, number, now)
        if person.certificate is not None:
            kind, level = person.certificate
            db.execute(certificates.insert(), {"person": person.id, "kind": kind, "level": level})
        if person.asked_national is not None:
            asked = _asked(person, f"asked-before-{number}", now - person.asked_national)
            db.execute(queries.insert(), asked)
    fill_troubles(db, now)


def _hold(db: Connection, person: Person, holding: Holding, place: tuple[int, int], now: datetime) -> None:
    """Write down one line, its SIM card and what runs on it; `place` is whose it is, and which of theirs."""
    number, index = place
    today = now.astimezone(CHINA).date()
    line_id = f"{holding.operator}-{number}-{index}"
    line = _line(holding, person, line_id) | {"position": index, "since": holding.begun(today)}
    db.execute(lines.insert(), line)
    if holding.kind == "mobile":
        db.execute(sims.insert(), _sim(holding, line_id, number * 100 + index, now))
    put_on_line(db, holding, line_id, today)
    trouble(db, holding, line_id)


def _person(person: Person, number: int) -> dict[str, Any]:
    return {
        "id": person.id,
        "number": number,
        "name": person.name,
        "id_number": person.id_number,
        "born": person.born,
        "gender": person.gender,
        "accounts": dict(person.accounts),
    }


def _line(holding: Holding, owner: Person, id_: str) -> dict[str, Any]:
    mobile = holding.kind == "mobile"
    return {
        "id": id_,
        "operator": holding.operator,
        "kind": holding.kind,
        "number": f"+86{holding.number}" if mobile else holding.number,
        "owner": owner.id,
        "holder": _holder(holding, owner) if mobile else None,
        "status": holding.status,
        "stop_reason": holding.stop_reason,
        "keep_number": holding.keep_number,
        "province_zh": holding.place.province_zh,
        "province_en": holding.place.province_en,
        "city_zh": holding.place.city_zh,
        "city_en": holding.place.city_en,
        "network": holding.network,
        "sub_card_of": f"+86{holding.sub_card_of}" if holding.sub_card_of else "",
    }


def _sim(holding: Holding, line_id: str, serial: int, now: datetime) -> dict[str, Any]:
    begun = datetime.combine(holding.begun(now.astimezone(CHINA).date()), time(), CHINA)
    return {
        "line": line_id,
        "iccid": iccid(holding.operator, serial),
        "changed_at": begun if holding.sim_changed is None else now - holding.sim_changed,
    }


def _holder(holding: Holding, owner: Person) -> str | None:
    if holding.held_by == STRANGER:
        return None
    return holding.held_by or owner.id


def _asked(person: Person, id_: str, when: datetime) -> dict[str, Any]:
    return {
        "id": id_,
        "issuer": "national",
        "what": "cards",
        "client_id": "phone",
        "idempotency_key": None,
        "body": "",
        "person": person.id,
        "created_at": when,
        "done_at": None,
    }
