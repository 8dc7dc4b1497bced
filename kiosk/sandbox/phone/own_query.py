"""The national entrance on one's own phone: the same two queries, asked by the person alone."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from sqlalchemy import Connection
from starlette.responses import Response

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.brands import NATIONAL
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.national import ACCOUNTS, CARDS, answer_by_sms, check_quota
from kiosk.sandbox.persons import Person
from kiosk.sandbox.phone.home import chooser, player
from kiosk.sandbox.phone.reader import Reader, checked_form, go_to, reader_of
from kiosk.sandbox.queries import QueryRecord, save
from kiosk.sandbox.records import LineRecord, lines_where, person_with
from kiosk.sandbox.tables import lines
from kiosk.sandbox.web import Call

OWN_PHONE = "phone"
"""The client's name under which a person's own queries are kept."""


def show_national(call: Call) -> Response:
    """Ask which number the SMS goes to and what is wanted."""
    reader = reader_of(call)
    person = player(reader)
    if person is None:
        return reader.page(chooser(reader))
    with call.world.store.begin() as db:
        own = _own_lines(db, person)
    return reader.page(_form(reader, own))


def ask_national(call: Call) -> Response:
    """Take the query, or tell when it can be asked again."""
    reader, form = reader_of(call), checked_form(call)
    person, what = player(reader), form.get("what", "")
    if person is None:
        return go_to("/phone")
    with call.world.store.begin() as db:
        line = next((one for one in _own_lines(db, person) if one.id == form.get("line")), None)
        if line is None or what not in {CARDS, ACCOUNTS}:
            raise Problem(400, "The form is not complete.")
        try:
            _ask(call, db, line, what)
        except Problem as problem:
            return reader.page(_asked_before(reader, int(problem.headers["Retry-After"])))
    return reader.page(f"<h1>{reader.say('asked')}</h1><p>{reader.say('asked_help')}</p>{_home(reader)}")


def _ask(call: Call, db: Connection, line: LineRecord, what: str) -> None:
    person, now = person_with(db, line.owner), call.world.now()
    check_quota(db, person, what, now)
    save(
        db,
        QueryRecord(issuer=NATIONAL.id, what=what, client_id=OWN_PHONE, person=person.id, created_at=now),
    )
    answer_by_sms(call.world, db, person, line.number, what)


def _own_lines(db: Connection, person: Person) -> list[LineRecord]:
    return lines_where(db, lines.c.holder == person.id, lines.c.owner == person.id)


def _form(reader: Reader, own: list[LineRecord]) -> str:
    title = f"<h1>{reader.say('national')}</h1><p>{reader.say('national_help')}</p>"
    if not own:
        return f"{title}<p>{reader.say('no_number')}</p>{_home(reader)}"
    return (
        f'{title}<form method="post" action="/phone/national">{reader.guarded()}'
        f"<fieldset><legend>{reader.say('which_number')}</legend>{_choices(own)}</fieldset>"
        f'<button class="main" name="what" value="{CARDS}">{reader.say("ask_cards")}</button>'
        f'<button name="what" value="{ACCOUNTS}">{reader.say("ask_accounts")}</button></form>{_home(reader)}'
    )


def _choices(own: list[LineRecord]) -> str:
    return "".join(
        f'<label class="choice"><input type="radio" name="line" value="{line.id}"{" checked" * (index == 0)}>'
        f"{line.number[3:6]} **** {line.number[-4:]}</label>"
        for index, line in enumerate(own)
    )


def _asked_before(reader: Reader, wait: int) -> str:
    again = (reader.call.world.now() + timedelta(seconds=wait)).astimezone(CHINA)
    told = reader.say("asked_before_help", when=f"{again:%m-%d %H:%M}")
    return f"<h1>{reader.say('asked_before')}</h1><p>{escape(told)}</p>{_home(reader)}"


def _home(reader: Reader) -> str:
    return f'<a class="button" href="/phone">{reader.say("home")}</a>'
