"""我办的业务: all orders and requests with their state, what comes next, and calling an order back."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Cancelling, Order
from kiosk.domain.people import Identity
from kiosk.domain.work_orders import Filed, WorkOrderKind
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.hall import Hall
from kiosk.journeys.one_order import (
    it_is_called_back,
    it_was_not_called_back,
    it_was_too_late,
    shall_we_call_it_back,
    this_order,
    this_order_can_be_called_back,
)
from kiosk.journeys.one_repair import look_at_repair
from kiosk.journeys.one_request import stands, this_request, what_for
from kiosk.journeys.order_words import KINDS, how_it_stands
from kiosk.screens import Choose, Option, Picture, Tell, commit, read
from kiosk.text import t

ENOUGH = "enough"
ORDERS = Picture(name="orders", alt=t("Papers in a row, some with a tick."))


class Outcome(Enum):
    """How the conversation ended."""

    SEEN = "seen"
    NOTHING = "nothing"


async def my_orders(hall: Hall) -> Outcome:
    """List orders and requests, and look at one after the other until it is enough."""
    identity = await customer(hall, Tier.PHONE)
    orders = await read(hall.desks.matters.orders_of, identity, doing=t("Fetching your orders"))
    tickets = await read(hall.desks.matters.tickets_of, identity, doing=t("Fetching your orders"))
    if not orders and not tickets:
        await nothing_is_open()
        return Outcome.NOTHING
    while True:
        chosen = await which_one(orders, tickets)
        if chosen == ENOUGH:
            return Outcome.SEEN
        orders = await look_at(hall, identity, chosen, orders, tickets)


async def look_at(
    hall: Hall, identity: Identity, chosen: str, orders: tuple[Order, ...], tickets: tuple[Filed, ...]
) -> tuple[Order, ...]:
    """Look at one order or request; an order may be called back on the way. Returns how all stand then."""
    for ticket in tickets:
        if ticket.reference == chosen:
            if ticket.kind is WorkOrderKind.REPAIR:
                await look_at_repair(hall, identity, ticket)
            else:
                await this_request(hall, identity, ticket)
            return orders
    order = next(order for order in orders if order.id == chosen)
    if not order.state.can_be_cancelled:
        await this_order(hall, order)
        return orders
    if await this_order_can_be_called_back(hall, order):
        await call_it_back(hall, identity, order)
        return await read(hall.desks.matters.orders_of, identity, doing=t("Fetching your orders"))
    return orders


async def call_it_back(hall: Hall, identity: Identity, order: Order) -> None:
    """Review, and ask for the order to be called back; the operator has the last word."""
    if not await shall_we_call_it_back(order):
        return
    cancelling = Cancelling(identity.operator_id, identity.access, order.id)
    try:
        called_back = await commit(hall.desks.cancellations, cancelling, doing=t("Calling it back"))
    except Refused as refused:
        late = refused.reason is Reason.TOO_LATE
        await (it_was_too_late(hall, order) if late else it_was_not_called_back(hall, order))
        return
    await it_is_called_back(replace(order, state=called_back.state))


# ------------------------------------------------------------------------------------------ the list


def which_one(orders: tuple[Order, ...], tickets: tuple[Filed, ...]) -> Choose[str]:
    """List everything that was asked of the operator, with how it stands."""
    return Choose(
        title=t("These are your orders and requests"),
        options=(
            *(an_order(order) for order in orders),
            *(a_request(ticket) for ticket in tickets),
            Option(answer=ENOUGH, label=t("I have seen enough"), icon="tick"),
        ),
        help=t("Touch one to see how far it is and what happens next."),
    )


def an_order(order: Order) -> Option[str]:
    """Show one order by what it is for, its day and how it stands."""
    return Option(answer=order.id, label=KINDS[order.kind], detail=how_it_stands(order.state), icon="orders")


def a_request(ticket: Filed) -> Option[str]:
    """Show one request by what it is for and how it stands."""
    return Option(answer=ticket.reference, label=what_for(ticket), detail=stands(ticket), icon="message")


def nothing_is_open() -> Tell:
    """There is nothing on file."""
    return Tell(
        title=t("There is no order and no request"),
        body=(t("The company has nothing open for you."),),
        picture=ORDERS,
    )
