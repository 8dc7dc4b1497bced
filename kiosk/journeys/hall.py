"""What every journey is handed: the hall it happens in, and the desks it may turn to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.devices.ports import CallLight
from kiosk.domain.people import Operator
from kiosk.operators.ports import Operators
from kiosk.text import Code, Label


@dataclass(frozen=True)
class Hall:
    """The hall, this kiosk, the operators served, the desks behind them, and the day."""

    place: Label
    kiosk: Code
    operators: tuple[Operator, ...]
    desks: Operators
    light: CallLight
    today: date
    entrance: str
    """The public page of the national query, for the visitor's own phone."""
    national_query: bool = True
    """Whether the kiosk itself may file the national query."""

    def operator(self, operator_id: str) -> Operator:
        """Return one of the operators by its id."""
        return next(operator for operator in self.operators if operator.id == operator_id)
