from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kiosk.sandbox.tariff_table import TARIFFS, tariff_with
from tests.sandbox.visitor import Visitor

OFFERINGS = "/tmf-api/productCatalogManagement/v4/productOffering"


def values(offering: dict[str, Any]) -> dict[str, Any]:
    return {
        use["name"]: use["productSpecCharacteristicValue"][0]["value"]
        for use in offering["prodSpecCharValueUse"]
    }


def yuan_of(price: dict[str, Any]) -> float:
    yuan: float = price["price"]["taxIncludedAmount"]["value"]
    return yuan


@pytest.fixture
def catalogue(mobile: Visitor) -> Visitor:
    mobile.act_for_itself()
    return mobile


def test_every_plan_on_sale_stands_in_it_with_its_published_number(catalogue: Visitor) -> None:
    plans = catalogue.get(OFFERINGS, **{"category.id": "plan", "isSellable": "true"})
    assert plans.headers["X-Total-Count"] == "11"
    numbers = {values(plan)["publishedNumber"] for plan in plans.json()}
    assert len(numbers) == 11
    assert all(plan["lifecycleStatus"] == "Active" for plan in plans.json())


def test_what_is_not_sold_any_more_is_still_described(catalogue: Visitor) -> None:
    old = catalogue.get(f"{OFFERINGS}/OLD58").json()
    assert (old["isSellable"], old["lifecycleStatus"]) == (False, "Retired")
    assert old["validFor"]["endDateTime"] == "2025-06-30T23:59:59+08:00"
    assert catalogue.get(f"{OFFERINGS}/NOTHING").status_code == 404


def test_a_plan_tells_price_allowance_and_whom_it_is_for(catalogue: Visitor) -> None:
    care = catalogue.get(f"{OFFERINGS}/DIS15").json()
    assert care["productOfferingPrice"][0]["price"] == {"taxIncludedAmount": {"unit": "CNY", "value": 15.0}}
    told = values(care)
    assert (told["minutes"], told["megabytes"], told["messages"]) == (30, 10240, 500)
    assert (told["certificateKinds"], told["recheckMonths"]) == ([2, 3, 7], 12)
    assert set(told["displayName"]) == {"zh_CN", "en"}
    assert "capped" not in told


def test_a_family_plan_binds_and_says_what_leaving_costs(catalogue: Visitor) -> None:
    family = catalogue.get(f"{OFFERINGS}/FAM129").json()
    assert family["productOfferingTerm"][0]["duration"] == {"amount": 24, "units": "month"}
    assert (values(family)["penaltyPercent"], values(family)["penaltyMonths"]) == (30, "begun")


def test_add_ons_have_no_prices_of_use(catalogue: Visitor) -> None:
    add_ons = catalogue.get(OFFERINGS, **{"category.id": "addOn"}).json()
    prices = {one["id"]: [yuan_of(price) for price in one["productOfferingPrice"]] for one in add_ons}
    assert prices == {"VRBT6": [6.0], "VIP19": [19.9], "CLOUD10": [10.0], "KIN5": [5.0], "CALL3": [3.0]}


def test_pages_and_fields(catalogue: Visitor) -> None:
    page = catalogue.get(OFFERINGS, limit="2", offset="1", fields="name")
    assert [set(one) for one in page.json()] == [{"id", "href", "@type", "name"}] * 2
    assert page.headers["X-Total-Count"] == str(len(TARIFFS))
    catalogue.act_for_itself("party:read")
    assert catalogue.get(OFFERINGS).status_code == 403


def test_a_right_that_is_looked_at_again_has_a_last_day() -> None:
    half, plan = tariff_with("DIS50-STD39"), tariff_with("STD39")
    assert half is not None
    assert half.last_day(date(2026, 12, 1)) == date(2027, 11, 30)
    assert plan is not None
    assert plan.last_day(date(2026, 12, 1)) is None
