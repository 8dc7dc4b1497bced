"""The ways out of a contract: let it run out, end it and pay, or object to it."""

from __future__ import annotations

from datetime import date
from enum import Enum

from kiosk.domain.orders import Action, OrderItem, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Contract, Subscription, penalty_for
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.contract_words import ENDS, shall_it_end_by_itself, shall_it_end_now, shall_we_object
from kiosk.journeys.filing import DAYS, Asking, filed
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import in_plain_words
from kiosk.journeys.ordering import NOTHING_DONE, Wish, reviewed_and_ordered, the_receipt
from kiosk.screens import Choose, Fact, Option, Picture, Review, read
from kiosk.text import Day, Text, just, t


class Why(Enum):
    """Why a contract should end."""

    NOT_TOLD = "not_told"
    TOO_DEAR = "too_dear"
    MOVING = "moving"
    NOT_NEEDED = "not_needed"
    DIED = "died"


class Way(Enum):
    """What can be done about a contract."""

    WAIT = "wait"
    PAY = "pay"
    OBJECT = "object"
    LEAVE = "leave"


async def may(hall: Hall, identity: Identity, line: Subscription, kind: OrderKind) -> Qualification:
    """Ask the operator whether something may be done on a number."""
    doing = t("Looking at the contract")
    [answer] = await read(hall.desks.offers.qualify, identity, line.line.id, kind, doing=doing)
    return answer


async def what_is_closed(hall: Hall, identity: Identity, line: Subscription) -> dict[Way, Text]:
    """Ask the operator for the ways that are closed now, and why."""
    wait = await may(hall, identity, line, OrderKind.LET_CONTRACT_END)
    pay = await may(hall, identity, line, OrderKind.END_CONTRACT)
    asked = {Way.WAIT: wait, Way.PAY: pay}
    return {way: in_plain_words(one.hindrances[0]) for way, one in asked.items() if not one.granted}


def which_way(contract: Contract, today: date, why: Why, closed: dict[Way, Text]) -> Choose[Way]:
    """Offer every way, the free ones first; whoever was not told finds the objection on top."""
    wait = Option(
        answer=Way.WAIT,
        label=t("Let it end by itself on its day"),
        figure=t("free"),
        detail=t("It ends after {day}.", day=Day(contract.ends)),
        icon="calendar",
        hindrance=closed.get(Way.WAIT),
    )
    pay = Option(
        answer=Way.PAY,
        label=t("End it now and pay"),
        figure=just(penalty_for(contract, today).total),
        icon="cut",
        hindrance=closed.get(Way.PAY),
    )
    objecting = Option(
        answer=Way.OBJECT,
        label=t("I object: nobody told me"),
        figure=t("free"),
        detail=t("An answer comes within {days} days.", days=DAYS),
        icon="hand",
    )
    leave = Option(answer=Way.LEAVE, label=t("Leave it as it is"), icon="back")
    first = (objecting, wait, pay) if why is Why.NOT_TOLD else (wait, pay, objecting)
    return Choose(
        title=t("What shall happen with the contract?"),
        options=(*first, leave),
        picture=Picture(name="contract", alt=t("A paper with two signatures.")),
        help=t("Nothing is chosen for you. You can also ask staff."),
    )


async def go(hall: Hall, identity: Identity, line: Subscription, contract: Contract, way: Way) -> Way:
    """Take a way to its end; tells the way, or that all was left as it is."""
    match way:
        case Way.WAIT:
            taken = await let_it_end(hall, identity, line, contract)
        case Way.PAY:
            taken = await end_it_now(hall, identity, line, contract)
        case Way.OBJECT:
            taken = await object_to_it(hall, identity, line, contract)
        case _:
            taken = False
            await nothing_has_changed()
    return way if taken else Way.LEAVE


async def let_it_end(hall: Hall, identity: Identity, line: Subscription, contract: Contract) -> bool:
    """Have a contract run out on its last day."""
    item = OrderItem(Action.MODIFY, product_id=contract.id)
    matter = t("Let the contract “{name}” end on its day", name=contract.name)
    wish = Wish(OrderKind.LET_CONTRACT_END, line.line, matter, (item,))
    ending = Fact(label=t("It ends after"), value=just(Day(contract.ends)), big=True)
    review = shall_it_end_by_itself(contract)
    return await ordered(hall, identity, wish, review, ending)


async def end_it_now(hall: Hall, identity: Identity, line: Subscription, contract: Contract) -> bool:
    """Break a contract for the sum that was laid out."""
    item = OrderItem(Action.DELETE, product_id=contract.id)
    matter = t("End the contract “{name}” now", name=contract.name)
    wish = Wish(OrderKind.END_CONTRACT, line.line, matter, (item,))
    sum_of_it = penalty_for(contract, hall.today).total
    ending = Fact(label=t("You pay"), value=just(sum_of_it), note=t("With your next bill"), big=True)
    review = shall_it_end_now(contract, hall.today)
    return await ordered(hall, identity, wish, review, ending)


async def ordered(hall: Hall, identity: Identity, wish: Wish, review: Review, ending: Fact) -> bool:
    """Review and order one of the two; `ending` is the line of its slip that matters."""
    order = await reviewed_and_ordered(hall, identity, wish, review)
    if order is None:
        return False
    await the_receipt(hall, order, wish, ending, picture=ENDS)
    return order.state not in NOTHING_DONE  # a part is done where a phone's instalments go on


async def object_to_it(hall: Hall, identity: Identity, line: Subscription, contract: Contract) -> bool:
    """File the objection of somebody who was not told."""
    if not await shall_we_object(hall.operator(identity.operator_id), contract):
        await nothing_has_changed()
        return False
    matter = t("Objection to the contract “{name}”", name=contract.name)
    asking = Asking(WorkOrderKind.CONTRACT_OBJECTION, line.line, contract.id, matter)
    return await filed(hall, identity, asking) is not None
