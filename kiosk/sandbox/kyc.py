"""Whether an ID card belongs to a number (CAMARA kyc-match v0.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from msgspec import Struct
from starlette.responses import JSONResponse, Response

from kiosk.sandbox import bases
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.likeness import likeness
from kiosk.sandbox.phone_numbers import PhoneNumber, line_of
from kiosk.sandbox.proofs import note_card_proof
from kiosk.sandbox.records import PersonRecord, person_with
from kiosk.sandbox.turn import authorised
from kiosk.sandbox.web import Call

SCOPE = "kyc-match:match"
BASE = bases.KYC_MATCH
UNKNOWN = (
    "idDocumentExpiryDate", "givenName", "familyName", "nameKanaHankaku", "nameKanaZenkaku", "middleNames",
    "familyNameAtBirth", "address", "streetName", "streetNumber", "postalCode", "region", "locality",
    "country", "houseNumberExtension", "email", "cityOfBirth", "countryOfBirth", "nationality",
)  # fmt: skip
"""What the standard lets one ask, and no operator here has on file."""


class Match(Struct):
    """The body of match, as far as it can be compared."""

    phoneNumber: PhoneNumber = ""  # noqa: N815 - the standard's own names
    idDocument: str | None = None  # noqa: N815
    idDocumentType: (  # noqa: N815
        Literal[
            "passport",
            "national_id_card",
            "residence_permit",
            "diplomatic_id",
            "driver_licence",
            "social_security_id",
            "other",
        ]
        | None
    ) = None
    name: str | None = None
    birthdate: date | None = None
    gender: Literal["MALE", "FEMALE", "OTHER"] | None = None


def match(call: Call) -> Response:
    """Compare what is told with who owns the number; ID number and name both right prove the card."""
    with authorised(call, SCOPE) as turn:
        told, everything = call.json(Match), call.json(dict[str, Any])
        line = line_of(turn, told.phoneNumber)
        person = person_with(turn.db, line.owner)
        answer = {**dict(_compared(told, person)), **_not_on_file(everything)}
        if not answer:
            code = "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION"
            raise Problem(400, "There is nothing to compare.", code)
        if answer.get("idDocumentMatch") == answer.get("nameMatch") == "true":
            note_card_proof(call, turn.db, turn.grant.client_id, person.id)
    return JSONResponse(answer)


def _compared(told: Match, person: PersonRecord) -> Iterator[tuple[str, str | int]]:
    pairs: Mapping[str, tuple[object, object]] = {
        "idDocument": (told.idDocument, person.id_number),
        "idDocumentType": (told.idDocumentType, "national_id_card"),
        "name": (told.name, person.name),
        "birthdate": (told.birthdate, person.born),
        "gender": (told.gender, person.gender.upper()),
    }
    for name, (value, known) in pairs.items():
        if value is not None:
            yield f"{name}Match", "true" if value == known else "false"
    if told.name is not None and told.name != person.name:
        yield "nameMatchScore", min(int(100 * likeness(told.name, person.name)), 99)


def _not_on_file(told: Mapping[str, Any]) -> dict[str, str]:
    return {f"{name}Match": "not_available" for name in UNKNOWN if name in told}
