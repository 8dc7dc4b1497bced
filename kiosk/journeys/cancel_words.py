"""The screens of cancelling a number."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.orders import Qualification
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.balance_back import Refund, lines_about
from kiosk.screens import (
    Agree,
    Change,
    Choose,
    Fact,
    Mark,
    Option,
    Picture,
    Review,
    Slip,
    Tell,
    Tone,
)
from kiosk.text import Day, Text, just, t

CANCEL = Picture(name="cancel-number", alt=t("A phone, its number struck through."))
UNBIND = Picture(name="unbind", alt=t("A phone let go by a bank and a wallet."))


class User(Enum):
    """Who uses the number that is to be cancelled."""

    SELF = "self"
    FAMILY = "family"
    UNKNOWN = "unknown"


class TakenOut(Enum):
    """Whether the number is out of everything that knows it."""

    DONE = "done"
    LATER = "later"
    NO_NEED = "no_need"


def who_uses_it(line: Subscription) -> Choose[User]:
    """Ask whose number it is: a number that is not known is reported, not cancelled."""
    return Choose(
        title=t("Who uses this number?"),
        facts=(
            Fact(label=t("Number"), value=just(line.line.number), big=True),
            Fact(label=t("From"), value=just(line.line.place)),
            Fact(label=t("In your name since"), value=just(Day(line.line.since))),
        ),
        options=(
            Option(answer=User.SELF, label=t("I do"), icon="user"),
            Option(answer=User.FAMILY, label=t("Somebody I know"), icon="users"),
            Option(answer=User.UNKNOWN, label=t("I do not know"), icon="not-mine"),
        ),
        picture=CANCEL,
    )


def they_lose_it() -> Agree:
    """Remind of whoever uses the number."""
    return Agree(
        title=t("Do they know that it will be gone?"),
        body=(t("They can no longer call with it, or get codes by SMS."),),
        tone=Tone.CARE,
        yes=t("Yes, they know"),
        no=t("I ask them first"),
    )


# --------------------------------------------------------------------------------- what still knows it


def take_it_out(line: Subscription) -> Tell:
    """Say where the number is known: whoever gets it later would get the codes."""
    return Tell(
        title=t("First take this number out of these"),
        body=(t("Later somebody else may get it, and its codes."),),
        picture=UNBIND,
        slip=Slip(
            title=t("Before you cancel your number"),
            lines=(
                Fact(label=t("Number ends in"), value=just(line.line.number.tail)),
                Fact(label=t("Your bank"), value=t("At its counter, or in its app")),
                Fact(label=t("WeChat and Alipay"), value=t("Give them your other number")),
                Fact(label=t("Social and health insurance"), value=t("Give them your other number")),
                Fact(label=t("All other apps"), value=t("Shopping, trains, hospital, mail")),
            ),
            advice=(t("A true company never asks for your codes."),),
        ),
        proceed=t("I have noted it"),
    )


async def have_you_taken_it_out() -> bool:
    """Ask whether it is done; tells whether to go on today."""
    return await is_it_out_of_them() is not TakenOut.LATER


def is_it_out_of_them() -> Choose[TakenOut]:
    """Ask whether the number is out of everything; every answer is good."""
    return Choose(
        title=t("Have you taken the number out?"),
        options=(
            Option(answer=TakenOut.DONE, label=t("Yes, everywhere"), icon="tick"),
            Option(
                answer=TakenOut.LATER,
                label=t("I do that first"),
                detail=t("Nothing is cancelled today."),
                icon="clock",
            ),
            Option(
                answer=TakenOut.NO_NEED,
                label=t("I do not need that"),
                detail=t("Go on with cancelling."),
                icon="forward",
            ),
        ),
        picture=UNBIND,
    )


def do_that_first() -> Tell:
    """Confirm that nothing is cancelled today."""
    return Tell(
        title=t("Good. Your number still runs."),
        body=(t("Come back when it is out everywhere."), t("Take the slip with you.")),
    )


# ------------------------------------------------------------------------------------------ the review


def shall_we_cancel(line: Subscription, refund: Refund, terms: Qualification) -> Review:
    """The last look: it cannot come back, what ends, what is paid back, and from when."""
    starts = just(Day(terms.starts)) if terms.starts else t("within 24 hours")
    return Review(
        title=t("Cancel this number for good?"),
        body=(t("This number cannot come back."),),
        changes=(
            Change(
                label=just(line.line.number),
                now=t("It is yours"),
                after=t("It is gone for good"),
                big=True,
            ),
        ),
        facts=(
            Fact(label=t("Counts from"), value=starts, big=True),
            *lines_about(refund),
            *(Fact(label=t("It ends"), value=just(name)) for name in what_ends(line)),
            Fact(label=t("Calls and codes by SMS"), value=t("No more on this number")),
            Fact(label=t("To undo it"), value=t("It cannot be undone"), mark=Mark.CARE),
        ),
        picture=CANCEL,
        tone=Tone.DANGER,
        yes=t("I understand. Cancel this number"),
        no=t("No, keep my number"),
    )


def what_ends(line: Subscription) -> tuple[Text, ...]:
    """Name the plan and the extras that end with the number."""
    return tuple(
        t("{name}, {sum} a month", name=one.name, sum=one.monthly) for one in (line.plan, *line.add_ons)
    )
