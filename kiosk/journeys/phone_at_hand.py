"""One's own phone, shown by a code: companies tell how many numbers there are only where it is at hand."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.people import Identity
from kiosk.journeys.agreeing import agreed_by_code, can_get_a_code
from kiosk.journeys.codes import SMS_CODE
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Once, Option
from kiosk.text import PhoneNumber, Text, t

PHONE = "phone"
"""The name under which the visit remembers who has shown the phone."""


class NotShown(Exception):  # noqa: N818 - it reads as what it says
    """The phone is not at hand, or no code reached it."""


async def with_phone(hall: Hall, identity: Identity, matter: Text) -> Identity:
    """Have the phone shown, once a visit, where signing in has not; leave out a phone that is not at hand.

    `matter` says in a few words what the code is for; it stands in the SMS.
    """
    if identity.phone_seen:
        return identity
    try:
        return await Once(PHONE, lambda: phone_shown(hall, identity, matter))
    except NotShown:
        return replace(identity, phone=None)


async def phone_shown(hall: Hall, identity: Identity, matter: Text) -> Identity:
    """Send a code to the phone and take it; raises NotShown where that cannot be."""
    phone = identity.phone if can_get_a_code(hall, identity) else None
    if phone is None or not await is_it_with_you(phone):
        raise NotShown
    if await agreed_by_code(hall, identity, matter) is None:
        raise NotShown
    return replace(identity, phone_seen=True)


def wants_the_phone(error: Exception) -> bool:
    """Tell whether a company would answer, had the phone been shown to it lately."""
    return isinstance(error, Refused) and error.reason is Reason.PHONE_NOT_SEEN


def is_it_with_you(phone: PhoneNumber) -> Choose[bool]:
    """Ask for the phone before anything is sent to it."""
    return Choose(
        title=t("Do you have this phone with you?"),
        body=(
            t("It is the one in your name: {phone}", phone=phone),
            t("The companies answer only when it is with you."),
        ),
        picture=SMS_CODE,
        options=(
            Option(
                answer=True,
                label=t("Yes, send me a code"),
                detail=t("Six digits by SMS. It costs nothing."),
                icon="message",
            ),
            Option(answer=False, label=t("No, not with me"), icon="back"),
        ),
        help=t("So nobody who has only your ID card can look up your numbers."),
    )
