"""Help at any moment: a person, the way of whoever was cheated, the meaning of a screen, the hotlines."""

from __future__ import annotations

from contextlib import suppress
from enum import Enum

from kiosk.journeys.guard_cheated import help_the_cheated
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff, staff_were_here
from kiosk.journeys.parting import Parted
from kiosk.screens import Choose, Fact, Option, Tell, Tone, do
from kiosk.text import Text, just, t


class Wish(Enum):
    """What kind of help is wished for."""

    STAFF = "staff"
    CHEATED = "cheated"
    EXPLAIN = "explain"
    CALL = "call"
    HELPED = "helped"


async def get_help(hall: Hall, explanations: tuple[Text, ...], *, called: bool) -> bool:
    """Offer a person, explanations of the screen and the hotlines; the place in the journey is kept.

    Tells whether she may have been cheated: then `help_at_once` follows.
    """
    match await how_can_we_help(bool(explanations), called):
        case Wish.STAFF:
            await call_staff(hall)
        case Wish.CHEATED:
            return True
        case Wish.EXPLAIN:
            await Tell(title=t("What this is about"), body=explanations, proceed=t("I see"))
        case Wish.CALL:
            await the_hotlines(hall)
        case _:
            await do(staff_were_here, hall)
    return False


async def help_at_once(hall: Hall) -> None:
    """Help whoever was cheated, wherever she was; where it ends early, she is back there too."""
    with suppress(Parted):
        await help_the_cheated(hall)


def how_can_we_help(explainable: bool, called: bool) -> Choose[Wish]:
    """Ask what kind of help is wished for; a person always comes first, and whoever was cheated next."""
    staff = Option(answer=Wish.STAFF, label=t("Call staff"), detail=t("A person comes to you."), icon="help")
    cheated = Option(
        answer=Wish.CHEATED,
        label=t("I may have been cheated"),
        icon="siren",
        tone=Tone.DANGER,
    )
    helped = Option(answer=Wish.HELPED, label=t("Staff have helped me"), icon="tick")
    explain = Option(answer=Wish.EXPLAIN, label=t("Explain this screen"), icon="info")
    hotlines = Option(answer=Wish.CALL, label=t("Telephone the operator"), icon="phone")
    return Choose(
        title=t("How can we help you?"),
        body=(t("Staff have been called and are on their way."),) if called else (),
        options=(helped if called else staff, cheated, *((explain,) if explainable else ()), hotlines),
    )


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
