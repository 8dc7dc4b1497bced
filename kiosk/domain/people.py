"""Who is served: the operators, the person signed in, and the numbers they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from kiosk.text import Code, IdNumber, Label, PersonName, PhoneNumber


@dataclass(frozen=True)
class Operator:
    """An operator whose customers are served here, and what its systems can do for them."""

    id: str
    name: Label
    hotline: Code
    hall: Label
    """Where to go in person: the words for its nearest service hall."""

    signs_in: bool = True
    """Its customers can sign in with their phone."""
    sends_codes: bool = True
    """Its customers can sign in with a code by SMS."""
    takes_cards: bool = True
    """It knows its customers by their ID cards."""
    does_business: bool = True
    """Its customers' plans, bills and orders can be seen to here."""
    takes_payments: bool = True
    """Its numbers can be paid for here."""
    counts: bool = True
    """It tells how many numbers run under an ID."""
    lists: bool = True
    """It lists a customer's numbers and takes objections to them."""


@dataclass(frozen=True)
class Access:
    """The right to act for one person at one operator, as that operator issued it. Never shown or logged."""

    operator_id: str
    token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)
    subject: str = field(default="", repr=False)


@dataclass(frozen=True)
class Identity:
    """A person who has signed in, as the operator knows them."""

    name: PersonName
    id_number: IdNumber | None
    """None where the operator does not tell it; nothing can be counted then."""
    phone: PhoneNumber | None
    """None where a foreign provider does not tell it; nothing can be sent there then."""
    access: Access
    by_card: bool = False
    """Whether the person's ID card was read in this visit and belongs to them."""
    phone_seen: bool = False
    """Whether the phone was in the person's hands in this visit: it approved the sign-in, or got a code."""

    @property
    def operator_id(self) -> str:
        """The operator that vouches for this person."""
        return self.access.operator_id


class LineStatus(Enum):
    """The state of a number, as a customer would say it."""

    IN_USE = "in_use"
    STOPPED = "stopped"
    KEPT = "kept"
    """Kept at a small fee, with nothing else in it (保号)."""
    ENDING = "ending"


@dataclass(frozen=True)
class Line:
    """One number that runs under the person's ID at their own operator."""

    id: str
    number: PhoneNumber
    place: Label
    since: date
    status: LineStatus


@dataclass(frozen=True)
class LineCount:
    """How many numbers run under one ID at one operator, and when that was true."""

    operator_id: str
    mobile: int
    broadband: int
    as_of: datetime


@dataclass(frozen=True)
class Invitation:
    """A sign-in that waits for the visitor's own phone (RFC 8628, 3.2)."""

    operator_id: str
    device_code: str = field(repr=False)
    link: str = field(repr=False)
    """What the QR code holds: verification_uri_complete."""
    site: str
    """The host of the link, for the eye to check."""
    match: str
    """What to compare on both screens: two digits where the operator gives them, else the user code."""
    lasts: int
    """Validity in seconds, at most 120."""
    interval: int
    """Seconds between two polls."""
    typed: bool = False
    """The link does not carry the code: the visitor types `match` on the phone (RFC 8628, 3.3)."""


@dataclass(frozen=True)
class CodeSent:
    """A code that is on its way by SMS (CAMARA one-time-password-sms)."""

    operator_id: str
    phone: PhoneNumber
    authentication_id: str = field(repr=False)


@dataclass(frozen=True)
class Objection:
    """The visitor says: this number of my own operator is not mine."""

    operator_id: str
    access: Access = field(repr=False)
    line_id: str
    number_tail: str = field(repr=False)


@dataclass(frozen=True)
class Ticket:
    """A work order on file: its public reference and the day an answer is due."""

    reference: str
    due: date
    until: datetime | None = None
    """The very moment, where the operator tells one."""


class National(Enum):
    """The two national queries by SMS: phone cards (一证通查) and internet accounts (2.0)."""

    CARDS = "cards"
    ACCOUNTS = "accounts"


@dataclass(frozen=True)
class NationalQuery:
    """A request to the national service; its answer goes to the phone by SMS, never to the kiosk."""

    what: National
    name: PersonName
    id_number: IdNumber
    phone: PhoneNumber


@dataclass(frozen=True)
class NationalReceipt:
    """The national service has taken the query."""

    reference: str
    asked_at: datetime
    answer_by: datetime
    """The SMS comes until then (within 48 h)."""
    next_at: datetime
    """The earliest time to ask again (24 h later)."""
