"""Asking for the money of something that nobody wanted; the company's people decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.offers import NOTHING
from kiosk.domain.people import Identity, Line, Operator
from kiosk.domain.subscriptions import Running, paid_so_far
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.filing import Asking, filed, what_happens_then
from kiosk.journeys.hall import Deed, Hall
from kiosk.screens import Fact, Picture, Review, do
from kiosk.text import Day, Label, Money, Text, just, t

MONEY_BACK = Picture(name="money-back", alt=t("Coins roll back into a hand."))


@dataclass(frozen=True)
class Cost:
    """Something that has cost money: how much so far, and how it has come to that."""

    thing: str
    product_id: str
    name: Label
    paid: Money
    reckoned: Text


def cost_of(extra: Running, today: date) -> Cost:
    """Work out what an extra has cost up to today."""
    reckoned = t("{sum} a month since {day}", sum=extra.monthly, day=Day(extra.since))
    paid = paid_so_far(extra.monthly, extra.since, today)
    return Cost(extra.id, extra.id, extra.name, paid, reckoned)


async def ask_for_the_money(hall: Hall, identity: Identity, line: Line, cost: Cost) -> None:
    """Offer to ask for what something has cost; where it cost nothing, there is nothing to ask."""
    operator = hall.operator(identity.operator_id)
    if cost.paid > NOTHING and await shall_we_ask(operator, cost):
        await ask(hall, identity, line, cost, t("Money back for “{name}”", name=cost.name))


async def have_it_stopped(hall: Hall, identity: Identity, line: Line, cost: Cost) -> None:
    """Have the company's people end what a third party sells, and ask for the money at once."""
    if await shall_they_stop_it(hall.operator(identity.operator_id), cost):
        await ask(hall, identity, line, cost, t("Stop “{name}”, and the money back", name=cost.name))


async def ask(hall: Hall, identity: Identity, line: Line, cost: Cost, matter: Text) -> None:
    """File the request, and note it for the list and the slip."""
    asking = Asking(WorkOrderKind.REFUND, line, cost.product_id, matter, cost.paid)
    ticket = await filed(hall, identity, asking)
    if ticket is not None:
        noted = Fact(label=matter, value=just(cost.paid), note=t("Answer by {day}", day=Day(ticket.due)))
        await do(hall.deeds.add, Deed.ASKED_BACK, cost.thing, noted)


def shall_we_ask(operator: Operator, cost: Cost) -> Review:
    """Review before the money is asked for: how much, who decides, and when."""
    return Review(
        title=t("Ask for the money back?"),
        body=(t("Say yes if you never wanted “{name}”.", name=cost.name),),
        facts=(how_much(cost), *what_happens_then(operator)),
        picture=MONEY_BACK,
        yes=t("Yes, ask for it"),
        no=t("No, leave it at that"),
    )


def shall_they_stop_it(operator: Operator, cost: Cost) -> Review:
    """Review before people of the company are asked to end what a third party sells."""
    return Review(
        title=t("Have “{name}” stopped?", name=cost.name),
        body=(t("Another company sells it. Your phone company ends it for you."),),
        facts=(how_much(cost), *what_happens_then(operator)),
        picture=MONEY_BACK,
        yes=t("Yes, stop it and ask for the money"),
        no=t("No, keep it"),
    )


def how_much(cost: Cost) -> Fact:
    """Say how much is asked for, and how it has come to that."""
    return Fact(label=t("You ask for"), value=just(cost.paid), note=cost.reckoned, big=True)
