"""Paying for a number: whose it is, a payment begun once, its end, and nothing ever begun anew."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from kiosk.domain.bills import Payee, PaymentDue, PaymentRequest, PaymentState
from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.operators.desks import OperatorSystems
from kiosk.text import Money, PhoneNumber
from tests.operators.conftest import Clock, House, Patience, Stopped, desks_for
from tests.operators.scripted import Says, Scripted

WU = PhoneNumber("18600130014")
ACCOUNTS, BUCKETS, PAYMENTS = "/acc/billingAccount", "/bal/bucket", "/pay/payment"
ACCOUNT = {"id": "a-1", "name": "吴*"}
DUE = PaymentDue("p/1", "op", "http://127.0.0.1/pay", "127.0.0.1", 300)
METHOD = {"@type": "qrCode", "redirectUri": "https://pay.op.example/x?y=1"}
PAYMENT = {"id": "p/1", "correlatorId": "key-1", "status": "created", "paymentMethod": METHOD}
REQUEST = PaymentRequest(Payee("op", "a-1", "吴*", Money(0), Money(0)), Money(1995), "0014")


def desks(scripted: Scripted, clock: Clock, patience: float = 20) -> OperatorSystems:
    return desks_for(
        scripted.settings(account="/acc", balance="/bal", payment="/pay"), clock, patience=patience
    )


def balance(amount: float = -1, units: str = "CNY", account: str = "a-1") -> dict[str, object]:
    left = {"amount": amount, "units": units}
    return {
        "id": "b",
        "usageType": "monetary",
        "remainingValue": left,
        "partyAccount": {"id": account},
    }


def reason_of(call: Callable[[], object], kind: type[OperatorError] = OperatorError) -> Reason:
    with pytest.raises(kind) as caught:
        call()
    return caught.value.reason


def request_for(house: House, fen: int) -> PaymentRequest:
    return PaymentRequest(house.desks.pay.payee("unicom", WU), Money(fen), WU.tail.digits)


def secret_in(due: PaymentDue) -> str:
    return parse_qs(urlsplit(due.link).query)["payment"][0]


# ------------------------------------------------------------------------------------------- the sandbox


def test_whose_number_it_is(house: House) -> None:
    payee = house.desks.pay.payee("unicom", WU)
    assert (payee.shown_name, payee.owed, payee.balance) == ("吴*", Money(18060), Money(0))
    lihua = house.desks.pay.payee("telecom", PhoneNumber("18900130009"))
    assert (lihua.shown_name, lihua.owed, lihua.balance) == ("马*", Money(0), Money(8650))
    assert "吴" not in repr(payee)


def test_nobody_behind_a_number(house: House) -> None:
    assert reason_of(lambda: house.desks.pay.payee("mobile", WU), Refused) is Reason.NOT_FOUND


def test_a_payment_made_on_a_phone(house: House) -> None:
    due = house.desks.payments.send(request_for(house, 18060), "key-1")
    assert (due.operator_id, due.site, due.lasts) == ("unicom", "127.0.0.1", 300)
    assert secret_in(due) not in repr(due)
    house.phone.pay(secret_in(due), "wang-xiuying")
    payment = house.desks.pay.paid(due, stop=house.patience)
    assert (payment.id, payment.state) == (due.id, PaymentState.COMPLETED)
    assert house.desks.pay.payee("unicom", WU).owed == Money(0)
    assert "已经恢复" in house.phone.inbox("+8618600130014")[0]["text"]


def test_a_payment_that_is_refused(house: House) -> None:
    due = house.desks.payments.send(request_for(house, 100), "key-1")
    house.phone.keep_money(secret_in(due), "wang-xiuying")
    assert house.desks.pay.paid(due, stop=house.patience).state is PaymentState.CANCELLED
    assert house.desks.pay.payee("unicom", WU).owed == Money(18060)


def test_a_payment_that_nobody_makes(house: House) -> None:
    due = house.desks.payments.send(request_for(house, 100), "key-1")
    assert house.desks.pay.paid(due, stop=house.patience).state is PaymentState.CANCELLED


def test_the_same_key_begins_one_payment(house: House) -> None:
    request = request_for(house, 5000)
    payments = house.desks.payments
    first = payments.send(request, "key-1")
    assert payments.send(request, "key-1") == first
    assert payments.settle(payments.keep(request), "key-1") == first
    assert payments.send(request, "key-2").id != first.id
    other = PaymentRequest(request.payee, Money(6000), "0014")
    assert reason_of(lambda: payments.send(other, "key-1"), Unavailable) is Reason.BUSY


def test_a_lost_answer_is_found_and_none_begun_anew(house: House) -> None:
    request, payments = request_for(house, 5000), house.desks.payments
    kept = payments.keep(request)
    assert reason_of(lambda: payments.settle(kept, "key-1"), Refused) is Reason.NOT_FOUND
    house.sandbox.order("unicom", "payment", "drop")
    assert reason_of(lambda: payments.send(request, "key-1"), Unavailable) is Reason.UNREACHABLE
    house.sandbox.order("unicom", "payment", "none")
    found = payments.settle(kept, "key-1")
    assert house.desks.pay.paid(found, stop=house.patience).state is PaymentState.CANCELLED
    assert kept == {"operator": "unicom"} and payments.settles


# ---------------------------------------------------------------------------------------- other operators


@pytest.mark.parametrize("fen", [0, 1, -1, 12345, -99999999])
def test_a_balance_to_the_fen(scripted: Scripted, clock: Clock, fen: int) -> None:
    scripted.says(ACCOUNTS, Says([ACCOUNT]))
    scripted.says(BUCKETS, Says([balance(7, account="a-2"), balance(fen / 100)]))
    payee = desks(scripted, clock).pay.payee("op", WU)
    assert payee.balance - payee.owed == Money(fen) and min(payee.balance, payee.owed) == Money(0)


@pytest.mark.parametrize(
    ("accounts", "buckets"),
    [
        ([ACCOUNT, {"id": "a-2", "name": "王*"}], [balance()]),
        ([{"id": "a-1"}], [balance()]),
        ([ACCOUNT], []),
        ([ACCOUNT], [balance(account="a-2")]),
        ([ACCOUNT], [balance(units="GB")]),
        ([ACCOUNT], [balance(0.001)]),
    ],
)
def test_an_account_that_cannot_be_right(
    scripted: Scripted, clock: Clock, accounts: list[object], buckets: list[object]
) -> None:
    scripted.says(ACCOUNTS, Says(accounts))
    scripted.says(BUCKETS, Says(buckets))
    assert reason_of(lambda: desks(scripted, clock).pay.payee("op", WU)) is Reason.BROKEN_ANSWER


@pytest.mark.parametrize(
    ("valid", "lasts"),
    [
        ({}, 300),
        ({"endDateTime": "2026-11-23T08:02:00Z"}, 300),
        ({"startDateTime": "2026-11-23T08:00:00Z", "endDateTime": "2026-11-23T08:02:00Z"}, 120),
        ({"startDateTime": "2026-11-23T08:00:00Z", "endDateTime": "2026-11-24T08:00:00Z"}, 900),
        ({"startDateTime": "2026-11-23T08:00:00Z", "endDateTime": "2026-11-23T08:00:00Z"}, 30),
    ],
)
def test_how_long_a_code_is_good(scripted: Scripted, clock: Clock, valid: dict[str, str], lasts: int) -> None:
    scripted.says(PAYMENTS, Says({**PAYMENT, "paymentMethod": {**METHOD, "validFor": valid}}, 201))
    due = desks(scripted, clock).payments.send(REQUEST, "key-1")
    assert (due.site, due.lasts) == ("pay.op.example", lasts)
    (asked,) = scripted.of(PAYMENTS)
    assert b'"value": 19.95' in asked.body and asked.headers["idempotency-key"] == "key-1"


@pytest.mark.parametrize("link", ["", "javascript:alert(1)", "https://a@evil.example/", "weixin://pay"])
def test_a_link_that_is_not_safe_is_not_shown(scripted: Scripted, clock: Clock, link: str) -> None:
    scripted.says(PAYMENTS, Says({**PAYMENT, "paymentMethod": {"redirectUri": link}}, 201))
    sending = desks(scripted, clock).payments
    assert reason_of(lambda: sending.send(REQUEST, "key-1"), Unavailable) is Reason.INSECURE


def test_what_was_found_is_settled_without_its_link(scripted: Scripted, clock: Clock) -> None:
    strangers = {**PAYMENT, "id": "p-0", "correlatorId": "key-0"}
    scripted.says(PAYMENTS, Says([strangers, {**PAYMENT, "paymentMethod": {}, "status": "canceled"}]))
    payments = desks(scripted, clock).payments
    assert payments.settle({"operator": "op"}, "key-1").id == "p/1"
    assert reason_of(lambda: payments.settle({"operator": "op"}, "key-2"), Refused) is Reason.NOT_FOUND


def test_what_a_kiosk_may_not_see_stays_unsettled(scripted: Scripted, clock: Clock) -> None:
    scripted.says(PAYMENTS, Says({}, 403))
    payments = desks(scripted, clock).payments
    settling = reason_of(lambda: payments.settle({"operator": "op"}, "key-1"), Unavailable)
    assert settling is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("done", PaymentState.COMPLETED),
        ("captured", PaymentState.COMPLETED),
        ("Completed", PaymentState.COMPLETED),
        ("canceled", PaymentState.CANCELLED),
        ("denied", PaymentState.FAILED),
    ],
)
def test_the_words_of_other_operators(
    scripted: Scripted, clock: Clock, status: str, state: PaymentState
) -> None:
    scripted.says(f"{PAYMENTS}/p%2F1", *(Says({**PAYMENT, "status": one}) for one in ("authorized", status)))
    assert desks(scripted, clock).pay.paid(DUE, stop=Patience(clock)).state is state


def test_waiting_has_an_end(scripted: Scripted, clock: Clock) -> None:
    scripted.says(f"{PAYMENTS}/p%2F1", Says(PAYMENT))
    pay = desks(scripted, clock).pay
    short = PaymentDue("p/1", "op", DUE.link, DUE.site, lasts=-10)
    assert reason_of(lambda: pay.paid(short, stop=Patience(clock)), Unavailable) is Reason.TIMED_OUT
    assert reason_of(lambda: pay.paid(DUE, stop=Stopped(clock)), Unavailable) is Reason.STOPPED
