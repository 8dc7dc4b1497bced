"""Asking for the money of an extra that nobody wanted; the company's people decide."""

from __future__ import annotations

from kiosk.domain.offers import NOTHING
from kiosk.domain.orders import WorkOrderKind
from kiosk.domain.people import Identity, Operator
from kiosk.domain.subscriptions import Running, Subscription, paid_so_far
from kiosk.journeys.filing import Asking, filed, what_happens_then
from kiosk.journeys.hall import Deed, Hall
from kiosk.screens import Fact, Picture, Review, do
from kiosk.text import Day, Money, Text, just, t

MONEY_BACK = Picture(name="money-back", alt=t("Coins roll back into a hand."))


async def ask_for_the_money(hall: Hall, identity: Identity, line: Subscription, extra: Running) -> None:
    """Offer to ask for what a stopped extra has cost; where it cost nothing, there is nothing to ask."""
    paid = paid_for(hall, extra)
    if paid > NOTHING and await shall_we_ask(hall.operator(identity.operator_id), extra, paid):
        await ask(hall, identity, line, extra, t("Money back for “{name}”", name=extra.name))


async def have_it_stopped(hall: Hall, identity: Identity, line: Subscription, extra: Running) -> None:
    """Have the company's people end what a third party sells, and ask for the money at once."""
    if await shall_they_stop_it(hall.operator(identity.operator_id), extra, paid_for(hall, extra)):
        await ask(hall, identity, line, extra, t("Stop “{name}”, and the money back", name=extra.name))


async def ask(hall: Hall, identity: Identity, line: Subscription, extra: Running, matter: Text) -> None:
    """File the request, and note it for the list and the slip."""
    paid = paid_for(hall, extra)
    ticket = await filed(hall, identity, Asking(WorkOrderKind.REFUND, line.line, extra.id, matter, paid))
    if ticket is not None:
        noted = Fact(label=matter, value=just(paid), note=t("Answer by {day}", day=Day(ticket.due)))
        await do(hall.deeds.add, Deed.ASKED_BACK, extra.id, noted)


def paid_for(hall: Hall, extra: Running) -> Money:
    """Work out what an extra has cost up to today."""
    return paid_so_far(extra.monthly, extra.since, hall.today)


def shall_we_ask(operator: Operator, extra: Running, paid: Money) -> Review:
    """Review before the money is asked for: how much, who decides, and when."""
    return Review(
        title=t("Ask for the money back too?"),
        body=(t("Say yes if you never wanted “{name}”.", name=extra.name),),
        facts=(how_much(extra, paid), *what_happens_then(operator)),
        picture=MONEY_BACK,
        yes=t("Yes, ask for it"),
        no=t("No, leave it at that"),
    )


def shall_they_stop_it(operator: Operator, extra: Running, paid: Money) -> Review:
    """Review before people of the company are asked to end what a third party sells."""
    return Review(
        title=t("Have “{name}” stopped?", name=extra.name),
        body=(t("Another company sells it. Your phone company ends it for you."),),
        facts=(how_much(extra, paid), *what_happens_then(operator)),
        picture=MONEY_BACK,
        yes=t("Yes, stop it and ask for the money"),
        no=t("No, keep it"),
    )


def how_much(extra: Running, paid: Money) -> Fact:
    """Say how much is asked for, and how it has come to that."""
    reckoned = t("{sum} a month since {day}", sum=extra.monthly, day=Day(extra.since))
    return Fact(label=t("You ask for"), value=just(paid), note=reckoned, big=True)
