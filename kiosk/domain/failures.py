"""What can go wrong outside, in words that a journey can act on."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """Why an operator's system gave no good answer."""

    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"
    INSECURE = "insecure"
    BUSY = "busy"
    BROKEN_ANSWER = "broken_answer"
    SYSTEM_DOWN = "system_down"
    STOPPED = "stopped"

    SIGNED_OUT = "signed_out"
    NOT_ALLOWED = "not_allowed"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    WRONG_INPUT = "wrong_input"

    SIGN_IN_DENIED = "sign_in_denied"
    SIGN_IN_EXPIRED = "sign_in_expired"
    CODE_WRONG = "code_wrong"
    CODE_EXPIRED = "code_expired"
    TOO_MANY_CODES = "too_many_codes"
    TOO_MANY_TRIES = "too_many_tries"
    ID_MISMATCH = "id_mismatch"
    ASKED_RECENTLY = "asked_recently"
    PHONE_NOT_SEEN = "phone_not_seen"

    NOT_ELIGIBLE = "not_eligible"
    PROOF_NEEDED = "proof_needed"
    TOO_LATE = "too_late"


class OperatorError(Exception):
    """An operator's system gave no good answer; `detail` is technical and carries nothing personal."""

    def __init__(self, reason: Reason, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail
        self.retry_after = retry_after
        """Seconds until asking again makes sense, where the operator said so."""


class Unavailable(OperatorError):  # noqa: N818 - it reads as what it says
    """Nothing came back, or nothing usable: asking again may help, and a commitment's fate is unknown."""


class Refused(OperatorError):  # noqa: N818 - it reads as what it says
    """The operator answered, and the answer is no; nothing was changed."""

    @property
    def is_about_access(self) -> bool:
        """Whether the no is about who asks now, so that it tells nothing of an earlier try."""
        return self.reason in {Reason.SIGNED_OUT, Reason.NOT_ALLOWED}
