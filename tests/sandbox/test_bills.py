"""Bills that the sandbox writes: month by month, exact, and only for those whose they are."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sandbox.bill_book import bills_of, charges_of
from kiosk.sandbox.charging import DATA, MINUTES, charges_for
from kiosk.sandbox.holdings import Kind, ProductRecord, end_everything
from kiosk.sandbox.months import last_day_of, last_months
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.records import line_with as line_of
from kiosk.sandbox.tariff_table import tariff_with
from kiosk.sandbox.use import held_by, used_in
from kiosk.sandbox.world import World
from tests.sandbox.money import BILLS, RATES, USE, Json, about_use
from tests.sandbox.visitor import HandClock, Visitor

WANG_LINE = "mobile-1001-1"
DAYS = st.dates(date(2000, 1, 1), date(2400, 12, 31))


def line_with(number: str, network: str = "5G") -> LineRecord:
    place = {"province_zh": "", "province_en": "", "city_zh": "", "city_en": ""}
    state = {"status": "active", "stop_reason": "", "keep_number": False, "since": date(2020, 1, 1)}
    basic = {"id": "l", "position": 1, "operator": "mobile", "kind": "mobile", "owner": "o", "holder": None}
    more = {"network": network, "sub_card_of": ""}
    return LineRecord(**basic, **state, **place, **more, number=number)  # type: ignore[arg-type]


def running(kind: Kind, offering: str, **details: object) -> ProductRecord:
    return ProductRecord(f"{kind}-{offering}", "l", kind, offering, date(2020, 1, 1), details=details)


def fen_of(money: Json) -> int:
    return int(Decimal(str(money["value"])) * 100)


# ---------------------------------------------------------------------------------------------- months


@given(DAYS, st.integers(1, 30))
def test_months_follow_each_other_without_gap(day: date, count: int) -> None:
    months = last_months(day, count)
    ends = [last_day_of(month) + timedelta(days=1) for month in months]
    assert ends == [day.replace(day=1), *months[:-1]]
    assert all(last_day_of(month).day == monthrange(month.year, month.month)[1] for month in months)


@pytest.mark.parametrize(
    ("day", "newest", "ends"),
    [
        (date(2024, 3, 31), date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 2, 29), date(2024, 1, 1), date(2024, 1, 31)),
        (date(2100, 3, 1), date(2100, 2, 1), date(2100, 2, 28)),
        (date(2027, 1, 1), date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_month_ends_and_leap_days(day: date, newest: date, ends: date) -> None:
    (month,) = last_months(day, 1)
    assert (month, last_day_of(month)) == (newest, ends)


# --------------------------------------------------------------------------------------------- charging


def test_use_beyond_the_plan_is_priced_until_its_limit() -> None:
    plan, month = running("plan", "FAM99"), date(2026, 10, 1)
    huang = line_with("+8613800130012")
    beyond = charges_for(huang, month, 1, [plan])[1:]
    assert [(one.name, one.fen) for one in beyond] == [(DATA, 800)]
    capped = charges_for(huang, month, 1, [plan, running("cap", "", limit=500)])[1:]
    assert [one.fen for one in capped] == [500]
    assert charges_for(huang, month, 1, [plan, running("cap", "", limit=0)])[1:] == []
    off = charges_for(huang, month, 1, [plan, running("cap", "", limit=None)])[1:]
    assert [one.fen for one in off] == [800]


def test_an_old_phone_uses_no_data_but_talks() -> None:
    plan, month = running("plan", "BASE8"), date(2026, 10, 1)
    charges = charges_for(line_with("+8613800130015", "2G"), month, 1, [plan])
    assert [(one.name, one.fen) for one in charges[1:]] == [(MINUTES, 180)]


def test_what_is_in_no_catalogue_and_no_plan_costs_nothing() -> None:
    contract = running("contract", "FAM99")
    assert charges_for(line_with("+8613999999999"), date(2026, 10, 1), 1, [contract]) == []


@given(DAYS.map(lambda day: day.replace(day=1)), st.integers(0, 9999))
def test_use_is_the_same_whenever_one_asks(month: date, tail: int) -> None:
    plan, line, tariff = running("plan", "STD59"), line_with(f"+861390000{tail:04}"), tariff_with("STD59")
    assert tariff and held_by(tariff).covers(used_in(month, line, tariff))
    charges = charges_for(line, month, 5, [plan])
    assert [one.fen for one in charges] == [5900]
    assert charges == charges_for(line, month, 5, [plan])


def test_nothing_runs_and_nothing_is_charged() -> None:
    world = World.begin(SandboxOptions())
    with world.store.begin() as db:
        line = line_of(db, "mobile-1001-2")
        end_everything(db, line.id, date(2026, 9, 30))
        newest, before, *_ = bills_of(db, line, date(2026, 12, 1))
        assert (newest.total, charges_of(db, newest)) == (0, []) and before.month == date(2026, 10, 1)
    world.store.close()


def test_a_number_of_this_month_has_no_bill_yet() -> None:
    world, today = World.begin(SandboxOptions()), date(2026, 12, 1)
    with world.store.begin() as db:
        line = replace(line_of(db, WANG_LINE), since=today)
        assert bills_of(db, line, today) == bills_of(db, line, today) == []
    world.store.close()


# ------------------------------------------------------------------------------------------ over the wire


def test_lines_of_every_bill_add_up(mobile: Visitor) -> None:
    mobile.sign_in()
    bills = mobile.get(BILLS).json()
    assert {bill["product"]["id"] for bill in bills} == {f"mobile-1001-{n}" for n in (1, 2, 3)}
    for bill in bills[:14]:
        rates = mobile.get(RATES, **{"bill.id": bill["id"]}).json()
        assert sum(fen_of(one["taxIncludedAmount"]) for one in rates) == fen_of(bill["amountDue"])


def test_bills_can_be_asked_for_by_line(mobile: Visitor) -> None:
    mobile.sign_in()
    bills = mobile.get(BILLS, **{"product.id": WANG_LINE}).json()
    periods = [bill["billingPeriod"]["startDateTime"] for bill in bills]
    assert len(bills) == 12 and periods[0] == "2026-10-01T00:00:00+08:00" and periods == sorted(periods)[::-1]
    assert bills[0]["billDate"] == "2026-11-01T00:00:00+08:00"
    assert mobile.get(bills[0]["href"]).json() == bills[0]
    assert mobile.get(f"{RATES}/{bills[0]['id']}-1").json()["product"]["id"].startswith(WANG_LINE)


def test_a_bill_is_opened_by_its_own_person_alone(mobile: Visitor) -> None:
    mobile.sign_in("he-shufen")
    for path in (f"{BILLS}/B202610-{WANG_LINE}", f"{RATES}/B202610-{WANG_LINE}-1"):
        assert mobile.get(path).status_code == 404
    assert mobile.post(USE, about_use(WANG_LINE)).status_code == 400


def test_a_client_names_whom_it_serves(mobile: Visitor) -> None:
    mobile.act_for_itself()
    named = {"relatedParty.id": "mobile-1001"}
    assert mobile.get(BILLS, **named).status_code == 403
    mobile.prove()
    assert mobile.get(BILLS).status_code == 403
    assert mobile.get(BILLS, **named).headers["X-Total-Count"] == "36"
    assert mobile.get(RATES, **named, limit="1").status_code == 200
    told = mobile.post(USE, about_use(WANG_LINE, "mobile-1001"))
    assert told.status_code == 201
    assert mobile.ask("GET", told.headers["Location"], params=named).json() == told.json()


def test_use_is_asked_of_one_number(mobile: Visitor) -> None:
    mobile.sign_in()
    assert mobile.post(USE, {"searchCriteria": {}}).status_code == 400


def test_a_new_month_brings_a_new_bill(mobile: Visitor, clock: HandClock) -> None:
    mobile.sign_in()
    line = {"product.id": WANG_LINE}
    before = [bill["id"] for bill in mobile.get(BILLS, **line).json()]
    clock.pass_by(days=(datetime(2026, 11, 30, 16, tzinfo=UTC) - clock()).days + 1)
    mobile.sign_in()
    after = [bill["id"] for bill in mobile.get(BILLS, **line).json()]
    assert after == [f"B202611-{WANG_LINE}", *before[:-1]]


def test_a_bill_that_was_never_paid_grows_old(unicom: Visitor, clock: HandClock) -> None:
    unicom.sign_in("wu-changhai")
    assert [bill["state"] for bill in unicom.get(BILLS).json()[:4]] == ["sent"] * 3 + ["settled"]
    clock.pass_by(days=7, hours=9)
    unicom.sign_in("wu-changhai")
    assert [bill["state"] for bill in unicom.get(BILLS).json()[:5]] == ["new", *["sent"] * 3, "settled"]
