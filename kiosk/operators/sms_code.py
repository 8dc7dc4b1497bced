"""Proof that a phone is at hand, by a code in an SMS (CAMARA one-time-password-sms v1)."""

from __future__ import annotations

from kiosk.domain.failures import Reason
from kiosk.domain.people import CodeSent
from kiosk.operators.china import e164
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.shapes import CodeOnItsWay
from kiosk.operators.system import System
from kiosk.text import PhoneNumber, Words, t

API = "one_time_password"
_SPACE = "ONE_TIME_PASSWORD_SMS."
_NOT_SENT = {
    _SPACE + "MAX_OTP_CODES_EXCEEDED": Reason.TOO_MANY_CODES,
    _SPACE + "PHONE_NUMBER_NOT_ALLOWED": Reason.NOT_ALLOWED,
    _SPACE + "PHONE_NUMBER_BLOCKED": Reason.NOT_ALLOWED,
    "QUOTA_EXCEEDED": Reason.TOO_MANY_CODES,
    "INVALID_ARGUMENT": Reason.WRONG_INPUT,
    "NOT_FOUND": Reason.WRONG_INPUT,
}
_NOT_TAKEN = {
    _SPACE + "INVALID_OTP": Reason.CODE_WRONG,
    _SPACE + "VERIFICATION_EXPIRED": Reason.CODE_EXPIRED,
    _SPACE + "VERIFICATION_FAILED": Reason.TOO_MANY_TRIES,
    "QUOTA_EXCEEDED": Reason.TOO_MANY_TRIES,
    "INVALID_ARGUMENT": Reason.CODE_WRONG,
    "OUT_OF_RANGE": Reason.CODE_WRONG,
    "NOT_FOUND": Reason.CODE_EXPIRED,
}


def message_to_sign_in(words: Words) -> str:
    """Write the SMS with a code to sign in."""
    return t("Your kiosk code: {code}. Never tell it to a caller.", code="{{code}}").shown(words)


def send(system: System, phone: PhoneNumber, message: str) -> CodeSent:
    """Send a code; the operator puts it where {{code}} stands in the message."""
    call = Call("POST", system.url(API, "send-code"), json={"phoneNumber": e164(phone), "message": message})
    sent = system.ask_as_kiosk(call, system.by(), _NOT_SENT).shaped(CodeOnItsWay)
    return CodeSent(system.id, phone, sent.authentication_id)


def check(system: System, sent: CodeSent, code: str, by: Deadline) -> None:
    """Return when the code is right; the phone then counts as proven for 15 minutes."""
    body = {"authenticationId": sent.authentication_id, "code": code}
    system.ask_as_kiosk(Call("POST", system.url(API, "validate-code"), json=body), by, _NOT_TAKEN)
