"""What every journey is handed: the hall it happens in, and the desks it may turn to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.devices.ports import CallLight, CardReader, StaffDesk
from kiosk.domain.people import National, Operator
from kiosk.operators.ports import Operators
from kiosk.text import Code, Label


class Reports:
    """The numbers that this visitor has reported; a fresh one for each visit."""

    def __init__(self) -> None:
        self._lines: frozenset[str] = frozenset()

    def add(self, line_id: str) -> None:
        """Note that a number is reported."""
        self._lines |= {line_id}

    def all(self) -> frozenset[str]:
        """Return the ids of all reported numbers."""
        return self._lines


@dataclass(frozen=True)
class Hall:
    """The hall, this kiosk, the operators served, the desks behind them, and the day."""

    place: Label
    kiosk: Code
    operators: tuple[Operator, ...]
    desks: Operators
    light: CallLight
    id_cards: CardReader
    staff: StaffDesk
    today: date
    entrance: str
    """The public page of the national query, for the visitor's own phone."""
    national: frozenset[National] = frozenset(National)
    """The national queries that the kiosk itself may file."""
    reports: Reports = field(default_factory=Reports)

    def operator(self, operator_id: str) -> Operator:
        """Return one of the operators by its id."""
        return next(operator for operator in self.operators if operator.id == operator_id)
