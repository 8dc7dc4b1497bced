"""Payments: begun once, made or refused on a phone, and what the money then does."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.sandbox.bill_book import credit_of
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.payment_book import begin, finish
from kiosk.sandbox.records import lines_where
from kiosk.sandbox.tables import lines
from kiosk.sandbox.world import World
from tests.effort import tries
from tests.sandbox.money import (
    ACCOUNTS,
    BILLS,
    BUCKETS,
    PAYMENTS,
    Json,
    account_of,
    balance_of,
    payment_of,
    secret_of,
)
from tests.sandbox.visitor import WANG, HandClock, Visitor

WU, LI, MA = "+8618600130014", "+8618600130011", "+8618900130009"
PAGE = "/phone/pay"


@pytest.fixture
def payer(unicom: Visitor) -> Visitor:
    unicom.act_for_itself()
    return unicom


def begun(payer: Visitor, yuan: object, number: str = WU, key: str = "key-1") -> Json:
    payment: Json = payer.post(PAYMENTS, payment_of(payer, number, yuan, key)).json()
    return payment


def pay(payer: Visitor, yuan: object, number: str = WU, key: str = "key-1") -> Json:
    payment = begun(payer, yuan, number, key)
    payer.sandbox.phone.pay(secret_of(payment), WANG)
    now: Json = payer.get(payment["href"]).json()
    return now


def inbox(payer: Visitor, number: str = WU) -> list[str]:
    return [message["text"] for message in payer.sandbox.phone.inbox(number)]


def line_of_wu(payer: Visitor) -> Json:
    payer.sign_in("wu-changhai")
    (line, *_) = payer.get("/tmf-api/productInventory/v4/product").json()
    product: Json = line
    return product


# ---------------------------------------------------------------------------------------------- accounts


def test_an_account_tells_a_stranger_as_little_as_can_be(payer: Visitor) -> None:
    account = account_of(payer, WU)
    assert account["name"] == "吴*" and account["paymentStatus"] == "inArrears"
    assert account["accountBalance"][0]["amount"] == {"unit": "CNY", "value": -180.6}
    assert "长海" not in str(account) and "1010" in account["id"]
    assert balance_of(payer, WU) == -180.6


def test_nobody_lists_all_accounts(payer: Visitor) -> None:
    assert payer.get(ACCOUNTS).status_code == payer.get(BUCKETS).status_code == 400
    assert payer.get(f"{ACCOUNTS}/none").status_code == payer.get(f"{BUCKETS}/none").status_code == 404
    account = account_of(payer, WU)["id"]
    assert payer.get(f"{ACCOUNTS}/{account}").ok
    assert payer.get(f"{BUCKETS}/{account}").status_code == 404
    (bucket,) = payer.get(BUCKETS, **{"partyAccount.id": account}).json()
    assert payer.get(bucket["href"]).json() == bucket
    payer.sign_in("wu-changhai")
    assert payer.get(ACCOUNTS).status_code == payer.get(PAYMENTS).status_code == 403


def test_money_that_is_left(payer: Visitor) -> None:
    with Visitor(payer.sandbox, "telecom") as telecom:
        telecom.act_for_itself()
        assert account_of(telecom, MA)["paymentStatus"] == "paid"
        assert balance_of(telecom, MA) == 86.5


def test_the_next_bill_is_paid_from_what_is_left(payer: Visitor, clock: HandClock) -> None:
    with Visitor(payer.sandbox, "telecom") as telecom:
        telecom.act_for_itself()
        assert balance_of(telecom, MA) == 86.5
        clock.pass_by(days=8)
        telecom.act_for_itself()
        assert balance_of(telecom, MA) == 47.5


# ---------------------------------------------------------------------------------------------- payments


def test_a_payment_waits_for_a_phone(payer: Visitor) -> None:
    payment = begun(payer, 19.95)
    assert payment["status"] == "created" and payment["totalAmount"] == {"unit": "CNY", "value": 19.95}
    valid = payment["paymentMethod"]["validFor"]
    assert (valid["startDateTime"], valid["endDateTime"]) == (
        "2026-11-23T08:00:00.000Z",
        "2026-11-23T08:05:00.000Z",
    )
    assert payer.get(PAYMENTS, correlatorId="key-1").json() == [payment]
    assert payer.get(payment["href"]).json() == payment
    assert payer.get(f"{PAYMENTS}/none").status_code == 404


def test_one_key_begins_one_payment(payer: Visitor) -> None:
    first, body = begun(payer, 50), payment_of(payer, WU, 50)
    again = payer.post(PAYMENTS, body, Idempotency_Key="key-1")
    assert again.status_code == 201 and again.json() == first
    assert payer.post(PAYMENTS, body | {"description": "x"}).status_code == 409
    assert payer.post(PAYMENTS, body, Idempotency_Key="key-2").status_code == 400
    assert payer.post(PAYMENTS, body | {"correlatorId": "k" * 257}).status_code == 400
    nameless = {name: value for name, value in body.items() if name != "correlatorId"}
    ids = {payer.post(PAYMENTS, nameless).json()["id"] for _ in range(2)}
    assert len(ids) == 2 and payer.get(PAYMENTS).headers["X-Total-Count"] == "3"


@pytest.mark.parametrize("yuan", [0, -1, 0.001, 10000.01, 19.955, "NaN", "sNaN", "1e999999999", None])
def test_sums_that_cannot_be_paid(payer: Visitor, yuan: object) -> None:
    assert payer.post(PAYMENTS, payment_of(payer, WU, yuan)).status_code == 400


def test_what_else_cannot_be_paid(payer: Visitor) -> None:
    body = payment_of(payer, WU, 5)
    assert payer.post(PAYMENTS, body | {"account": {"id": "A-none"}}).status_code == 400
    assert payer.post(PAYMENTS, body | {"paymentMethod": {"@type": "cash"}}).status_code == 400
    assert payer.post(PAYMENTS, body | {"totalAmount": {"unit": "USD", "value": 5}}).status_code == 400


@settings(max_examples=tries(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 30000), min_size=1, max_size=4))
def test_every_fen_that_is_paid_is_on_the_account(payer: Visitor, sums: list[int]) -> None:
    payer.sandbox.reset()
    payer.act_for_itself()
    for turn, fen in enumerate(sums):
        assert pay(payer, fen / 100, key=f"key-{turn}")["status"] == "completed"
    assert round(balance_of(payer, WU) * 100) == sum(sums) - 18060
    payer.sign_in("wu-changhai")
    left = [round(bill["remainingAmount"]["value"] * 100) for bill in payer.get(BILLS).json()[2::-1]]
    assert sum(left) == max(0, 18060 - sum(sums))
    assert all(newer in {5900, 6260} or older == 0 for older, newer in pairwise(left))
    payer.act_for_itself()


def test_the_oldest_bill_is_paid_first(payer: Visitor) -> None:
    pay(payer, 70)
    payer.sign_in("wu-changhai")
    told = [(bill["state"], bill["remainingAmount"]["value"]) for bill in payer.get(BILLS).json()[:3]]
    assert told == [("sent", 59.0), ("partiallyPaid", 51.6), ("settled", 0.0)]
    assert inbox(payer)[0].endswith("您已交费70.00元，还欠110.60元。")
    assert line_of_wu(payer)["status"] == "suspended"


def test_a_number_runs_again_when_nothing_is_owed(payer: Visitor) -> None:
    assert line_of_wu(payer)["status"] == "suspended"
    payer.act_for_itself()
    assert pay(payer, 180.6)["status"] == "completed"
    assert "余额0.00元" in inbox(payer)[1] and "已经恢复" in inbox(payer)[0]
    line = line_of_wu(payer)
    assert line["status"] == "active"
    assert all(value["name"] != "stopReason" for value in line["productCharacteristic"])


def test_money_alone_restores_nothing_that_was_not_stopped_for_it(payer: Visitor) -> None:
    pay(payer, 20, LI)
    assert balance_of(payer, LI) == 20 and len(inbox(payer, LI)) == 1


def test_a_payment_ends_by_itself(payer: Visitor, clock: HandClock) -> None:
    payment = begun(payer, 50)
    clock.pass_by(seconds=299)
    assert payer.get(payment["href"]).json()["status"] == "created"
    with pytest.raises(requests.HTTPError):
        payer.sandbox.phone.pay(secret_of(payment), "nobody")
    clock.pass_by(seconds=1)
    ended = payer.get(payment["href"]).json()
    assert (ended["status"], ended["statusDate"]) == ("cancelled", "2026-11-23T08:05:00.000Z")
    with pytest.raises(requests.HTTPError):
        payer.sandbox.phone.pay(secret_of(payment), WANG)


def test_a_number_that_is_gone_takes_no_money() -> None:
    world = World.begin(SandboxOptions())
    with world.store.begin() as db:
        (line,) = lines_where(db, lines.c.number == WU)
        payment = begin(db, world, line, 500, client_id="kiosk", key=None, body="")
        db.execute(lines.update().where(lines.c.id == line.id).values(status="terminated"))
        assert finish(db, world, payment, pays=True) == "failed"
        assert credit_of(db, line.id) == 0
    world.store.close()


# ------------------------------------------------------------------------------------------- the phone


def page(payer: Visitor, payment: Json, language: str = "en") -> requests.Response:
    link = f"{payment['paymentMethod']['redirectUri']}&lang={language}"
    return payer.http.get(link, timeout=10)


def press(payer: Visitor, shown: requests.Response, decision: str) -> str:
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown.text))
    url = f"{payer.sandbox.url}{PAGE}"
    return payer.http.post(url, {**fields, "decision": decision}, timeout=10).text


@pytest.mark.parametrize(("language", "shows"), [("en", "¥19.05"), ("zh_CN", "19.05元")])
def test_the_page_says_to_whom_and_how_much(payer: Visitor, language: str, shows: str) -> None:
    shown = page(payer, begun(payer, 19.05), language).text
    assert shows in shown and "吴*" in shown and "**** 0014" in shown
    assert "长海" not in shown and WU not in shown and "8600130014" not in shown


@pytest.mark.parametrize(
    ("decision", "says", "status"),
    [
        ("pay", "<h1>Paid</h1>", "completed"),
        ("refuse", "<h1>Nothing was paid</h1>", "cancelled"),
        ("", "<h1>Nothing was paid</h1>", "cancelled"),
    ],
)
def test_paying_and_refusing_on_the_page(payer: Visitor, decision: str, says: str, status: str) -> None:
    payment = begun(payer, 5)
    shown = page(payer, payment)
    assert says in press(payer, shown, decision)
    assert payer.get(payment["href"]).json()["status"] == status
    assert "This payment is over" in press(payer, shown, "pay")
    assert "This payment is over" in page(payer, payment).text


def test_a_form_from_elsewhere_pays_nothing(payer: Visitor) -> None:
    payment = begun(payer, 5)
    forged = {"payment": secret_of(payment), "decision": "pay", "guard": "0" * 32}
    assert requests.post(f"{payer.sandbox.url}{PAGE}", forged, timeout=10).status_code == 403
    assert payer.get(payment["href"]).json()["status"] == "created"
