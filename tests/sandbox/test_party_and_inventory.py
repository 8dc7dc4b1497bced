from __future__ import annotations

from typing import Any

import pytest
from requests import Response

from kiosk.sandbox.party import PHONE_FILTER
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.visitor import IDS, INVENTORY, PARTY, WANG, WANG_PHONE, HandClock, Visitor

PEOPLE, PRODUCTS = f"{PARTY}/individual", f"{INVENTORY}/product"


def characteristics(product: dict[str, Any]) -> dict[str, Any]:
    return {one["name"]: one["value"] for one in product["productCharacteristic"]}


def lines(listed: Response) -> list[dict[str, Any]]:
    """Leave out what runs on the lines."""
    return [one for one in listed.json() if "productRelationship" not in one]


def test_a_signed_in_person_sees_just_herself(mobile: Visitor) -> None:
    mobile.sign_in()
    listed = mobile.get(PEOPLE)
    assert listed.headers["X-Total-Count"] == listed.headers["X-Result-Count"] == "1"
    assert listed.headers["Content-Type"] == "application/json;charset=utf-8"
    person = listed.json()[0]
    assert person["fullName"] == "王秀英"
    assert person["individualIdentification"][0]["identificationId"] == IDS[WANG][0]
    assert mobile.get(f"{PEOPLE}/{person['id']}").json() == person
    assert mobile.get(f"{PEOPLE}/mobile-1002").status_code == 404
    assert mobile.get(f"{PEOPLE}/me").status_code == 404
    assert mobile.get(PEOPLE, fullName="别人").json() == []


def test_fields_keep_what_the_standard_requires(mobile: Visitor) -> None:
    mobile.sign_in()
    assert set(mobile.get(PEOPLE, fields="gender").json()[0]) == {"id", "href", "@type", "gender"}


def test_products_in_pages_and_by_filters(mobile: Visitor) -> None:
    mobile.sign_in()
    assert len(lines(mobile.get(PRODUCTS))) == 4
    page = mobile.get(PRODUCTS, offset="1", limit="2", **{"productSpecification.name": "mobile"})
    assert [one["id"] for one in page.json()] == ["mobile-1001-2", "mobile-1001-3"]
    assert (page.headers["X-Total-Count"], page.headers["X-Result-Count"]) == ("3", "2")
    assert len(lines(mobile.get(PRODUCTS, isBundle="false", status="active"))) == 4
    assert mobile.get(PRODUCTS, unheard="of").json() == []
    assert mobile.get(PRODUCTS, **{"status.deeper": "active"}).json() == []
    assert mobile.get(PRODUCTS, limit="-1").status_code == 400
    assert mobile.get(PRODUCTS, **{"relatedParty.id": "mobile-1002"}).json() == []


def test_a_line_tells_number_place_and_state(sandbox: RunningSandbox) -> None:
    with Visitor(sandbox, "telecom") as telecom:
        telecom.sign_in("ma-lihua")
        used, kept = lines(telecom.get(PRODUCTS))
    assert characteristics(used)["homeCity"] == {"zh_CN": "成都", "en": "Chengdu"}
    assert characteristics(used)["phoneNumber"] == "+8618900130009"
    assert (kept["status"], characteristics(kept)["keepNumber"]) == ("suspended", True)


def test_one_product(mobile: Visitor) -> None:
    mobile.sign_in("huang-yulan")
    sub_card = mobile.get(f"{PRODUCTS}/mobile-1009-2").json()
    assert characteristics(sub_card)["mainNumber"] == "+8613800130012"
    assert mobile.get(f"{PRODUCTS}/mobile-1001-1").status_code == 404


def test_a_client_reads_only_whose_phone_it_has_proven(mobile: Visitor, clock: HandClock) -> None:
    mobile.act_for_itself()
    assert mobile.get(PEOPLE).status_code == 403
    assert mobile.get(f"{PEOPLE}/mobile-1001").status_code == 403
    assert mobile.get(PRODUCTS).status_code == 403
    mobile.prove()
    found = mobile.get(PEOPLE, **{PHONE_FILTER: WANG_PHONE}).json()
    assert [person["id"] for person in found] == ["mobile-1001"]
    assert mobile.get(PEOPLE, **{PHONE_FILTER: "+8613800130004"}).status_code == 403
    assert len(lines(mobile.get(PRODUCTS, **{"relatedParty.id": "mobile-1001"}))) == 4
    assert mobile.get(PRODUCTS).status_code == 403
    assert mobile.get(f"{PRODUCTS}/mobile-1001-1").ok
    clock.pass_by(minutes=15)
    mobile.act_for_itself()
    assert mobile.get(f"{PEOPLE}/mobile-1001").status_code == 403


@pytest.mark.parametrize("path", [PEOPLE, PRODUCTS])
def test_errors_wear_the_standard_shape(mobile: Visitor, path: str) -> None:
    refused = mobile.get(path)
    assert refused.status_code == 401
    assert {"code", "reason", "message", "status"} == set(refused.json())
    wrong = mobile.ask("DELETE", path)
    assert (wrong.status_code, wrong.headers["Allow"]) == (405, "GET, HEAD")
    assert mobile.ask("HEAD", path).status_code == 401


@pytest.mark.parametrize(("person", "ends"), [(WANG, False), ("zhou-lei", True)])
def test_the_cards_of_older_people_have_no_end(mobile: Visitor, person: str, ends: bool) -> None:
    mobile.sign_in(person)
    card = mobile.get(PEOPLE).json()[0]["individualIdentification"][0]
    assert ("endDateTime" in card["validFor"]) is ends
