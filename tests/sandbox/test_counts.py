from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.visitor import ACCOUNTS, COUNT, WANG, WANG_PHONE, HandClock, Visitor, asking

QUERIES = f"{COUNT}/queries"


def test_a_person_counts_her_numbers(mobile: Visitor) -> None:
    mobile.sign_in()
    taken = mobile.post(QUERIES, asking(WANG), x_correlator="a-b.c")
    assert taken.headers["x-correlator"] == "a-b.c"
    answer = mobile.get(taken.headers["Location"]).json()
    assert answer["state"] == "done"
    counted = answer["counts"][0]
    assert (counted["operatorId"], counted["mobile"], counted["broadband"]) == ("mobile", 3, 1)


def test_an_answer_takes_its_time(clock: HandClock) -> None:
    pace = replace(AT_ONCE, counts={"unicom": 0.8})
    with (
        RunningSandbox(SandboxOptions(clock=clock, pace=pace)) as sandbox,
        Visitor(sandbox, "unicom") as unicom,
    ):
        unicom.sign_in()
        taken = unicom.post(QUERIES, asking(WANG))
        assert taken.json()["state"] == "inProgress"
        assert taken.json()["counts"] == [
            {"operatorId": "unicom", "operatorName": "中国联通", "status": "pending"}
        ]
        clock.pass_by(seconds=0.8)
        assert unicom.get(taken.headers["Location"]).json()["counts"][0]["mobile"] == 1


def test_a_client_asks_for_a_phone_proven_at_any_operator(mobile: Visitor) -> None:
    with Visitor(mobile.sandbox, "telecom") as telecom:
        telecom.act_for_itself()
        assert telecom.post(QUERIES, asking(WANG)).status_code == 400
        assert telecom.post(QUERIES, asking(WANG, phoneNumber=WANG_PHONE)).status_code == 403
        mobile.prove()
        answer = telecom.post(QUERIES, asking(WANG, phoneNumber=WANG_PHONE))
        assert answer.json()["counts"][0]["mobile"] == 0


def test_a_sign_in_by_qr_is_a_proof_too(mobile: Visitor, national: Visitor) -> None:
    mobile.sign_in()
    national.act_for_itself()
    assert national.post(QUERIES, asking(WANG, phoneNumber=WANG_PHONE)).status_code == 201


def test_name_number_and_phone_must_belong_together(mobile: Visitor) -> None:
    mobile.sign_in()
    for body in (asking("liu-min"), asking(WANG) | {"name": "王秀兰"}):
        answer = mobile.post(QUERIES, body)
        assert answer.status_code == 422
        assert answer.json()["code"] == "SUBSCRIPTION_COUNT.ID_DOCUMENT_MISMATCH"


@pytest.mark.parametrize("change", [{"idDocument": "123"}, {"idDocumentType": "passport"}, {"name": 1}])
def test_strict_bodies(mobile: Visitor, change: dict[str, object]) -> None:
    mobile.sign_in()
    answer = mobile.post(QUERIES, asking(WANG) | change)
    assert (answer.status_code, answer.json()["code"]) == (400, "INVALID_ARGUMENT")


def test_not_json_and_too_much(mobile: Visitor) -> None:
    mobile.sign_in()
    json = {"Content-Type": "application/json"}
    assert mobile.ask("POST", QUERIES, data="{", headers=json).status_code == 400
    assert mobile.ask("POST", QUERIES, data="x=1").status_code == 415
    assert mobile.ask("POST", QUERIES, data=" " * 70_000, headers=json).status_code == 413
    assert (
        mobile.post(QUERIES, asking(WANG), x_correlator="räksmörgås".encode().hex() + "!").status_code == 400
    )


@pytest.mark.parametrize("path", [QUERIES, f"{ACCOUNTS}/queries"])
def test_one_query_for_a_key(national: Visitor, path: str) -> None:
    national.sign_in()
    first = national.post(path, asking(WANG), Idempotency_Key="k")
    again = national.post(path, asking(WANG), Idempotency_Key="k")
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert national.post(path, asking("liu-min"), Idempotency_Key="k").status_code == 409
    assert national.post(path, asking(WANG), Idempotency_Key="k" * 257).status_code == 400


def test_one_query_for_a_key_at_an_operator(mobile: Visitor) -> None:
    mobile.sign_in()
    ids = {mobile.post(QUERIES, asking(WANG), Idempotency_Key="k").json()["queryId"] for _ in range(2)}
    assert len(ids) == 1
    assert mobile.get(f"{QUERIES}/none").status_code == 404


def test_the_national_answer_comes_by_sms_only(national: Visitor) -> None:
    national.sign_in()
    taken = national.post(QUERIES, asking(WANG))
    assert taken.json()["state"] == "acknowledged"
    assert taken.json()["expectedBy"] == "2026-11-25T08:00:00.000Z"
    later = national.get(taken.headers["Location"]).json()
    assert (later["state"], "counts" in later) == ("inProgress", False)
    sms = national.sandbox.phone.inbox(WANG_PHONE)[0]
    assert sms["from"] == "10699000"
    assert "中国移动3张，中国联通1张，中国电信0张，中国广电1张" in sms["text"]


def test_internet_accounts(national: Visitor) -> None:
    national.sign_in()
    assert national.post(f"{ACCOUNTS}/queries", asking(WANG)).status_code == 201
    assert "腾讯3个" in national.sandbox.phone.inbox(WANG_PHONE)[0]["text"]


def test_once_in_24_hours(national: Visitor, clock: HandClock) -> None:
    national.sign_in("li-weidong")
    refused = national.post(QUERIES, asking("li-weidong"))
    assert (refused.status_code, refused.json()["code"]) == (429, "QUOTA_EXCEEDED")
    assert refused.headers["Retry-After"] == str(19 * 3600)
    assert national.post(f"{ACCOUNTS}/queries", asking("li-weidong")).status_code == 201
    clock.pass_by(hours=19)
    national.sign_in("li-weidong")
    assert national.post(QUERIES, asking("li-weidong")).status_code == 201
