"""One request to the operator's people: how it stands, and what to do when no answer comes."""

from __future__ import annotations

from kiosk.domain.work_orders import Filed, WorkOrderKind
from kiosk.journeys.filing import AUTHORITY
from kiosk.journeys.hall import Hall
from kiosk.screens import Fact, Mark, Steps, Tell
from kiosk.text import Code, Day, Text, just, t

REQUESTS: dict[str, Text] = {
    WorkOrderKind.REFUND.value: t("Money back"),
    WorkOrderKind.CONTRACT_OBJECTION.value: t("Objection to a contract"),
    WorkOrderKind.DISCOUNT_DENIED.value: t("A discount that was denied"),
    WorkOrderKind.PROTECTIVE_STOP.value: t("A number blocked for safety"),
    WorkOrderKind.TRANSFER.value: t("Moving a card to another number"),
    WorkOrderKind.REPAIR.value: t("A repair"),
    WorkOrderKind.OUTAGE.value: t("A fault in my area"),
    WorkOrderKind.COMPLAINT.value: t("A complaint"),
    "numberNotMine": t("A number that is not mine"),
}
TICKET_STANDS: dict[str, Text] = {
    "acknowledged": t("The company has got it."),
    "inProgress": t("Somebody is working on it."),
    "pending": t("The company waits for something."),
    "held": t("The company waits for something."),
    "resolved": t("It is answered."),
    "closed": t("It is answered and closed."),
    "rejected": t("The company said no."),
    "cancelled": t("It was called back."),
}
ANSWERED = {"resolved", "closed", "rejected", "cancelled"}
REQUEST_STEPS = (t("Received"), t("Being worked on"), t("Answered"))


def what_for(ticket: Filed) -> Text:
    """Say what a request is for."""
    return REQUESTS.get(ticket.ticket_type, t("Another request"))


def stands(ticket: Filed) -> Text:
    """Say how a request stands."""
    return TICKET_STANDS.get(ticket.state, t("Somebody is working on it."))


def is_late(hall: Hall, ticket: Filed) -> bool:
    """Tell whether an answer should have come by now."""
    return ticket.state not in ANSWERED and hall.today > ticket.due


def steps_of_request(ticket: Filed) -> Steps:
    """Show how far a request is."""
    return Steps(steps=REQUEST_STEPS, done=len(REQUEST_STEPS) if ticket.state in ANSWERED else 1)


def facts_of_request(hall: Hall, ticket: Filed) -> tuple[Fact, ...]:
    """Say when a request was filed, when its answer is due, and its reference."""
    mark = Mark.CARE if is_late(hall, ticket) else Mark.NONE
    return (
        Fact(label=t("Asked on"), value=just(Day(ticket.filed.date()))),
        Fact(label=t("Answer by"), value=just(Day(ticket.due)), big=True, mark=mark),
        Fact(label=t("Reference"), value=just(Code(ticket.reference))),
    )


def this_request(hall: Hall, ticket: Filed) -> Tell:
    """Show one request, when its answer is due, and where to go when none comes."""
    complain = t("The answer is late. You can complain at {number}.", number=AUTHORITY)
    return Tell(
        title=what_for(ticket),
        body=(stands(ticket), *((complain,) if is_late(hall, ticket) else ())),
        steps=steps_of_request(ticket),
        facts=facts_of_request(hall, ticket),
        proceed=t("Back to the list"),
    )
