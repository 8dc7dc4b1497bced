"""Codes by SMS: typed in, mistyped, run out and sent anew, whatever they are for."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.people import CodeSent
from kiosk.screens import Choose, Enter, NotGood, Option, Picture, Tell, Tone, Typed, read
from kiosk.text import Text, t

T = TypeVar("T")
SMS_CODE = Picture(name="sms-code", alt=t("A phone with a message of six dots."))


class Otherwise(Enum):
    """What can be chosen in place of the way one is on."""

    OTHER_WAY = "other_way"
    NEW_CODE = "new_code"


def six_digits(typed: str) -> str:
    """Take a code of six digits; raises NotGood with what is missing."""
    if len(typed) != 6 or not typed.isdecimal():
        raise NotGood(t("The code has six digits. Please look once more."))
    return typed


async def enter_the_codes(sent: CodeSent, check: Callable[[CodeSent, str], T]) -> T | Otherwise:
    """Take the code, kindly again where it was mistyped; tells when a new one or another way is wished.

    `check` returns what the right code gives, or raises Refused.
    """
    problem: Text | None = None
    while True:
        typed = await which_code(sent, problem)
        if typed in {way.value for way in Otherwise}:
            return Otherwise(typed)
        try:
            return await read(check, sent, typed, doing=t("Checking the code"))
        except Refused as refused:
            if refused.reason is Reason.CODE_WRONG:
                problem = t("That is not the code we sent. Please look once more.")
                continue
            if refused.reason not in THE_CODE_IS_OVER:
                await not_on_record()
                return Otherwise.OTHER_WAY
            return await the_code_is_over(refused.reason)


def which_code(sent: CodeSent, problem: Text | None) -> Enter:
    """Ask for the code, with the way to a new one beside it."""
    return Enter(
        title=t("Which code did you get?"),
        body=(t("We sent an SMS to {phone}.", phone=sent.phone),),
        kind=Typed.CODE,
        length=6,
        parse=six_digits,
        problem=problem,
        picture=SMS_CODE,
        proceed=t("This is the code"),
        other=(
            Option(answer=Otherwise.NEW_CODE.value, label=t("Send a new code"), icon="repeat"),
            Option(answer=Otherwise.OTHER_WAY.value, label=t("Use another way"), icon="back"),
        ),
        help=t("The code is in a new SMS on your phone. Never tell it to anybody who calls you."),
    )


THE_CODE_IS_OVER = {Reason.CODE_EXPIRED, Reason.TOO_MANY_TRIES}


def not_on_record() -> Tell:
    """The code was right, but the operator does not know whose number it is, or does not tell."""
    return Tell(
        title=t("We could not sign you in with this number"),
        body=(t("The number may be in somebody else's name."), t("Staff can look at it with your ID card.")),
        tone=Tone.CARE,
        proceed=t("Choose again"),
    )


def the_code_is_over(reason: Reason) -> Choose[Otherwise]:
    """The code can no longer be used: say why, and offer a new one."""
    why = (
        t("A code is good for a short time only.")
        if reason is Reason.CODE_EXPIRED
        else t("It was typed wrong three times, so it was closed to keep you safe.")
    )
    return Choose(
        title=t("This code cannot be used any more"),
        body=(why,),
        tone=Tone.CARE,
        options=(
            Option(answer=Otherwise.NEW_CODE, label=t("Send a new code"), icon="repeat"),
            Option(answer=Otherwise.OTHER_WAY, label=t("Use another way"), icon="back"),
        ),
    )


def no_code_sent(reason: Reason) -> Tell:
    """No code was sent: say why, and what else there is."""
    why = (
        t("Too many codes went to this number. Please wait a while.")
        if reason is Reason.TOO_MANY_CODES
        else t("The company could not send a code to this number.")
    )
    return Tell(
        title=t("No code was sent"),
        body=(why, t("Perhaps the number is with another company.")),
        tone=Tone.CARE,
        proceed=t("Choose again"),
    )
