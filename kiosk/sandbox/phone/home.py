"""The phone itself: choose whose it is, see who wants to sign in, read SMS."""

from __future__ import annotations

from hashlib import sha256
from html import escape
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.responses import HTMLResponse, Response

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.messages import Message, inbox
from kiosk.sandbox.order_clock import bring_up_to_date
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.persons import Person
from kiosk.sandbox.phone.reader import PERSON, Reader, checked_form, go_to, reader_of, remember
from kiosk.sandbox.phone.signins import SignIn, normal_code, waiting
from kiosk.sandbox.phone.signs import signs
from kiosk.sandbox.records import lines_where
from kiosk.sandbox.tables import lines
from kiosk.sandbox.web import Call
from kiosk.text import Language

EVERYBODY = {person.id: person for person in PEOPLE}


def player(reader: Reader) -> Person | None:
    """Return the person whose phone this is, once somebody has chosen."""
    return EVERYBODY.get(reader.person)


def name_of(reader: Reader, person: Person) -> str:
    """Return a person's name in the reader's language."""
    return person.name_en if reader.language is Language.EN else person.name


def show_phone(call: Call) -> Response:
    """Show the inbox, or ask whose phone this is."""
    reader = reader_of(call)
    person = player(reader)
    if person is None:
        return reader.page(chooser(reader))
    live = _live(reader, person)
    body = (
        f"<h1>{escape(reader.say('phone_of', name=name_of(reader, person)))}</h1>"
        f'<div id="live" aria-live="polite" data-digest="{_digest(live)}">{live}</div>'
        f'<a class="button" href="/phone/national">{reader.say("national")}</a>'
        f'<a class="button" href="/device">{reader.say("type_code")}</a>'
        f'<form method="post" action="/phone/person">{reader.guarded()}'
        f"<button>{reader.say('switch')}</button></form>"
    )
    return reader.page(body, live=True)


def show_live(call: Call) -> Response:
    """Answer the part of the page that changes by itself."""
    reader = reader_of(call)
    person = player(reader)
    if person is None:
        raise Problem(403, "Nobody has chosen whose phone this is.")
    live = _live(reader, person)
    return HTMLResponse(live, headers={"Cache-Control": "no-store", "x-digest": _digest(live)})


def choose_person(call: Call) -> Response:
    """Remember whose phone this is (nobody's, without a person), and go on to what was wanted."""
    form = checked_form(call)
    code = form.get("user_code", "")
    response = go_to(f"/device?user_code={quote(normal_code(code))}" if code else "/phone")
    if form.get("person") in EVERYBODY:
        remember(response, PERSON, form["person"])
    else:
        response.delete_cookie(PERSON)
    return response


def chooser(reader: Reader, user_code: str = "") -> str:
    """Ask whose phone this is; a sign-in that waits is kept for afterwards."""
    kept = f'<input type="hidden" name="user_code" value="{escape(user_code)}">' if user_code else ""
    today = reader.call.world.now().astimezone(CHINA).date()
    people = "".join(_person_button(reader, person, person.age_on(today)) for person in PEOPLE)
    return (
        f'<h1>{reader.say("who")}</h1><p class="note">{reader.say("who_help")}</p>'
        f'<form method="post" action="/phone/person">{reader.guarded()}{kept}{people}</form>'
    )


def _person_button(reader: Reader, person: Person, age: int) -> str:
    about = f"{reader.say('age', age=age)} · {_story(reader, person)}"
    return (
        f'<button class="person" name="person" value="{person.id}">{escape(name_of(reader, person))}'
        f"<small>{escape(about)}</small></button>"
    )


def _story(reader: Reader, person: Person) -> str:
    return person.story_en if reader.language is Language.EN else person.story


def _digest(live: str) -> str:
    """Tell one state of the page from another, so that a screen reader hears only what is new."""
    return sha256(live.encode()).hexdigest()[:16]


def _live(reader: Reader, person: Person) -> str:
    world = reader.call.world
    bring_up_to_date(world)
    with world.store.begin() as db:
        sign_ins = waiting(db, world.now())
        messages = inbox(db, _numbers(db, person), world.now())
        seen = signs(reader, db, person, world.now())
    read = "".join(_message(message) for message in messages)
    nothing = f'<p class="note">{reader.say("no_messages")}</p>'
    return (
        "".join(_waiting(reader, one) for one in sign_ins)
        + f"<h2>{reader.say('signs')}</h2>{seen}"
        + f"<h2>{reader.say('inbox')}</h2>{read or nothing}"
    )


def _numbers(db: Connection, person: Person) -> frozenset[str]:
    return frozenset(line.number for line in lines_where(db, lines.c.holder == person.id))


def _waiting(reader: Reader, sign_in: SignIn) -> str:
    kiosk = sign_in.kiosk or reader.say("no_kiosk_number")
    where = escape(reader.say("kiosk_at", hall=sign_in.hall, kiosk=kiosk))
    return (
        f'<div class="card waiting"><strong>{reader.say("waiting")}</strong><p>{where}</p>'
        f'<a class="button main" href="/device?user_code={sign_in.user_code}">{reader.say("look")}</a></div>'
    )


def _message(message: Message) -> str:
    arrived = message.arrives_at.astimezone(CHINA)
    return (
        f'<article class="card"><p class="note">{escape(message.sender)} → …{message.phone[-4:]} · '
        f'<time datetime="{arrived.isoformat()}">{arrived:%H:%M}</time></p>'
        f"<p>{escape(message.text)}</p></article>"
    )
