"""The token endpoint: device grant, client credentials, refresh (RFC 6749, 3.2; RFC 8628, 3.4)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.oauth.claims import id_token
from kiosk.sandbox.oauth.clients import authenticated_client
from kiosk.sandbox.oauth.device_poll import redeemed
from kiosk.sandbox.oauth.forms import Form, form_of, granted_scope, required
from kiosk.sandbox.oauth.tokens import (
    ACCESS_LASTS,
    REFRESH_LASTS,
    Grant,
    is_alive,
    new_token,
    revoke_family,
    stored_token,
)
from kiosk.sandbox.options import ISSUED_SCOPES, RegisteredClient
from kiosk.sandbox.tables import tokens
from kiosk.sandbox.web import Call

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}
GrantFlow = Callable[[Call, Connection, RegisteredClient, Form], dict[str, Any]]


def issue_tokens(call: Call) -> Response:
    """Answer a token request of any grant type."""
    form = form_of(call)
    flow = FLOWS.get(required(form, "grant_type"))
    with call.world.store.begin() as db:
        client = authenticated_client(call, db, form)
        if flow is None:
            raise Problem(400, "This grant type is not offered.", "unsupported_grant_type")
        return JSONResponse(flow(call, db, client, form), headers=NO_STORE)


def _by_device(call: Call, db: Connection, client: RegisteredClient, form: Form) -> dict[str, Any]:
    return _person_tokens(call, db, redeemed(call, db, client, required(form, "device_code")))


def _for_client(call: Call, db: Connection, client: RegisteredClient, form: Form) -> dict[str, Any]:
    scope = granted_scope(form.get("scope", ""), ISSUED_SCOPES)
    return _access(call, db, Grant(client.client_id, scope, None, secrets.token_hex(16)))


def _by_refresh(call: Call, db: Connection, client: RegisteredClient, form: Form) -> dict[str, Any]:
    """Renew tokens; a refresh token works once, and a second use takes everything back (RFC 9700, 4.14)."""
    row = stored_token(db, call, required(form, "refresh_token"))
    if row is None or row.kind != "refresh" or row.client_id != client.client_id:
        raise Problem(400, "The refresh token is not known.", "invalid_grant")
    if not is_alive(row, call.world.now()):
        revoke_family(db, row.family)
        raise Problem(400, "The refresh token is over.", "invalid_grant")
    db.execute(tokens.update().where(tokens.c.digest == row.digest).values(revoked=True))
    grant = Grant(row.client_id, row.scope, row.line, row.family)
    narrowed = granted_scope(form.get("scope", ""), tuple(row.scope.split()))
    return _person_tokens(call, db, grant, replace(grant, scope=narrowed))


def _person_tokens(call: Call, db: Connection, grant: Grant, access: Grant | None = None) -> dict[str, Any]:
    """Issue an access token, a refresh token of the whole grant, and who signed in (OpenID Core, 3.1.3.3)."""
    access = access or grant
    answer = _access(call, db, access)
    answer["refresh_token"] = new_token(db, call, grant, "refresh", REFRESH_LASTS)
    if "openid" in access.scope.split() and grant.line is not None:
        answer["id_token"] = id_token(call, db, grant.client_id, grant.line)
    return answer


def _access(call: Call, db: Connection, grant: Grant) -> dict[str, Any]:
    return {
        "access_token": new_token(db, call, grant, "access", ACCESS_LASTS),
        "token_type": "Bearer",
        "expires_in": int(ACCESS_LASTS.total_seconds()),
        "scope": grant.scope,
    }


FLOWS: dict[str, GrantFlow] = {
    DEVICE_CODE: _by_device,
    "client_credentials": _for_client,
    "refresh_token": _by_refresh,
}


def revoke_token(call: Call) -> Response:
    """Take a token back (RFC 7009): a refresh token with its family, an access token alone; always 200."""
    form = form_of(call)
    with call.world.store.begin() as db:
        client = authenticated_client(call, db, form)
        row = stored_token(db, call, required(form, "token"))
        if row is not None and row.client_id == client.client_id:
            if row.kind == "refresh":
                revoke_family(db, row.family)
            db.execute(tokens.update().where(tokens.c.digest == row.digest).values(revoked=True))
    return Response(status_code=200, headers=NO_STORE)
