"""One request to the operator's people: how it stands, what was answered, and who helps after a no."""

from __future__ import annotations

from kiosk.domain.people import Identity
from kiosk.domain.work_orders import DECIDED, Filed, WorkOrderKind
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
    WorkOrderKind.COMPLAINT.value: t("My complaint"),
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
ANSWERED = {*DECIDED, "cancelled"}
HOW_SOON = t("It says within five working days whether it takes it, and answers within 30 days.")
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
    mark, waiting = Mark.CARE if is_late(hall, ticket) else Mark.NONE, ticket.state not in ANSWERED
    return (
        Fact(label=t("Asked on"), value=just(Day(ticket.filed.date()))),
        Fact(label=t("Answer by"), value=just(Day(ticket.due)), big=waiting, mark=mark),
        Fact(label=t("Reference"), value=just(Code(ticket.reference))),
    )


def what_was_answered(ticket: Filed) -> tuple[Text, ...]:
    """Say what the company has written; where it has decided without a word here, where to ask for it."""
    if ticket.answer is not None:
        return (t("The company writes: {answer}", answer=ticket.answer),)
    return (t("It has written no answer here. Please call it."),) if ticket.state in DECIDED else ()


def where_to_appeal(hall: Hall, ticket: Filed) -> tuple[Text, ...]:
    """Say who helps when the answer is late or not good, and how soon (电信用户申诉处理办法)."""
    if ticket.state in DECIDED:
        return (t("Not content? You can appeal to {authority}.", authority=AUTHORITY), HOW_SOON)
    if is_late(hall, ticket):
        return (t("The answer is late. You can complain at {number}.", number=AUTHORITY), HOW_SOON)
    return ()


def this_request(hall: Hall, identity: Identity, ticket: Filed) -> Tell:
    """Show one request with what was answered, when an answer is due, and where to go after a no."""
    hotline = hall.operator(identity.operator_id).hotline
    return Tell(
        title=what_for(ticket),
        body=(stands(ticket), *what_was_answered(ticket), *where_to_appeal(hall, ticket)),
        steps=steps_of_request(ticket),
        facts=(
            *facts_of_request(hall, ticket),
            Fact(label=t("Questions"), value=t("Call {hotline}", hotline=hotline)),
        ),
        proceed=t("Back to the list"),
        private=ticket.answer is not None,
    )
