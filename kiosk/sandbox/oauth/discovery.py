"""What an issuer offers and where (OpenID Connect Discovery 1.0; RFC 8414), and its public keys."""

from __future__ import annotations

from typing import Any

from starlette.responses import JSONResponse, Response

from kiosk.sandbox.oauth.clients import ALGORITHMS
from kiosk.sandbox.oauth.token_endpoint import FLOWS
from kiosk.sandbox.options import ISSUED_SCOPES, USER_SCOPES
from kiosk.sandbox.web import Call


def metadata(call: Call) -> Response:
    """Describe this issuer."""
    issuer = call.world.issuer_url(call.brand)
    methods = sorted({client.authentication for client in call.world.options.clients})
    document: dict[str, Any] = {
        "issuer": issuer,
        "device_authorization_endpoint": f"{issuer}/device_authorization",
        "token_endpoint": f"{issuer}/token",
        "revocation_endpoint": f"{issuer}/revoke",
        "userinfo_endpoint": f"{issuer}/userinfo",
        "jwks_uri": f"{issuer}/jwks",
        "grant_types_supported": list(FLOWS),
        "response_types_supported": [],
        "scopes_supported": sorted({*USER_SCOPES, *ISSUED_SCOPES}),
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "claims_supported": ["sub", "name", "phone_number", "iss", "aud", "exp", "iat"],
    }
    for endpoint in ("token_endpoint", "revocation_endpoint"):
        document[f"{endpoint}_auth_methods_supported"] = methods
        document[f"{endpoint}_auth_signing_alg_values_supported"] = ALGORITHMS
    return JSONResponse(document)


def jwks(call: Call) -> Response:
    """Publish the key that ID tokens are signed with."""
    public = call.world.keys[call.brand.id].as_dict(private=False, use="sig", alg="ES256")
    return JSONResponse({"keys": [public]})
