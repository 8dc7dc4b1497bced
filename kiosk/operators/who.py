"""Who has signed in: as the operator's register of persons has it (TMF632), or as the ID token tells."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.id_cards import IdCard
from kiosk.domain.people import Access, Identity
from kiosk.operators.china import e164, id_number_from, phone_from
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.id_tokens import claims_from
from kiosk.operators.shapes import Claims, Individual
from kiosk.operators.system import System
from kiosk.text import IdNumber, PersonName, PhoneNumber

PHONE_FILTER = "contactMedium.characteristic.phoneNumber"
CARD_FILTER, NAME_FILTER = "individualIdentification.identificationId", "fullName"


def signed_in(system: System, access: Access, id_token: str, by: Deadline) -> Identity:
    """Learn who a visitor's token stands for."""
    claims = _claims(system, access, id_token, by)
    if system.has("party"):
        person = _individual(system, access, {}, by)
    elif claims is not None:
        person = Individual(id=claims.sub)
    else:
        raise Refused(Reason.NOT_FOUND, f"{system.id}: nobody tells who signed in")
    known = claims or Claims(sub=person.id)
    # The phone that approved the sign-in, where it is told: its holder may have several.
    approving = phone_from(known.phone_number)
    return Identity(
        name=_name(person, known),
        id_number=_id_number(person),
        phone=approving or _first_phone(person),
        access=replace(access, subject=person.id),
        phone_seen=approving is not None,
    )


def holder_of(system: System, phone: PhoneNumber, by: Deadline) -> Identity:
    """Learn who holds a phone whose possession was just proven; the kiosk then acts with its own token."""
    access = Access(system.id, token="")
    person = _individual(system, access, {PHONE_FILTER: e164(phone)}, by)
    if phone not in _phones(person):
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: somebody else's record")
    return Identity(
        name=_name(person, Claims(sub=person.id)),
        id_number=_id_number(person),
        phone=phone,
        access=replace(access, subject=person.id),
        phone_seen=True,
    )


def holder_of_card(system: System, card: IdCard, by: Deadline) -> Identity:
    """Learn which customer an ID card names; the kiosk then acts with its own token.

    Raises Refused(NOT_FOUND) for nobody. The answer must name number and name of the card: an operator that
    knows no such filter would answer with somebody else.
    """
    access = Access(system.id, token="")
    query = {CARD_FILTER: card.id_number.characters, NAME_FILTER: card.name.full}
    person = _individual(system, access, query, by)
    if (_id_number(person), _registered_name(person)) != (card.id_number, card.name.full):
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: somebody else's record")
    return Identity(
        name=card.name,
        id_number=card.id_number,
        phone=_first_phone(person),
        access=replace(access, subject=person.id),
        by_card=True,
    )


def _claims(system: System, access: Access, id_token: str, by: Deadline) -> Claims | None:
    """Take the ID token where there is one, and ask userinfo for what it leaves out (OpenID Core, 5.3)."""
    if "openid" not in system.settings.scope.split():
        return None
    claims = claims_from(id_token, system, by) if id_token else None
    complete = claims is not None and claims.name and claims.phone_number
    if complete or not system.provider.offers("userinfo_endpoint", by):
        return claims
    address = system.provider.endpoint("userinfo_endpoint", by)
    told = system.ask(access, Call("GET", address), by).shaped(Claims)
    if claims is not None and told.sub != claims.sub:
        raise Unavailable(Reason.INSECURE, "userinfo tells of somebody else")
    return told


def _individual(system: System, access: Access, query: dict[str, str], by: Deadline) -> Individual:
    call = Call("GET", system.url("party", "individual"), query=query)
    people = system.ask(access, call, by).shaped(list[Individual])
    if not people:
        raise Refused(Reason.NOT_FOUND, f"{system.id}: nobody on record")
    if len(people) > 1:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: more than one person")
    return people[0]


def _name(person: Individual, claims: Claims) -> PersonName:
    return PersonName(_registered_name(person) or claims.name or claims.preferred_username or claims.sub)


def _registered_name(person: Individual) -> str:
    return person.full_name or person.formatted_name


def _id_number(person: Individual) -> IdNumber | None:
    cards = [
        id_number_from(document.identification_id)
        for document in person.individual_identification
        if document.identification_type == "national_id_card"
    ]
    return next((card for card in cards if card), None)


def _phones(person: Individual) -> list[PhoneNumber]:
    """Return the person's mobile numbers, the preferred one first."""
    media = sorted(person.contact_medium, key=lambda medium: not medium.preferred)
    found = [phone_from(medium.characteristic.phone_number) for medium in media]
    return [phone for phone in found if phone]


def _first_phone(person: Individual) -> PhoneNumber | None:
    return next(iter(_phones(person)), None)
