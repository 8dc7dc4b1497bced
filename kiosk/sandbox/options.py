"""What can be set about a sandbox: its address, its database, its clock, its pace and its clients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Clock = Callable[[], datetime]

_CUSTOMER_SCOPES = (
    "party:read",
    "inventory:read",
    "tickets:write",
    "catalog:read",
    "qualification:write",
    "orders:write",
    "bills:read",
    "usage:read",
    "resources:read",
    "subscription-count:query",
    "outages:read",
    "line-tests:write",
    "appointments:write",
    "device-reachability-status:read",
    "subscription-status:retrive-subscription-status",
)
USER_SCOPES = ("openid", *_CUSTOMER_SCOPES)
CLIENT_SCOPES = (
    *_CUSTOMER_SCOPES,
    "id-card:read",
    "kyc-match:match",
    "sim-swap:check",
    "sim-swap:retrieve-date",
    "accounts:read",
    "payments:write",
    "one-time-password-sms:send-validate",
)
_FRAUD_LIST_SCOPES = ("fraud-list:check", "fraud-list:report")
NATIONAL_SCOPES = ("subscription-count:query", *_FRAUD_LIST_SCOPES)
ISSUED_SCOPES = (*CLIENT_SCOPES, *_FRAUD_LIST_SCOPES)
"""What a client's own token may have, wherever it asks."""


def now_in_utc() -> datetime:
    """Read the machine's clock."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class RegisteredClient:
    """A client that may ask for tokens; with `jwks` it must prove itself by private_key_jwt (RFC 7523)."""

    client_id: str
    name: str
    jwks: Mapping[str, Any] | None = None

    @property
    def authentication(self) -> str:
        """The method of RFC 7591, 2: `private_key_jwt`, or `none` for a public client."""
        return "none" if self.jwks is None else "private_key_jwt"


DEMO_CLIENT = RegisteredClient("service-hall-kiosk", "Service hall kiosk")
"""A public client. RFC 6749, 4.4 keeps client credentials from such clients; the sandbox is free with them,
so that a practice kiosk needs no key. An operator's server must not be."""

COUNT_DELAYS = {"mobile": 0.3, "unicom": 0.8, "telecom": 1.6, "broadnet": 2.5}


@dataclass(frozen=True)
class Pace:
    """How long things take, in seconds."""

    counts: Mapping[str, float] = field(default_factory=lambda: COUNT_DELAYS)
    """From an operator's taking a count query to its answer, by operator."""
    national_sms: float = 20
    """From the national query to its SMS; the real service takes up to 48 h."""
    ticket_progress: float = 30
    """From a ticket's filing to its being worked on."""
    payment_lasts: float = 300
    """From a payment's beginning to its end, where nobody pays."""
    order_step: float = 4
    """From one state of an order to the next."""
    test_step: float = 2
    """From one measure of a line test to the next."""
    sign_in_lasts: int = 120
    sign_in_interval: int = 2


AT_ONCE = Pace(counts={}, national_sms=0, ticket_progress=0, order_step=0, test_step=0, sign_in_interval=1)
"""Nothing takes time: for tests."""


@dataclass(frozen=True)
class SandboxOptions:
    """Everything about one sandbox."""

    base_url: str = "http://127.0.0.1:9091"
    """The address the kiosk uses; issuers are below it."""
    public_url: str = ""
    """The address a real phone can open (in the local network); empty: the same."""
    database: str = ""
    """An SQLAlchemy URL; empty: SQLite in memory."""
    clock: Clock = now_in_utc
    pace: Pace = field(default_factory=Pace)
    clients: tuple[RegisteredClient, ...] = (DEMO_CLIENT,)

    @property
    def phone_url(self) -> str:
        """The address that QR codes lead to."""
        return self.public_url or self.base_url
