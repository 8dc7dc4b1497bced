"""What the operator's people are told of a fault: a work order about a number, a home, or neither."""

from __future__ import annotations

from kiosk.domain.people import Identity
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.journeys.measuring import Subject
from kiosk.text import PhoneNumber, Text


def report_of(
    kind: WorkOrderKind,
    identity: Identity,
    subject: Subject,
    said: tuple[Text, ...],
    contact: PhoneNumber | None = None,
) -> WorkOrder:
    """Make a report about a number or a home; without either it stands alone."""
    line, home = subject.line, subject.home
    product_id = line.line.id if line else home.id if home else ""
    return WorkOrder(
        kind=kind,
        operator_id=identity.operator_id,
        access=identity.access,
        product_id=product_id,
        number_tail=line.line.number.tail.digits if line else "",
        said=said,
        contact=contact,
    )
