"""Payments over TMF676, made on the payer's own phone.

The standard leaves a payment method open to subclassing (TMF630, polymorphism). Here it is a `qrCode`: a
PaymentMethod with one attribute more, `redirectUri`, the link that the payer's phone opens; its `validFor`
tells from when until when the link can be used.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field
from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.accounts import line_behind
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.moments import moment
from kiosk.sandbox.money_tables import payments
from kiosk.sandbox.open_lines import account_ref
from kiosk.sandbox.payment_book import PaymentRecord, begin, lasts, payments_where
from kiosk.sandbox.records import line_with
from kiosk.sandbox.tmf import Resource, cny, created, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "payments:write"
BASE = bases.PAYMENT
FEN, MOST = Decimal("0.01"), Decimal(10_000)
"""The least and the most of one payment, in yuan."""


class AccountRef(Struct):
    """The account that is paid."""

    id: str


class PaymentMethod(Struct):
    """How it is paid."""

    type: Literal["qrCode"] = field(name="@type")


class Amount(Struct):
    """A sum in yuan, exact."""

    unit: Literal["CNY"]
    value: Decimal


class CreatePayment(Struct):
    """The body of POST payment (Payment_Create)."""

    account: AccountRef
    paymentMethod: PaymentMethod  # noqa: N815 - the standard's own names
    totalAmount: Amount  # noqa: N815
    correlatorId: Annotated[str, Meta(max_length=256)] = ""  # noqa: N815
    description: Annotated[str, Meta(max_length=256)] = ""


def create_payment(call: Call) -> Response:
    """Begin a payment; the same key by the same client gives the first one again, with another body 409."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreatePayment)
        key, sent = _key(turn, body), msgspec.json.encode(body, order="sorted").decode()
        record = next(iter(_begun(turn, key)), None) if key else None
        if record is None:
            line, fen = line_behind(turn, body.account.id), _fen(body.totalAmount)
            client = turn.grant.client_id
            record = begin(turn.db, call.world, line, fen, client_id=client, key=key, body=sent)
        elif record.body != sent:
            raise Problem(409, "This correlatorId was used with another body.")
        return created(_payment(turn, record))


def list_payments(call: Call) -> Response:
    """List the payments that this client began."""
    with authorised(call, SCOPE) as turn:
        return listed(call, [_payment(turn, record) for record in _mine(turn)])


def retrieve_payment(call: Call) -> Response:
    """Return one payment to the client that began it."""
    with authorised(call, SCOPE) as turn:
        for record in _mine(turn):
            if record.id == turn.wanted_id:
                return single(call, _payment(turn, record))
    raise Problem(404, "There is no such payment.")


def _key(turn: Turn, body: CreatePayment) -> str | None:
    """Return the idempotency key: correlatorId, or the header; they must not differ."""
    keys = {body.correlatorId, turn.call.request.headers.get("idempotency-key", "")} - {""}
    if len(keys) > 1 or any(len(key) > 256 for key in keys):
        raise Problem(400, "correlatorId and Idempotency-Key must be the same, of at most 256 characters.")
    return next(iter(keys), None)


def _mine(turn: Turn) -> list[PaymentRecord]:
    mine = (payments.c.operator == turn.brand.id, payments.c.client_id == turn.grant.client_id)
    return payments_where(turn.db, turn.call.world, *mine)


def _begun(turn: Turn, key: str) -> list[PaymentRecord]:
    return [record for record in _mine(turn) if record.key == key]


def _fen(amount: Amount) -> int:
    """Return the sum in fen; raises Problem(400) for parts of a fen, for nothing and for too much."""
    yuan = amount.value
    if not yuan.is_finite() or not FEN <= yuan <= MOST or yuan != yuan.quantize(FEN):
        raise Problem(400, "totalAmount must be between 0.01 and 10000.00 yuan, in whole fen.")
    return int(yuan * 100)


def _payment(turn: Turn, record: PaymentRecord) -> Resource:
    world, line = turn.call.world, line_with(turn.db, record.line)
    valid = {
        "startDateTime": moment(record.created_at),
        "endDateTime": moment(record.created_at + lasts(world)),
    }
    resource: Resource = {
        "id": record.id,
        "href": f"{turn.root}/{BASE}/payment/{record.id}",
        "status": record.status,
        "statusDate": moment(record.ended_at or record.created_at),
        "paymentDate": moment(record.created_at),
        "account": account_ref(turn, line),
        "amount": cny(record.fen),
        "totalAmount": cny(record.fen),
        "paymentMethod": {
            "@type": "qrCode",
            "@baseType": "PaymentMethod",
            "redirectUri": f"{world.options.phone_url}/phone/pay?payment={record.secret}",
            "validFor": valid,
        },
        "@type": "Payment",
    }
    return resource | ({"correlatorId": record.key} if record.key else {})
