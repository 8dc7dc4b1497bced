"""What must be so before a number can go: ticks and crosses all at once, and a way out of every cross."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.conditions_words import (
    left_for_today,
    shall_staff_help,
    shall_the_cards_be_moved,
    what_first,
)
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.end_contract import what_to_do_about_contracts
from kiosk.journeys.filing import Asking, filed
from kiosk.journeys.hall import Deed, Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.obstacles import obstacles_as_facts, way_out_of
from kiosk.journeys.own_account import pay_what_is_owed
from kiosk.journeys.suspend_restore import make_it_run_again
from kiosk.screens import Fact, Mark, Picture, Tell, Tone, do, read
from kiosk.text import Text, t, tn


@dataclass(frozen=True)
class Condition:
    """One thing that must be so, as a person would say it, and what an operator calls it when it is not."""

    label: Text
    obstacles: frozenset[Obstacle]


@dataclass(frozen=True)
class Leaving:
    """A way for a number to go, what must be so for it, and its picture."""

    kind: OrderKind
    conditions: tuple[Condition, ...]
    picture: Picture


def condition(label: Text, *obstacles: Obstacle) -> Condition:
    """Write one condition."""
    return Condition(label, frozenset(obstacles))


async def all_is_met(
    hall: Hall, identity: Identity, line: Subscription, leaving: Leaving
) -> Qualification | None:
    """Show every tick and cross; after each way out all is checked anew. None where it is left for today."""
    while True:
        doing = t("Checking all at once")
        [answer] = await read(hall.desks.offers.qualify, identity, line.line.id, leaving.kind, doing=doing)
        await ticks_and_crosses(leaving, answer)
        if answer.granted:
            return answer
        asked = await do(hall.deeds.of, Deed.STAFF_ASKED)
        cross = await what_first(answer.hindrances, cards_asked=line.line.id in asked)
        if cross is None:
            await left_for_today()
            return None
        await take_the_way_out(hall, identity, line, cross)
        line = await as_it_is_now(hall, identity, line)


def ticks_and_crosses(leaving: Leaving, answer: Qualification) -> Tell:
    """Show what is met and what is not, all at once; what no condition names stands at the end."""
    named = {obstacle for one in leaving.conditions for obstacle in one.obstacles}
    others = tuple(one for one in answer.hindrances if one.obstacle not in named)
    count = len(answer.hindrances)
    return Tell(
        title=t("Nothing stands in the way")
        if answer.granted
        else tn("{count} thing stands in the way", "{count} things stand in the way", count),
        facts=(*(as_fact(one, answer) for one in leaving.conditions), *obstacles_as_facts(others)),
        picture=leaving.picture,
        tone=Tone.CALM if answer.granted else Tone.CARE,
        help=t("We asked your phone company. It names all of it at once."),
    )


def as_fact(condition: Condition, answer: Qualification) -> Fact:
    """Show one condition with its tick, or its cross and what helps."""
    for hindrance in answer.hindrances:
        if hindrance.obstacle in condition.obstacles:
            note = way_out_of(hindrance)
            return Fact(label=condition.label, value=t("not yet"), note=note, mark=Mark.CARE)
    return Fact(label=condition.label, value=t("all right"), mark=Mark.DONE)


async def take_the_way_out(hall: Hall, identity: Identity, line: Subscription, cross: Hindrance) -> None:
    """Do what helps against one cross; where nothing here does, a person."""
    match cross.obstacle:
        case Obstacle.ARREARS:
            await pay_what_is_owed(hall, identity, line.line)
        case Obstacle.CONTRACT | Obstacle.SPECIAL_NUMBER if line.contracts:
            proven = await customer(hall, Tier.CARD)
            await what_to_do_about_contracts(hall, proven, line)
        case Obstacle.NOT_ACTIVE | Obstacle.FROZEN if line.stop is not None:
            await make_it_run_again(hall, identity, line)
        case Obstacle.SUB_CARDS:
            await have_the_cards_moved(hall, identity, line)
        case _:
            if await shall_staff_help(cross):
                await call_staff(hall)


async def have_the_cards_moved(hall: Hall, identity: Identity, line: Subscription) -> None:
    """Review, then ask the company's people to move the other cards to another number."""
    if not await shall_the_cards_be_moved(hall.operator(identity.operator_id), line):
        await nothing_has_changed()
        return
    matter = t("Move the other cards to another number")
    asking = Asking(WorkOrderKind.TRANSFER, line.line, line.line.id, matter)
    if await filed(hall, identity, asking) is not None:
        await do(hall.deeds.add, Deed.STAFF_ASKED, line.line.id)


async def as_it_is_now(hall: Hall, identity: Identity, line: Subscription) -> Subscription:
    """Fetch a number again: something may have changed on the way."""
    held = await read(hall.desks.lines.subscriptions_of, identity, doing=t("Fetching your numbers"))
    return next((one for one in held if one.line.id == line.line.id), line)
