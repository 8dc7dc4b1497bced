"""What runs on lines, as an inventory tells it and as orders change it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from kiosk.sandbox.holdings import (
    add_product,
    change_details,
    change_plan,
    coming_plan,
    end_everything,
    end_product,
    held_on,
    plan_on,
    product_with,
    running_on,
)
from kiosk.sandbox.running import RunningSandbox
from kiosk.sandbox.storage import Store
from tests.sandbox.test_party_and_inventory import PRODUCTS, characteristics
from tests.sandbox.visitor import BEGINNING, Visitor

LINE, TODAY, NEXT = "mobile-1001-1", date(2026, 11, 23), date(2026, 12, 1)


@pytest.fixture
def db() -> Iterator[Connection]:
    store = Store("", BEGINNING)
    with store.begin() as connection:
        yield connection
    store.close()


def offerings(db: Connection, day: date, line: str = LINE) -> list[str]:
    return [one.offering for one in running_on(db, line, day)]


def on_line(visitor: Visitor, line: str) -> dict[str, dict[str, Any]]:
    found = visitor.get(PRODUCTS, **{"productRelationship.product.id": line}).json()
    return {one["id"].removeprefix(f"{line}-"): one for one in found}


def test_what_runs_relies_on_its_line(mobile: Visitor) -> None:
    mobile.sign_in()
    running = on_line(mobile, LINE)
    assert [one["productSpecification"]["name"] for one in running.values()] == ["plan", *["addOn"] * 4]
    assert {one["productRelationship"][0]["relationshipType"] for one in running.values()} == {"reliesOn"}
    video = running["addon-vrbt6"]
    assert (video["status"], video["startDate"]) == ("active", "2023-11-01T00:00:00+08:00")
    assert characteristics(video)["used"] is False
    assert video["productPrice"][0]["price"]["taxIncludedAmount"] == {"unit": "CNY", "value": 6.0}
    assert characteristics(running["addon-vip19"])["soldBy"]["zh_CN"] == "影视公司"
    assert mobile.get(video["href"]).json() == video


def test_a_contract_tells_its_term_and_its_rule(sandbox: RunningSandbox) -> None:
    with Visitor(sandbox, "telecom") as telecom:
        telecom.sign_in("chen-jianguo")
        contract = on_line(telecom, "telecom-1002-1")["contract-fam129"]
        broadband = on_line(telecom, "telecom-1002-2")["broadband"]
    term = contract["productTerm"][0]
    assert term["duration"] == {"amount": 24, "units": "month"}
    assert term["validFor"] == {
        "startDateTime": "2025-06-24T00:00:00+08:00",
        "endDateTime": "2027-06-23T23:59:59+08:00",
    }
    assert characteristics(contract)["penaltyPercent"] == 30
    assert characteristics(broadband)["bundledWith"] == "telecom-1002-1"


def test_an_instalment_and_its_lender(mobile: Visitor) -> None:
    mobile.sign_in("zhou-lei")
    told = characteristics(on_line(mobile, "mobile-1005-1")["contract-std59"])
    assert told["instalment"] == {"unit": "CNY", "value": 800.0}
    assert told["lender"]["en"] == "A finance company"


def test_cards_of_a_family_and_a_stop_with_its_reason(mobile: Visitor) -> None:
    mobile.sign_in("huang-yulan")
    main = characteristics(mobile.get(f"{PRODUCTS}/mobile-1009-1").json())
    assert main["subNumbers"] == ["+8613800130013"]
    mobile.sign_in("sun-deshun")
    stopped = characteristics(mobile.get(f"{PRODUCTS}/mobile-1006-1").json())
    assert stopped["stopReason"] == "protective"
    assert set(stopped["stopNote"]) == {"zh_CN", "en"}


def test_a_plan_to_come_is_pending(mobile: Visitor) -> None:
    mobile.sign_in("gao-zhiyuan")
    running = on_line(mobile, "mobile-1014-1").values()
    plans = [one for one in running if one["productSpecification"]["name"] == "plan"]
    assert [(one["productOffering"]["id"], one["status"]) for one in plans] == [
        ("STD59", "active"),
        ("STD39", "pendingActive"),
    ]
    ends = [one.get("terminationDate") for one in plans]
    assert ends == ["2026-11-30T23:59:59+08:00", None]


def test_a_cap_is_a_product_that_no_catalogue_sells(mobile: Visitor) -> None:
    mobile.sign_in("gao-zhiyuan")
    cap = on_line(mobile, "mobile-1014-1")["cap"]
    assert characteristics(cap)["limit"] == {"unit": "CNY", "value": 50.0}
    assert not {"productOffering", "productPrice"} & set(cap)


def test_what_is_noted_can_be_changed(db: Connection) -> None:
    cap = add_product(db, LINE, "cap", "", TODAY, details={"limit": 10000})
    change_details(db, cap.id, limit=5000)
    changed = product_with(db, cap.id)
    assert changed is not None
    assert changed.details == {"limit": 5000}
    assert product_with(db, "nothing") is None
    change_details(db, "nothing", limit=1)


def test_what_ends_runs_until_its_last_day(db: Connection) -> None:
    end_product(db, f"{LINE}-addon-vrbt6", date(2026, 11, 30))
    assert "VRBT6" in offerings(db, date(2026, 11, 30))
    assert "VRBT6" not in offerings(db, NEXT)
    end_product(db, f"{LINE}-addon-kin5", None)
    assert "KIN5" not in offerings(db, TODAY)


def test_a_change_of_plan_takes_what_went_with_the_old_one_along(db: Connection) -> None:
    line = "mobile-1003-2"
    add_product(db, line, "discount", "DIS50-STD39", date(2026, 1, 1))
    change_plan(db, line, "STD59", NEXT)
    coming = coming_plan(db, line, TODAY)
    assert coming is not None
    assert coming.offering == "STD59"
    change_plan(db, line, "FAM99", NEXT)
    assert offerings(db, date(2026, 11, 30), line) == ["STD39", "DIS50-STD39"]
    plan, contract = running_on(db, line, NEXT)
    assert (plan.offering, contract.kind, contract.until) == ("FAM99", "contract", date(2028, 11, 30))
    change_plan(db, line, "BASE8", NEXT)
    assert offerings(db, NEXT, line) == ["BASE8"]


def test_a_cancelled_number_has_nothing_left(db: Connection) -> None:
    change_plan(db, LINE, "BASE8", NEXT)
    end_everything(db, LINE, TODAY)
    assert plan_on(db, LINE, TODAY) is not None
    assert held_on(db, LINE, date(2026, 11, 24)) == []
    assert plan_on(db, "mobile-1001-4", TODAY) is None
