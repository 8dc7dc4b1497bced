"""Believing an ID token only when its issuer has signed it for us (OpenID Connect Core, 3.1.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from joserfc import jwk, jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey, RSAKey

from kiosk.domain.failures import Reason, Unavailable
from kiosk.operators.answers import shaped
from kiosk.operators.deadline import Deadline
from kiosk.operators.shapes import Claims, KeySet
from kiosk.operators.system import System

# Public keys only: `none`, or a MAC made with a public key, must never pass (RFC 8725, 3.1).
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519"]
LEEWAY = 120
"""Seconds by which two clocks may differ."""


def claims_from(id_token: str, system: System, by: Deadline) -> Claims:
    """Verify an ID token with the issuer's keys; raises Unavailable(INSECURE) when it is not good."""
    provider = system.provider
    for fresh in (False, True):
        if claims := _signed_claims(id_token, provider.keys(by, fresh=fresh)):
            return _checked(claims, system)
    raise Unavailable(Reason.INSECURE, "the ID token is not signed by its issuer")


def _checked(claims: dict[str, Any], system: System) -> Claims:
    """Check who issued it, for whom, and until when."""
    us = system.settings.client_id
    registry = jwt.JWTClaimsRegistry(
        now=int(system.now().timestamp()),
        leeway=LEEWAY,
        iss={"essential": True, "value": system.settings.issuer},
        aud={"essential": True, "value": us},
        exp={"essential": True},
        iat={"essential": True},
    )
    try:
        registry.validate(claims)
    except (JoseError, ValueError, TypeError):
        raise Unavailable(Reason.INSECURE, "the ID token is not for us, or is over") from None
    if claims.get("azp", us) != us:
        raise Unavailable(Reason.INSECURE, "the ID token was issued to another client")
    return shaped(claims, Claims, "ID token")


def _signed_claims(id_token: str, keys: KeySet) -> dict[str, Any] | None:
    for key in _verifying(keys):
        try:
            return dict(jwt.decode(id_token, key, ALGORITHMS).claims)
        except (JoseError, ValueError, TypeError):
            continue
    return None


def _verifying(keys: KeySet) -> Iterator[RSAKey | ECKey | OKPKey]:
    """Take the keys that can verify; an issuer may publish others beside them."""
    for data in keys.keys:
        try:
            key = jwk.import_key(data)
        except (JoseError, ValueError, TypeError, KeyError):
            continue
        if isinstance(key, RSAKey | ECKey | OKPKey) and data.get("use", "sig") == "sig":
            yield key
