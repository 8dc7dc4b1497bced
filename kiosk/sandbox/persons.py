"""How a person of the sandbox is described: who they are, what they hold, what runs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from kiosk.domain.id_cards import age_on, check_character
from kiosk.sandbox.holdings import Kind
from kiosk.sandbox.places import YUEXIU, District, Place
from kiosk.sandbox.tariffs import Names

STRANGER = "stranger"


def id_number(area: str, born: date, serial: int) -> str:
    """Compose a resident ID number; the serial is odd for men and even for women."""
    body = f"{area}{born:%Y%m%d}{serial:03}"
    return body + check_character(body)


@dataclass(frozen=True)
class Runs:
    """Something that runs on a number at the sandbox's first day, told in months from that day."""

    kind: Kind
    offering: str
    months_ago: int = 12
    """Since the first of that month."""
    months_left: int | None = None
    """Until the same day so many months later, which for a contract tells its beginning too."""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Holding:
    """A number or broadband account at one operator, registered to the person it stands under."""

    operator: str
    number: str
    since: date | timedelta
    """The day it began, or how long ago that is."""
    place: Place
    kind: str = "mobile"
    held_by: str = ""
    """Whose phone it is in: empty for the owner's; `STRANGER` where nobody here knows."""
    status: str = "active"
    stop_reason: str = ""
    keep_number: bool = False
    plan: str = "STD39"
    runs: tuple[Runs, ...] = ()
    """What else runs on it."""
    next_plan: str = ""
    """The plan that was ordered this month and begins with the next."""
    network: str = "5G"
    sub_card_of: str = ""
    stop_note: Names | None = None
    """The operator's own words on why it is stopped, in Chinese and English."""
    marks: tuple[str, ...] = ()
    """What is noted about it: GROUP, UNBILLED, NOT_REAL_NAME, PORTED_IN."""
    bundled_with: str = ""
    """The mobile number whose plan carries this broadband."""
    sim_changed: timedelta | None = None
    """How long ago its SIM card was changed; None: it is as old as the number."""
    district: District = YUEXIU
    """Where a broadband account's home lies."""
    condition: str = ""
    """What is wrong with it; a `Condition`, or nothing."""

    def begun(self, today: date) -> date:
        """Return the day it began, given the sandbox's first day."""
        return today - self.since if isinstance(self.since, timedelta) else self.since


@dataclass(frozen=True)
class Person:
    """One invented person and everything registered under their ID."""

    id: str
    name: str
    name_en: str
    born: date
    serial: int
    story: str
    story_en: str
    holdings: tuple[Holding, ...]
    area: str = "990101"
    accounts: Mapping[str, int] = field(default_factory=dict)
    """Internet accounts by company, linked to their first number."""
    asked_national: timedelta | None = None
    """How long ago they asked the national service, where they did."""
    certificate: tuple[int, int] | None = None
    """The kind and level of their certificate of disability, where they have one."""
    card_expired: bool = False
    """Whether their ID card has run out."""

    @property
    def id_number(self) -> str:
        """The resident ID number."""
        return id_number(self.area, self.born, self.serial)

    def age_on(self, day: date) -> int:
        """Return the age in whole years."""
        return age_on(self.born, day)

    @property
    def gender(self) -> str:
        """The gender that the serial tells."""
        return "male" if self.serial % 2 else "female"
