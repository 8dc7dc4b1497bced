"""Who may do what: every rule of the sandbox's operators about lines and orders stands here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.calendar import CHINA
from kiosk.domain.offers import first_of_next_month
from kiosk.domain.orders import Certificate, Obstacle, OrderKind
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.turn import Turn

FROM_NEXT_MONTH = frozenset({OrderKind.CHANGE_PLAN, OrderKind.STOP_ADD_ON, OrderKind.TAKE_DISCOUNT})


@dataclass(frozen=True)
class Hindrance:
    """One thing that stands in the way, and how the operator says so."""

    code: Obstacle
    zh: str
    en: str


def today(turn: Turn) -> date:
    """Return the day it is in China."""
    return turn.now.astimezone(CHINA).date()


def hindrances(
    turn: Turn,
    line: LineRecord,
    kind: OrderKind,
    offering_id: str | None = None,
    certificate: Certificate | None = None,
) -> list[Hindrance]:
    """List everything that stands in the way of an order on a line, all at once."""
    return []


def starts_on(turn: Turn, kind: OrderKind) -> date:
    """Return the day from which an order placed now would count."""
    return first_of_next_month(today(turn)) if kind in FROM_NEXT_MONTH else today(turn)
