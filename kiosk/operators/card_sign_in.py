"""Who an ID card belongs to: signing in with it, and confirming who signed in (TMF632, CAMARA kyc-match)."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.id_cards import IdCard
from kiosk.domain.people import Identity
from kiosk.operators.china import e164
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.shapes import Shape
from kiosk.operators.system import System
from kiosk.operators.who import holder_of_card
from kiosk.text import PhoneNumber

API = "kyc_match"
_REFUSALS = {
    "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH": Reason.ID_MISMATCH,
    "IDENTIFIER_NOT_FOUND": Reason.NOT_FOUND,
    "SERVICE_NOT_APPLICABLE": Reason.NOT_ALLOWED,
}
Matches = Literal["true", "false", "not_available"]


class _Matched(Shape, frozen=True):
    """The parts of a match that make a card somebody's own."""

    id_document_match: Matches = "not_available"
    name_match: Matches = "not_available"


def confirmed(system: System, identity: Identity, card: IdCard) -> Identity:
    """Return the identity as its own card confirms it; raises Refused(ID_MISMATCH) for somebody else's."""
    if identity.id_number not in {None, card.id_number}:
        raise _mismatch(system)
    by = system.by()
    matched = _Matched()
    if identity.phone is not None and system.has(API):
        matched = _match(system, identity.phone, card, by)
    told = {matched.id_document_match, matched.name_match}
    if "false" in told:
        raise _mismatch(system)
    if "not_available" in told:
        _look_up(system, identity, card, by)
    return replace(identity, by_card=True, id_number=card.id_number)


def _match(system: System, phone: PhoneNumber, card: IdCard, by: Deadline) -> _Matched:
    """Ask whether the number is in the name on the card."""
    told = {
        "phoneNumber": e164(phone),
        "idDocument": card.id_number.characters,
        "idDocumentType": "national_id_card",
        "name": card.name.full,
    }
    call = Call("POST", system.url(API, "match"), json=told)
    return system.ask_as_kiosk(call, by, _REFUSALS).shaped(_Matched)


def _look_up(system: System, identity: Identity, card: IdCard, by: Deadline) -> None:
    """Where the operator does not match: whom the card finds must be the one who signed in."""
    try:
        found = holder_of_card(system, card, by)
    except Refused as error:
        raise _mismatch(system) if error.reason is Reason.NOT_FOUND else error from None
    if found.access.subject != identity.access.subject:
        raise _mismatch(system)


def _mismatch(system: System) -> Refused:
    return Refused(Reason.ID_MISMATCH, f"{system.id}: the card is somebody else's")
