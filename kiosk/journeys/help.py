"""Reaching a person at any moment: staff here, or the operator on the telephone."""

from __future__ import annotations

from enum import Enum

from kiosk.devices.ports import DeviceError
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Fact, Option, Picture, Tell, Tone, do
from kiosk.text import Text, just, t

TOUCH_IT = t("Touch a word with dots below it, and it is explained at once.")
"""How somebody who sees has a word explained without asking for help."""


class Wish(Enum):
    """What kind of help is wished for."""

    STAFF = "staff"
    EXPLAIN = "explain"
    CALL = "call"
    HELPED = "helped"


async def get_help(hall: Hall, explanations: tuple[Text, ...], *, called: bool) -> None:
    """Offer a person, explanations of the screen and the hotlines; the place in the journey is kept."""
    match await how_can_we_help(bool(explanations), called):
        case Wish.STAFF:
            await call_staff(hall)
        case Wish.EXPLAIN:
            await Tell(title=t("What this is about"), body=explanations, proceed=t("I see"))
        case Wish.CALL:
            await the_hotlines(hall)
        case _:
            await do(staff_were_here, hall)


def how_can_we_help(explainable: bool, called: bool) -> Choose[Wish]:
    """Ask what kind of help is wished for; a person always comes first."""
    staff = Option(answer=Wish.STAFF, label=t("Call staff"), detail=t("A person comes to you."), icon="help")
    helped = Option(answer=Wish.HELPED, label=t("Staff have helped me"), icon="tick")
    explain = Option(answer=Wish.EXPLAIN, label=t("Explain this screen"), icon="info")
    hotlines = Option(answer=Wish.CALL, label=t("Telephone the operator"), icon="phone")
    return Choose(
        title=t("How can we help you?"),
        body=(t("Staff have been called and are on their way."),) if called else (),
        options=(helped if called else staff, *((explain,) if explainable else ()), hotlines),
    )


async def call_staff(hall: Hall) -> None:
    """Light the call light; where that fails, say where to go instead."""
    lit = await do(light_up, hall)
    if lit:
        await Tell(
            title=t("Somebody is coming"),
            body=(t("Please stay here. Your place is kept."), t("You can go on meanwhile.")),
            picture=Picture(name="staff-coming", alt=t("A clerk comes over with a raised hand.")),
            tone=Tone.DONE,
            proceed=t("Go on"),
        )
    else:
        await Tell(
            title=t("Please wave to the counter"),
            body=(t("The call light does not work just now."), t("Your place is kept.")),
            picture=Picture(name="call-staff", alt=t("A hand waves to a clerk at the counter.")),
            tone=Tone.CARE,
            proceed=t("Go on"),
        )


def what_it_means(explanations: tuple[Text, ...]) -> Tell:
    """Explain words that were touched, in plain ones; the only way on leads back to where they stand."""
    return Tell(title=t("What does it mean?"), body=explanations, proceed=t("Back to where I was"))


def light_up(hall: Hall) -> bool:
    """Call staff; tells whether the call could be given."""
    try:
        hall.light.call()
    except DeviceError:
        return False
    return True


def staff_were_here(hall: Hall) -> None:
    """Take the call back."""
    hall.light.off()


def the_hotlines(hall: Hall) -> Tell:
    """List the operators' hotlines in large figures."""
    return Tell(
        title=t("These numbers reach a person"),
        body=(t("From 65 years on you are put through directly."),),
        facts=tuple(
            Fact(
                label=just(operator.name),
                value=just(operator.hotline),
                big=True,
            )
            for operator in hall.operators
        ),
    )
