"""Who is asking: client authentication by private_key_jwt (RFC 7523), or none for a public client."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import Connection, select

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.oauth.forms import Form
from kiosk.sandbox.options import RegisteredClient
from kiosk.sandbox.tables import used_assertions
from kiosk.sandbox.web import Call

JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ALGORITHMS = ["ES256", "ES384", "ES512", "RS256", "PS256"]
LONGEST_ASSERTION = timedelta(hours=1)


def authenticated_client(call: Call, db: Connection, form: Form) -> RegisteredClient:
    """Return the client that sent this form; raises Problem(401, invalid_client)."""
    assertion = form.get("client_assertion")
    client_id = form.get("client_id") or (_claimed_subject(assertion) if assertion else "")
    client = call.world.client(client_id)
    if client is None:
        raise _invalid("The client is not registered.")
    if client.jwks is None:
        return client
    if assertion is None or form.get("client_assertion_type") != JWT_BEARER:
        raise _invalid("This client must prove itself by private_key_jwt.")
    claims = _verified(call, client, assertion)
    _use_once(call, db, client, claims)
    return client


def _invalid(message: str) -> Problem:
    return Problem(401, message, "invalid_client")


def _claimed_subject(assertion: str) -> str:
    """Read whom an assertion speaks of, before its signature can be checked."""
    try:
        claims = json.loads(jws.extract_compact(assertion.encode()).payload)
    except (JoseError, ValueError) as error:
        raise _invalid("The assertion cannot be read.") from error
    subject = claims.get("sub") if isinstance(claims, dict) else None
    return subject if isinstance(subject, str) else ""


def _verified(call: Call, client: RegisteredClient, assertion: str) -> Mapping[str, Any]:
    """Check signature and claims: iss and sub are the client, aud is this server, exp is near."""
    issuer = call.world.issuer_url(call.brand)
    now = call.world.now()
    registry = jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=5,
        iss={"essential": True, "value": client.client_id},
        sub={"essential": True, "value": client.client_id},
        aud={"essential": True, "values": [issuer, f"{issuer}/token"]},
        exp={"essential": True},
        jti={"essential": True},
    )
    try:
        key = KeySet.import_key_set(cast(Any, dict(client.jwks or {})))
        claims = jwt.decode(assertion, key, ALGORITHMS).claims
        registry.validate(claims)
    except (JoseError, ValueError, TypeError) as error:
        raise _invalid(f"The assertion is not good: {error}") from error
    if claims["exp"] - now.timestamp() > LONGEST_ASSERTION.total_seconds():
        raise _invalid("The assertion lives too long.")
    return claims


def _use_once(call: Call, db: Connection, client: RegisteredClient, claims: Mapping[str, Any]) -> None:
    """Remember an assertion until it is over; a second use is refused (RFC 7523, 3)."""
    table, now = used_assertions, call.world.now()
    jti = claims["jti"]
    if not isinstance(jti, str) or not 1 <= len(jti) <= 256:
        raise _invalid("jti must be a string of at most 256 characters.")
    db.execute(table.delete().where(table.c.expires_at < now - timedelta(minutes=1)))
    seen = select(table.c.jti).where(table.c.client_id == client.client_id, table.c.jti == jti)
    if db.execute(seen).first() is not None:
        raise _invalid("The assertion was used before.")
    expires_at = datetime.fromtimestamp(claims["exp"], UTC)
    db.execute(table.insert(), {"client_id": client.client_id, "jti": jti, "expires_at": expires_at})
