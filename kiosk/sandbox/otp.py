"""Proof that a phone is at hand, by a code in an SMS (CAMARA one-time-password-sms v1)."""

from __future__ import annotations

import secrets
import uuid
from datetime import timedelta
from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import Row, func, select
from starlette.responses import JSONResponse, Response

from kiosk.sandbox import bases
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.messages import send
from kiosk.sandbox.phone_numbers import PhoneNumber
from kiosk.sandbox.proofs import note_proof
from kiosk.sandbox.tables import codes, lines
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "one-time-password-sms:send-validate"
CODE_LASTS = timedelta(minutes=3)
MOST_TRIES = 3
MOST_CODES = 5
CODES_COUNT_FOR = timedelta(minutes=10)
BASE = bases.ONE_TIME_PASSWORD
PREFIX = "ONE_TIME_PASSWORD_SMS."


class SendCode(Struct):
    """The body of send-code."""

    phoneNumber: PhoneNumber  # noqa: N815 - the standard's own names
    message: Annotated[str, Meta(pattern=r"\{\{code\}\}", max_length=160)]


class ValidateCode(Struct):
    """The body of validate-code."""

    authenticationId: Annotated[str, Meta(max_length=36)]  # noqa: N815
    code: Annotated[str, Meta(max_length=10)]


def send_code(call: Call) -> Response:
    """Send a code of six digits, good for three minutes and three tries."""
    now, code, id_ = call.world.now(), f"{secrets.randbelow(1_000_000):06}", str(uuid.uuid4())
    with authorised(call, SCOPE) as turn:
        body = call.json(SendCode)
        _check_phone(turn, body.phoneNumber)
        row = {"id": id_, "phone": body.phoneNumber, "code": code, "tries": 0, "used": False}
        where = {"operator": call.brand.id, "client_id": turn.grant.client_id, "sent_at": now}
        turn.db.execute(codes.insert(), {**row, **where})
        send(turn.db, body.phoneNumber, call.brand.hotline, body.message.replace("{{code}}", code), now)
    return JSONResponse({"authenticationId": id_})


def _check_phone(turn: Turn, phone: str) -> None:
    """Refuse numbers of other operators, stopped ones, and those that got too many codes."""
    here = (lines.c.number == phone, lines.c.operator == turn.brand.id, lines.c.kind == "mobile")
    line = turn.db.execute(select(lines).where(*here).with_for_update()).first()
    if line is None or line.keep_number:
        raise Problem(403, "This number cannot receive an SMS here.", PREFIX + "PHONE_NUMBER_NOT_ALLOWED")
    if line.stop_reason == "protective":
        raise Problem(403, "This number is stopped for protection.", PREFIX + "PHONE_NUMBER_BLOCKED")
    lately = codes.c.sent_at > turn.now - CODES_COUNT_FOR
    sent = select(func.count()).select_from(codes).where(codes.c.phone == phone, lately)
    if turn.db.execute(sent).scalar_one() >= MOST_CODES:
        raise Problem(403, "Too many codes were sent to this number.", PREFIX + "MAX_OTP_CODES_EXCEEDED")


def validate_code(call: Call) -> Response:
    """Check a code; when it is right, the phone counts as at hand for 15 minutes."""
    with authorised(call, SCOPE) as turn:
        body = call.json(ValidateCode)
        row = _sent_code(turn, body.authenticationId)
        this = codes.c.id == row.id
        if not secrets.compare_digest(body.code.encode(), row.code.encode()):
            turn.db.execute(codes.update().where(this).values(tries=row.tries + 1))
            raise _wrong(row.tries + 1)
        turn.db.execute(codes.update().where(this).values(used=True))
        note_proof(call, turn.db, turn.grant.client_id, row.phone, by_code=True)
    return Response(status_code=204)


def _sent_code(turn: Turn, id_: str) -> Row[Any]:
    """Find the code that is being tried; raises Problem where it cannot be tried any more."""
    wanted = select(codes).where(
        codes.c.id == id_, codes.c.client_id == turn.grant.client_id, codes.c.operator == turn.brand.id
    )
    row = turn.db.execute(wanted.with_for_update()).first()
    if row is None:
        raise Problem(404, "No code was sent with this authenticationId.")
    if row.used or row.sent_at + CODE_LASTS <= turn.now:
        raise Problem(400, "The authenticationId is no longer valid.", PREFIX + "VERIFICATION_EXPIRED")
    if row.tries >= MOST_TRIES:
        raise _wrong(row.tries)
    return row


def _wrong(tries: int) -> Problem:
    if tries >= MOST_TRIES:
        return Problem(400, "The number of tries is used up.", PREFIX + "VERIFICATION_FAILED")
    return Problem(400, "The code is not right.", PREFIX + "INVALID_OTP")
