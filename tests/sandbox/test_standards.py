"""Real answers held against the publishers' own files, where those are at hand."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from requests import Response

from tests.sandbox.test_tickets import objection
from tests.sandbox.visitor import COUNT, INVENTORY, OTP, PARTY, TICKETS, WANG, Visitor, asking

BESIDE = Path(__file__).parents[3] / "shared" / "specs"
SPECS = Path(os.environ.get("KIOSK_SPECS", BESIDE))

pytestmark = pytest.mark.skipif(
    not SPECS.is_dir(), reason="The standards' files are not here: set KIOSK_SPECS to their folder."
)


def document(pattern: str) -> dict[str, Any]:
    path = next(SPECS.glob(pattern))
    loaded: dict[str, Any] = (json.loads if path.suffix == ".json" else yaml.safe_load)(
        path.read_text(encoding="utf-8")
    )
    return loaded


def tmf(number: int) -> dict[str, Any]:
    return document(f"TMF{number}/*swagger.json")


def check(answer: object, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> None:
    parts = {name: whole[name] for name in ("definitions", "components") if name in whole}
    problems = [error.message for error in Draft7Validator({**parts, **schema}).iter_errors(answer)]
    assert problems == []


def check_tmf(answer: Response, number: int, path: str, method: str = "get") -> None:
    whole = tmf(number)
    described = whole["paths"][path][method]["responses"][str(answer.status_code)]
    check(answer.json(), described["schema"], whole)
    for name in described.get("headers", {}):
        assert name in answer.headers


def check_camara(answer: Response, pattern: str, path: str, method: str = "post") -> None:
    whole = document(pattern)
    described = whole["paths"][path][method]["responses"][str(answer.status_code)]
    if "$ref" in described:
        described = whole["components"]["responses"][described["$ref"].rpartition("/")[2]]
    if "content" in described:
        check(answer.json(), described["content"]["application/json"]["schema"], whole)
    assert answer.headers["x-correlator"] == "c-1"


@pytest.mark.parametrize("person", ["wang-xiuying", "huang-yulan", "sun-deshun"])
def test_persons_and_products(mobile: Visitor, person: str) -> None:
    mobile.sign_in(person)
    check_tmf(mobile.get(f"{PARTY}/individual"), 632, "/individual")
    one = mobile.get(f"{PARTY}/individual").json()[0]["id"]
    check_tmf(mobile.get(f"{PARTY}/individual/{one}", fields="id"), 632, "/individual/{id}")
    listed = mobile.get(f"{INVENTORY}/product", limit="2")
    check_tmf(listed, 637, "/product")
    for product in listed.json():
        check_tmf(mobile.get(product["href"]), 637, "/product/{id}")


def test_tickets(mobile: Visitor) -> None:
    mobile.sign_in()
    filed = mobile.post(f"{TICKETS}/troubleTicket", objection())
    check_tmf(filed, 621, "/troubleTicket", "post")
    check(objection(), {"$ref": "#/definitions/TroubleTicket_Create"}, tmf(621))
    check_tmf(mobile.get(f"{TICKETS}/troubleTicket"), 621, "/troubleTicket")
    changed = mobile.ask("PATCH", filed.headers["Location"], json={"status": "cancelled"})
    check_tmf(changed, 621, "/troubleTicket/{id}", "patch")


def test_errors_of_tmf(mobile: Visitor) -> None:
    for answer in (mobile.get(f"{PARTY}/individual"), mobile.ask("PUT", f"{PARTY}/individual")):
        check_tmf(answer, 632, "/individual")
    mobile.sign_in()
    check_tmf(mobile.get(f"{PARTY}/individual/none"), 632, "/individual/{id}")
    check_tmf(mobile.post(f"{TICKETS}/troubleTicket", {}), 621, "/troubleTicket", "post")
    mobile.post(f"{TICKETS}/troubleTicket", objection())
    conflict = mobile.post(f"{TICKETS}/troubleTicket", objection(name="x"))
    check_tmf(conflict, 621, "/troubleTicket", "post")


def test_codes(mobile: Visitor) -> None:
    spec = "CAMARA/one-time-password-sms/*.yaml"
    send = {"phoneNumber": "+8613800130001", "message": "{{code}}"}
    path = f"{OTP}/send-code"
    check_camara(mobile.post(path, send, x_correlator="c-1"), spec, "/send-code")
    mobile.act_for_itself()
    for body in (send, {}, send | {"phoneNumber": "+8613999999999"}):
        check_camara(mobile.post(path, body, x_correlator="c-1"), spec, "/send-code")
    id_ = mobile.send_code().json()["authenticationId"]
    good = mobile.sandbox.phone.last_code("+8613800130001")
    for code in ("x", good, good):
        tried = {"authenticationId": id_, "code": code}
        answer = mobile.post(f"{OTP}/validate-code", tried, x_correlator="c-1")
        check_camara(answer, spec, "/validate-code")
    unknown = {"authenticationId": "none", "code": "1"}
    check_camara(mobile.post(f"{OTP}/validate-code", unknown, x_correlator="c-1"), spec, "/validate-code")


def test_counts(mobile: Visitor, national: Visitor) -> None:
    spec, path = "subscription-count/*.yaml", "/queries"
    for visitor in (mobile, national):
        check_camara(visitor.post(f"{COUNT}/queries", {}, x_correlator="c-1"), spec, path)
        visitor.sign_in()
        taken = visitor.post(f"{COUNT}/queries", asking(WANG), x_correlator="c-1")
        check_camara(taken, spec, path)
        later = visitor.ask("GET", taken.headers["Location"], headers={"x-correlator": "c-1"})
        check_camara(later, spec, "/queries/{queryId}", "get")
        for body in ({}, asking("liu-min")):
            check_camara(visitor.post(f"{COUNT}/queries", body, x_correlator="c-1"), spec, path)
    check_camara(national.post(f"{COUNT}/queries", asking(WANG), x_correlator="c-1"), spec, path)
