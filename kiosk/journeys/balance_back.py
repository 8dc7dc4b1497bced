"""The money that is left when a number ends: how much, where it goes, and when it comes."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.failures import Refused
from kiosk.domain.offers import NOTHING
from kiosk.domain.people import Identity, LineStatus
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.hall import Hall
from kiosk.journeys.money_back import MONEY_BACK
from kiosk.journeys.own_account import the_account
from kiosk.screens import Choose, Fact, Option, read
from kiosk.text import Money, Tail, Text, just, t

BANK = "bank"
MOST = 4
"""Own numbers that are offered; whoever has more takes the bank."""


@dataclass(frozen=True)
class Refund:
    """What is left and where it goes: to another own number by its id, to the bank, or nowhere."""

    sum: Money | None
    """None where the operator does not tell it here."""
    to: str = ""
    tail: Tail | None = None
    """Of the number that gets it."""


async def where_the_money_goes(hall: Hall, identity: Identity, line: Subscription) -> Refund:
    """Look at what is left and ask where it goes; where nothing is left nobody is asked."""
    left: Money | None
    try:
        left = (await the_account(hall, identity, line.line)).balance
    except Refused:
        left = None
    if left is not None and left <= NOTHING:
        return Refund(NOTHING)
    held = await read(hall.desks.lines.subscriptions_of, identity, doing=t("Fetching your numbers"))
    others = tuple(one for one in held if can_take_money(one, line))[:MOST]
    chosen = await where_to(left, others)
    tail = next((one.line.number.tail for one in others if one.line.id == chosen), None)
    return Refund(left, chosen, tail)


def can_take_money(one: Subscription, ending: Subscription) -> bool:
    """Tell whether the money can go to a number: any of one's own but the one that ends."""
    return one.line.id != ending.line.id and one.line.status is not LineStatus.ENDING


def where_to(left: Money | None, others: tuple[Subscription, ...]) -> Choose[str]:
    """Ask where the money goes."""
    bank = Option(
        answer=BANK, label=t("To my bank account"), detail=t("Staff note the account."), icon="card"
    )
    return Choose(
        title=t("Where shall your money go?"),
        facts=(Fact(label=t("Left on the account"), value=how_much(left), big=True),),
        options=(*(to_number(one) for one in others), bank),
        picture=MONEY_BACK,
        help=t("The money is yours. All of it comes back to you."),
    )


def to_number(one: Subscription) -> Option[str]:
    """Offer another own number."""
    return Option(
        answer=one.line.id,
        label=t("To my number {number}", number=one.line.number),
        detail=just(one.plan.name),
        icon="sim-card",
    )


def how_much(left: Money | None) -> Text:
    """Say how much is left."""
    return t("Staff tell you") if left is None else just(left)


def lines_about(refund: Refund) -> tuple[Fact, ...]:
    """Say on review and slip what is paid back, where to, and when."""
    if refund.sum == NOTHING:
        return (Fact(label=t("Paid back"), value=t("nothing is left")),)
    to = (
        t("to your bank account")
        if refund.tail is None
        else t("to your number ending in {tail}", tail=refund.tail)
    )
    return (
        Fact(label=t("Paid back"), value=how_much(refund.sum), note=to, big=True),
        Fact(label=t("The money comes"), value=t("An SMS tells you the day")),
    )


def staff_note_it(refund: Refund) -> tuple[Text, ...]:
    """Ask staff to note the bank account, where the money goes there."""
    return (t("Staff: please note the bank account."),) if refund.to == BANK else ()
