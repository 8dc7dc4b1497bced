"""Where the company may ring about a repair: a phone that does not work cannot be rung."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.sign_in_by_code import eleven_digits
from kiosk.screens import Choose, Enter, Fact, Option, Typed
from kiosk.text import PhoneNumber, Text, just, t


class Ring(Enum):
    """Which phone may ring."""

    THIS = "this"
    OTHER = "other"
    NONE = "none"


async def a_phone_to_ring(line: Subscription) -> PhoneNumber | None:
    """Ask which phone works; None where nobody need ring."""
    match await which_phone_may_ring(line):
        case Ring.THIS:
            return line.line.number
        case Ring.OTHER:
            return PhoneNumber(await which_other_phone())
    return None


def which_phone_may_ring(line: Subscription) -> Choose[Ring]:
    """Ask for the phone that the company may ring."""
    return Choose(
        title=t("Where may the company ring you?"),
        facts=(Fact(label=t("Number"), value=just(line.line.number)),),
        options=(
            Option(
                answer=Ring.OTHER,
                label=t("On another phone"),
                detail=t("Of your family, or your second one."),
                icon="users",
            ),
            Option(
                answer=Ring.THIS,
                label=t("On this number"),
                detail=t("If it can still be rung."),
                icon="phone",
            ),
            Option(
                answer=Ring.NONE,
                label=t("Nobody need ring"),
                detail=t("I ask here, or call myself."),
                icon="phone-off",
            ),
        ),
        help=t("The company rings when it has found what is wrong."),
    )


def which_other_phone() -> Enter:
    """Ask for a phone that works."""
    return Enter(
        title=t("Which number may it ring?"),
        body=(t("It goes to the company alone. This machine forgets it."),),
        kind=Typed.PHONE,
        length=11,
        parse=eleven_digits,
        proceed=t("This is the number"),
    )


def how_she_hears(phone: PhoneNumber | None) -> Text:
    """Say how she hears of it."""
    if phone is None:
        return t("You ask here, or call the company")
    return t("The company rings you, on the number ending in {tail}", tail=phone.tail)
