"""What an operator's system answered, and what a bad answer means for the visitor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import msgspec

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.operators.strict_json import NotStrict, strict_json

S = TypeVar("S")

LONGEST_WAIT = 48 * 3600.0

# Codes without digits only: an answer must not bring a phone number into our words about it.
_CODE = re.compile(r"[A-Za-z_.]{1,64}")

_REFUSALS = {
    400: Reason.WRONG_INPUT,
    401: Reason.SIGNED_OUT,
    403: Reason.NOT_ALLOWED,
    404: Reason.NOT_FOUND,
    409: Reason.CONFLICT,
    410: Reason.NOT_FOUND,
    422: Reason.WRONG_INPUT,
}
_FAULTS = {408: Reason.TIMED_OUT, 425: Reason.BUSY, 429: Reason.BUSY}


@dataclass(frozen=True)
class Answer:
    """The status, headers (names in lower case) and body of an answer; `about` names who was asked what."""

    about: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    content: bytes = field(default=b"", repr=False)

    @property
    def good(self) -> bool:
        """Whether the answer is yes (2xx)."""
        return 200 <= self.status < 300

    @property
    def code(self) -> str:
        """The error's code: `code` of TM Forum and CAMARA, `error` of OAuth; empty where there is none."""
        try:
            body = self._json()
        except Unavailable:
            return ""
        if not isinstance(body, dict):
            return ""
        code = body.get("code", body.get("error"))
        return code if isinstance(code, str) and _CODE.fullmatch(code) else ""

    @property
    def retry_after(self) -> float | None:
        """Seconds until asking again makes sense (RFC 9110, 10.2.3), at most 48 hours."""
        told = self.headers.get("retry-after", "").strip()
        if told.isascii() and told.isdecimal():
            return min(float(told), LONGEST_WAIT)
        try:
            moment = parsedate_to_datetime(told)
            seconds = (moment.astimezone(UTC) - datetime.now(UTC)).total_seconds()
        except (ValueError, OverflowError):
            return None
        return min(max(seconds, 0.0), LONGEST_WAIT)

    def checked(self, refusals: Mapping[str, Reason] | None = None) -> Answer:
        """Return this answer when it is good, and raise what it means otherwise.

        `refusals` says which codes of this API mean a refusal, and which.
        """
        if self.good:
            return self
        raise self.failure(refusals or {})

    def failure(self, refusals: Mapping[str, Reason]) -> OperatorError:
        """Say what a bad answer means: whether it is a no, or no answer."""
        code = self.code
        detail = f"{self.about} {self.status} {code}".rstrip()
        if self.status >= 400 and code in refusals:
            return Refused(refusals[code], detail, self.retry_after)
        if self.status in _FAULTS:
            return Unavailable(_FAULTS[self.status], detail, self.retry_after)
        if 400 <= self.status < 500:
            return Refused(_REFUSALS.get(self.status, Reason.WRONG_INPUT), detail)
        if self.status >= 500:
            reason = Reason.SYSTEM_DOWN if self.retry_after is None else Reason.BUSY
            return Unavailable(reason, detail, self.retry_after)
        return Unavailable(Reason.BROKEN_ANSWER, detail)

    def shaped(self, shape: type[S]) -> S:
        """Return the body in a shape; raises Unavailable(BROKEN_ANSWER) when it has another."""
        return shaped(self._json(), shape, self.about)

    def _json(self) -> object:
        if not _is_json(self.headers.get("content-type", "")):
            raise Unavailable(Reason.BROKEN_ANSWER, f"{self.about}: not JSON")
        try:
            return strict_json(self.content)
        except NotStrict as error:
            raise Unavailable(Reason.BROKEN_ANSWER, f"{self.about}: {error}") from None


def shaped(value: object, shape: type[S], about: str) -> S:
    """Put plain data into a shape; raises Unavailable(BROKEN_ANSWER)."""
    try:
        return msgspec.convert(value, shape)
    except (msgspec.ValidationError, ValueError, OverflowError):
        raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: not the shape expected") from None


def _is_json(content_type: str) -> bool:
    """Take application/json and the +json family, in UTF-8."""
    kind, *parameters = (part.strip().lower() for part in content_type.split(";"))
    charsets: list[Any] = [p.partition("=")[2].strip('" ') for p in parameters if p.startswith("charset")]
    is_json = kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))
    return is_json and all(charset in {"utf-8", "utf8"} for charset in charsets)
