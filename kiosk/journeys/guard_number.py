"""The number that a call or a message came from: typed, and looked up on the companies' shared list."""

from __future__ import annotations

from kiosk.domain.failures import OperatorError
from kiosk.domain.faults import FraudRecord
from kiosk.journeys.hall import Hall
from kiosk.screens import Enter, NotGood, Option, Typed
from kiosk.text import t

FEWEST, MOST = 3, 20
NO_NUMBER = "no-number"


def which_number_is_it_from(*, needed: bool = True) -> Enter:
    """Ask for any number, short ones too; where it is not needed, one can go on without."""
    without = Option(answer=NO_NUMBER, label=t("Go on without the number"), icon="forward")
    return Enter(
        title=t("Which number is it from?"),
        body=(t("Type it as your phone shows it, 00 in place of +."),),
        kind=Typed.ANY_NUMBER,
        length=MOST,
        parse=any_number,
        proceed=t("This is the number"),
        other=() if needed else (without,),
        help=t("You find it in your calls, or above the message."),
    )


def any_number(typed: str) -> str:
    """Take a telephone number of any kind; raises NotGood with what is missing."""
    if not FEWEST <= len(typed) <= MOST or not typed.isdecimal():
        raise NotGood(t("A number has 3 to 20 digits. Please look once more."))
    return typed


def looked_up(hall: Hall, number: str) -> FraudRecord | None:
    """Look a number up on the shared list; None where it does not answer, for we go on without it."""
    try:
        return hall.desks.fraud.check(number)
    except OperatorError:
        return None
