"""The parts of the standards' answers that the kiosk reads, each as small as its use.

Names are those of the standards; whatever else an answer holds is left unread.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

Word = Annotated[str, Meta(min_length=1, max_length=4096)]
Short = Annotated[str, Meta(min_length=1, max_length=255)]
Instant = Annotated[datetime, Meta(tz=True)]
Seconds = Annotated[float, Meta(ge=0)]
HowMany = Annotated[int, Meta(ge=0, le=9999)]


class Shape(Struct, frozen=True, rename="camel", kw_only=True):
    """The standards of TM Forum and CAMARA write names in camel case."""


# ------------------------------------------------------------- OAuth 2 and OpenID Connect (snake case)


class Metadata(Struct, frozen=True, kw_only=True):
    """What an issuer offers and where (OpenID Connect Discovery 1.0, 3; RFC 8414, 2)."""

    issuer: Word
    token_endpoint: str = ""
    device_authorization_endpoint: str = ""
    revocation_endpoint: str = ""
    userinfo_endpoint: str = ""
    jwks_uri: str = ""


class DeviceAuthorization(Struct, frozen=True, kw_only=True):
    """The beginning of a device grant (RFC 8628, 3.2); `match` is an extension."""

    device_code: Word
    user_code: Annotated[str, Meta(min_length=1, max_length=32)]
    verification_uri: Annotated[str, Meta(min_length=1, max_length=1024)]
    verification_uri_complete: Annotated[str, Meta(max_length=1024)] = ""
    expires_in: Seconds
    interval: Seconds = 5
    match: Annotated[str, Meta(max_length=32)] = ""


class Tokens(Struct, frozen=True, kw_only=True):
    """A token answer (RFC 6749, 5.1)."""

    access_token: Word
    token_type: str
    expires_in: Seconds = 60
    refresh_token: str = ""
    id_token: str = ""


class Claims(Struct, frozen=True, kw_only=True):
    """Who signed in (OpenID Connect Core, 5.1)."""

    sub: Short
    name: str = ""
    preferred_username: str = ""
    phone_number: str = ""


class KeySet(Struct, frozen=True):
    """The public keys of an issuer (RFC 7517, 5)."""

    keys: list[dict[str, Any]]


# ------------------------------------------------------------------------------------------- TMF632


class MediumCharacteristic(Shape, frozen=True):
    """Where a person can be reached."""

    phone_number: str = ""


class ContactMedium(Shape, frozen=True):
    """One way to reach a person."""

    preferred: bool = False
    characteristic: MediumCharacteristic = MediumCharacteristic()


class IndividualIdentification(Shape, frozen=True):
    """A document of a person."""

    identification_type: str = ""
    identification_id: str = ""


class Individual(Shape, frozen=True):
    """A person as an operator knows them."""

    id: Short
    full_name: str = ""
    formatted_name: str = ""
    contact_medium: list[ContactMedium] = []
    individual_identification: list[IndividualIdentification] = []


# --------------------------------------------------------------------------------- everywhere in TMF


class Characteristic(Shape, frozen=True):
    """One property of a product; its value can be anything."""

    name: str
    value: Any = None


# ------------------------------------------------------------------------------------------- TMF621


class Note(Shape, frozen=True):
    """A remark on a work order, by the customer or by the company; its id may name its language."""

    text: str = ""
    id: str = ""
    author: str = ""
    date: Instant | None = None


class RelatedParty(Shape, frozen=True):
    """Who has to do with a work order."""

    id: str = ""
    name: str = ""
    role: str = ""


class TroubleTicket(Shape, frozen=True):
    """A work order on file."""

    id: Short
    external_id: str = ""
    ticket_type: str = ""
    status: str = ""
    status_change_reason: str = ""
    creation_date: Instant | None = None
    expected_resolution_date: Instant | None = None
    related_party: tuple[RelatedParty, ...] = ()
    note: tuple[Note, ...] = ()


# -------------------------------------------------------- CAMARA one-time-password-sms; subscription-count


class CodeOnItsWay(Shape, frozen=True):
    """The answer of send-code."""

    authentication_id: Annotated[str, Meta(min_length=1, max_length=36)]


class OperatorCount(Shape, frozen=True):
    """How many numbers there are at one operator."""

    operator_id: str
    status: Literal["ok", "pending", "unavailable"]
    mobile: HowMany | None = None
    broadband: HowMany = 0
    as_of: Instant | None = None


class CountQuery(Shape, frozen=True):
    """A query, and what is known of its answer."""

    query_id: Short
    state: Literal["acknowledged", "inProgress", "done", "terminatedWithError"]
    created_at: Instant
    expected_by: Instant | None = None
    counts: list[OperatorCount] = []
