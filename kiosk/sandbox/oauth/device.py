"""Where a sign-in by the visitor's own phone begins (RFC 8628, 3.1 and 3.2)."""

from __future__ import annotations

import secrets
from datetime import timedelta
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from kiosk.sandbox.oauth.clients import authenticated_client
from kiosk.sandbox.oauth.forms import form_of, granted_scope
from kiosk.sandbox.oauth.tokens import digest_of
from kiosk.sandbox.options import USER_SCOPES
from kiosk.sandbox.tables import device_grants
from kiosk.sandbox.web import Call

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # RFC 8628, 6.1: no vowels, so no words; nothing that looks like a digit
NO_STORE = {"Cache-Control": "no-store"}


def new_user_code() -> str:
    """Return a code like WDJB-MJHT."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def authorize_device(call: Call) -> Response:
    """Begin a sign-in; `hall` and `kiosk` are names to show on the phone, unknown to other servers."""
    form, pace = form_of(call), call.world.options.pace
    device_code, user_code = secrets.token_urlsafe(32), new_user_code()
    match = f"{secrets.randbelow(100):02}"
    with call.world.store.begin() as db:
        client = authenticated_client(call, db, form)
        db.execute(
            device_grants.insert(),
            {
                "device_code": digest_of(device_code),
                "user_code": user_code,
                "issuer": call.brand.id,
                "client_id": client.client_id,
                "scope": granted_scope(form.get("scope", ""), USER_SCOPES),
                "match": match,
                "hall": form.get("hall", client.name)[:64],
                "kiosk": form.get("kiosk", "")[:64],
                "state": "pending",
                "interval": pace.sign_in_interval,
                "expires_at": call.world.now() + timedelta(seconds=pace.sign_in_lasts),
            },
        )
    page = f"{call.world.options.phone_url}/device"
    answer = {
        "device_code": device_code,
        "user_code": user_code,
        "verification_uri": page,
        "verification_uri_complete": f"{page}?{urlencode({'user_code': user_code})}",
        "expires_in": pace.sign_in_lasts,
        "interval": pace.sign_in_interval,
        "match": match,
    }
    return JSONResponse(answer, headers=NO_STORE)
