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
from kiosk.sandbox.seed_running import put_on_line
from kiosk.sandbox.tables import lines, people, queries


def fill(db: Connection, now: datetime) -> None:
    """Write everybody, what they hold, and what they asked before `now`."""
    numbered = list(enumerate(PEOPLE, start=1001))
    db.execute(people.insert(), [_person(person, number) for number, person in numbered])
    db.execute(
        lines.insert(),
        [
            _line(holding, person, f"{number}-{index}") | {"position": index}
            for number, person in numbered
            for index, holding in enumerate(person.holdings, start=1)
        ],
    )
    for number, person in numbered:
        for index, holding in enumerate(person.holdings, start=1):
            put_on_line(db, holding, f"{holding.operator}-{number}-{index}", now)
    db.execute(
        sims.insert(),
        [
            _sim(holding, number, index, now)
            for number, person in numbered
            for index, holding in enumerate(person.holdings, start=1)
            if holding.kind == "mobile"
        ],
    )
    for number, person in numbered:
        if person.asked_national is not None:
            db.execute(
                queries.insert(), _asked(person, f"asked-before-{number}", now - person.asked_national)
            )


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
        "id": f"{holding.operator}-{id_}",
        "operator": holding.operator,
        "kind": holding.kind,
        "number": f"+86{holding.number}" if mobile else holding.number,
        "owner": owner.id,
        "holder": _holder(holding, owner) if mobile else None,
        "status": holding.status,
        "stop_reason": holding.stop_reason,
        "keep_number": holding.keep_number,
        "since": holding.since,
        "province_zh": holding.place.province_zh,
        "province_en": holding.place.province_en,
        "city_zh": holding.place.city_zh,
        "city_en": holding.place.city_en,
        "network": holding.network,
        "sub_card_of": f"+86{holding.sub_card_of}" if holding.sub_card_of else "",
    }


def _sim(holding: Holding, number: int, index: int, now: datetime) -> dict[str, Any]:
    begun = datetime.combine(holding.since, time(), CHINA)
    return {
        "line": f"{holding.operator}-{number}-{index}",
        "iccid": iccid(holding.operator, number * 100 + index),
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
