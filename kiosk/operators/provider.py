"""An OpenID provider, found through discovery; nothing about its addresses is known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlsplit, urlunsplit

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call, Http
from kiosk.operators.shapes import KeySet, Metadata

GOOD_FOR = 3600.0
"""Seconds for which the document and the keys are kept: no longer is a withdrawn key trusted."""

T = TypeVar("T")


@dataclass(frozen=True)
class _Kept(Generic[T]):
    value: T
    until: Deadline


class Provider:
    """One issuer: its endpoints and its keys. May be used by many threads at once."""

    def __init__(self, http: Http, issuer: str) -> None:
        self.issuer = issuer
        self._http = http
        self._metadata_kept: _Kept[Metadata] | None = None
        self._keys_kept: _Kept[KeySet] | None = None

    def endpoint(self, name: str, by: Deadline) -> str:
        """Return the address of an endpoint; raises Refused(NOT_ALLOWED) where the issuer has none."""
        address: str = getattr(self._metadata(by), name)
        if not address:
            raise Refused(Reason.NOT_ALLOWED, f"the issuer offers no {name}")
        if not as_safe_as(self.issuer, address):
            raise Unavailable(Reason.INSECURE, f"{name} is not on a safe line")
        return address

    def offers(self, name: str, by: Deadline) -> bool:
        """Tell whether the issuer has an endpoint."""
        return bool(getattr(self._metadata(by), name))

    def keys(self, by: Deadline, *, fresh: bool = False) -> KeySet:
        """Return the public keys; `fresh` asks for them again, for an issuer may have changed them."""
        kept = self._keys_kept
        if kept is None or kept.until.passed or fresh:
            answer = self._http.exchange(Call("GET", self.endpoint("jwks_uri", by)), by)
            kept = self._keys_kept = _Kept(answer.checked().shaped(KeySet), Deadline(GOOD_FOR))
        return kept.value

    def _metadata(self, by: Deadline) -> Metadata:
        kept = self._metadata_kept
        if kept is None or kept.until.passed:
            kept = self._metadata_kept = _Kept(self._discovered(by), Deadline(GOOD_FOR))
        return kept.value

    def _discovered(self, by: Deadline) -> Metadata:
        answer = self._http.exchange(Call("GET", openid_configuration(self.issuer)), by)
        if answer.status in {400, 401, 403, 404, 405, 410}:
            answer = self._http.exchange(Call("GET", oauth_metadata(self.issuer)), by)
        metadata = answer.checked().shaped(Metadata)
        # OpenID Connect Discovery 4.3, RFC 8414 3.3: the same to the letter, or it is another's.
        if metadata.issuer != self.issuer:
            raise Unavailable(Reason.INSECURE, "the discovery document names another issuer")
        return metadata


def openid_configuration(issuer: str) -> str:
    """Return where OpenID Connect Discovery 1.0 puts the document: after the issuer."""
    return f"{issuer.rstrip('/')}/.well-known/openid-configuration"


def oauth_metadata(issuer: str) -> str:
    """Return where RFC 8414 puts the document: between host and path."""
    parts = urlsplit(issuer)
    path = f"/.well-known/oauth-authorization-server{parts.path.rstrip('/')}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def as_safe_as(issuer: str, address: str) -> bool:
    """Tell whether an address is on https; http is good enough only where the issuer is on http itself."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    schemes = {"https"} if urlsplit(issuer).scheme == "https" else {"https", "http"}
    plain = parts.username is None and address.isascii() and address.isprintable() and " " not in address
    return bool(host) and plain and parts.scheme in schemes
