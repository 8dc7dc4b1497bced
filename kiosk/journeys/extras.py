"""One extra on a number: what it is, what it has cost, and what shall become of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum

from kiosk.domain.orders import Action, OrderItem, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Running, Subscription, paid_so_far
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.end_contract import what_to_do_about_contracts
from kiosk.journeys.hall import Deed, Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.money_back import ask_for_the_money, cost_of, have_it_stopped
from kiosk.journeys.obstacles import obstacles_as_facts
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.screens import Change, Choose, Fact, Mark, Option, Picture, Review, Tell, Tone, do, read
from kiosk.text import Code, Day, Text, just, t

ADD_ON = Picture(name="add-on", alt=t("A small ticket hangs on a larger one."))
USED = {
    True: Fact(label=t("Used lately"), value=t("it was used")),
    False: Fact(label=t("Used lately"), value=t("it was not used"), mark=Mark.CARE),
}


class Answer(Enum):
    """What a visitor says of an extra."""

    STOP = "stop"
    UNSURE = "unsure"
    IN_USE = "in_use"


async def look_at_extra(
    hall: Hall, identity: Identity, line: Subscription, extra: Running, *, stopped: bool
) -> None:
    """Ask whether an extra is used, and do what is wished; one that is stopped may still be asked back."""
    if stopped:
        await ask_for_the_money(hall, identity, line.line, cost_of(extra, hall.today))
        return
    match await are_you_using_it(extra, hall.today):
        case Answer.STOP:
            await end_it(hall, identity, line, extra)
        case Answer.UNSURE:
            await call_staff(hall)
            await do(hall.deeds.add, Deed.STAFF_ASKED, extra.id)
        case _:
            await do(hall.deeds.add, Deed.IN_USE, extra.id)


async def end_it(hall: Hall, identity: Identity, line: Subscription, extra: Running) -> None:
    """End an extra the way it can be ended: here at once, with its contract, or by the company's people."""
    if extra.contract_id:
        await end_its_contract(hall, line, extra)
    elif extra.sold_by is not None:
        await have_it_stopped(hall, identity, line.line, cost_of(extra, hall.today))
    else:
        await stop_it_now(hall, identity, line, extra)


def are_you_using_it(extra: Running, today: date) -> Choose[Answer]:
    """Say what an extra is and what it has cost, and ask whether it is used."""
    return Choose(
        title=t("Are you using “{name}”?", name=extra.name),
        facts=what_is_known(extra, today),
        picture=ADD_ON,
        options=(
            Option(answer=Answer.STOP, label=how_to_end(extra), icon="cut"),
            Option(answer=Answer.UNSURE, label=t("I do not know. Ask staff"), icon="help"),
            Option(answer=Answer.IN_USE, label=t("Yes, I use it"), icon="tick"),
        ),
        help=t("An extra is a service beside your plan. It costs money each month."),
    )


def how_to_end(extra: Running) -> Text:
    """Say on the button what really happens."""
    if extra.contract_id:
        return t("No. Show me its contract")
    if extra.sold_by is not None:
        return t("No. Have it stopped")
    return t("No. Stop it")


def what_is_known(extra: Running, today: date) -> tuple[Fact, ...]:
    """Say in plain words what an extra does, since when it runs, and what it has cost."""
    seller = (Fact(label=t("Sold by"), value=just(extra.sold_by)),) if extra.sold_by else ()
    ending = (Fact(label=t("Ends by itself on"), value=just(Day(extra.until))),) if extra.until else ()
    return (
        Fact(label=t("What it is"), value=just(extra.summary)),
        Fact(label=t("Each month"), value=just(extra.monthly)),
        Fact(label=t("Since"), value=just(Day(extra.since))),
        Fact(label=t("Money so far"), value=just(paid_so_far(extra.monthly, extra.since, today)), big=True),
        *((USED[extra.used],) if extra.used is not None else ()),
        *seller,
        *ending,
    )


# ---------------------------------------------------------------------------------- stopping it here


async def stop_it_now(hall: Hall, identity: Identity, line: Subscription, extra: Running) -> None:
    """Ask the operator, review, order, and offer to ask for the money."""
    offered = (extra.offering_id,)
    [answer] = await read(hall.desks.offers.qualify, identity, line.line.id, OrderKind.STOP_ADD_ON, offered)
    if not answer.granted:
        await it_cannot_be_stopped(answer)
        return
    item = OrderItem(Action.DELETE, product_id=extra.id)
    wish = Wish(OrderKind.STOP_ADD_ON, line.line, t("Stop “{name}”", name=extra.name), (item,))
    order = await reviewed_and_ordered(hall, identity, wish, shall_we_stop(line, extra, answer.starts))
    if order is None:
        return
    await the_receipt(hall, order, wish)
    if order.state not in TROUBLE:
        reference = t("Reference {code}", code=Code(order.id))
        noted = Fact(label=just(extra.name), value=stops_from(order.starts or answer.starts), note=reference)
        await do(hall.deeds.add, Deed.STOPPED, extra.id, noted)
        await ask_for_the_money(hall, identity, line.line, cost_of(extra, hall.today))


def shall_we_stop(line: Subscription, extra: Running, starts: date | None) -> Review:
    """Lay now and after side by side."""
    return Review(
        title=t("Stop “{name}”?", name=extra.name),
        changes=(
            Change(
                label=t("Each month"),
                now=just(line.monthly),
                after=just(line.monthly - extra.monthly),
                big=True,
            ),
        ),
        facts=(
            Fact(label=t("Counts from"), value=when(starts), big=True),
            Fact(label=t("You save each month"), value=just(extra.monthly)),
            Fact(label=t("Stopping costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("Order it anew, at any time")),
        ),
        picture=ADD_ON,
        yes=t("Yes, stop it"),
        no=t("No, keep it"),
    )


def when(starts: date | None) -> Text:
    """Say from when something counts."""
    return t("at once") if starts is None else just(Day(starts))


def stops_from(starts: date | None) -> Text:
    """Say from when it is stopped."""
    return t("stopped") if starts is None else t("stopped from {day}", day=Day(starts))


def it_cannot_be_stopped(answer: Qualification) -> Tell:
    """Say all that stands in the way, each with its way out."""
    return Tell(
        title=t("It cannot be stopped here"),
        body=(t("Nothing has changed."),),
        facts=obstacles_as_facts(answer.hindrances),
        tone=Tone.CARE,
    )


async def end_its_contract(hall: Hall, line: Subscription, extra: Running) -> None:
    """An extra of a contract ends with it alone: look at that contract, or ask staff where it is unknown."""
    contracts = tuple(one for one in line.contracts if one.id == extra.contract_id)
    if not contracts:
        await staff_take_over(hall, t("It belongs to a contract that staff must look up."))
    identity = await customer(hall, Tier.CARD)
    await what_to_do_about_contracts(hall, identity, replace(line, contracts=contracts))
