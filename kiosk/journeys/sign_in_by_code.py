"""Signing in with a code by SMS (CAMARA one-time-password-sms)."""

from __future__ import annotations

from kiosk.domain.failures import Refused
from kiosk.domain.people import Identity, Operator
from kiosk.journeys.codes import Otherwise, enter_the_codes, no_code_sent
from kiosk.journeys.hall import Hall
from kiosk.screens import Enter, NotGood, Typed, read
from kiosk.text import PhoneNumber, t


def eleven_digits(typed: str) -> str:
    """Take a mobile number of mainland China; raises NotGood with what is missing."""
    if len(typed) != 11:
        raise NotGood(t("A mobile number has eleven digits. Please look once more."))
    if typed[0] != "1" or typed[1] in "012":
        raise NotGood(t("A mobile number begins with 13 to 19. Please look once more."))
    return typed


async def sign_in_by_code(hall: Hall, operator: Operator) -> Identity | None:
    """Send a code to the visitor's number and take it; None when another way is wished."""
    phone = PhoneNumber(await which_number())
    while True:
        try:
            sent = await read(hall.desks.sign_in.send_code, operator.id, phone, doing=t("Sending the code"))
        except Refused as refused:
            await no_code_sent(refused.reason)
            return None
        answer = await enter_the_codes(sent, hall.desks.sign_in.check_code)
        if answer is not Otherwise.NEW_CODE:
            return answer if isinstance(answer, Identity) else None


def which_number() -> Enter:
    """Ask for the visitor's own number."""
    return Enter(
        title=t("What is your phone number?"),
        body=(t("It must be in your own name."),),
        kind=Typed.PHONE,
        length=11,
        parse=eleven_digits,
        proceed=t("Send me the code"),
        help=t("We send a code to this number. It costs nothing."),
    )
