"""Whose phone or ID card was at hand lately: a phone, by code or sign-in, for 15 minutes; a card for 30."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, select

from kiosk.sandbox.identity_tables import card_proofs
from kiosk.sandbox.tables import proofs
from kiosk.sandbox.web import Call

PROOF_LASTS = timedelta(minutes=15)
CARD_PROOF_LASTS = timedelta(minutes=30)
SERVICE_LASTS = timedelta(days=1)


def note_proof(call: Call, db: Connection, client_id: str, phone: str, *, by_code: bool) -> None:
    """Remember that a client has seen this phone in the person's hands, at this operator."""
    db.execute(
        proofs.insert(),
        {
            "client_id": client_id,
            "operator": call.brand.id,
            "phone": phone,
            "by_code": by_code,
            "proven_at": call.world.now(),
        },
    )


def proven_by_code(call: Call, db: Connection, client_id: str) -> frozenset[str]:
    """Return the phones whose possession this client proved by a code at this operator lately."""
    return _phones(call, db, client_id, proofs.c.operator == call.brand.id, proofs.c.by_code)


def served_lately(call: Call, db: Connection, client_id: str) -> frozenset[str]:
    """Return the phones that this client has seen at this operator within a day, in any way."""
    return _phones(call, db, client_id, proofs.c.operator == call.brand.id, lasts=SERVICE_LASTS)


def is_proven_anywhere(call: Call, db: Connection, client_id: str, phone: str) -> bool:
    """Tell whether this client proved possession of a phone lately, in any way, at any operator."""
    return phone in _phones(call, db, client_id, proofs.c.phone == phone)


def note_card_proof(call: Call, db: Connection, client_id: str, person_id: str) -> None:
    """Remember that a client, whose reader is certified, has seen this person's ID card at this operator."""
    row = {"client_id": client_id, "operator": call.brand.id, "person": person_id}
    db.execute(card_proofs.insert(), {**row, "proven_at": call.world.now()})


def proven_by_card(
    call: Call, db: Connection, client_id: str, lasts: timedelta = CARD_PROOF_LASTS
) -> frozenset[str]:
    """Return the ids of those whose ID card this client has seen at this operator lately."""
    query = select(card_proofs.c.person).where(
        card_proofs.c.client_id == client_id,
        card_proofs.c.operator == call.brand.id,
        card_proofs.c.proven_at > call.world.now() - lasts,
    )
    return frozenset(db.execute(query).scalars())


def _phones(
    call: Call,
    db: Connection,
    client_id: str,
    *conditions: ColumnElement[bool],
    lasts: timedelta = PROOF_LASTS,
) -> frozenset[str]:
    since = call.world.now() - lasts
    query = select(proofs.c.phone).where(
        proofs.c.client_id == client_id,
        proofs.c.proven_at > since,
        *conditions,
    )
    return frozenset(db.execute(query).scalars())
