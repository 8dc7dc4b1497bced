"""One order: how it stands, what comes next, and whether it can be called back."""

from __future__ import annotations

from kiosk.domain.orders import Order, OrderState
from kiosk.journeys.hall import Hall
from kiosk.journeys.order_words import KINDS, how_it_stands, steps_of
from kiosk.screens import Choose, Fact, Option, Picture, Review, Tell, Tone
from kiosk.text import Code, Day, Moment, Tail, Text, just, t


def facts_of(hall: Hall, order: Order) -> tuple[Fact, ...]:
    """Say what there is to know of an order."""
    ending = Fact(label=t("Number ends in"), value=just(Tail(order.number_tail)))
    starts = (Fact(label=t("Counts from"), value=just(Day(order.starts))),) if order.starts else ()
    expected = order.expected
    done_by = (Fact(label=t("Done by"), value=just(Moment(expected))),) if expected else ()
    return (
        Fact(label=t("Ordered on"), value=just(Day(order.placed.date()))),
        *((ending,) if order.number_tail else ()),
        *starts,
        *(() if order.state.ended else done_by),
        Fact(label=t("Reference"), value=just(Code(order.id))),
        Fact(
            label=t("Questions"),
            value=t("Call {hotline}", hotline=hall.operator(order.operator_id).hotline),
        ),
    )


NEXT: dict[OrderState, Text] = {
    OrderState.ACKNOWLEDGED: t("You need do nothing. An SMS tells you when it is done."),
    OrderState.IN_PROGRESS: t("You need do nothing. An SMS tells you when it is done."),
    OrderState.PENDING: t("Staff here tell you the next step."),
    OrderState.HELD: t("You need do nothing. An SMS tells you when it is done."),
    OrderState.PARTIAL: t("Staff tell you about the rest."),
    OrderState.COMPLETED: t("Nothing more is to be done."),
    OrderState.FAILED: t("You can try again, or ask staff."),
    OrderState.REJECTED: t("Staff can tell you why."),
    OrderState.CANCELLED: t("Nothing more is to be done."),
    OrderState.ASSESSING_CANCELLATION: t("You need do nothing. An SMS tells you how it ended."),
    OrderState.PENDING_CANCELLATION: t("You need do nothing. An SMS tells you how it ended."),
}


def words_of(order: Order) -> tuple[Text, ...]:
    """Say how an order stands, why, and what happens next."""
    return (how_it_stands(order.state), *((just(order.note),) if order.note else ()), NEXT[order.state])


def this_order(hall: Hall, order: Order) -> Tell:
    """Show an order that cannot be called back any more."""
    return Tell(
        title=KINDS[order.kind],
        body=words_of(order),
        steps=steps_of(order.state),
        facts=facts_of(hall, order),
        proceed=t("Back to the list"),
    )


def this_order_can_be_called_back(hall: Hall, order: Order) -> Choose[bool]:
    """Show an order that is still under way, with the way to call it back."""
    return Choose(
        title=KINDS[order.kind],
        body=words_of(order),
        steps=steps_of(order.state),
        facts=facts_of(hall, order),
        options=(
            Option(answer=False, label=t("Back to the list"), icon="list"),
            Option(answer=True, label=t("Call this order back"), icon="undo"),
        ),
    )


def shall_we_call_it_back(order: Order) -> Review:
    """Review before an order is called back."""
    return Review(
        title=t("Call this order back?"),
        facts=(
            Fact(label=t("Order"), value=KINDS[order.kind], big=True),
            Fact(label=t("After that"), value=t("All stays as it was before")),
            Fact(label=t("It costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("Order it again here, at any time")),
        ),
        picture=Picture(name="order-waiting", alt=t("A paper lies on a desk beside a clock.")),
        yes=t("Yes, call it back"),
        no=t("No, let it go on"),
    )


def it_is_called_back(order: Order) -> Tell:
    """Say how the calling back stands."""
    return Tell(
        title=t("The order was called back")
        if order.state is OrderState.CANCELLED
        else t("We have asked to call it back"),
        body=(how_it_stands(order.state), NEXT[order.state]),
        steps=steps_of(order.state),
        tone=Tone.DONE,
        proceed=t("Back to the list"),
    )


def it_was_not_called_back(hall: Hall, order: Order) -> Tell:
    """The operator did not take the wish; the order goes on as before."""
    return Tell(
        title=t("It could not be called back"),
        body=(
            t("The order goes on as before."),
            t("Please call {hotline}, or ask staff here.", hotline=hall.operator(order.operator_id).hotline),
        ),
        tone=Tone.CARE,
        proceed=t("Back to the list"),
    )


def it_was_too_late(hall: Hall, order: Order) -> Tell:
    """The operator has gone too far to call it back."""
    return Tell(
        title=t("It is too late to call it back"),
        body=(
            t("The company has done it already."),
            t("Please call {hotline}, or ask staff here.", hotline=hall.operator(order.operator_id).hotline),
        ),
        tone=Tone.CARE,
        proceed=t("Back to the list"),
    )
