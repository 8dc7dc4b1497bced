"""What the journeys may ask of the operators; the clients beside this file implement it over HTTP.

Every call runs on a worker thread and either returns or raises `Unavailable` (asking again may help) or
`Refused` (the operator said no); see `kiosk.domain.failures`.
"""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.people import (
    Access,
    CodeSent,
    Identity,
    Invitation,
    Line,
    LineCount,
    NationalQuery,
    NationalReceipt,
    Objection,
    Ticket,
)
from kiosk.screens import Commits, Stop
from kiosk.text import PhoneNumber


class SignInDesk(Protocol):
    """Signing in with one's own phone, at one of the connected operators."""

    def invite(self, operator_id: str) -> Invitation:
        """Begin a sign-in by QR (RFC 8628, 3.1)."""

    def approval(self, invitation: Invitation, *, stop: Stop) -> Identity:
        """Wait until the phone has approved; raises Refused(SIGN_IN_DENIED or SIGN_IN_EXPIRED)."""

    def send_code(self, operator_id: str, phone: PhoneNumber) -> CodeSent:
        """Send a code by SMS; raises Refused(TOO_MANY_CODES, WRONG_INPUT or NOT_ALLOWED)."""

    def check_code(self, sent: CodeSent, code: str) -> Identity:
        """Sign in with the code; raises Refused(CODE_WRONG, CODE_EXPIRED, TOO_MANY_TRIES)."""

    def sign_out(self, access: Access) -> None:
        """Give the access back (RFC 7009: both tokens); best effort, never raises."""


class CountDesk(Protocol):
    """How many numbers run under one ID, operator by operator."""

    def count(self, operator_id: str, identity: Identity, *, stop: Stop) -> LineCount:
        """Ask one operator and wait for its answer; raises Refused(ID_MISMATCH, ASKED_RECENTLY)."""


class LineDesk(Protocol):
    """The numbers a person holds at their own operator."""

    def lines_of(self, identity: Identity) -> tuple[Line, ...]:
        """List the person's numbers."""


class Operators(Protocol):
    """All desks together, as a journey is handed them."""

    @property
    def sign_in(self) -> SignInDesk:
        """Signing in."""

    @property
    def counts(self) -> CountDesk:
        """Counting the numbers under one ID."""

    @property
    def lines(self) -> LineDesk:
        """The person's own numbers."""

    @property
    def objections(self) -> Commits[Objection, Ticket]:
        """Filing "this one is not mine" as a trouble ticket (TMF621)."""

    @property
    def national(self) -> Commits[NationalQuery, NationalReceipt]:
        """The national query by SMS; raises Refused(ASKED_RECENTLY) within 24 h of the last."""
