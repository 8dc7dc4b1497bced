"""The kiosk's own name at a token endpoint, and the proof of it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from joserfc import jwk, jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from kiosk.settings import ClientSettings, SettingsError

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LASTS = 60
"""Seconds for which an assertion is good."""

_BY_CURVE = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}
PrivateKey = RSAKey | ECKey


class Client:
    """A client of one issuer: `none` says its name alone, `private_key_jwt` signs it (RFC 7523)."""

    def __init__(self, settings: ClientSettings, where: str, now: Callable[[], datetime]) -> None:
        self.settings = settings
        self._now = now
        self._key: PrivateKey | None = None
        if settings.client_authentication == "private_key_jwt":
            self._key = private_key(Path(settings.client_key), f"{where}.client_key")

    def fields(self) -> dict[str, str]:
        """Return what proves the client in a form; every assertion is new, for it is good once."""
        named = {"client_id": self.settings.client_id}
        if self._key is None:
            return named
        return {
            **named,
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": self._assertion(self._key),
        }

    def _assertion(self, key: PrivateKey) -> str:
        now = int(self._now().timestamp())
        claims = {
            "iss": self.settings.client_id,
            "sub": self.settings.client_id,
            "aud": self.settings.issuer,
            "jti": str(uuid.uuid4()),
            "iat": now,
            "exp": now + LASTS,
        }
        algorithm = algorithm_of(key)
        header = {"alg": algorithm}
        if key_id := self.settings.key_id or key.kid:
            header["kid"] = key_id
        return jwt.encode(header, claims, key, algorithms=[algorithm])


def private_key(path: Path, where: str) -> PrivateKey:
    """Read an RSA or EC key (PEM or JWK); raises SettingsError with one sentence that names the key."""
    try:
        raw = path.read_text(encoding="utf-8")
        key = _jwk(raw) if raw.lstrip().startswith("{") else _pem(raw)
    except (OSError, ValueError, TypeError, JoseError):
        key = None
    if key is None or not key.is_private or not algorithm_of(key):
        raise SettingsError(f"the key '{where}' must name a file with a private RSA or EC key (PEM or JWK).")
    return key


def _jwk(raw: str) -> PrivateKey | None:
    key = jwk.import_key(json.loads(raw))
    return key if isinstance(key, RSAKey | ECKey) else None


def _pem(raw: str) -> PrivateKey:
    try:
        return RSAKey.import_key(raw)
    except (ValueError, TypeError, JoseError):
        return ECKey.import_key(raw)


def algorithm_of(key: PrivateKey) -> str:
    """Return the algorithm that belongs to a key (RFC 7518, 3.1); empty for a curve that has none."""
    if isinstance(key, RSAKey):
        return "RS256"
    return _BY_CURVE.get(str(key.as_dict(private=False).get("crv")), "")
