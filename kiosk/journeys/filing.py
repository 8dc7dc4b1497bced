"""Asking people of the phone company to look at something: a work order, and its slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.failures import Refused
from kiosk.domain.people import Identity, Line, Operator, Ticket
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.journeys.hall import Hall
from kiosk.screens import Fact, Picture, Slip, Tell, Tone, commit
from kiosk.text import Code, Day, Money, PhoneNumber, Text, just, t

DAYS = 15
"""Days in which a company must answer (电信用户申诉处理办法)."""
AUTHORITY = Code("12300")
"""Where to appeal after a no, or without an answer."""
ON_FILE = t("Your request is on file")


def to_the_authority(due: date) -> tuple[Text, ...]:
    """Say who helps without an answer by a day, or after one that is not good."""
    return (t("No answer by {day}, or not content? Call {authority}.", day=Day(due), authority=AUTHORITY),)


@dataclass(frozen=True)
class Asking:
    """What the company's people are asked to look at."""

    kind: WorkOrderKind
    line: Line | None
    """The number it is about; None where it is about none."""
    product_id: str
    matter: Text
    """What it is, in a few words, for the slip."""
    amount: Money | None = None
    said: tuple[Text, ...] = ()
    """What else they must know, a sentence each."""
    advice: Callable[[date], tuple[Text, ...]] = to_the_authority
    """Who helps after a no, or without an answer by the day it is due."""
    title: Text = ON_FILE
    """What to say when it is."""
    contact: PhoneNumber | None = field(default=None, repr=False)
    """The phone to ring her on, where she has named one."""


async def filed(hall: Hall, identity: Identity, asking: Asking) -> Ticket | None:
    """File what was agreed to on a review, and give its slip; None where the company did not take it."""
    operator = hall.operator(identity.operator_id)
    order = WorkOrder(
        kind=asking.kind,
        operator_id=operator.id,
        access=identity.access,
        product_id=asking.product_id,
        number_tail=asking.line.number.tail.digits if asking.line else "",
        amount=asking.amount,
        said=asking.said,
        contact=asking.contact,
    )
    ticket = await taken(hall, order)
    if ticket is not None:
        await it_is_on_file(operator, asking, ticket)
    return ticket


async def taken(hall: Hall, order: WorkOrder) -> Ticket | None:
    """File a work order; None where the company did not take it, which is told."""
    try:
        return await commit(hall.desks.work_orders, order, doing=t("Filing your request"))
    except Refused:
        await it_was_not_taken(hall.operator(order.operator_id))
        return None


def what_happens_then(operator: Operator) -> tuple[Fact, ...]:
    """Say on a review what a request sets going, what it costs and how to undo it."""
    return (
        Fact(label=t("What happens"), value=t("People at {operator} look at it", operator=operator.name)),
        Fact(label=t("Answer"), value=t("within {days} days", days=DAYS)),
        Fact(label=t("Asking costs"), value=t("nothing")),
        Fact(label=t("To undo it"), value=t("Call {hotline}", hotline=operator.hotline)),
    )


def it_is_on_file(operator: Operator, asking: Asking, ticket: Ticket) -> Tell:
    """Give the slip of the request: its reference, the day of the answer, and whom to call without one."""
    amount = (Fact(label=t("Asked back"), value=just(asking.amount), big=True),) if asking.amount else ()
    line = asking.line
    number = (Fact(label=t("Number ends in"), value=just(line.number.tail)),) if line else ()
    return Tell(
        title=asking.title,
        body=(
            t("People look at it now. You need do nothing."),
            t("You have an answer by {day}.", day=Day(ticket.due)),
        ),
        tone=Tone.DONE,
        picture=Picture(name="filed", alt=t("A paper with a stamp.")),
        slip=Slip(
            title=asking.matter,
            lines=(
                Fact(label=t("Reference"), value=just(Code(ticket.reference)), big=True),
                *number,
                Fact(label=t("Company"), value=just(operator.name)),
                *amount,
                Fact(label=t("Answer by"), value=just(Day(ticket.due)), big=True),
                Fact(label=t("Questions"), value=t("Call {hotline}", hotline=operator.hotline)),
            ),
            advice=(*asking.advice(ticket.due), t("A true answer asks for no code and no link.")),
        ),
        proceed=t("I have noted it"),
    )


def it_was_not_taken(operator: Operator) -> Tell:
    """The company did not take the request: nothing happened, and there is another way."""
    return Tell(
        title=t("The request was not taken"),
        body=(
            t("Nothing has changed."),
            t("Please call {hotline}, or ask staff here.", hotline=operator.hotline),
        ),
        tone=Tone.CARE,
    )
