"""The homes that broadband runs to: where each lies, how fast its line is, whether there is television."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, Connection, ForeignKey, String, Table, select

from kiosk.sandbox.holdings import running_on
from kiosk.sandbox.places import DISTRICTS, District
from kiosk.sandbox.tables import METADATA
from kiosk.sandbox.tariff_table import tariff_with

homes = Table(
    "homes",
    METADATA,
    Column("line", String(40), ForeignKey("lines.id"), primary_key=True),
    Column("area", String(6), nullable=False, index=True),
)


@dataclass(frozen=True)
class Home:
    """What a broadband account brings to a home."""

    district: District
    downstream: int
    """In Mbit/s; nothing where no broadband runs on the account."""
    television: bool


def place_home(db: Connection, line_id: str, district: District) -> None:
    """Write down where a broadband account's home lies."""
    db.execute(homes.insert(), {"line": line_id, "area": district.area})


def district_of(db: Connection, line_id: str) -> District | None:
    """Return where a broadband account's home lies; None for a number."""
    area = db.execute(select(homes.c.area).where(homes.c.line == line_id)).scalar()
    return None if area is None else DISTRICTS[area]


def home_of(db: Connection, line_id: str, day: date) -> Home | None:
    """Return the home of a broadband account as it is that day; None for a number."""
    district = district_of(db, line_id)
    if district is None:
        return None
    running = (tariff_with(one.offering) for one in running_on(db, line_id, day) if one.kind == "broadband")
    tariff = next(running, None)
    return Home(district, tariff.downstream if tariff else 0, bool(tariff and tariff.television))
