"""The screens of a new SIM card."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.stopping import STOPPED
from kiosk.screens import Agree, Change, Choose, Fact, Mark, Option, Picture, Review, Tone
from kiosk.text import Code, Text, just, t

NEW_SIM = Picture(name="new-sim", alt=t("A clerk hands over a SIM card."))
BANKS_WAIT = t("Some bank services wait 24 to 72 hours.")


class Reason(Enum):
    """Why a new card is needed; the value goes with the order."""

    LOST = "lost"
    DAMAGED = "damaged"
    SIZE = "size"
    ESIM = "esim"
    OLD = "old"
    """It is of the 2G or 3G age; nobody is asked this, fault finding knows it."""


class Alarm(Enum):
    """What can be done when somebody else may have changed the card."""

    STAFF = "staff"
    STOP = "stop"
    LEAVE = "leave"


def why_a_new_card() -> Choose[Reason]:
    """Ask why: a lost card is stopped before anything else."""
    return Choose(
        title=t("Why do you need a new card?"),
        options=(
            Option(
                answer=Reason.LOST,
                label=t("It is lost"),
                detail=t("We stop the number first."),
                icon="shield-alert",
            ),
            Option(answer=Reason.DAMAGED, label=t("It does not work"), icon="wrench"),
            Option(answer=Reason.SIZE, label=t("I need another size"), icon="sim-card"),
            Option(answer=Reason.ESIM, label=t("I want it inside the phone"), detail=t("eSIM"), icon="phone"),
        ),
        picture=Picture(name="lost-card", alt=t("A SIM card is missing from its place.")),
        help=t("The SIM card is the small card in your phone. Your number is on it."),
    )


def do_you_want_a_new_card(stopped: bool) -> Agree:
    """Go on to the new card, or leave it at the stop, which holds either way."""
    holds = t("Your number is stopped. It stays stopped.")
    return Agree(
        title=t("Do you want a new card now?"),
        body=(holds if stopped else t("Your number still runs."), t("You need your ID card for it.")),
        picture=STOPPED if stopped else NEW_SIM,
        tone=Tone.DONE if stopped else Tone.CARE,
        yes=t("Yes, get a new card"),
        no=t("Not now"),
    )


def somebody_may_have_changed_it(*, runs: bool) -> Choose[Alarm]:
    """Raise the alarm: the card was changed in the last three days."""
    stop = Option(
        answer=Alarm.STOP,
        label=t("Stop my number now"),
        detail=t("Then nobody gets your codes."),
        icon="stopped",
    )
    return Choose(
        title=t("Somebody may have changed your card"),
        body=(t("Your SIM card was changed in the last three days."), t("Was it not you? Act now.")),
        facts=(
            Fact(label=t("Your bank"), value=t("Call it from another phone"), mark=Mark.CARE),
            Fact(label=t("If money is gone"), value=t("Call {number}", number=Code("110")), mark=Mark.CARE),
        ),
        picture=Picture(name="sim-alarm", alt=t("A SIM card behind a warning shield.")),
        tone=Tone.DANGER,
        options=(
            Option(answer=Alarm.STAFF, label=t("Call staff to me"), icon="help"),
            *((stop,) if runs else ()),
            Option(answer=Alarm.LEAVE, label=t("Go to the start"), icon="home"),
        ),
        help=t("A person looks at it with you. A new card is not given here now."),
    )


def shall_we_replace_it(line: Subscription) -> Review:
    """The last look: the old card dies, banks may wait, staff tell the fee."""
    return Review(
        title=t("Get a new card for this number?"),
        changes=(
            Change(label=just(line.line.number), now=t("Your old card"), after=t("A new card"), big=True),
        ),
        facts=(
            Fact(label=t("Your number"), value=t("It stays the same")),
            Fact(label=t("The old card"), value=t("It works no more"), mark=Mark.CARE),
            Fact(label=t("Your bank"), value=BANKS_WAIT, mark=Mark.CARE),
            Fact(label=t("It costs"), value=t("The company's fee. Staff tell it before.")),
            Fact(label=t("To undo it"), value=t("Say no to staff before you get it")),
        ),
        picture=NEW_SIM,
        yes=t("I understand. Get a new card"),
        no=t("No, keep the old card"),
    )


def at_the_counter() -> Fact:
    """Say who hands over the new card."""
    return Fact(label=t("At the counter"), value=t("Staff hand you the new card"), big=True)


def after_it(*, stopped: bool) -> tuple[Text, ...]:
    """Say what to know once the new card is there."""
    still = (t("If the number is still stopped, restore it here."),)
    return (t("The old card works no more."), BANKS_WAIT, *(still if stopped else ()))
