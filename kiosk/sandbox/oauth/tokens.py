"""Access and refresh tokens: random, stored as digests only, checked at every call (RFC 6750)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.tables import tokens
from kiosk.sandbox.web import Call

ACCESS_LASTS = timedelta(minutes=10)
REFRESH_LASTS = timedelta(minutes=30)


@dataclass(frozen=True)
class Grant:
    """What a token stands for; `line` is the signed-in person's number, None for a client alone."""

    client_id: str
    scope: str
    line: str | None
    family: str


def digest_of(secret: str) -> str:
    """Return what is stored in place of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_token(db: Connection, call: Call, grant: Grant, kind: str, lasts: timedelta) -> str:
    """Issue a token of kind `access` or `refresh` at this issuer."""
    token = secrets.token_urlsafe(32)
    db.execute(
        tokens.insert(),
        {
            "digest": digest_of(token),
            "kind": kind,
            "issuer": call.brand.id,
            "revoked": False,
            "expires_at": call.world.now() + lasts,
            "client_id": grant.client_id,
            "scope": grant.scope,
            "line": grant.line,
            "family": grant.family,
        },
    )
    return token


def stored_token(db: Connection, call: Call, token: str) -> Row[Any] | None:
    """Find a token of this issuer and keep other requests from using it meanwhile."""
    wanted = select(tokens).where(tokens.c.digest == digest_of(token), tokens.c.issuer == call.brand.id)
    return db.execute(wanted.with_for_update()).first()


def is_alive(row: Row[Any], now: datetime) -> bool:
    """Tell whether a stored token is neither revoked nor over."""
    return not row.revoked and row.expires_at > now


def revoke_family(db: Connection, family: str) -> None:
    """Take back every token that came from one sign-in."""
    db.execute(tokens.update().where(tokens.c.family == family).values(revoked=True))


def bearer(call: Call, db: Connection, scope: str) -> Grant:
    """Return what the request's token grants; raises Problem 401 or 403 with WWW-Authenticate."""
    kind, _, token = call.request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        raise Problem(401, "An access token is needed.", headers=_challenge())
    row = stored_token(db, call, token.strip())
    if row is None or row.kind != "access" or not is_alive(row, call.world.now()):
        raise Problem(401, "The access token is not valid.", headers=_challenge('error="invalid_token"'))
    if scope not in row.scope.split():
        detail = f'error="insufficient_scope", scope="{scope}"'
        raise Problem(403, "The access token does not reach this far.", headers=_challenge(detail))
    return Grant(row.client_id, row.scope, row.line, row.family)


def _challenge(detail: str = "") -> dict[str, str]:
    return {"WWW-Authenticate": 'Bearer realm="sandbox"' + (f", {detail}" if detail else "")}
