"""Placing an order after a review, following it for a while, and the slip to take home."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.consent import Consent
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Hindrance, Order, OrderItem, OrderKind, OrderRequest, OrderState
from kiosk.domain.people import Identity, Line
from kiosk.journeys.agreeing import agreed
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import obstacles_as_facts
from kiosk.journeys.order_words import how_it_stands, steps_of
from kiosk.screens import (
    Choose,
    Fact,
    Option,
    Picture,
    Review,
    Slip,
    Tell,
    Tone,
    Watch,
    commit,
    read,
    until_told,
)
from kiosk.text import Code, Day, Text, just, t

ORDER = "order"
GO_ON = "go-on"


@dataclass(frozen=True)
class Wish:
    """What a visitor wants done on a number."""

    kind: OrderKind
    line: Line
    matter: Text
    """What it is, in a few words: over the signature, in the SMS, on the slip."""
    items: tuple[OrderItem, ...]
    staff: str = ""


async def reviewed_and_ordered(hall: Hall, identity: Identity, wish: Wish, review: Review) -> Order | None:
    """Review, agree, order and follow it; None where the answer was no, from the visitor or the operator."""
    consent = await agreed(hall, identity, wish.matter, review)
    if consent is None:
        return None
    try:
        request = request_for(identity, wish, consent)
        order = await commit(hall.desks.orders, request, doing=t("Placing your order"))
    except Refused as refused:
        await it_was_refused(hall, identity, wish, refused)
        return None
    return await followed(hall, identity, order)


def request_for(identity: Identity, wish: Wish, consent: Consent) -> OrderRequest:
    """Fill in the order."""
    return OrderRequest(
        kind=wish.kind,
        operator_id=identity.operator_id,
        access=identity.access,
        line_id=wish.line.id,
        number_tail=wish.line.number.tail.digits,
        items=wish.items,
        consent=consent,
        staff=wish.staff,
    )


async def it_was_refused(hall: Hall, identity: Identity, wish: Wish, refused: Refused) -> None:
    """Tell that the operator said no, and why, as it says; it is believed."""
    if refused.reason is Reason.PROOF_NEEDED:
        await staff_take_over(hall, t("Your phone company wants to see your ID card again."))
    answers = await read(hall.desks.offers.qualify, identity, wish.line.id, wish.kind)
    await not_taken(tuple(one for answer in answers for one in answer.hindrances))


def not_taken(hindrances: tuple[Hindrance, ...]) -> Tell:
    """The operator did not take the order: nothing happened, and what would help."""
    return Tell(
        title=t("Your phone company did not take the order"),
        body=(t("Nothing has changed, and nothing was paid."),),
        facts=obstacles_as_facts(hindrances),
        tone=Tone.CARE,
    )


# --------------------------------------------------------------------------------- following an order


async def followed(hall: Hall, identity: Identity, order: Order) -> Order:
    """Show how an order goes until it has ended, waits for somebody, or the visitor goes on."""
    while not (order.state.ended or order.state.waits_for_somebody):
        seen = await Watch(
            reads=((ORDER, until_told(hall.desks.matters.after, identity, order)),),
            show=lambda _, order=order: it_is_being_done(order),  # type: ignore[misc]
            until_all=True,
        )
        came = seen.arrived.get(ORDER)
        if not isinstance(came, Order) or came == order:
            break
        order = came
    return order


def it_is_being_done(order: Order) -> Choose[str]:
    """Show the steps of an order, and offer to go on without waiting."""
    return Choose(
        title=t("Your order is being done"),
        body=(how_it_stands(order.state), t("You need not wait. An SMS tells you when it is done.")),
        steps=steps_of(order.state),
        options=(Option(answer=GO_ON, label=t("Go on without waiting"), icon="forward"),),
    )


# ----------------------------------------------------------------------------------------- the slip


TITLES: dict[OrderState, Text] = {
    OrderState.COMPLETED: t("Done. All is well."),
    OrderState.PARTIAL: t("A part of it is done"),
    OrderState.FAILED: t("It could not be done"),
    OrderState.REJECTED: t("Your phone company said no"),
    OrderState.CANCELLED: t("The order was called back"),
    OrderState.PENDING: t("Your order waits for a next step"),
    OrderState.HELD: t("Your order is being looked at"),
}
NOTHING_DONE = {OrderState.FAILED, OrderState.REJECTED, OrderState.CANCELLED}
TROUBLE = NOTHING_DONE | {OrderState.PARTIAL}


def the_receipt(
    hall: Hall,
    order: Order,
    wish: Wish,
    *lines: Fact,
    title: Text | None = None,
    advice: tuple[Text, ...] = (),
    picture: Picture | None = None,
) -> Tell:
    """Tell how an order stands, and give its slip; `title` is said where all went well."""
    good = order.state not in TROUBLE
    standing = TITLES.get(order.state, t("Your order is placed"))
    return Tell(
        title=title if title is not None and order.state is OrderState.COMPLETED else standing,
        body=(how_it_stands(order.state), *((just(order.note),) if order.note else ())),
        steps=steps_of(order.state),
        tone=Tone.DONE if good else Tone.CARE,
        picture=picture or Picture(name="filed", alt=t("A paper with a stamp.")),
        slip=Slip(
            title=wish.matter,
            lines=(*slip_of(hall, order, wish), *(() if order.state in NOTHING_DONE else lines)),
            advice=(*(advice if good else ()), t("A true answer asks for no code and no link.")),
        ),
        proceed=t("I have noted it"),
    )


def slip_of(hall: Hall, order: Order, wish: Wish) -> tuple[Fact, ...]:
    """Write what every slip has: reference, number, company, from when, whom to ask."""
    operator = hall.operator(order.operator_id)
    starts = (Fact(label=t("Counts from"), value=just(Day(order.starts)), big=True),) if order.starts else ()
    return (
        Fact(label=t("Reference"), value=just(Code(order.id)), big=True),
        Fact(label=t("Number ends in"), value=just(wish.line.number.tail)),
        Fact(label=t("Company"), value=just(operator.name)),
        *starts,
        Fact(label=t("Done on"), value=just(Day(hall.today))),
        Fact(label=t("Questions"), value=t("Call {hotline}", hotline=operator.hotline)),
    )
