"""停机、挂失: stopping a number at once; it stays stopped whatever else happens today."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from kiosk.domain.orders import Action, Order, OrderItem, OrderKind, Qualification
from kiosk.domain.people import Identity, Operator
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import obstacles_as_facts
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.screens import Change, Fact, Picture, Review, Tell, Tone, read
from kiosk.text import Text, just, t

STOPPED = Picture(name="stopped", alt=t("A phone asleep, with a pause sign."))
EMERGENCY = t("110, 119, 120 and 122")


class Why(Enum):
    """Why a number is to be stopped; the value goes with the order."""

    LOST = "lost"
    KEPT = "kept"
    AWAY = "away"


MATTERS = {
    Why.LOST: t("Stop the number at once"),
    Why.KEPT: t("Keep the number, without using it"),
    Why.AWAY: t("Stop the number for a while"),
}


async def stop_number(hall: Hall, identity: Identity, line: Subscription, why: Why) -> bool:
    """Review and stop a number; tells whether it is stopped, or will be in a moment."""
    terms = await may_be_done(hall, identity, line, OrderKind.STOP_NUMBER)
    if not terms.granted:
        await it_cannot_be_done(terms)
        return False
    item = OrderItem(Action.MODIFY, product_id=line.line.id, details=(("reason", why.value),))
    wish = Wish(OrderKind.STOP_NUMBER, line.line, MATTERS[why], (item,))
    review = shall_we_stop(hall.operator(identity.operator_id), line, why)
    order = await reviewed_and_ordered(hall, as_reached(identity, why), wish, review)
    if order is None:
        return False
    await it_is_stopped(hall, order, wish)
    return order.state not in TROUBLE


async def may_be_done(hall: Hall, identity: Identity, line: Subscription, kind: OrderKind) -> Qualification:
    """Ask the operator whether something may be done on a number."""
    doing = t("One moment, please.")
    [answer] = await read(hall.desks.offers.qualify, identity, line.line.id, kind, doing=doing)
    return answer


def as_reached(identity: Identity, why: Why) -> Identity:
    """Whose phone is lost can get no code on it."""
    return replace(identity, phone=None) if why is Why.LOST else identity


def without_it(identity: Identity, line: Subscription) -> Identity:
    """A number that does not work gets no code; another one of the same person does."""
    return replace(identity, phone=None) if identity.phone == line.line.number else identity


def it_cannot_be_done(terms: Qualification) -> Tell:
    """Say all that stands in the way, each with what helps."""
    return Tell(
        title=t("This cannot be done just now"),
        body=(t("Nothing has changed."),),
        facts=obstacles_as_facts(terms.hindrances),
        tone=Tone.CARE,
    )


def shall_we_stop(operator: Operator, line: Subscription, why: Why) -> Review:
    """The short last look before a number is stopped."""
    return Review(
        title=t("Stop this number now?"),
        changes=(Change(label=just(line.line.number), now=t("It runs"), after=t("It is stopped"), big=True),),
        facts=(
            Fact(label=t("Counts from"), value=t("at once")),
            Fact(label=t("Calls, data and SMS"), value=t("Nobody can use them")),
            free_calls(),
            Fact(label=t("It costs"), value=what_it_costs(operator, why)),
            Fact(label=t("To undo it"), value=t("Have it restored here, at any time")),
        ),
        picture=STOPPED,
        yes=t("Yes, stop it now"),
        no=t("No, let it run"),
    )


def free_calls() -> Fact:
    """Emergency numbers stay free on every stopped number (电信条例 36)."""
    return Fact(label=t("Emergency calls stay free"), value=EMERGENCY)


def what_it_costs(operator: Operator, why: Why) -> Text:
    """Say what a stop costs; the companies' fees differ, so that the hotline is named."""
    if why is Why.LOST:
        return t("Stopping costs nothing. The monthly fee may go on.")
    return t("A small monthly fee. {hotline} tells how much.", hotline=operator.hotline)


def it_is_stopped(hall: Hall, order: Order, wish: Wish) -> Tell:
    """Give the slip: it is safe now, and stays so."""
    return the_receipt(
        hall,
        order,
        wish,
        free_calls(),
        title=t("Your number is stopped"),
        advice=(t("It stays stopped until you have it restored."),),
        picture=STOPPED,
    )
