"""One repair on file: how it stands, and its visit, which can be moved or called off."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.failures import Refused
from kiosk.domain.faults import Visit
from kiosk.domain.people import Identity
from kiosk.domain.work_orders import Filed
from kiosk.journeys.hall import Hall
from kiosk.journeys.one_request import (
    ANSWERED,
    facts_of_request,
    stands,
    steps_of_request,
    what_for,
    what_was_answered,
    where_to_appeal,
)
from kiosk.journeys.visit_words import VISIT, when_of
from kiosk.journeys.visits import a_visit_is_booked, called_off
from kiosk.screens import Choose, Fact, Option, Slip, Tell, Tone, read
from kiosk.text import Code, just, t


class Wish(Enum):
    """What can be done about a repair."""

    BACK = "back"
    TIME = "time"
    CALL_OFF = "call_off"


async def look_at_repair(hall: Hall, identity: Identity, ticket: Filed) -> None:
    """Show a repair with its visit, and do what is wished with it."""
    visit = await the_visit(hall, identity, ticket)
    match await this_repair(hall, ticket, visit):
        case Wish.TIME:
            booked = await a_visit_is_booked(hall, identity, ticket.reference, visit)
            if booked is not None:
                await somebody_comes(hall, identity, booked)
        case Wish.CALL_OFF if visit is not None:
            await called_off(hall, identity, visit)


async def the_visit(hall: Hall, identity: Identity, ticket: Filed) -> Visit | None:
    """Find the visit that is still to come."""
    try:
        visit = await read(
            hall.desks.visits.visit_for, identity, ticket.reference, doing=t("Fetching your orders")
        )
    except Refused:
        return None
    return visit if visit is not None and visit.state.open else None


def this_repair(hall: Hall, ticket: Filed, visit: Visit | None) -> Choose[Wish]:
    """Show how a repair stands, what was answered and when somebody comes, with what can be changed."""
    comes = when_of(visit.slot) if visit else t("no visit is booked")
    change = Option(
        answer=Wish.TIME,
        label=t("Choose another time") if visit else t("Choose a time for a visit"),
        icon="appointment",
    )
    off = Option(answer=Wish.CALL_OFF, label=t("Cancel the visit"), icon="close")
    open_ = ticket.state not in ANSWERED
    return Choose(
        title=what_for(ticket),
        body=(stands(ticket), *what_was_answered(ticket), *where_to_appeal(hall, ticket)),
        steps=steps_of_request(ticket),
        facts=(
            *((Fact(label=t("Somebody comes"), value=comes, big=True),) if open_ else ()),
            *facts_of_request(hall, ticket),
        ),
        options=(
            Option(answer=Wish.BACK, label=t("Back to the list"), icon="list"),
            *((change,) if open_ else ()),
            *((off,) if open_ and visit else ()),
        ),
        private=ticket.answer is not None,
    )


def somebody_comes(hall: Hall, identity: Identity, visit: Visit) -> Tell:
    """Give the slip of a visit."""
    hotline = hall.operator(identity.operator_id).hotline
    return Tell(
        title=t("Somebody comes at this time"),
        body=(t("You get an SMS about it."),),
        tone=Tone.DONE,
        picture=VISIT,
        slip=Slip(
            title=t("A technician's visit"),
            lines=(
                Fact(label=t("Somebody comes"), value=when_of(visit.slot), big=True),
                Fact(label=t("Reference"), value=just(Code(visit.ticket))),
                Fact(label=t("Questions"), value=t("Call {hotline}", hotline=hotline)),
            ),
            advice=(t("Ask for the badge; pay nothing in cash."),),
        ),
        proceed=t("I have noted it"),
    )
