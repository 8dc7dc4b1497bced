"""The screens around a fault tree: what is wrong, whether we may look, and what helps."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.faults import Home, Outage
from kiosk.domain.people import Operator
from kiosk.domain.trees import About, Order, Ordered, Solved, Tree
from kiosk.journeys.companies import company
from kiosk.journeys.following import OUTAGE
from kiosk.journeys.hall import Hall
from kiosk.journeys.trees import drawing
from kiosk.screens import Agree, Choose, Fact, Option, Picture, Slip, Tell, Tone
from kiosk.text import Text, just, t

GO_ON: dict[Order, Text] = {
    Order.PAY: t("Go on to paying"),
    Order.RESTORE: t("Have it run again"),
    **dict.fromkeys((Order.NEW_SIM, Order.NEWER_SIM, Order.OTHER_SIZE), t("Get a new card")),
    Order.CHANGE_PLAN: t("See other plans"),
    Order.BILL_CHECK: t("Look through my bill"),
    Order.FRAUD_GUARD: t("See how to stop it"),
    Order.COMPLAIN: t("Complain to the company"),
}
"""What can be gone on with."""


def what_is_wrong(trees: Sequence[Tree]) -> Choose[int]:
    """Ask what she notices, in her own words; the answer is the place of its tree."""
    return Choose(
        title=t("What does not work?"),
        options=tuple(
            Option(
                answer=at,
                label=tree.title,
                detail=tree.detail,
                icon=tree.icon,
                picture=drawing(tree.picture),
            )
            for at, tree in enumerate(trees)
        ),
        help=t("Choose what comes nearest. We go on step by step."),
    )


def shall_we_look(about: About) -> Choose[bool]:
    """Offer to look from here first: what the network tells, nobody needs to be asked."""
    what = (
        t("We look at your number from here.") if about is About.NUMBER else t("We test your line from here.")
    )
    return Choose(
        title=t("Shall we look ourselves first?"),
        body=(t("Then we need to ask you less."),),
        options=(
            Option(answer=True, label=t("Yes, look first"), detail=what, icon="search"),
            Option(
                answer=False,
                label=t("No, just ask me"),
                detail=t("You need not say who you are."),
                icon="help",
            ),
        ),
        picture=Picture(name="line-test-2", alt=t("A line from the company to a home, half of it lit.")),
        help=t("To look we must know that the number is yours."),
    )


def which_company_is_it(hall: Hall) -> Choose[str]:
    """Ask which company the number or the broadband is with."""
    return Choose(
        title=t("Which company is it with?"),
        options=tuple(company(operator, "building") for operator in hall.operators),
    )


def which_home(homes: Sequence[Home]) -> Choose[int]:
    """Ask which of several homes it is about; the answer is its place."""
    return Choose(
        title=t("Which home is it about?"),
        options=tuple(
            Option(answer=at, label=just(home.place), detail=just(home.plan), icon="home")
            for at, home in enumerate(homes)
        ),
    )


def is_your_home_there(outage: Outage) -> Agree:
    """Ask an unnamed home whether an outage near the hall is where it lies."""
    return Agree(
        title=t("Is your home in {place}?", place=outage.place),
        body=(t("There is a fault there just now."),),
        picture=OUTAGE,
        yes=t("Yes, it is there"),
        no=t("No, somewhere else"),
    )


def it_is_clear_now(end: Solved) -> Tell:
    """Say what helped, or what it is and what to do."""
    return Tell(
        title=end.solved,
        body=end.more,
        picture=drawing(end.picture) or Picture(name="restored", alt=t("A phone awake in the sun.")),
        tone=Tone.DONE if end.well else Tone.CALM,
        help=end.help,
    )


def take_it_home(operator: Operator, end: Solved) -> Tell:
    """Give what is to be done at home on a slip, with whom to call where it does not help."""
    return Tell(
        title=end.solved,
        picture=drawing(end.picture),
        help=end.help,
        slip=Slip(
            title=t("Photograph this, or have staff copy it"),
            lines=(
                Fact(label=t("No better?"), value=t("Call {hotline}", hotline=operator.hotline), big=True),
            ),
            steps=end.more,
        ),
        proceed=t("I have noted it"),
    )


def shall_we_go_on(end: Ordered, *, at_counter: bool = False) -> Agree:
    """Say what was found, and offer the service that helps; `at_counter` it is staff who do."""
    return Agree(
        title=end.found,
        body=end.more,
        picture=drawing(end.picture),
        help=end.help,
        yes=t("Pay at the counter") if at_counter else GO_ON[end.order],
        no=t("Not now"),
    )
