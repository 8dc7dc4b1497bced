"""Everything that the rules look at when somebody wants to change something on a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kiosk.domain.orders import Certificate, OrderKind
from kiosk.sandbox.bundles import broadband_on
from kiosk.sandbox.holdings import ProductRecord, held_on
from kiosk.sandbox.order_tables import open_orders
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, person_with
from kiosk.sandbox.registers import certificate_of, marks_of
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tariff_table import tariff_with
from kiosk.sandbox.tariffs import Tariff

GONE = frozenset({"terminated", "cancelled"})


@dataclass(frozen=True)
class Case:
    """A line, its owner, what runs on it, what hangs on it, and what is wanted."""

    line: LineRecord
    owner: PersonRecord
    day: date
    kind: OrderKind
    offering_id: str
    offering: Tariff | None
    """What is wanted, where the catalogue has it."""
    said: Certificate | None
    """The certificate that the person speaks of; nobody is looked up who does not."""
    registered: Certificate | None
    held: Sequence[ProductRecord]
    """What runs on the line, or will."""
    marks: frozenset[str]
    sub_cards: int
    broadband: bool
    """Whether a broadband account hangs on the line."""
    under_way: frozenset[OrderKind]
    """What was ordered on the line and is not done yet."""

    @staticmethod
    def of(
        db: Connection,
        line: LineRecord,
        day: date,
        *,
        kind: OrderKind,
        offering_id: str,
        said: Certificate | None,
    ) -> Case:
        """Look everything up; open orders first, for one that ends meanwhile has changed what is held."""
        under_way = frozenset(order.what for order in open_orders(db, line.id))
        return Case(
            line,
            person_with(db, line.owner),
            day,
            kind,
            offering_id,
            tariff_with(offering_id),
            said,
            certificate_of(db, line.owner),
            held_on(db, line.id, day),
            frozenset(marks_of(db, line.id)),
            len(lines_where(db, lines.c.sub_card_of == line.number, lines.c.status.not_in(GONE))),
            bool(broadband_on(db, line, day)),
            under_way,
        )

    @property
    def running(self) -> list[ProductRecord]:
        """What runs today."""
        return [one for one in self.held if one.state_on(self.day) != "pendingActive"]

    @property
    def plan(self) -> Tariff | None:
        """The plan that runs today."""
        return next((tariff_with(one.offering) for one in self.running if one.kind == "plan"), None)

    def contracts(self, *, special: bool) -> list[ProductRecord]:
        """Return the promises that bind: those for a special number, or all others."""
        bound = [one for one in self.running if one.kind == "contract"]
        return [one for one in bound if bool(one.details.get("special")) is special]

    def wanted(self) -> list[ProductRecord]:
        """Return what is held already of the thing that is asked about."""
        return [one for one in self.held if one.offering == self.offering_id]
