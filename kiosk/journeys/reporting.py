"""Telling the operator's people of a fault, once a review was agreed to."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.failures import Refused
from kiosk.domain.people import Identity, Ticket
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.journeys.filing import it_was_not_taken
from kiosk.journeys.hall import Hall
from kiosk.journeys.measuring import Subject
from kiosk.screens import commit
from kiosk.text import Tail, Text, t


@dataclass(frozen=True)
class Report:
    """What is reported: of which number or home, and what the operator's people must know."""

    kind: WorkOrderKind
    product_id: str
    tail: Tail | None = field(repr=False)
    """The last digits of the number, where it is about one."""
    said: tuple[Text, ...]


def report_of(kind: WorkOrderKind, subject: Subject, said: tuple[Text, ...]) -> Report:
    """Make a report about a number or a home; without either it stands alone."""
    line, home = subject.line, subject.home
    if line is not None:
        return Report(kind, line.line.id, line.line.number.tail, said)
    return Report(kind, home.id if home else "", None, said)


async def reported(hall: Hall, identity: Identity, report: Report) -> Ticket | None:
    """File it; None where the operator did not take it, which is told."""
    operator = hall.operator(identity.operator_id)
    order = WorkOrder(
        kind=report.kind,
        operator_id=operator.id,
        access=identity.access,
        product_id=report.product_id,
        number_tail=report.tail.digits if report.tail else "",
        said=report.said,
    )
    try:
        return await commit(hall.desks.work_orders, order, doing=t("Filing your request"))
    except Refused:
        await it_was_not_taken(operator)
        return None
