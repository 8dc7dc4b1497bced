"""The screens of stopping a number for a while, and of letting one run again."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.people import Operator
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.filing import AUTHORITY, DAYS, what_happens_then
from kiosk.journeys.stopping import STOPPED, Why, free_calls
from kiosk.screens import Change, Choose, Fact, Option, Picture, Review, Slip, Tell
from kiosk.text import Text, just, t

RESTORED = Picture(name="restored", alt=t("A phone awake in the sun."))


class Back(Enum):
    """Whether the card of a lost number is there."""

    YES = "yes"
    NO = "no"


def why_should_it_stop(line: Subscription) -> Choose[Why]:
    """Ask why a running number should stop."""
    return Choose(
        title=t("This number runs. Why should it stop?"),
        facts=(Fact(label=t("Number"), value=just(line.line.number), big=True),),
        options=(
            Option(
                answer=Why.LOST,
                label=t("The phone is lost"),
                detail=t("Nobody can use it then."),
                icon="shield-alert",
            ),
            Option(
                answer=Why.KEPT,
                label=t("I want to keep it, unused"),
                detail=t("For a small fee each month."),
                icon="lock",
            ),
            Option(
                answer=Why.AWAY,
                label=t("I am away for a while"),
                detail=t("It waits until you are back."),
                icon="pause",
            ),
        ),
        picture=STOPPED,
        help=t("A stopped number stays yours. You can have it restored here."),
    )


# ------------------------------------------------------------------------------- why it is stopped


def company_says(line: Subscription) -> tuple[Fact, ...]:
    """Give the operator's own words on a stop, where it has some."""
    return (Fact(label=t("The company says"), value=just(line.stop_note)),) if line.stop_note else ()


def it_runs_again_when_paid() -> Tell:
    """Something is still to be paid."""
    return Tell(
        title=t("Something is still to be paid"),
        body=(t("Pay it here. Then the number runs again."), t("That takes an hour, at most a day.")),
        facts=(free_calls(),),
        picture=STOPPED,
        proceed=t("Go on to paying"),
    )


def at_your_wish(line: Subscription) -> Tell:
    """The visitor had it stopped herself."""
    return Tell(
        title=t("You wanted this number to wait"),
        body=(t("It can run again at any time."),),
        facts=(*company_says(line), free_calls()),
        picture=STOPPED,
    )


def not_your_fault(line: Subscription) -> Tell:
    """A stop to protect: the reason, what is needed, how long it takes."""
    return Tell(
        title=t("This is not your fault"),
        body=(t("The system saw a risk and wants you to confirm."),),
        facts=(
            *company_says(line),
            Fact(label=t("You need"), value=t("Your ID card, and staff who look")),
            Fact(label=t("It is lifted"), value=t("at once when you were checked"), big=True),
            Fact(label=t("If they say no"), value=t("Call {authority}.", authority=AUTHORITY)),
            free_calls(),
        ),
        picture=STOPPED,
    )


def an_authority_stopped_it(operator: Operator, line: Subscription) -> Tell:
    """Police or a court had it stopped: nothing can be done here but to say whom to ask."""
    ask = Fact(label=t("Questions"), value=t("Call {hotline}", hotline=operator.hotline))
    return Tell(
        title=t("An authority had this number stopped"),
        body=(
            t("Only the authority can lift it."),
            t("The company tells you which one it is."),
        ),
        facts=(*company_says(line), free_calls()),
        picture=STOPPED,
        slip=Slip(
            title=t("Ask about your stopped number"),
            lines=(Fact(label=t("Number ends in"), value=just(line.line.number.tail)), ask),
            advice=(t("Nobody may ask you for money to lift it."),),
        ),
        proceed=t("I have noted it"),
    )


def do_you_have_the_card(line: Subscription) -> Choose[Back]:
    """A number that was lost runs again once its card is in hand."""
    return Choose(
        title=t("Do you have the phone and card again?"),
        body=(t("This number was stopped because it was lost."),),
        facts=(Fact(label=t("Number"), value=just(line.line.number), big=True), free_calls()),
        options=(
            Option(answer=Back.YES, label=t("Yes, let it run again"), icon="restored"),
            Option(answer=Back.NO, label=t("No, I need a new card"), icon="sim-card"),
        ),
        picture=STOPPED,
    )


# ----------------------------------------------------------------------------------- running again


def shall_it_run_again(line: Subscription, *, checked: bool) -> Review:
    """The last look before a number runs again, at once or when the company has checked it."""
    return Review(
        title=t("Let this number run again?"),
        changes=(Change(label=just(line.line.number), now=t("It is stopped"), after=t("It runs"), big=True),),
        facts=(
            Fact(label=t("Counts from"), value=t("when it was checked") if checked else t("at once")),
            Fact(label=t("Each month"), value=just(line.plan.monthly), note=just(line.plan.name)),
            Fact(label=t("To undo it"), value=t("Have it stopped here again")),
        ),
        picture=RESTORED,
        yes=t("Yes, let it run again"),
        no=t("No, leave it stopped"),
    )


def your_rights() -> tuple[Text, ...]:
    """What holds after a stop to protect: lifted at once, an answer, and somebody to complain to."""
    return (
        t("The stop is lifted at once when you were checked."),
        t("No answer within {days} days? Call {authority}.", days=DAYS, authority=AUTHORITY),
    )


def shall_somebody_look(operator: Operator, line: Subscription) -> Review:
    """Review before the company's people are asked to look at a stop that cannot be lifted here."""
    return Review(
        title=t("Ask people to look at the stop?"),
        body=(t("It cannot be lifted here. People can look at it."),),
        facts=(
            Fact(label=t("Number"), value=just(line.line.number), big=True),
            *what_happens_then(operator),
            free_calls(),
        ),
        picture=Picture(name="objection", alt=t("A raised hand over a paper.")),
        yes=t("Yes, ask the company"),
        no=t("No, leave it stopped"),
    )
