"""The plain screens for what goes wrong: what happened, what is safe, what can be done now."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.failures import OperatorError, Reason
from kiosk.screens import Choose, Fact, Option, Picture, Slip, Tell, Tone, Working
from kiosk.text import Code, Text, just, t


class AfterFault(Enum):
    """What a visitor can do about a fault."""

    AGAIN = "again"
    HELP = "help"
    STOP = "stop"
    WAIT = "wait"


NO_ANSWER = Picture(name="no-answer", alt=t("A cable that is not plugged in."))


def what_happened(error: Exception) -> Text:
    """Say in one sentence what went wrong, without blaming anybody and without a code."""
    reason = error.reason if isinstance(error, OperatorError) else None
    match reason:
        case Reason.TIMED_OUT | Reason.BUSY:
            return t("The operator's system is slow right now.")
        case Reason.UNREACHABLE | Reason.SYSTEM_DOWN:
            return t("The operator's system cannot be reached right now.")
        case Reason.INSECURE:
            return t("The line to the operator is not safe, so we did not use it.")
        case Reason.BROKEN_ANSWER:
            return t("The operator's system gave an answer we could not read.")
        case Reason.SIGNED_OUT:
            return t("Your sign-in has run out.")
        case Reason():
            return t("The operator's system did not allow this.")
        case _:
            return t("Something in this machine did not work. It is not your fault.")


def read_failed(error: Exception) -> Choose[AfterFault]:
    """A question to an operator brought no answer; nothing can have changed."""
    return Choose(
        title=t("No answer just now"),
        body=(what_happened(error), t("Nothing of yours has changed.")),
        picture=NO_ANSWER,
        tone=Tone.CARE,
        options=(
            Option(answer=AfterFault.AGAIN, label=t("Try again"), icon="repeat"),
            Option(answer=AfterFault.HELP, label=t("Ask staff for help"), icon="help"),
            Option(answer=AfterFault.STOP, label=t("Stop and go to the start"), icon="home"),
        ),
    )


def cannot_go_on(error: Exception) -> Choose[AfterFault]:
    """The conversation itself has broken off, or an operator said no where nobody expected it."""
    return Choose(
        title=t("We cannot go on here"),
        body=(what_happened(error), t("What you had finished before stays finished.")),
        picture=NO_ANSWER,
        tone=Tone.CARE,
        options=(
            Option(answer=AfterFault.HELP, label=t("Ask staff for help"), icon="help"),
            Option(answer=AfterFault.STOP, label=t("Go to the start"), icon="home"),
        ),
    )


def not_settled_yet(reference: str, *, asks_on: bool) -> Tell:
    """The answer to a commitment was lost: say whether the kiosk goes on asking, or what to do if not."""
    next_step = (
        t("This kiosk goes on asking by itself. It will not be done twice.")
        if asks_on
        else t("If you hear nothing in 48 hours, please ask once more.")
    )
    return Tell(
        title=t("We do not know yet whether it arrived"),
        body=(t("The line broke off while your request was on its way."), next_step),
        picture=NO_ANSWER,
        tone=Tone.CARE,
        slip=Slip(
            title=t("Please keep this reference"),
            lines=(Fact(label=t("Reference"), value=just(Code(reference)), big=True),),
            advice=(t("Show it to staff if you hear nothing in two days."),),
        ),
        proceed=t("I have noted it"),
    )


def still_working(doing: Text | None, *, long: bool, stoppable: bool) -> Working[AfterFault]:
    """Something takes a while; after eight seconds the ways out are offered."""
    ways = (
        Option(answer=AfterFault.WAIT, label=t("Keep waiting"), icon="clock"),
        Option(answer=AfterFault.HELP, label=t("Ask staff for help"), icon="help"),
        Option(answer=AfterFault.STOP, label=t("Stop and go to the start"), icon="home"),
    )
    patience = t("This takes longer than usual. You need not do anything.")
    safe = t("Please stay here. We tell you when it is done.")
    return Working(
        title=doing or t("One moment, please"),
        body=((patience,) if long else ()) + (() if stoppable else (safe,)),
        options=(ways if stoppable else ways[:2]) if long else (),
    )
