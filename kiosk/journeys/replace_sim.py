"""异地补换卡: a new SIM card; a lost number is stopped first, and a card changed lately raises the alarm."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from kiosk.domain.calendar import CHINA
from kiosk.domain.failures import Refused
from kiosk.domain.orders import Action, Obstacle, OrderItem, OrderKind, SimCard
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer, seen_by_staff
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.journeys.sim_words import (
    NEW_SIM,
    Alarm,
    Reason,
    after_it,
    at_the_counter,
    do_you_want_a_new_card,
    shall_we_replace_it,
    somebody_may_have_changed_it,
    why_a_new_card,
)
from kiosk.journeys.stopping import Why, as_reached, it_cannot_be_done, may_be_done, stop_number, without_it
from kiosk.journeys.which_number import which_number
from kiosk.screens import read
from kiosk.text import t

STILL_WORKS = frozenset({Reason.SIZE, Reason.OLD})
"""With these the phone can still get a code."""
LATELY = timedelta(days=3)
"""A card that was changed within 72 hours may be in somebody else's phone."""


class Outcome(Enum):
    """How the conversation ended."""

    ORDERED = "ordered"
    STOPPED = "stopped"
    ALARM = "alarm"
    NOT_NOW = "not_now"
    KEPT = "kept"


async def replace_sim(hall: Hall, reason: Reason | None = None, line: Subscription | None = None) -> Outcome:
    """Ask why, where nobody knows yet; stop a lost number before all else; then see to the new card."""
    reason = reason or await why_a_new_card()
    if reason is Reason.ESIM:
        await staff_take_over(hall, t("Staff set up an eSIM with you."))
    lost = reason is Reason.LOST
    identity = await customer(hall, Tier.PHONE if lost else Tier.CARD)
    line = line or await which_number(hall, identity)
    if lost:
        stopped = line.stop is not None or await stop_number(hall, identity, line, Why.LOST)
        if not await do_you_want_a_new_card(stopped):
            return Outcome.STOPPED if stopped else Outcome.KEPT
        identity = as_reached(await customer(hall, Tier.CARD), Why.LOST)
    return await a_new_card(hall, identity, line, reason)


async def a_new_card(hall: Hall, identity: Identity, line: Subscription, reason: Reason) -> Outcome:
    """Make sure that nobody else is at work, have staff look, review, and order the card."""
    try:
        card = await read(hall.desks.lines.sim_of, identity, line.line, doing=t("Looking at your SIM card"))
    except Refused:
        card = None
    if card is not None and changed_lately(card, hall.today):
        return await raise_the_alarm(hall, identity, line, reason)
    terms = await may_be_done(hall, identity, line, OrderKind.REPLACE_SIM)
    if any(one.obstacle is not Obstacle.NEEDS_STAFF for one in terms.hindrances):
        await it_cannot_be_done(terms)
        return Outcome.NOT_NOW
    asked = t("Staff: three numbers called, or the service password")
    staff = await seen_by_staff(hall, *((asked,) if terms.has(Obstacle.NEEDS_STAFF) else ()))
    item = OrderItem(Action.MODIFY, product_id=line.line.id, details=(("reason", reason.value),))
    wish = Wish(OrderKind.REPLACE_SIM, line.line, t("Get a new SIM card"), (item,), staff)
    reached = identity if reason in STILL_WORKS else without_it(identity, line)
    order = await reviewed_and_ordered(hall, reached, wish, shall_we_replace_it(line))
    if order is None:
        return Outcome.KEPT
    await the_receipt(
        hall,
        order,
        wish,
        at_the_counter(),
        title=t("Your new card is ready"),
        advice=after_it(stopped=reason is Reason.LOST),
        picture=NEW_SIM,
    )
    return Outcome.NOT_NOW if order.state in TROUBLE else Outcome.ORDERED


def changed_lately(card: SimCard, today: date) -> bool:
    """Tell whether a card was changed so lately that somebody else may have done it."""
    return card.changed is not None and card.changed.astimezone(CHINA).date() >= today - LATELY


async def raise_the_alarm(hall: Hall, identity: Identity, line: Subscription, reason: Reason) -> Outcome:
    """Somebody else may hold the number: no new card here, a person at once, the number stopped if wished."""
    runs = line.stop is None and reason is not Reason.LOST
    match await somebody_may_have_changed_it(runs=runs):
        case Alarm.STAFF:
            await call_staff(hall)
        case Alarm.STOP:
            await stop_number(hall, identity, line, Why.LOST)
            await call_staff(hall)
    return Outcome.ALARM
