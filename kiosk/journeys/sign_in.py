"""Signing in, once a visit: with one's own phone by QR, or with a code by SMS; staff are always a way."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.people import Identity, Operator
from kiosk.journeys.by_card import NOT_CONNECTED, sign_in_by_card
from kiosk.journeys.companies import company
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.sign_in_by_code import sign_in_by_code
from kiosk.journeys.sign_in_by_qr import sign_in_by_qr
from kiosk.screens import (
    Choose,
    Once,
    Option,
)
from kiosk.text import t

IDENTITY = "identity"
"""The name under which the visit remembers who has signed in."""


class Way(Enum):
    """How a visitor can prove who they are."""

    QR = "qr"
    CARD = "card"
    CODE = "code"
    STAFF = "staff"


def signed_in(hall: Hall) -> Once[Identity]:
    """Learn who the visitor is; asked once, remembered until the visit ends."""
    return Once(IDENTITY, lambda: sign_in(hall))


async def sign_in(hall: Hall) -> Identity:
    """Go on until one way has worked; going back leaves."""
    while True:
        way = await which_way(card=hall.id_cards.present)
        if way is Way.STAFF:
            await call_staff(hall)
            continue
        if way is Way.CARD:
            return await sign_in_by_card(hall)
        operator_id = await whose_customer(hall, way)
        by = sign_in_by_qr if way is Way.QR else sign_in_by_code
        identity = await by(hall, hall.operator(operator_id))
        if identity is not None:
            return identity


def which_way(*, card: bool) -> Choose[Way]:
    """Ask how to sign in; no way needs a good memory or a good eye alone."""
    by_card = Option(
        answer=Way.CARD, label=t("My ID card"), detail=t("Lay it on the reader."), icon="id-card"
    )
    return Choose(
        title=t("How would you like to show who you are?"),
        options=(
            Option(answer=Way.QR, label=t("Scan with my phone"), detail=t("Nothing to type."), icon="qr"),
            *((by_card,) if card else ()),
            Option(
                answer=Way.CODE,
                label=t("A code by SMS"),
                detail=t("We send six digits to your phone."),
                icon="message",
            ),
            Option(
                answer=Way.STAFF,
                label=t("I have no phone with me"),
                detail=t("Staff come and help."),
                icon="help",
            ),
        ),
        help=t("We must know it is you. Nobody else may see your numbers."),
    )


def whose_customer(hall: Hall, way: Way) -> Choose[str]:
    """Ask which operator the phone is with; the first digits do not tell since numbers can be ported."""
    return Choose(
        title=t("Which company is your phone with?"),
        options=tuple(
            company(operator, "signal", None if can_sign_in(operator, way) else NOT_CONNECTED)
            for operator in hall.operators
        ),
        help=t("The company that sends you the bill. Its SMS come from the hotline."),
    )


def can_sign_in(operator: Operator, way: Way) -> bool:
    """Tell whether an operator's customers can sign in this way."""
    return operator.signs_in if way is Way.QR else operator.sends_codes
