"""What is sold, held and allowed, held against the publishers' own files (TMF620, TMF637, TMF679)."""

from __future__ import annotations

import pytest

from tests.sandbox.test_catalogue import OFFERINGS
from tests.sandbox.test_party_and_inventory import PRODUCTS
from tests.sandbox.test_qualification import QUESTIONS, question
from tests.sandbox.test_standards import check, check_tmf, pytestmark, tmf
from tests.sandbox.visitor import Visitor

__all__ = ("pytestmark",)


def test_the_catalogue(mobile: Visitor) -> None:
    check_tmf(mobile.get(OFFERINGS), 620, "/productOffering")
    mobile.act_for_itself()
    listed = mobile.get(OFFERINGS)
    check_tmf(listed, 620, "/productOffering")
    for offering in listed.json():
        check_tmf(mobile.get(offering["href"]), 620, "/productOffering/{id}")
    check_tmf(mobile.get(f"{OFFERINGS}/NOTHING"), 620, "/productOffering/{id}")


@pytest.mark.parametrize("person", ["wang-xiuying", "zhou-lei", "sun-deshun", "gao-zhiyuan", "huang-yulan"])
def test_what_runs(mobile: Visitor, person: str) -> None:
    mobile.sign_in(person)
    listed = mobile.get(PRODUCTS)
    check_tmf(listed, 637, "/product")
    assert {"mobile", "plan"} <= {product["productSpecification"]["name"] for product in listed.json()}


def test_questions_and_answers(mobile: Visitor) -> None:
    path = "/productOfferingQualification"
    check_tmf(mobile.post(QUESTIONS, {}), 679, path, "post")
    mobile.sign_in()
    body = question("mobile-1001-1", "changePlan", "BASE8", "NEW39", line="mobile-1001-1")
    check(body, {"$ref": "#/definitions/ProductOfferingQualification_Create"}, tmf(679))
    answer = mobile.post(QUESTIONS, body)
    check_tmf(answer, 679, path, "post")
    check_tmf(mobile.get(answer.headers["Location"]), 679, f"{path}/{{id}}")
    check_tmf(mobile.get(f"{QUESTIONS}/nothing"), 679, f"{path}/{{id}}")
    check_tmf(mobile.post(QUESTIONS, body | {"category": {"id": "marry"}}), 679, path, "post")
