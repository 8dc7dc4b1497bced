"""The account behind a number, for whoever wants to pay: its masked holder (TMF666) and balance (TMF654)."""

from __future__ import annotations

from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.bill_book import balance_of
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.moments import start_of
from kiosk.sandbox.open_lines import account_id, account_ref, line_ref, masked, mobile_lines
from kiosk.sandbox.records import IN_SERVICE, LineRecord, person_with
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import Resource, cny, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "accounts:read"
BASE = bases.ACCOUNT
BALANCE_BASE = bases.BALANCE
PHONE_FILTER = "contact.contactMedium.characteristic.phoneNumber"
ACCOUNT_FILTER = "partyAccount.id"


def list_accounts(call: Call) -> Response:
    """Find the account behind the number in the filter; nobody may list them all."""
    with authorised(call, SCOPE) as turn:
        number = filter_of(call, PHONE_FILTER)
        if not number:
            raise Problem(400, f"{PHONE_FILTER} must name a number.")
        found = [_account(turn, line) for line in _paid_for(turn) if line.number == number]
    return listed(call, found)


def retrieve_account(call: Call) -> Response:
    """Return one account."""
    with authorised(call, SCOPE) as turn:
        return single(call, _account(turn, line_behind(turn, turn.wanted_id)))


def list_buckets(call: Call) -> Response:
    """Return the balance of the account in the filter."""
    with authorised(call, SCOPE) as turn:
        account = filter_of(call, ACCOUNT_FILTER)
        if not account:
            raise Problem(400, f"{ACCOUNT_FILTER} must name an account.")
        found = [_bucket(turn, line) for line in _paid_for(turn) if account_id(line) == account]
    return listed(call, found)


def retrieve_bucket(call: Call) -> Response:
    """Return one balance."""
    with authorised(call, SCOPE) as turn:
        return single(call, _bucket(turn, _line_of_bucket(turn, turn.wanted_id)))


def bucket_id(line: LineRecord) -> str:
    """Return the id of a number's balance."""
    return f"M-{line.id}"


def line_behind(turn: Turn, account: str) -> LineRecord:
    """Return the number that an account is for; raises Problem 400 or 404 where there is none."""
    for line in _paid_for(turn):
        if account_id(line) == account:
            return line
    raise turn.nothing("There is no such account.")


def _line_of_bucket(turn: Turn, bucket: str) -> LineRecord:
    for line in _paid_for(turn):
        if bucket_id(line) == bucket:
            return line
    raise Problem(404, "There is no such balance.")


def _paid_for(turn: Turn) -> list[LineRecord]:
    return mobile_lines(turn, lines.c.status.in_(IN_SERVICE))


def _account(turn: Turn, line: LineRecord) -> Resource:
    balance = balance_of(turn.db, line, turn.today)
    since = {"startDateTime": start_of(line.since)}
    name = masked(person_with(turn.db, line.owner))
    medium = {"mediumType": "mobile", "characteristic": {"phoneNumber": line.number}}
    return {
        **account_ref(turn, line),
        "name": name,
        "accountType": "individual",
        "state": "active",
        "paymentStatus": "inArrears" if balance < 0 else "paid",
        "accountBalance": [{"balanceType": "receivableBalance", "amount": cny(balance), "validFor": since}],
        "contact": [{"contactType": "primary", "validFor": since, "contactMedium": [medium]}],
        "relatedParty": [{"id": f"H-{line.id}", "name": name, "role": "holder", "@referredType": "Customer"}],
        "@type": "BillingAccount",
    }


def _bucket(turn: Turn, line: LineRecord) -> Resource:
    id_ = bucket_id(line)
    return {
        "id": id_,
        "href": f"{turn.root}/{BALANCE_BASE}/bucket/{id_}",
        "name": "余额",
        "usageType": "monetary",
        "status": "active",
        "remainingValue": {"amount": balance_of(turn.db, line, turn.today) / 100, "units": "CNY"},
        "partyAccount": account_ref(turn, line),
        "product": [line_ref(turn, line)],
        "@type": "Bucket",
    }
