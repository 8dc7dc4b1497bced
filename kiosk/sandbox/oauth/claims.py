"""Who signed in, as ID token and userinfo tell it (OpenID Connect Core, 2 and 5.3)."""

from __future__ import annotations

from typing import Any

from joserfc import jwt
from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.oauth.tokens import ACCESS_LASTS, bearer
from kiosk.sandbox.records import line_with, party_id, person_with
from kiosk.sandbox.web import Call


def claims_of(call: Call, db: Connection, line_id: str) -> dict[str, Any]:
    """Return sub, name and phone_number (E.164) of the registered owner of a line."""
    line = line_with(db, line_id)
    owner = person_with(db, line.owner)
    return {"sub": party_id(call.brand.id, owner), "name": owner.name, "phone_number": line.number}


def id_token(call: Call, db: Connection, client_id: str, line_id: str) -> str:
    """Sign an ID token with the issuer's ES256 key."""
    now = int(call.world.now().timestamp())
    key = call.world.keys[call.brand.id]
    claims = {
        "iss": call.world.issuer_url(call.brand),
        "aud": client_id,
        "iat": now,
        "exp": now + int(ACCESS_LASTS.total_seconds()),
        **claims_of(call, db, line_id),
    }
    return jwt.encode({"alg": "ES256", "kid": key.kid}, claims, key)


def userinfo(call: Call) -> Response:
    """Answer who signed in; the token must stand for a person."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, "openid")
        assert grant.line is not None, "openid is granted to persons only"
        return JSONResponse(claims_of(call, db, grant.line), headers={"Cache-Control": "no-store"})
