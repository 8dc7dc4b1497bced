"""异地销户: cancelling a number wherever it is from; obstacles all at once, nobody dissuaded."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.orders import Action, Obstacle, Order, OrderItem, OrderKind
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.balance_back import Refund, lines_about, staff_note_it, where_the_money_goes
from kiosk.journeys.cancel_words import (
    CANCEL,
    User,
    do_that_first,
    have_you_taken_it_out,
    shall_we_cancel,
    take_it_out,
    they_lose_it,
    who_uses_it,
)
from kiosk.journeys.conditions import Leaving, all_is_met, condition
from kiosk.journeys.customer import Tier, customer, seen_by_staff
from kiosk.journeys.hall import Hall
from kiosk.journeys.not_mine import report
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.journeys.which_number import which_number
from kiosk.screens import Fact
from kiosk.text import Moment, just, t

CONDITIONS = Leaving(
    OrderKind.CANCEL_NUMBER,
    (
        condition(t("All is paid"), Obstacle.ARREARS),
        condition(t("Costs abroad are billed"), Obstacle.UNBILLED),
        condition(t("No contract is running"), Obstacle.CONTRACT, Obstacle.SPECIAL_NUMBER),
        condition(t("No broadband hangs on it"), Obstacle.BROADBAND),
        condition(t("No other card hangs on it"), Obstacle.SUB_CARDS),
        condition(t("It is yours, not a company's"), Obstacle.GROUP),
        condition(t("It is not blocked for safety"), Obstacle.FROZEN),
    ),
    CANCEL,
)


class Outcome(Enum):
    """How the conversation ended."""

    CANCELLED = "cancelled"
    NOT_YET = "not_yet"
    NOT_MINE = "not_mine"
    KEPT = "kept"


async def cancel_number(hall: Hall) -> Outcome:
    """Make sure whose number it is and that nothing hangs on it, say what is lost, and cancel it."""
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    match await who_uses_it(line):
        case User.UNKNOWN:
            await report(hall, identity, line.line)
            return Outcome.NOT_MINE
        case User.FAMILY if not await they_lose_it():
            return Outcome.KEPT
    terms = await all_is_met(hall, identity, line, CONDITIONS)
    if terms is None:
        return Outcome.NOT_YET
    refund = await where_the_money_goes(hall, identity, line)
    await take_it_out(line)
    if not await have_you_taken_it_out():
        await do_that_first()
        return Outcome.NOT_YET
    staff = await seen_by_staff(hall, *staff_note_it(refund))
    wish = wish_for(line, refund, staff)
    order = await reviewed_and_ordered(hall, identity, wish, shall_we_cancel(line, refund, terms))
    if order is None:
        return Outcome.KEPT
    await it_is_cancelled(hall, order, wish, refund)
    return Outcome.KEPT if order.state in TROUBLE else Outcome.CANCELLED


def wish_for(line: Subscription, refund: Refund, staff: str) -> Wish:
    """Order the number's end, and say where its money goes."""
    to = (("refundTo", refund.to),) if refund.to else ()
    item = OrderItem(Action.DELETE, product_id=line.line.id, details=to)
    return Wish(OrderKind.CANCEL_NUMBER, line.line, t("Cancel the number"), (item,), staff)


async def it_is_cancelled(hall: Hall, order: Order, wish: Wish, refund: Refund) -> None:
    """Give the slip: when it takes effect, when the money comes, when somebody else may get the number."""
    waits = order.expected if not order.state.ended else None
    done_by = (Fact(label=t("Done by"), value=just(Moment(waits))),) if waits else ()
    await the_receipt(
        hall,
        order,
        wish,
        *done_by,
        *lines_about(refund),
        title=t("Your number is cancelled"),
        advice=(t("After some months somebody else may get it."),),
        picture=CANCEL,
    )
