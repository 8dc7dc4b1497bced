"""A clear yes by a code on one's own phone, whose SMS says what it agrees to (C5)."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.people import CodeSent, Identity
from kiosk.operators import sms_code
from kiosk.operators.system import System, system_of
from kiosk.text import Text, Words, t

LONGEST = 160
"""Characters of one SMS."""


class Consents:
    """Takes a yes by SMS code; `words` is the language of the SMS."""

    def __init__(self, systems: Mapping[str, System], words: Words) -> None:
        self._systems = systems
        self._words = words

    def send(self, identity: Identity, matter: Text) -> CodeSent:
        """Send a code whose SMS says what it agrees to; raises Refused as `SignInDesk.send_code`."""
        system = system_of(self._systems, identity.operator_id)
        if identity.phone is None:
            raise Refused(Reason.NOT_ALLOWED, f"{system.id}: no phone to send to")
        return sms_code.send(system, identity.phone, message_about(matter, self._words))

    def check(self, sent: CodeSent, code: str) -> None:
        """Return when the code is right; raises Refused(CODE_WRONG, CODE_EXPIRED, TOO_MANY_TRIES)."""
        system = system_of(self._systems, sent.operator_id)
        sms_code.check(system, sent, code, system.by())


def message_about(matter: Text, words: Words) -> str:
    """Write the SMS; a matter that is too long for it is cut short."""
    whole = matter.shown(words).rstrip(".。")
    message = _agreeing_to(whole, words)
    if len(message) <= LONGEST:
        return message
    kept = len(whole) - (len(message) - LONGEST) - 1
    return _agreeing_to(f"{whole[:kept]}…", words)


def _agreeing_to(matter: str, words: Words) -> str:
    return t("Code {code} agrees to: {matter}. Tell nobody.", code="{{code}}", matter=matter).shown(words)
