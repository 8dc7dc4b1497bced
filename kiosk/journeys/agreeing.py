"""A clear yes to a review, and its proof: a signature on the screen, or a code by SMS (C4, C5)."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.consent import Consent, Proof, Signature
from kiosk.domain.failures import Refused
from kiosk.domain.people import Identity
from kiosk.journeys.codes import Otherwise, enter_the_codes, no_code_sent
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.hall import Hall
from kiosk.screens import Option, Review, Sign, Tell, read
from kiosk.text import Text, t


class Instead(Enum):
    """What can be chosen in place of signing."""

    CODE = "code"
    STAFF = "staff"
    NO = "no"


async def agreed(hall: Hall, identity: Identity, matter: Text, review: Review) -> Consent | None:
    """Show the review, and take the proof of a yes; None where the answer is no, and nothing has changed.

    `matter` says in a few words what is agreed to; it stands in the SMS with the code.
    """
    consent = await proven_yes(hall, identity, matter) if await review else None
    if consent is None:
        await nothing_has_changed()
    return consent


async def proven_yes(hall: Hall, identity: Identity, matter: Text) -> Consent | None:
    """Ask for a signature; whoever would rather not sign can type a code, where a phone is at hand."""
    while True:
        signed = await please_sign(matter, by_code=can_get_a_code(hall, identity))
        if isinstance(signed, Signature):
            return Consent(Proof.SIGNATURE, signed.path)
        if signed is Instead.NO:
            return None
        if signed is Instead.STAFF:
            await staff_take_over(hall, t("Staff take your yes in another way."))
        consent = await agreed_by_code(hall, identity, matter)
        if consent is not None:
            return consent


def can_get_a_code(hall: Hall, identity: Identity) -> bool:
    """Tell whether the operator can send a code to a phone that the person has with them."""
    return identity.phone is not None and hall.operator(identity.operator_id).sends_codes


def please_sign(matter: Text, *, by_code: bool) -> Sign[Instead]:
    """Ask for the signature, with what it is for above the box."""
    code = Option(answer=Instead.CODE, label=t("A code by SMS instead"), icon="message")
    staff = Option(answer=Instead.STAFF, label=t("I cannot sign here"), icon="help")
    return Sign(
        title=t("Please sign with your finger"),
        body=(matter,),
        other=(
            code if by_code else staff,
            Option(answer=Instead.NO, label=t("No, leave it as it is"), icon="back"),
        ),
        help=t("Your signature is your yes. Sign anywhere in the box, as you like."),
    )


async def agreed_by_code(hall: Hall, identity: Identity, matter: Text) -> Consent | None:
    """Send a code that says what it agrees to, and take it; None where another way is wished."""
    while True:
        try:
            sent = await read(hall.desks.consents.send, identity, matter, doing=t("Sending the code"))
        except Refused as refused:
            await no_code_sent(refused.reason)
            return None
        answer = await enter_the_codes(sent, hall.desks.consents.check)
        if answer is Otherwise.OTHER_WAY:
            return None
        if answer is not Otherwise.NEW_CODE:
            return Consent(Proof.SMS_CODE, sent.authentication_id)


def nothing_has_changed() -> Tell:
    """Confirm that a no was heard."""
    return Tell(
        title=t("Good. Everything stays as it is."),
        body=(t("Nothing was changed, and it costs nothing."),),
        proceed=t("Go on"),
    )
