"""Signing in with one's own phone: the device authorization grant (RFC 8628)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.people import Invitation
from kiosk.operators.answers import Answer
from kiosk.operators.deadline import Deadline
from kiosk.operators.provider import as_safe_as
from kiosk.operators.shapes import DeviceAuthorization, Tokens
from kiosk.operators.system import System, tokens_from
from kiosk.screens import Stop

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
LONGEST = 120
"""Seconds for which a code is shown, however long the issuer would take it (cross-device phishing)."""
SLOWER_BY = 5.0
"""Seconds that slow_down adds to the interval, for good (RFC 8628, 3.5)."""

_PASSING = {Reason.TIMED_OUT, Reason.UNREACHABLE, Reason.BUSY, Reason.SYSTEM_DOWN}
_ENDINGS = {
    "access_denied": Reason.SIGN_IN_DENIED,
    "expired_token": Reason.SIGN_IN_EXPIRED,
    "invalid_grant": Reason.SIGN_IN_EXPIRED,
}


def invite(system: System, display: Mapping[str, str]) -> Invitation:
    """Begin a sign-in; `display` names hall and kiosk for the phone's page, where the issuer shows them."""
    form = {"scope": system.settings.scope, **display}
    answer = system.authorize("device_authorization_endpoint", form, system.by())
    if answer.status in {400, 401, 403}:
        raise Refused(Reason.NOT_ALLOWED, f"{answer.about} {answer.status} {answer.code}")
    begun = answer.checked().shaped(DeviceAuthorization)
    link = begun.verification_uri_complete or begun.verification_uri
    if not as_safe_as(system.settings.issuer, link):
        raise Unavailable(Reason.INSECURE, f"{system.id}: the link for the phone is not safe")
    typed = not begun.verification_uri_complete
    return Invitation(
        operator_id=system.id,
        device_code=begun.device_code,
        link=link,
        site=urlsplit(link).hostname or "",
        match=begun.user_code if typed else begun.match or begun.user_code,
        lasts=min(LONGEST, int(begun.expires_in)),
        interval=max(1, round(begun.interval)),
        typed=typed,
    )


def tokens_for(system: System, invitation: Invitation, stop: Stop) -> Tokens:
    """Wait for the phone's yes, no oftener than the issuer likes; ends with the token, a no, or `stop`."""
    over = Deadline(invitation.lasts)
    interval = float(invitation.interval)
    while not stop.wait(max(0.0, min(interval, over.left))):
        if over.passed:
            raise Refused(Reason.SIGN_IN_EXPIRED, f"{system.id}: nobody approved in time")
        try:
            answer = _poll(system, invitation)
        except Unavailable as error:
            if error.reason not in _PASSING:
                raise
            interval *= 2  # RFC 8628, 3.5: back off exponentially
            continue
        if answer.code == "slow_down" or answer.status == 429:
            interval += SLOWER_BY
        elif answer.code != "authorization_pending":
            return _outcome(answer)
    raise Unavailable(Reason.STOPPED)


def _poll(system: System, invitation: Invitation) -> Answer:
    form = {"grant_type": GRANT, "device_code": invitation.device_code}
    answer = system.authorize("token_endpoint", form, system.by())
    return answer.checked() if answer.status >= 500 else answer


def _outcome(answer: Answer) -> Tokens:
    if not answer.good and answer.code in _ENDINGS:
        raise Refused(_ENDINGS[answer.code], f"{answer.about} {answer.code}")
    return tokens_from(answer)
