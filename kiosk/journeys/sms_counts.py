"""“I have the SMS”: the visitor types what 10699000 wrote, and the kiosk says what it means."""

from __future__ import annotations

from enum import Enum

from kiosk.journeys.hall import Hall
from kiosk.journeys.not_mine import go_there, look_through_my_numbers, where_to_go
from kiosk.journeys.notice import they_agree
from kiosk.journeys.sign_in import signed_in
from kiosk.journeys.sms import what_does_it_say
from kiosk.screens import Choose, Option, Picture, Row, Tally, Tell, Tone
from kiosk.text import just, t, tn

RESALE = "resale"
MINE = "mine"


class TooMany(Enum):
    """What to do about a number that nobody knows."""

    LIST = "list"
    OTHER = "other"
    LATER = "later"


async def explain_the_sms(hall: Hall) -> None:
    """Compare the counts of the SMS with what the visitor knows, and begin the objection if need be."""
    counted = sum((await what_does_it_say(rows_of(hall))).values())
    known = (await how_many_do_you_know(counted))[MINE]
    if counted <= known:
        await it_fits(counted)
        return
    match await what_now(counted - known):
        case TooMany.LIST:
            await list_them(hall)
        case TooMany.OTHER:
            await where_to_go(hall, hall.operators)
        case _:
            await take_your_time()


async def list_them(hall: Hall) -> None:
    """List the numbers where the visitor's operator does that here; else say where it does."""
    if not await they_agree(
        hall, why=t("To show you the numbers under your ID"), to_whom=t("Your own phone company")
    ):
        return
    identity = await signed_in(hall)
    own = hall.operator(identity.operator_id)
    if own.lists:
        await look_through_my_numbers(hall, identity)
    else:
        await go_there(hall, own)


def rows_of(hall: Hall) -> tuple[Row[str], ...]:
    """Return a line for each company of the SMS, resale companies in one."""
    operators = (Row(key=one.id, label=just(one.name), icon="signal") for one in hall.operators)
    return (*operators, Row(key=RESALE, label=t("Other companies"), icon="building"))


def how_many_do_you_know(counted: int) -> Tally[str]:
    """Ask how many the visitor knows of; the count of the SMS stands beside it."""
    return Tally(
        title=t("How many of them do you know?"),
        body=(
            tn("The SMS counts {count} number.", "The SMS counts {count} numbers.", counted),
            t("Think of your family, your watch, your tablet."),
        ),
        rows=(Row(key=MINE, label=t("Numbers I know"), icon="sim-card", start=0),),
    )


def it_fits(counted: int) -> Tell:
    """Nothing is unknown."""
    return Tell(
        title=t("All is well"),
        body=(
            tn("You know the {count} number.", "You know all {count} numbers.", counted),
            t("If you miss one: cancelled cards are not counted."),
        ),
        picture=Picture(name="all-known", alt=t("A tick beside several cards.")),
        tone=Tone.DONE,
    )


def what_now(unknown: int) -> Choose[TooMany]:
    """Some numbers are unknown: offer the list here, the other companies, or time to think."""
    return Choose(
        title=tn("{count} number is unknown to you", "{count} numbers are unknown to you", unknown),
        body=(t("Do not worry. We find out together."),),
        picture=Picture(name="not-mine", alt=t("One card lies apart with a question mark.")),
        options=(
            Option(
                answer=TooMany.LIST,
                label=t("List my numbers here"),
                detail=t("You sign in with your phone first."),
                icon="list",
            ),
            Option(
                answer=TooMany.OTHER,
                label=t("It is at another company"),
                detail=t("We say where to go."),
                icon="building",
            ),
            Option(answer=TooMany.LATER, label=t("I ask my family first"), icon="users"),
        ),
    )


def take_your_time() -> Tell:
    """There is no hurry."""
    return Tell(
        title=t("That is a good idea"),
        body=(t("Ask at home who uses which number."), t("Come back with the SMS whenever you like.")),
    )
