"""The page a QR code leads to: is it this kiosk, and may it come in (RFC 8628, 3.3)."""

from __future__ import annotations

from html import escape

from starlette.responses import Response

from kiosk.sandbox.brands import Brand
from kiosk.sandbox.persons import Person
from kiosk.sandbox.phone.home import chooser, name_of, player
from kiosk.sandbox.phone.reader import Reader, checked_form, reader_of
from kiosk.sandbox.phone.signins import SignIn, answer, phone_line, waiting
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.web import Call
from kiosk.text import Language


def show_device(call: Call) -> Response:
    """Ask for the code, for the person, and then whether the kiosk may come in."""
    reader = reader_of(call)
    user_code = call.request.query_params.get("user_code", "")
    if not user_code:
        return reader.page(_code_form(reader))
    person = player(reader)
    if person is None:
        return reader.page(chooser(reader, user_code))
    with call.world.store.begin() as db:
        sign_in = next(iter(waiting(db, call.world.now(), user_code)), None)
        if sign_in is None:
            return reader.page(_told(reader, "gone"))
        line = phone_line(db, person.id, sign_in.brand)
    return reader.page(_question(reader, person, sign_in, line))


def answer_device(call: Call) -> Response:
    """Take the person's answer; anything but a clear approval is a refusal."""
    reader, form = reader_of(call), checked_form(call)
    person, user_code = player(reader), form.get("user_code", "")
    agreed = form.get("decision") == "approve"
    with call.world.store.begin() as db:
        sign_in = next(iter(waiting(db, call.world.now(), user_code)), None) if user_code else None
        if sign_in is None or person is None:
            return reader.page(_told(reader, "gone"))
        line = phone_line(db, person.id, sign_in.brand) if agreed else None
        outcome = "approved" if line else "refused"
        return reader.page(_told(reader, outcome if answer(db, sign_in, line) else "gone"))


def _code_form(reader: Reader) -> str:
    return (
        f'<h1>{reader.say("type_code")}</h1><form method="get" action="/device">'
        f'<label for="code">{reader.say("code_label")}</label>'
        f'<input type="text" id="code" name="user_code" autocomplete="off" maxlength="12" required autofocus>'
        f'<button class="main">{reader.say("go_on")}</button></form>'
    )


def _question(reader: Reader, person: Person, sign_in: SignIn, line: LineRecord | None) -> str:
    return (
        f"<h1>{reader.say('ask_title')}</h1>"
        f'<div class="card"><p>{reader.say("match")}</p><p class="match">{sign_in.match}</p>'
        f'<p class="note">{reader.say("match_help")}</p></div>'
        f'<div class="card">{_facts(reader, person, sign_in, line)}</div>'
        f'<div class="card"><p>{reader.say("may_read")}</p><ul>{_permissions(reader, sign_in)}</ul></div>'
        f'<form method="post" action="/device">{reader.guarded()}'
        f'<input type="hidden" name="user_code" value="{sign_in.user_code}">'
        f"{_approval(reader, sign_in.brand, line)}"
        f'<button name="decision" value="refuse">{reader.say("refuse")}</button></form>'
    )


def _facts(reader: Reader, person: Person, sign_in: SignIn, line: LineRecord | None) -> str:
    facts = [
        ("you", name_of(reader, person)),
        ("where", sign_in.hall),
        ("kiosk_number", sign_in.kiosk or reader.say("no_kiosk_number")),
        ("operator", _brand_name(reader, sign_in.brand)),
    ]
    if line is not None:
        facts.append(("as", f"{line.number[3:6]} **** {line.number[-4:]}"))
    rows = "".join(f"<dt>{reader.say(key)}</dt><dd>{escape(value)}</dd>" for key, value in facts)
    return f"<dl>{rows}</dl>"


def _permissions(reader: Reader, sign_in: SignIn) -> str:
    return "".join(f"<li>{right}</li>" for right in dict.fromkeys(map(reader.say, sign_in.scope)))


def _approval(reader: Reader, brand: Brand, line: LineRecord | None) -> str:
    if line is None:
        return f"<p>{escape(reader.say('no_line', operator=_brand_name(reader, brand)))}</p>"
    return f'<button class="main" name="decision" value="approve">{reader.say("approve")}</button>'


def _brand_name(reader: Reader, brand: Brand) -> str:
    return brand.en if reader.language is Language.EN else brand.zh


def _told(reader: Reader, what: str) -> str:
    return (
        f"<h1>{reader.say(what)}</h1><p>{reader.say(what + '_help')}</p>"
        f'<a class="button" href="/phone">{reader.say("home")}</a>'
    )
