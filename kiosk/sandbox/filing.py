"""What work orders and orders share: the key under which one is filed, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Protocol, TypeVar

from sqlalchemy import Table

from kiosk.sandbox.access import people_served_by
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.records import PersonRecord, party_id
from kiosk.sandbox.turn import Turn

T = TypeVar("T")

LONGEST_KEY = 256


class Party(Protocol):
    """Who has to do with something, as TM Forum's relatedParty tells."""

    @property
    def id(self) -> str:
        """The operator's own id."""

    @property
    def referredType(self) -> str:  # noqa: N802 - the standard's own names
        """What it is: Individual, Employee."""


def key_of(turn: Turn, external_id: str | None = None) -> str | None:
    """Return the idempotency key: externalId, or the header; they must not differ."""
    given = (external_id, turn.call.request.headers.get("idempotency-key"))
    keys = {key for key in given if key}
    if len(keys) > 1:
        raise Problem(400, "externalId and Idempotency-Key must be the same.")
    key = next(iter(keys), None)
    if key is not None and len(key) > LONGEST_KEY:
        raise Problem(400, f"The key must have at most {LONGEST_KEY} characters.")
    return key


def filed_with(turn: Turn, key: str | None, table: Table, found: Callable[..., list[T]]) -> T | None:
    """Find what this client filed with a key; `found` lists the records of the table's rows."""
    if key is None:
        return None
    mine = (table.c.external_id == key, table.c.client_id == turn.grant.client_id)
    return next(iter(found(*mine)), None)


def customer_of(turn: Turn, parties: Iterable[Party]) -> PersonRecord:
    """Return whose matter it is: the token's person, or the proven one that relatedParty names."""
    open_to = {party_id(turn.brand.id, person): person for person in people_served_by(turn)}
    named = [party.id for party in parties if party.referredType == "Individual"]
    if any(id_ not in open_to for id_ in named):
        raise Problem(403, "relatedParty names a person that this token does not reach.")
    if named:
        return open_to[named[0]]
    if turn.grant.line is None:
        raise Problem(400, "relatedParty must name the customer (@referredType Individual).")
    return next(iter(open_to.values()))


def digest_of(text: str) -> str:
    """Return a fingerprint."""
    return sha256(text.encode()).hexdigest()
