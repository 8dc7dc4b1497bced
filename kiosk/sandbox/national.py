"""The national queries: taken once in 24 hours for an ID, answered by SMS and never to the kiosk."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select
from starlette.responses import JSONResponse, Response

from kiosk.sandbox import bases
from kiosk.sandbox.brands import NATIONAL, OPERATORS
from kiosk.sandbox.counts import numbers_under
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.messages import send
from kiosk.sandbox.moments import moment
from kiosk.sandbox.queries import SCOPE, CreateQuery, QueryRecord, asked, asked_before, asker, query_of
from kiosk.sandbox.records import PersonRecord, locked_person
from kiosk.sandbox.tables import queries
from kiosk.sandbox.turn import authorised
from kiosk.sandbox.web import Call
from kiosk.sandbox.world import World

ANSWER_WITHIN = timedelta(hours=48)
ONCE_IN = timedelta(hours=24)
CARDS, ACCOUNTS = "cards", "accounts"
BASES = {CARDS: bases.SUBSCRIPTION_COUNT, ACCOUNTS: bases.ACCOUNT_COUNT}


def creating(what: str) -> Callable[[Call], Response]:
    """Return the handler that takes a query about cards or accounts."""

    def create(call: Call) -> Response:
        with authorised(call, SCOPE) as turn:
            body = call.json(CreateQuery)
            query = asked_before(turn, what, body)
            if query is None:
                person, phone = asker(turn, body)
                check_quota(turn.db, person, what, turn.now)
                query = asked(turn, what, body, person)
                answer_by_sms(call.world, turn.db, person, phone, what)
            location = f"{turn.root}/{BASES[what]}/queries/{query.id}"
            return JSONResponse(_shown(query, "acknowledged"), 201, {"Location": location})

    return create


def retrieving(what: str) -> Callable[[Call], Response]:
    """Return the handler that tells a query's state; counts are never in it."""

    def retrieve(call: Call) -> Response:
        with authorised(call, SCOPE) as turn:
            return JSONResponse(_shown(query_of(turn, what), "inProgress"))

    return retrieve


def check_quota(db: Connection, person: PersonRecord, what: str, now: datetime) -> None:
    """Raise Problem(429) with Retry-After when this person asked the same within 24 hours."""
    locked_person(db, person.id)
    mine = (queries.c.issuer == NATIONAL.id, queries.c.what == what, queries.c.person == person.id)
    last = db.execute(
        select(queries.c.created_at).where(*mine).order_by(queries.c.created_at.desc())
    ).scalar()
    if last is not None and now < last + ONCE_IN:
        wait = math.ceil((last + ONCE_IN - now).total_seconds())
        message = "This was asked within the last 24 hours."
        raise Problem(429, message, "QUOTA_EXCEEDED", {"Retry-After": str(wait)})


def answer_by_sms(world: World, db: Connection, person: PersonRecord, phone: str, what: str) -> None:
    """Send the answer to the phone, after a while."""
    text = _cards_text(db, person) if what == CARDS else _accounts_text(person)
    arrives_at = world.now() + timedelta(seconds=world.options.pace.national_sms)
    send(db, phone, NATIONAL.hotline, text, arrives_at)


def _cards_text(db: Connection, person: PersonRecord) -> str:
    kinds = numbers_under(db, person.id)
    counted = "，".join(f"{brand.zh}{kinds[brand.id, 'mobile']}张" for brand in OPERATORS)
    return f"【一证通查】您名下的电话卡：{counted}。数字不对，请到该运营商营业厅核对。"


def _accounts_text(person: PersonRecord) -> str:
    counted = "，".join(f"{company}{count}个" for company, count in person.accounts.items())
    return f"【一证通查】您这个号码的互联网账号：{counted or '没有'}。数字不对，请联系该公司。"


def _shown(query: QueryRecord, state: str) -> dict[str, Any]:
    return {
        "queryId": query.id,
        "state": state,
        "createdAt": moment(query.created_at),
        "expectedBy": moment(query.created_at + ANSWER_WITHIN),
    }
