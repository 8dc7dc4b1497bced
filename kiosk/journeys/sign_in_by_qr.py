"""Signing in with one's own phone: a QR code to scan, and the same digits on both screens (RFC 8628)."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.people import Identity, Invitation, Operator
from kiosk.journeys.hall import Hall
from kiosk.screens import Failed, Option, Picture, Scan, Tell, Tone, Watch, read, until_told
from kiosk.text import Code, Text, just, t

APPROVAL = "approval"


class Otherwise(Enum):
    """What can be chosen in place of scanning."""

    OTHER_WAY = "other_way"


async def sign_in_by_qr(hall: Hall, operator: Operator) -> Identity | None:
    """Show codes, each for two minutes at most, until one is approved; None when another way is wished."""
    while True:
        invitation = await read(hall.desks.sign_in.invite, operator.id, doing=t("Preparing your code"))
        watched = await waiting_for_the_phone(hall, operator, invitation)
        if watched.answer is not None:
            return None
        match watched.arrived[APPROVAL]:
            case Identity() as identity:
                return identity
            case Failed(error=OperatorError(reason=Reason.SIGN_IN_EXPIRED)):
                continue
            case Failed(error=OperatorError(reason=Reason.SIGN_IN_DENIED)):
                await Tell(
                    title=t("Your phone said no"),
                    body=(t("Nobody was signed in."), t("If it was a slip, just try again.")),
                    tone=Tone.CARE,
                    proceed=t("Choose again"),
                )
                return None
            case _:
                await Tell(
                    title=t("The sign-in did not work"),
                    body=(t("The company's system gave no good answer."), t("Nothing of yours has changed.")),
                    picture=Picture(name="no-answer", alt=t("A cable that is not plugged in.")),
                    tone=Tone.CARE,
                    proceed=t("Choose again"),
                )
                return None


def waiting_for_the_phone(
    hall: Hall, operator: Operator, invitation: Invitation
) -> Watch[str, Identity, Otherwise]:
    """Show the code, and wait for the phone's word at the same time."""
    approval = until_told(hall.desks.sign_in.approval, invitation)
    return Watch(
        reads=((APPROVAL, approval),),
        show=lambda _: scan_this(hall, operator, invitation),
        until_all=True,
    )


def scan_this(hall: Hall, operator: Operator, invitation: Invitation) -> Scan[Otherwise]:
    """The QR code, what to compare on both screens, and the other way."""
    return Scan(
        title=t("Scan this with your phone"),
        body=then_on_the_phone(invitation),
        code=invitation.link,
        site=just(invitation.site),
        match=just(Code(invitation.match)),
        place=t("{hall}, kiosk {kiosk}", hall=hall.place, kiosk=hall.kiosk),
        lasts=invitation.lasts,
        picture=Picture(name="scan-with-phone", alt=t("A hand holds a phone in front of this screen.")),
        options=(Option(answer=Otherwise.OTHER_WAY, label=t("Use another way"), icon="back"),),
        help=t("Open the camera of your phone and hold it to the square. A new code comes by itself."),
    )


def then_on_the_phone(invitation: Invitation) -> tuple[Text, ...]:
    """Say what to do once the phone has opened the page."""
    if invitation.typed:
        return (t("Type these signs on the page that opens."), t("Then say yes on your phone."))
    return (t("Both screens must show the same."), t("Then say yes on your phone."))
