"""One operator's systems, and asking them: for a visitor with her token, for the kiosk with its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.people import Access
from kiosk.operators.answers import Answer
from kiosk.operators.client import Client
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call, Http
from kiosk.operators.provider import Provider
from kiosk.operators.shapes import Tokens

EARLY = 30.0
"""Seconds before its end at which a token of the kiosk is renewed."""

Refusals = Mapping[str, Reason]


@dataclass(frozen=True)
class _Kept:
    token: str = field(repr=False)
    until: Deadline


class System:
    """The systems of one operator, or of the national service. May be used by many threads at once.

    `apis` holds the base URL of each API, empty where there is none.
    """

    def __init__(
        self, http: Http, client: Client, apis: Mapping[str, str], now: Callable[[], datetime]
    ) -> None:
        self.id = http.name
        self.settings = client.settings
        self.http = http
        self.now = now
        self.provider = Provider(http, client.settings.issuer)
        self._client = client
        self._apis = apis
        self._own: _Kept | None = None

    def by(self, seconds: float | None = None) -> Deadline:
        """Return when a desk's whole call must be over: however many exchanges, no longer than one."""
        return Deadline(self.http.patience if seconds is None else seconds)

    def has(self, api: str) -> bool:
        """Tell whether this operator offers an API."""
        return bool(self._apis.get(api))

    def url(self, api: str, path: str) -> str:
        """Return an address in an API; raises Refused(NOT_ALLOWED) where the operator does not offer it."""
        if not self.has(api):
            raise Refused(Reason.NOT_ALLOWED, f"{self.id} offers no {api}")
        return f"{self._apis[api].rstrip('/')}/{path}"

    def authorize(self, endpoint: str, form: Mapping[str, str], by: Deadline) -> Answer:
        """Send a form to an OAuth endpoint, with the proof of who we are."""
        address = self.provider.endpoint(endpoint, by)
        return self.http.exchange(Call("POST", address, form={**form, **self._client.fields()}), by)

    def ask(self, access: Access, call: Call, by: Deadline, refusals: Refusals | None = None) -> Answer:
        """Ask for a visitor: with her token, or with the kiosk's own where she signed in by SMS."""
        if not access.token:
            return self.ask_as_kiosk(call, by, refusals)
        return self.http.exchange(_bearing(access.token, call), by).checked(refusals)

    def ask_as_kiosk(self, call: Call, by: Deadline, refusals: Refusals | None = None) -> Answer:
        """Ask with the kiosk's own token; one that is not taken any more is renewed once."""
        answer = self.http.exchange(_bearing(self._token(by), call), by)
        if answer.status == 401:
            self._own = None
            answer = self.http.exchange(_bearing(self._token(by), call), by)
        if answer.status == 401:
            raise Refused(Reason.NOT_ALLOWED, f"{answer.about}: the kiosk's token is not taken")
        return answer.checked(refusals)

    def _token(self, by: Deadline) -> str:
        """Return a token for the kiosk itself (RFC 6749, 4.4), kept until shortly before its end."""
        kept = self._own
        if kept is None or kept.until.passed:
            kept = self._own = self._new_token(by)
        return kept.token

    def _new_token(self, by: Deadline) -> _Kept:
        form = {"grant_type": "client_credentials"}
        if self.settings.client_scope:
            form["scope"] = self.settings.client_scope
        tokens = tokens_from(self.authorize("token_endpoint", form, by))
        return _Kept(tokens.access_token, Deadline(tokens.expires_in - EARLY))


def tokens_from(answer: Answer) -> Tokens:
    """Read a token answer; a no from the token endpoint is about the kiosk, so it is NOT_ALLOWED."""
    if 400 <= answer.status < 500 and answer.status not in {408, 429}:
        raise Refused(Reason.NOT_ALLOWED, f"{answer.about} {answer.status} {answer.code}")
    tokens = answer.checked().shaped(Tokens)
    if tokens.token_type.lower() != "bearer":
        raise Refused(Reason.NOT_ALLOWED, f"{answer.about}: a token of another type")
    return tokens


def system_of(systems: Mapping[str, System], operator_id: str) -> System:
    """Return an operator's systems; raises Refused(NOT_ALLOWED) where it is not connected."""
    if operator_id not in systems:
        raise Refused(Reason.NOT_ALLOWED, "the operator is not connected")
    return systems[operator_id]


def _bearing(token: str, call: Call) -> Call:
    return replace(call, headers={**call.headers, "Authorization": f"Bearer {token}"})
