"""What the operator's people are asked to look at, and how it stands (TMF621)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from kiosk.domain.people import Access
from kiosk.text import Letter, Money, PhoneNumber, Text


class WorkOrderKind(Enum):
    """What the operator's people are asked to look at; the value is TMF621's `ticketType`."""

    REFUND = "refundRequest"
    CONTRACT_OBJECTION = "contractObjection"
    DISCOUNT_DENIED = "discountDenied"
    PROTECTIVE_STOP = "protectiveStopReview"
    TRANSFER = "transferSubCard"
    REPAIR = "repair"
    OUTAGE = "outageReport"
    """To be told when an outage is over."""
    COMPLAINT = "complaint"


DECIDED = frozenset({"resolved", "closed", "rejected"})
"""The states of TMF621 in which the company has had its say; a calling back is the customer's own."""


@dataclass(frozen=True)
class WorkOrder:
    """A request to the operator's people about something on a number (TMF621)."""

    kind: WorkOrderKind
    operator_id: str
    access: Access = field(repr=False)
    product_id: str
    """What it is about: a line, an add-on, a contract or a broadband; empty: nothing of all that."""
    number_tail: str = field(repr=False)
    amount: Money | None = None
    """The money that is asked back."""
    said: tuple[Text, ...] = ()
    """What else the operator's people must know, a sentence each: what she wants, what was done already."""
    contact: PhoneNumber | None = field(default=None, repr=False)
    """The phone to ring her on; never kept, so that an order followed up after a cut goes without it."""


@dataclass(frozen=True)
class Filed:
    """A work order on file, as the list of one's own matters shows it."""

    reference: str
    kind: WorkOrderKind | None
    ticket_type: str
    state: str
    """A state of TMF621: acknowledged, inProgress, pending, held, resolved, closed, rejected, cancelled."""
    filed: datetime
    """On the clock of China."""
    due: date
    answer: Letter | None = None
    """What the company has answered, the newest."""
