"""The homes with broadband, at operators that go their own way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.faults import Home
from kiosk.domain.people import Access, Identity
from kiosk.operators.labels import NAMELESS
from kiosk.text import Code, Label
from tests.operators.conftest import WANG, Clock, desks_for
from tests.operators.scripted import Says, Scripted

PATH = "/products/product"
PLACE = {"id": "440106", "name": "广州市天河区", "role": "installationAddress"}


def product(id_: str = "b-1", status: str = "active", **values: object) -> dict[str, Any]:
    return {
        "id": id_,
        "status": status,
        "productSpecification": {"name": "Broadband"},
        "productCharacteristic": [{"name": name, "value": value} for name, value in values.items()],
        "place": [{"role": "billingAddress", "name": "天河路1号"}, PLACE],
    }


def sold_on(id_: str, kind: str, name: object, status: str = "active") -> dict[str, Any]:
    return {
        "id": f"on-{id_}",
        "status": status,
        "productSpecification": {"name": kind},
        "productOffering": {"name": "an offering"},
        "productCharacteristic": [{"name": "displayName", "value": name}],
        "productRelationship": [{"relationshipType": "reliesOn", "product": {"id": id_}}],
    }


def homes(scripted: Scripted, clock: Clock, *products: object, identity: Identity = WANG) -> tuple[Home, ...]:
    scripted.says(PATH, Says(list(products)))
    desks = desks_for(scripted.settings(product_inventory="/products"), clock)
    return desks.faults.homes_of(identity)


def test_a_home_is_read_as_the_standard_writes_it(scripted: Scripted, clock: Clock) -> None:
    names = {"zh_CN": "广州市天河区", "en": "Tianhe, Guangzhou"}
    line = product(accountNumber="9900000001", district=names, television=True)
    assert homes(scripted, clock, sold_on("b-1", "broadband", "光宽带300"), line) == (
        Home(
            id="b-1",
            account=Code("9900000001"),
            place=Label.of(names),
            area="440106",
            plan=Label.of({"zh_CN": "光宽带300"}),
            television=True,
            suspended=False,
        ),
    )
    (asked,) = scripted.of(PATH)
    assert "place" in asked.query["fields"][0].split(",")
    assert asked.headers["authorization"] == "Bearer hers"


def test_a_home_of_few_words(scripted: Scripted, clock: Clock) -> None:
    bare = product(accountNumber="1", television="yes") | {"place": []}
    (home,) = homes(scripted, clock, bare)
    assert (home.place, home.area, home.plan, home.television) == (NAMELESS, "", NAMELESS, False)


@pytest.mark.parametrize("place", ["", "here", "place-7", "44010", "４４０１０６"])
def test_a_place_that_is_no_division_has_no_area(scripted: Scripted, clock: Clock, place: str) -> None:
    line = product(accountNumber="1") | {"place": [PLACE | {"id": place}]}
    (home,) = homes(scripted, clock, line)
    assert home.area == ""


def test_the_district_is_named_by_the_place_alone(scripted: Scripted, clock: Clock) -> None:
    (home,) = homes(scripted, clock, product(accountNumber="1"))
    assert home.place == Label.of({"zh_CN": "广州市天河区"})


@pytest.mark.parametrize(
    ("running", "plan"),
    [
        ([], "the line's own"),
        ([sold_on("b-1", "plan", "a plan")], "a plan"),
        ([sold_on("b-1", "plan", None)], "an offering"),
        ([sold_on("b-1", "addOn", "an extra"), sold_on("b-2", "plan", "of another home")], "the line's own"),
        ([sold_on("b-1", "plan", "of yesterday", "terminated")], "the line's own"),
    ],
)
def test_what_a_home_pays_for(
    scripted: Scripted, clock: Clock, running: list[dict[str, Any]], plan: str
) -> None:
    line = product(accountNumber="1") | {"productOffering": {"name": "the line's own"}}
    (home,) = homes(scripted, clock, line, *running)
    assert home.plan == Label.of({"zh_CN": plan})


@pytest.mark.parametrize(
    ("status", "there", "suspended"),
    [
        ("active", True, False),
        ("suspended", True, True),
        ("pendingTerminate", True, False),
        ("aborted ", False, False),
        ("terminated", False, False),
        ("", False, False),
    ],
)
def test_homes_that_are_not_connected_any_more_are_none(
    scripted: Scripted, clock: Clock, status: str, there: bool, suspended: bool
) -> None:
    found = homes(scripted, clock, product(status=status, accountNumber="1"))
    assert [home.suspended for home in found] == ([suspended] if there else [])


@pytest.mark.parametrize("account", [None, "", 9900000001, ["1"]])
def test_a_line_without_its_account_is_no_home(scripted: Scripted, clock: Clock, account: object) -> None:
    assert homes(scripted, clock, product(accountNumber=account)) == ()


def test_a_phone_is_no_home(scripted: Scripted, clock: Clock) -> None:
    phone = product(accountNumber="1") | {"productSpecification": {"name": "mobile"}}
    assert homes(scripted, clock, phone) == ()


def test_the_kiosk_names_whom_it_asks_for(scripted: Scripted, clock: Clock) -> None:
    identity = replace(WANG, access=Access("op", token="", subject="42"))
    assert len(homes(scripted, clock, product(accountNumber="1"), identity=identity)) == 1
    assert scripted.of(PATH)[0].query["relatedParty.id"] == ["42"]
