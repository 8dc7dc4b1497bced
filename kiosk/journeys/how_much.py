"""How much is to be paid: what is owed, a round sum, or another."""

from __future__ import annotations

from kiosk.domain.bills import Payee
from kiosk.domain.offers import NOTHING
from kiosk.screens import Choose, Enter, Fact, NotGood, Option, Picture, Typed
from kiosk.text import Money, PhoneNumber, just, t

AMOUNTS = (30, 50, 100)
MOST = 500
"""Whole yuan that can be paid here at once; more is paid at the counter."""
OTHER, CASH = -1, 0


async def how_much(payee: Payee, phone: PhoneNumber) -> int:
    """Ask for the sum in whole yuan, or CASH; what is owed is offered first."""
    chosen = await which_sum(payee, phone)
    return int(await which_other_sum()) if chosen == OTHER else chosen


def yuan_up(owed: Money) -> int:
    """Return a debt in whole yuan, rounded up so that nothing is left of it."""
    return -(-owed.fen // 100)


def which_sum(payee: Payee, phone: PhoneNumber) -> Choose[int]:
    """Offer what is owed, three round sums, another, and cash; show whose number it is."""
    owed = yuan_up(payee.owed)
    debt = Option(answer=owed, label=t("What is owed"), figure=just(Money.yuan(owed)), icon="tick")
    round_sums = (amount for amount in AMOUNTS if amount != owed)
    return Choose(
        title=t("How much do you want to pay?"),
        facts=(
            Fact(label=t("Number"), value=just(phone), note=t("Name: {name}", name=payee.shown_name)),
            balance_of(payee),
        ),
        options=(
            *((debt,) if 0 < owed <= MOST else ()),
            *(Option(answer=amount, label=just(Money.yuan(amount)), icon="coins") for amount in round_sums),
            Option(answer=OTHER, label=t("Another sum"), icon="keyboard"),
            Option(answer=CASH, label=t("Pay in cash at the counter"), icon="wallet"),
        ),
        picture=Picture(name="pay", alt=t("A phone pays by scanning a code.")),
    )


def balance_of(payee: Payee) -> Fact:
    """Say what is owed, or what is left."""
    if payee.owed > NOTHING:
        return Fact(label=t("Still to pay"), value=just(payee.owed), big=True)
    return Fact(label=t("Left on the account"), value=just(payee.balance))


def which_other_sum() -> Enter:
    """Ask for another sum."""
    return Enter(
        title=t("Which sum do you want to pay?"),
        body=(t("In whole yuan, at most {most}.", most=Money.yuan(MOST)),),
        kind=Typed.YUAN,
        length=3,
        parse=whole_yuan,
        proceed=t("This is the sum"),
    )


def whole_yuan(typed: str) -> str:
    """Take a sum from 1 to 500; raises NotGood with what can be paid here."""
    if not typed.isdecimal() or not 1 <= int(typed) <= MOST:
        raise NotGood(t("Here you can pay 1 to 500 yuan. Please type it again."))
    return str(int(typed))
