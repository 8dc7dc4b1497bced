"""A kiosk asks whether the phone has answered (RFC 8628, 3.4 and 3.5)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NoReturn

from sqlalchemy import Connection, Row, select

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.oauth.tokens import Grant, digest_of, revoke_family
from kiosk.sandbox.options import RegisteredClient
from kiosk.sandbox.proofs import note_proof
from kiosk.sandbox.records import line_with
from kiosk.sandbox.tables import device_grants
from kiosk.sandbox.web import Call

SLOW_DOWN_BY = 5
EARLY = timedelta(milliseconds=500)
"""Polls may come this much early: a network does not keep time to the millisecond."""


def redeemed(call: Call, db: Connection, client: RegisteredClient, device_code: str) -> Grant:
    """Turn an approved device code into a grant, once; otherwise raises the Problem that RFC 8628 names."""
    digest = digest_of(device_code)
    wanted = select(device_grants).where(
        device_grants.c.device_code == digest, device_grants.c.issuer == call.brand.id
    )
    row = db.execute(wanted.with_for_update()).first()
    if row is None or row.client_id != client.client_id:
        raise Problem(400, "The device code is not known.", "invalid_grant")
    if row.state == "used":
        revoke_family(db, digest)
        raise Problem(400, "The device code was used before; its tokens are revoked.", "invalid_grant")
    if row.expires_at <= call.world.now():
        raise Problem(400, "The device code is over.", "expired_token")
    if row.state == "denied":
        raise Problem(400, "The person refused.", "access_denied")
    if row.state == "pending":
        _ask_to_wait(db, row, call.world.now())
    return _granted(call, db, row)


def _granted(call: Call, db: Connection, row: Row[Any]) -> Grant:
    """Use up the code, and note that the person has their phone at hand."""
    _set(db, row, state="used")
    line = line_with(db, row.line)
    note_proof(call, db, row.client_id, line.number, by_code=False)
    return Grant(row.client_id, row.scope, row.line, row.device_code)


def _ask_to_wait(db: Connection, row: Row[Any], now: datetime) -> NoReturn:
    """Answer authorization_pending, or slow_down with five more seconds where the poll came too soon."""
    too_soon = row.polled_at is not None and now - row.polled_at + EARLY < timedelta(seconds=row.interval)
    _set(db, row, polled_at=now, interval=row.interval + (SLOW_DOWN_BY if too_soon else 0))
    if too_soon:
        raise Problem(400, "Too soon: wait five seconds longer between polls.", "slow_down")
    raise Problem(400, "The person has not answered yet.", "authorization_pending")


def _set(db: Connection, row: Row[Any], **values: object) -> None:
    where = device_grants.c.device_code == row.device_code
    db.execute(device_grants.update().where(where).values(**values))
