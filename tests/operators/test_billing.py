"""Bills, use and limits: read from the sandbox, and from operators that bend the standards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.bills import Bill, Cap, Part, Usage, is_sudden
from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.offers import Allowance
from kiosk.domain.people import Access, Identity
from kiosk.operators.billing import Billing
from kiosk.text import Money
from tests.operators.conftest import WANG, Clock, House, desks_for
from tests.operators.scripted import Says, Scripted

Json = dict[str, Any]

LINE, BILLS, RATES = "l-1", "/bills/customerBill", "/bills/appliedCustomerBillingRate"
USE, PRODUCTS = "/use/queryUsageConsumption", "/products/product"
BILL = {
    "id": "b-1",
    "state": "settled",
    "billingPeriod": {"startDateTime": "2024-01-31T16:00:00Z"},
    "amountDue": {"unit": "CNY", "value": 49.9},
    "billingAccount": {"id": "a-1"},
    "product": {"id": LINE},
}


def rate(id_: str, value: float, **more: object) -> Json:
    return {"id": id_, "taxIncludedAmount": {"unit": "CNY", "value": value}, "bill": {"id": "b-1"}, **more}


PLAN = rate("r-1", 39, name="畅享39", type="recurringCharge")
CALLS = rate("r-2", 4.2, type="usageCharge")
GAME = rate("r-3", 6.7, characteristic=[{"name": "part", "value": "other"}], product={"id": "p-9"})


def desk(scripted: Scripted, clock: Clock) -> Billing:
    settings = scripted.settings(customer_bill="/bills", usage="/use", product_inventory="/products")
    return desks_for(settings, clock).bills


def bills_told(scripted: Scripted, clock: Clock, *rates: Json, **more: object) -> tuple[Bill, ...]:
    scripted.says(BILLS, Says([{**BILL, **more}]))
    scripted.says(RATES, Says(list(rates)))
    return desk(scripted, clock).bills(WANG, LINE)


def use_told(scripted: Scripted, clock: Clock, *answers: object) -> tuple[Usage, ...]:
    first, *later = (Says({"id": "u/1", "usageConsumption": answer}) for answer in answers)
    scripted.says(USE, first)
    scripted.says(f"{USE}/u%2F1", *later)
    return desk(scripted, clock).usage(WANG, LINE)


def month(state: str = "done", *buckets: Json) -> Json:
    period = {"startDateTime": "2024-02-01T00:00:00+08:00"}
    return {"state": state, "validPeriod": period, "bucketRefOrValue": list(buckets)}


def bucket(kind: str, units: str, used: float, left: float, *counters: Json) -> Json:
    spent = {"counterType": "used", "value": {"amount": used, "units": units}}
    remaining = {"amount": left, "units": units}
    return {"usageType": kind, "remainingValue": remaining, "bucketCounter": [spent, *counters]}


def reason_of(call: Callable[[], object]) -> Reason:
    with pytest.raises(OperatorError) as caught:
        call()
    return caught.value.reason


def first_line(house: House, identity: Identity) -> str:
    return house.desks.lines.lines_of(identity)[0].id


# ------------------------------------------------------------------------------------------- the sandbox


@pytest.mark.parametrize("way", ["qr", "sms"])
def test_twelve_bills_that_add_up(house: House, way: str) -> None:
    by_qr = way == "qr"
    identity = house.by_qr("wang-xiuying", "mobile") if by_qr else house.by_sms("13800130001", "mobile")
    line = first_line(house, identity)
    bills = house.desks.bills.bills(identity, line)
    months = [bill.month for bill in bills]
    assert len(bills) == 12 and months == sorted(months, reverse=True) and all(bill.paid for bill in bills)
    assert all(sum(bill.sum_of(part).fen for part in Part) == bill.total.fen for bill in bills)
    unused = [charge for charge in bills[0].charges if charge.part is Part.OTHER and charge.product_id]
    assert unused and any(not charge.product_id for charge in bills[0].charges)
    (subscription, *_) = house.desks.lines.subscriptions_of(identity)
    assert {charge.product_id for charge in unused} <= {one.id for one in subscription.add_ons}


@pytest.mark.parametrize("way", ["qr", "sms"])
def test_three_months_of_use(house: House, way: str) -> None:
    by_qr = way == "qr"
    identity = house.by_qr("wang-xiuying", "mobile") if by_qr else house.by_sms("13800130001", "mobile")
    line = first_line(house, identity)
    months = house.desks.bills.usage(identity, line)
    assert [one.month for one in months] == [
        bill.month for bill in house.desks.bills.bills(identity, line)[:3]
    ]
    assert all(one.held.covers(one.used) and one.used.minutes and one.used.megabytes for one in months)


def test_a_sudden_bill(house: House) -> None:
    identity = house.by_qr("li-weidong", "unicom")
    bills = house.desks.bills.bills(identity, first_line(house, identity))
    assert is_sudden(bills) and not is_sudden(bills[1:])
    assert bills[0].sum_of(Part.BEYOND) > bills[0].sum_of(Part.PLAN)


def test_three_bills_are_owed(house: House) -> None:
    identity = house.by_qr("wu-changhai", "unicom")
    bills = house.desks.bills.bills(identity, first_line(house, identity))
    assert [bill.paid for bill in bills] == [False] * 3 + [True] * 9


# ---------------------------------------------------------------------------------------- other operators


def test_a_bill_by_the_standard_alone(scripted: Scripted, clock: Clock) -> None:
    stranger = rate("r-4", 1, bill={"id": "b-2"})
    (bill,) = bills_told(scripted, clock, PLAN, CALLS, GAME, stranger)
    assert (bill.month, bill.total, bill.paid) == (date(2024, 2, 1), Money(4990), True)
    assert [charge.part for charge in bill.charges] == [Part.PLAN, Part.BEYOND, Part.OTHER]
    assert bill.charges[2].product_id == "p-9"
    (asked,) = scripted.of(RATES)
    assert asked.query["billingAccount.id"] == ["a-1"]


@pytest.mark.parametrize(
    ("more", "paid"),
    [
        ({"state": "sent"}, False),
        ({"state": "settled", "remainingAmount": {"unit": "CNY", "value": 0.01}}, False),
        ({"state": "sent", "remainingAmount": {"unit": "CNY", "value": 0}}, True),
    ],
)
def test_whether_it_is_paid(scripted: Scripted, clock: Clock, more: Json, paid: bool) -> None:
    assert bills_told(scripted, clock, PLAN, CALLS, GAME, **more)[0].paid is paid


def test_the_month_before_the_bills_own_day(scripted: Scripted, clock: Clock) -> None:
    told = {"billingPeriod": {}, "billDate": "2024-03-01T00:00:00+08:00"}
    assert bills_told(scripted, clock, PLAN, CALLS, GAME, **told)[0].month == date(2024, 2, 1)


def test_bills_of_other_numbers_are_left_out(scripted: Scripted, clock: Clock) -> None:
    assert bills_told(scripted, clock, PLAN, product={"id": "l-2"}) == ()
    assert scripted.of(RATES) == []


@pytest.mark.parametrize(
    ("rates", "more"),
    [
        ([PLAN, CALLS], {}),
        ([PLAN, CALLS, GAME, GAME | {"id": "r-4"}], {}),
        ([], {}),
        ([PLAN, CALLS, GAME], {"amountDue": None}),
        ([PLAN, CALLS, GAME], {"amountDue": {"unit": "USD", "value": 49.9}}),
        ([PLAN, CALLS, GAME], {"amountDue": {"unit": "CNY", "value": 49.905}}),
        ([PLAN, CALLS, GAME], {"billingPeriod": {}}),
        ([PLAN, CALLS, GAME], {"product": {}}),
        ([PLAN, CALLS, {**GAME, "taxIncludedAmount": None}], {}),
    ],
)
def test_a_bill_that_cannot_be_right(scripted: Scripted, clock: Clock, rates: list[Json], more: Json) -> None:
    assert reason_of(lambda: bills_told(scripted, clock, *rates, **more)) is Reason.BROKEN_ANSWER


def test_only_a_year_is_shown(scripted: Scripted, clock: Clock) -> None:
    nothing = {"amountDue": {"unit": "CNY", "value": 0}}
    days = [f"20{year}-{m:02}-01T00:00:00+08:00" for year in (23, 24) for m in range(1, 13)]
    scripted.says(
        BILLS,
        Says([{**BILL, **nothing, "id": d, "billingPeriod": {"startDateTime": d}} for d in days]),
    )
    scripted.says(RATES, Says([]))
    bills = desk(scripted, clock).bills(WANG, LINE)
    assert [bill.month for bill in bills] == [date(2024, m, 1) for m in range(12, 0, -1)]


def test_use_in_any_unit(scripted: Scripted, clock: Clock) -> None:
    had = {"counterType": "allowance", "value": {"amount": 100, "units": "min"}}
    calls, data = bucket("voice", "s", 61, 0, had), bucket("data", "GB", 1.5, 0.5)
    words = bucket("sms", "SMS", 3, 7)
    (one,) = use_told(scripted, clock, [month("done", calls, data, words, {"usageType": "other"})])
    assert one == Usage(date(2024, 2, 1), Allowance(2, 1536, 3), Allowance(100, 2048, 10))


def test_a_report_that_takes_a_moment(scripted: Scripted, clock: Clock) -> None:
    assert len(use_told(scripted, clock, [month("inProgress")], [month("accepted")], [month()])) == 1
    identity = replace(WANG, access=Access("op", "", subject="p-1"))
    scripted.says(USE, Says({"id": "u/1", "usageConsumption": [month("accepted")]}))
    desk(scripted, clock).usage(identity, LINE)
    assert scripted.of(f"{USE}/u%2F1")[-1].query == {"relatedParty.id": ["p-1"]}
    assert b'"p-1"' in scripted.of(USE)[-1].body


def test_a_report_that_never_comes(scripted: Scripted, clock: Clock) -> None:
    settings = scripted.settings(usage="/use")
    scripted.says(USE, Says({"id": "u", "usageConsumption": [month("inProgress")]}))
    scripted.says(f"{USE}/u", Says({"id": "u", "usageConsumption": [month("inProgress")]}))
    slow = desks_for(settings, clock, patience=0.5).bills
    assert reason_of(lambda: slow.usage(WANG, LINE)) is Reason.TIMED_OUT


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (month("terminatedWithError"), Reason.SYSTEM_DOWN),
        ({"state": "done"}, Reason.BROKEN_ANSWER),
        (month("done", bucket("voice", "km", 1, 0)), Reason.BROKEN_ANSWER),
        (month("done", bucket("data", "MB", -1, 0)), Reason.BROKEN_ANSWER),
        (month("done", bucket("data", "MB", 1e12, 0)), Reason.BROKEN_ANSWER),
    ],
)
def test_use_that_cannot_be_right(scripted: Scripted, clock: Clock, told: Json, reason: Reason) -> None:
    assert reason_of(lambda: use_told(scripted, clock, [told])) is reason


def product(kind: str, *values: Json, status: str = "active", line: str = LINE) -> Json:
    relies = {"relationshipType": "reliesOn", "product": {"id": line}}
    return {
        "id": f"{kind}-{line}",
        "status": status,
        "productSpecification": {"name": kind},
        "productCharacteristic": list(values),
        "productRelationship": [relies],
    }


LIMIT = {"name": "limit", "value": {"unit": "CNY", "value": 30.5}}


@pytest.mark.parametrize(
    ("held", "cap"),
    [
        ([], Cap("", None)),
        ([product("plan"), product("cap", line="l-2")], Cap("", None)),
        ([product("cap", LIMIT, status="terminated")], Cap("", None)),
        ([product("cap")], Cap("cap-l-1", None)),
        ([product("cap", LIMIT)], Cap("cap-l-1", Money(3050))),
    ],
)
def test_the_limit(scripted: Scripted, clock: Clock, held: list[Json], cap: Cap) -> None:
    scripted.says(PRODUCTS, Says(held))
    assert desk(scripted, clock).cap(WANG, LINE) == cap


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=8))
def test_bills_are_exact_to_the_fen(fen: list[int]) -> None:
    with Scripted() as scripted:
        rates = [rate(f"r-{i}", value / 100) for i, value in enumerate(fen)]
        due = {"unit": "CNY", "value": sum(fen) / 100}
        (bill,) = bills_told(scripted, Clock(), *rates, amountDue=due)
    assert bill.total == Money(sum(fen)) and [charge.amount.fen for charge in bill.charges] == fen
