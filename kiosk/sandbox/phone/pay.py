"""The page a payment's QR code leads to: to whom, how much, and yes or no."""

from __future__ import annotations

from html import escape

from msgspec import Struct
from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from kiosk.sandbox.brands import BRANDS
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.open_lines import masked
from kiosk.sandbox.payment_book import PaymentRecord, finish, waiting_payment
from kiosk.sandbox.phone.home import EVERYBODY
from kiosk.sandbox.phone.reader import Reader, checked_form, reader_of
from kiosk.sandbox.records import line_with, person_with
from kiosk.sandbox.web import Call
from kiosk.text import Language


class Decision(Struct, forbid_unknown_fields=True):
    """What a person answers to a payment."""

    payment: str
    person: str
    pay: bool


def show_payment(call: Call) -> Response:
    """Show whom the money goes to and how much it is; anybody who has the link may pay."""
    reader = reader_of(call)
    with call.world.store.begin() as db:
        payment = waiting_payment(db, call.world, call.request.query_params.get("payment", ""))
        return reader.page(_told(reader, "pay_gone") if payment is None else _question(reader, db, payment))


def answer_payment(call: Call) -> Response:
    """Take the answer; anything but a clear yes is a no."""
    reader, form = reader_of(call), checked_form(call)
    status = _answered(call, form.get("payment", ""), pays=form.get("decision") == "pay")
    return reader.page(_told(reader, f"pay_{status}" if status else "pay_gone"))


def pay_by_script(call: Call) -> Response:
    """Answer a payment for a person; 404 for an unknown person, or a payment that is unknown or over."""
    body = call.json(Decision)
    status = _answered(call, body.payment, pays=body.pay) if body.person in EVERYBODY else None
    if status is None:
        raise Problem(404, "There is no such person, or no such payment that waits.")
    return JSONResponse({"status": status})


def _answered(call: Call, secret: str, *, pays: bool) -> str | None:
    with call.world.store.begin() as db:
        payment = waiting_payment(db, call.world, secret)
        return None if payment is None else finish(db, call.world, payment, pays=pays)


def _question(reader: Reader, db: Connection, payment: PaymentRecord) -> str:
    return (
        f"<h1>{reader.say('pay_title')}</h1>"
        f'<div class="card"><p class="match">{_sum(reader, payment.fen)}</p>'
        f"{_facts(reader, db, payment)}</div>"
        f'<p class="note">{reader.say("pay_help")}</p>'
        f'<form method="post" action="/phone/pay">{reader.guarded()}'
        f'<input type="hidden" name="payment" value="{escape(payment.secret)}">'
        f'<button class="main" name="decision" value="pay">{reader.say("pay")}</button>'
        f'<button name="decision" value="refuse">{reader.say("pay_refuse")}</button></form>'
    )


def _facts(reader: Reader, db: Connection, payment: PaymentRecord) -> str:
    line, brand = line_with(db, payment.line), BRANDS[payment.operator]
    facts = (
        ("pay_number", f"**** {line.number[-4:]}"),
        ("pay_holder", masked(person_with(db, line.owner))),
        ("pay_to", brand.en if reader.language is Language.EN else brand.zh),
    )
    rows = "".join(f"<dt>{reader.say(key)}</dt><dd>{escape(value)}</dd>" for key, value in facts)
    return f"<dl>{rows}</dl>"


def _sum(reader: Reader, fen: int) -> str:
    yuan, rest = divmod(fen, 100)
    return f"¥{yuan}.{rest:02}" if reader.language is Language.EN else f"{yuan}.{rest:02}元"


def _told(reader: Reader, what: str) -> str:
    return (
        f"<h1>{reader.say(what)}</h1><p>{reader.say(what + '_help')}</p>"
        f'<a class="button" href="/phone">{reader.say("home")}</a>'
    )
