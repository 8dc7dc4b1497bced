"""Whether the numbers are all one's own: asked until the visitor is content, and what is not is reported."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from kiosk.domain.people import Identity, Operator
from kiosk.journeys.codes import SMS_CODE
from kiosk.journeys.counts import Arrived, count_of, in_short
from kiosk.journeys.hall import Hall
from kiosk.journeys.not_mine import look_through_my_numbers, where_to_go
from kiosk.screens import Choose, Option, Picture, Tell, Tone
from kiosk.text import t


class Outcome(Enum):
    """How the conversation ended."""

    NOT_AGREED = "not_agreed"
    ALL_KNOWN = "all_known"
    OBJECTED = "objected"
    LEFT_OPEN = "left_open"
    SMS_EXPLAINED = "sms_explained"


class Known(Enum):
    """Whether the visitor knows all the numbers, and whose are to be looked at."""

    ALL = "all"
    MINE = "mine"
    OTHERS = "others"


async def are_they_all_yours(hall: Hall, identity: Identity, arrived: Arrived) -> Outcome:
    """Ask until the visitor knows all the rest; each number that is not theirs is reported on the way."""

    def known(outcome: Outcome) -> Choose[Known]:
        return do_you_know_them(hall, identity, arrived, again=outcome is not Outcome.ALL_KNOWN)

    outcome = await looked_closer(hall, identity, known, Outcome.ALL_KNOWN)
    if outcome is Outcome.ALL_KNOWN:
        await all_is_well()
    return outcome


async def without_your_phone(hall: Hall, identity: Identity) -> Outcome:
    """Nobody counts without the phone: what a card alone opens, until the visitor is content."""
    return await looked_closer(hall, identity, lambda _: what_a_card_opens(hall, identity), Outcome.LEFT_OPEN)


async def looked_closer(
    hall: Hall, identity: Identity, ask: Callable[[Outcome], Choose[Known]], outcome: Outcome
) -> Outcome:
    """Look at numbers, here or where else they are listed, until nothing more is asked for."""
    while True:
        match await ask(outcome):
            case Known.ALL:
                return outcome
            case Known.MINE:
                reported = await look_through_my_numbers(hall, identity)
                outcome = Outcome.OBJECTED if reported else outcome
            case _:
                await where_to_go(hall, others(hall, identity))
                outcome = Outcome.LEFT_OPEN if outcome is Outcome.ALL_KNOWN else outcome


def what_a_card_opens(hall: Hall, identity: Identity) -> Choose[Known]:
    """Say what is possible still, and what to bring for the rest."""
    own = hall.operator(identity.operator_id)
    options = (
        *((show_mine(own),) if own.lists else ()),
        Option(
            answer=Known.OTHERS,
            label=t("Ask another company"),
            detail=t("We say where to go."),
            icon="building",
        ),
        Option(answer=Known.ALL, label=t("That is enough for today"), icon="tick"),
    )
    return Choose(
        title=t("Without your phone they do not count"),
        body=(t("Come with the phone in your name, and you see them all."),),
        picture=SMS_CODE,
        tone=Tone.CARE,
        options=options,
        help=t("So nobody can look you up with your card alone."),
    )


def show_mine(own: Operator) -> Option[Known]:
    """Offer the list of the numbers at one's own company."""
    return Option(
        answer=Known.MINE,
        label=t("Show my numbers at {operator}", operator=own.name),
        detail=t("One by one."),
        icon="list",
    )


def others(hall: Hall, identity: Identity) -> tuple[Operator, ...]:
    """Every operator whose numbers cannot be listed here for this visitor."""
    own = identity.operator_id
    return tuple(operator for operator in hall.operators if operator.id != own or not operator.lists)


def do_you_know_them(hall: Hall, identity: Identity, arrived: Arrived, *, again: bool) -> Choose[Known]:
    """Ask whether all the numbers are known."""
    own = hall.operator(identity.operator_id)
    return Choose(
        title=t("Do you know all the others?") if again else t("Do you know all of these numbers?"),
        body=(t("Think of your family, your watch, your tablet."),),
        facts=tuple(in_short(count_of(operator, arrived)) for operator in hall.operators),
        options=(
            Option(answer=Known.ALL, label=t("Yes, I know them all"), icon="tick"),
            *((show_mine(own),) if own.lists else ()),
            Option(
                answer=Known.OTHERS,
                label=t("Another company has too many"),
                detail=t("We say where to go."),
                icon="building",
            ),
        ),
    )


def all_is_well() -> Tell:
    """Praise the care taken, and say when to look again."""
    return Tell(
        title=t("All is well"),
        body=(
            t("You know every number. Well done for looking."),
            t("Looking once or twice a year is enough."),
        ),
        picture=Picture(name="all-known", alt=t("A tick beside several cards.")),
        tone=Tone.DONE,
    )
