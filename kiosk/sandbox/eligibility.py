"""Who may do what: the way into all rules of the operators, and the days from which orders count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.offers import first_of_next_month
from kiosk.domain.orders import Certificate, Obstacle, OrderKind
from kiosk.sandbox.eligibility_case import Case
from kiosk.sandbox.eligibility_rules import RULES
from kiosk.sandbox.obstacle_words import WORDS
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.turn import Turn

FROM_NEXT_MONTH = frozenset({OrderKind.CHANGE_PLAN, OrderKind.STOP_ADD_ON, OrderKind.TAKE_DISCOUNT})


@dataclass(frozen=True)
class Hindrance:
    """One thing that stands in the way, and how the operator says so."""

    code: Obstacle
    zh: str
    en: str


def hindrances(
    turn: Turn,
    line: LineRecord,
    kind: OrderKind,
    offering_id: str | None = None,
    certificate: Certificate | None = None,
) -> list[Hindrance]:
    """List everything that stands in the way of an order on a line, all at once."""
    case = Case.of(turn.db, line, turn.today, kind=kind, offering_id=offering_id or "", said=certificate)
    return [
        Hindrance(obstacle, *WORDS[obstacle])
        for obstacle, (kinds, stands) in RULES.items()
        if kind in kinds and stands(case)
    ]


def starts_on(turn: Turn, kind: OrderKind) -> date:
    """Return the day from which an order placed now would count."""
    return first_of_next_month(turn.today) if kind in FROM_NEXT_MONTH else turn.today
