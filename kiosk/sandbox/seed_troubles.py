"""Writes down what does not work at the beginning: outages, conditions, numbers that cheat."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from kiosk.domain.faults import Cheat
from kiosk.sandbox.conditions import Condition, befall
from kiosk.sandbox.fraud_book import list_number
from kiosk.sandbox.homes import place_home
from kiosk.sandbox.outage_book import OutageRecord, note_outage
from kiosk.sandbox.persons import Holding
from kiosk.sandbox.places import BAIYUN, HAIZHU, LIWAN

CHEATS = (
    ("0085299009901", Cheat.POLICE, 1204, True),
    ("0085299009902", Cheat.INVESTMENT, 386, True),
    ("0085299990099", Cheat.SHOP, 57, False),
    ("0014990099990", Cheat.RELATIVE, 91, True),
    ("4009900990", Cheat.SHOP, 643, True),
    ("4009900991", Cheat.INVESTMENT, 28, False),
    ("02099990099", Cheat.POLICE, 212, True),
    ("17099009901", Cheat.ADVERTS, 77, False),
    ("17099009902", Cheat.RELATIVE, 15, False),
    ("17199009901", Cheat.INVESTMENT, 149, True),
    ("17199009902", Cheat.ADVERTS, 33, False),
    ("9699009", Cheat.OTHER, 6, False),
)
"""Invented numbers, what they are reported for, by how many, and whether the police have confirmed it."""


def fill_troubles(db: Connection, now: datetime) -> None:
    """Write down two outages that last, one that is over, and the list of numbers that cheat."""
    for outage in (
        OutageRecord(
            id="SP-SEED0001",
            operator="telecom",
            area=BAIYUN.area,
            takes=["broadband", "television"],
            begun_at=now - timedelta(hours=3),
            ends_at=now + timedelta(hours=5),
        ),
        OutageRecord(
            id="SP-SEED0002",
            operator="mobile",
            area=LIWAN.area,
            takes=["mobile"],
            begun_at=now - timedelta(hours=1),
        ),
        OutageRecord(
            id="SP-SEED0003",
            operator="mobile",
            area=HAIZHU.area,
            takes=["broadband"],
            begun_at=now - timedelta(days=1, hours=6),
            ends_at=now - timedelta(days=1),
        ),
    ):
        note_outage(db, outage)
    for number, cheat, reports, confirmed in CHEATS:
        list_number(db, number, cheat, reports, confirmed=confirmed)


def trouble(db: Connection, holding: Holding, line_id: str) -> None:
    """Write down where a broadband account's home lies, and what is wrong with the line."""
    if holding.kind == "broadband":
        place_home(db, line_id, holding.district)
    if holding.condition:
        befall(db, line_id, Condition(holding.condition))
