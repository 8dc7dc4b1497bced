"""Sample screens with reviews, signatures, charts, steps, prices, and every kind of digits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.screens import (
    Bar,
    Bars,
    Change,
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    Picture,
    Review,
    Screen,
    Sign,
    Steps,
    Tell,
    Typed,
)
from kiosk.text import Data, Day, Money, just, t
from tests.ui.chinese import MONTHS

YEAR = (39, 39, 42, 39, 68, 39, 39, 41, 39, 39, 168, 39)
SEVERAL = (("Monthly fee", 39, Mark.NONE), ("Calls", 12, Mark.DONE), ("Not in your plan", 117, Mark.CARE))
PLANS = (("Silver plan", 39, "100 minutes and 5 GB"), ("Gold plan", 159, "500 minutes and 30 GB"))

CHANGES = (
    Change(label=t("You pay each month"), now=just(Money.yuan(59)), after=just(Money.yuan(39)), big=True),
    Change(label=t("Plan"), now=t("Gold plan"), after=t("Silver plan")),
    Change(label=t("Data"), now=just(Data(30 * 1024)), after=just(Data(5 * 1024))),
)
FACTS = (
    Fact(label=t("From"), value=just(Day(date(2026, 12, 1)))),
    Fact(label=t("Difference each month"), value=t("{sum} less", sum=Money.yuan(20)), mark=Mark.DONE),
    Fact(label=t("Fee for leaving early"), value=t("None")),
    Fact(label=t("How to undo it"), value=t("Come back before the end of the month.")),
)
SENT = Steps(steps=(t("Sent"), t("Being checked"), t("Visit"), t("Done")), done=1)


def months() -> Bars:
    bars = tuple(
        Bar(
            label=t(month),
            value=just(Money.yuan(sum_)),
            amount=sum_,
            mark=Mark.CARE if sum_ > 100 else Mark.NONE,
        )
        for month, sum_ in zip(MONTHS, YEAR, strict=True)
    )
    return Bars(title=t("What you paid each month"), bars=bars, upright=True)


def several() -> Bars:
    bars = tuple(
        Bar(label=t(name), value=just(Money.yuan(sum_)), amount=sum_, mark=mark)
        for name, sum_, mark in SEVERAL
    )
    return Bars(title=t("Where the money went"), bars=bars)


def plans() -> Choose[str]:
    options = tuple(
        Option(answer=name, label=t(name), figure=just(Money.yuan(price)), detail=t(what), icon="sim-card")
        for name, price, what in PLANS
    )
    none = Option(answer="none", label=t("Stay with my plan"), hindrance=t("Not now: the system is resting."))
    return Choose(
        title=t("Choose your new plan"),
        options=(*options, none, Option(answer="more", label=t("More plans"), figure=just("12"))),
    )


def review() -> Review:
    return Review(
        title=t("Shall we change your plan?"),
        changes=CHANGES,
        facts=FACTS,
        yes=t("Change my plan"),
        no=t("Keep my plan"),
    )


def sign(*ways: str) -> Sign[str]:
    return Sign(
        title=t("Please sign"),
        body=(t("You agree to the change of your plan."),),
        other=tuple(Option(answer=way, label=t(way), icon="sms") for way in ways),
    )


def typed(kind: Typed, length: int, title: str) -> Enter:
    return Enter(title=t(title), kind=kind, length=length, parse=str)


def screens_in_rows() -> dict[str, Screen[Any]]:
    """Return a sample of each, alone and in company."""
    halted = replace(SENT, done=2, halted=True)
    go_on = Option(answer="on", label=t("Go on"), icon="forward")
    return {
        "review": review(),
        "sign": sign("With a code by SMS", "Talk to a person"),
        "sign-alone": sign(),
        "bars": Tell(title=t("Your bill"), bars=several(), body=(t("It is higher than usual."),)),
        "months": Choose(title=t("Your last twelve months"), bars=months(), options=(go_on,)),
        "steps": Tell(title=t("We are on it"), steps=SENT, facts=FACTS[:2]),
        "halted": Choose(title=t("Somebody must help here"), steps=halted, options=plans().options[:2]),
        "drawn-steps": Tell(
            title=t("We are on it"),
            steps=SENT,
            picture=Picture(name="one-id", alt=t("An old lady at the kiosk")),
        ),
        "plans": plans(),
        "sum": typed(Typed.YUAN, 4, "How much will you pay?"),
        "secret": replace(
            typed(Typed.SECRET, 6, "Type your service password"),
            other=(Option(answer="sms", label=t("With a code by SMS"), icon="sms"),),
        ),
        "staff": typed(Typed.STAFF, 5, "Staff: type your number"),
    }
