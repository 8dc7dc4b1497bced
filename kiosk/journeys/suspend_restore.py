"""停机、复机: stopping a number, and letting it run again; why it is stopped is told without blame."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.orders import Action, OrderItem, OrderKind, OrderState
from kiosk.domain.people import Identity, LineStatus
from kiosk.domain.subscriptions import StopReason, Subscription
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer, seen_by_staff
from kiosk.journeys.filing import Asking, filed
from kiosk.journeys.hall import Hall
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.journeys.own_account import pay_what_is_owed
from kiosk.journeys.pay import Outcome as Paying
from kiosk.journeys.replace_sim import Outcome as Replacing
from kiosk.journeys.replace_sim import a_new_card
from kiosk.journeys.restore_words import (
    RESTORED,
    Back,
    an_authority_stopped_it,
    at_your_wish,
    do_you_have_the_card,
    it_runs_again_when_paid,
    not_your_fault,
    shall_it_run_again,
    shall_somebody_look,
    why_should_it_stop,
    your_rights,
)
from kiosk.journeys.sim_words import Reason
from kiosk.journeys.stopping import Why, as_reached, it_cannot_be_done, may_be_done, stop_number, without_it
from kiosk.journeys.which_number import which_number
from kiosk.text import just, t


class Outcome(Enum):
    """How the conversation ended."""

    STOPPED = "stopped"
    RESTORED = "restored"
    BEING_CHECKED = "being_checked"
    NEW_CARD = "new_card"
    PAID = "paid"
    TOLD = "told"
    KEPT = "kept"


async def suspend_restore(hall: Hall) -> Outcome:
    """Stop a number that runs, or see why one is stopped and what lets it run again."""
    identity = await customer(hall, Tier.PHONE)
    line = await which_number(hall, identity)
    if line.line.status is LineStatus.ENDING:
        await staff_take_over(hall, t("This number is being cancelled."))
    if line.stop is None:
        stopped = await stop_number(hall, identity, line, await why_should_it_stop(line))
        return Outcome.STOPPED if stopped else Outcome.KEPT
    return await make_it_run_again(hall, identity, line)


async def have_it_run_again(
    hall: Hall, identity: Identity | None = None, line: Subscription | None = None
) -> Outcome:
    """Have a number run again that is said to be stopped; where it is not, staff find out what it has."""
    identity = identity or await customer(hall, Tier.PHONE)
    line = line or await which_number(hall, identity)
    if line.stop is None:
        await staff_take_over(hall, t("This number is not stopped."), t("Staff find out why it is silent."))
    return await make_it_run_again(hall, identity, line)


async def make_it_run_again(hall: Hall, identity: Identity, line: Subscription) -> Outcome:
    """Tell why a number is stopped, and go the way back that this reason has."""
    match line.stop:
        case StopReason.ARREARS:
            return await pay_and_run(hall, identity, line)
        case StopReason.LOST:
            return await found_again(hall, identity, line)
        case StopReason.KEPT:
            await at_your_wish(line)
            return await restored(hall, line)
        case StopReason.PROTECTIVE:
            return await confirmed(hall, line)
        case StopReason.AUTHORITY:
            await an_authority_stopped_it(hall.operator(identity.operator_id), line)
            return Outcome.TOLD
        case _:
            note = (just(line.stop_note),) if line.stop_note else ()
            return await staff_take_over(hall, *note, t("Staff find out how it runs again."))


async def pay_and_run(hall: Hall, identity: Identity, line: Subscription) -> Outcome:
    """Something is still to be paid: after that it runs again by itself."""
    await it_runs_again_when_paid()
    paid = await pay_what_is_owed(hall, identity, line.line)
    return Outcome.PAID if paid is Paying.PAID else Outcome.KEPT


async def found_again(hall: Hall, identity: Identity, line: Subscription) -> Outcome:
    """A lost number runs again when the card is there; without it a new card comes first."""
    if await do_you_have_the_card(line) is Back.YES:
        return await restored(hall, line)
    proven = as_reached(await customer(hall, Tier.CARD), Why.LOST)
    ended = await a_new_card(hall, proven, line, Reason.LOST)
    return Outcome.NEW_CARD if ended is Replacing.ORDERED else Outcome.KEPT


async def restored(hall: Hall, line: Subscription) -> Outcome:
    """Look at the card, ask the operator, and have the number run again."""
    identity = await customer(hall, Tier.CARD)
    terms = await may_be_done(hall, identity, line, OrderKind.RESTORE_NUMBER)
    if not terms.granted:
        await it_cannot_be_done(terms)
        return Outcome.KEPT
    return await run_again(hall, identity, line)


async def run_again(hall: Hall, identity: Identity, line: Subscription, staff: str = "") -> Outcome:
    """Review, and have a number run again; where `staff` looked, the company checks it first."""
    item = OrderItem(Action.MODIFY, product_id=line.line.id)
    wish = Wish(OrderKind.RESTORE_NUMBER, line.line, t("Let the number run again"), (item,), staff)
    review = shall_it_run_again(line, checked=bool(staff))
    order = await reviewed_and_ordered(hall, without_it(identity, line), wish, review)
    if order is None:
        return Outcome.KEPT
    title, rights = t("Your number runs again"), your_rights() if staff else ()
    await the_receipt(hall, order, wish, title=title, advice=rights, picture=RESTORED)
    if order.state is OrderState.HELD:
        return Outcome.BEING_CHECKED
    return Outcome.KEPT if order.state in TROUBLE else Outcome.RESTORED


# ---------------------------------------------------------------------- stopped to protect (反诈法 32)


async def confirmed(hall: Hall, line: Subscription) -> Outcome:
    """Say that it is nobody's fault; have card and person looked at, and ask for the stop to be lifted."""
    await not_your_fault(line)
    identity = await customer(hall, Tier.CARD)
    terms = await may_be_done(hall, identity, line, OrderKind.RESTORE_NUMBER)
    if terms.granted:
        return await run_again(hall, identity, line, await seen_by_staff(hall))
    if not await shall_somebody_look(hall.operator(identity.operator_id), line):
        await nothing_has_changed()
        return Outcome.KEPT
    asking = Asking(WorkOrderKind.PROTECTIVE_STOP, line.line, line.line.id, t("A number blocked for safety"))
    return Outcome.KEPT if await filed(hall, identity, asking) is None else Outcome.BEING_CHECKED
