"""People and lines as they are read from the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from kiosk.sandbox.tables import lines, people

IN_SERVICE = ("active", "suspended", "pendingTerminate")
"""A number counts until it is cancelled: a stopped one still runs under its owner's name."""


@dataclass(frozen=True)
class PersonRecord:
    """Somebody whose ID is known."""

    id: str
    number: int
    name: str
    id_number: str
    born: date
    gender: str
    accounts: Mapping[str, int]


@dataclass(frozen=True)
class LineRecord:
    """A mobile number (E.164) or a broadband account at one operator."""

    id: str
    position: int
    operator: str
    kind: str
    number: str
    owner: str
    holder: str | None
    status: str
    stop_reason: str
    keep_number: bool
    since: date
    province_zh: str
    province_en: str
    city_zh: str
    city_en: str
    network: str
    sub_card_of: str


def _line(row: Row[Any]) -> LineRecord:
    return LineRecord(**row._mapping)


def _person(row: Row[Any]) -> PersonRecord:
    return PersonRecord(**row._mapping)


def lines_where(db: Connection, *conditions: ColumnElement[bool]) -> list[LineRecord]:
    """List lines, in the order in which each owner's are told."""
    return [
        _line(row)
        for row in db.execute(select(lines).where(*conditions).order_by(lines.c.owner, lines.c.position))
    ]


def line_with(db: Connection, id_: str) -> LineRecord:
    """Return the line with this id, which must exist."""
    return _line(db.execute(select(lines).where(lines.c.id == id_)).one())


def people_where(db: Connection, *conditions: ColumnElement[bool]) -> list[PersonRecord]:
    """List people."""
    rows = db.execute(select(people).where(*conditions).order_by(people.c.number))
    return [_person(row) for row in rows]


def person_with(db: Connection, id_: str) -> PersonRecord:
    """Return the person with this id, who must exist."""
    return _person(db.execute(select(people).where(people.c.id == id_)).one())


def locked_person(db: Connection, id_: str) -> PersonRecord:
    """Return a person and let no other request act for them until this one is done."""
    return _person(db.execute(select(people).where(people.c.id == id_).with_for_update()).one())


def party_id(operator: str, person: PersonRecord) -> str:
    """Return the operator's own id of a person: the `sub` of its ID tokens, the id of its Individual."""
    return f"{operator}-{person.number}"
