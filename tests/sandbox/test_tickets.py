from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.visitor import TICKETS, HandClock, Visitor

PATH = f"{TICKETS}/troubleTicket"
PERSON = {"id": "mobile-1001", "role": "customer", "@referredType": "Individual"}
LINE = {"id": "mobile-1001-3", "role": "disputed", "@referredType": "Product"}


def objection(**changes: Any) -> dict[str, Any]:
    usual = {
        "name": "This number is not mine",
        "description": "Under my ID, but not mine.",
        "severity": "high",
        "ticketType": "numberNotMine",
        "externalId": "key-1",
        "relatedParty": [PERSON],
        "relatedEntity": [LINE],
    }
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def test_filing_and_what_becomes_of_it(mobile: Visitor) -> None:
    mobile.sign_in()
    filed = mobile.post(PATH, objection(note=[{"text": "Please hurry."}]))
    ticket = filed.json()
    assert filed.status_code == 201
    assert filed.headers["Location"] == ticket["href"]
    assert ticket["creationDate"] == "2026-11-23T08:00:00.000Z"
    assert ticket["expectedResolutionDate"] == "2026-12-08T08:00:00.000Z"
    assert [one["status"] for one in ticket["statusChange"]] == ["acknowledged", "inProgress"]
    assert mobile.get(ticket["href"]).json() == ticket
    assert mobile.get(PATH).json() == [ticket]
    assert mobile.get(PATH, externalId="another").json() == []


def test_the_same_key_gives_the_first_ticket_again(mobile: Visitor, clock: HandClock) -> None:
    mobile.sign_in()
    first = mobile.post(PATH, objection(), Idempotency_Key="key-1")
    clock.pass_by(hours=1)
    mobile.act_for_itself()
    again = mobile.post(PATH, objection())
    assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])
    assert mobile.post(PATH, objection(description="Another")).status_code == 409
    assert mobile.get(PATH, externalId="key-1").json()[0]["id"] == first.json()["id"]
    assert mobile.get(first.headers["Location"]).ok
    assert mobile.get(PATH).status_code == 403


def test_the_header_alone_is_a_key_too(mobile: Visitor) -> None:
    mobile.sign_in()
    body = objection(externalId=None, relatedParty=None)
    ids = {mobile.post(PATH, body, Idempotency_Key="h").json()["id"] for _ in range(2)}
    assert len(ids) == 1
    assert mobile.get(PATH, externalId="h").json()[0]["relatedParty"] == [PERSON]
    assert len({mobile.post(PATH, body).json()["id"] for _ in range(2)}) == 2


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"severity": None}, 400),
        ({"description": 7}, 400),
        ({"relatedEntity": [{"id": "x"}]}, 400),
        ({"relatedEntity": [LINE | {"id": "mobile-1002-1"}]}, 400),
        ({"relatedParty": [PERSON | {"id": "mobile-1002"}]}, 403),
        ({"externalId": "another than the header"}, 400),
    ],
)
def test_bodies_that_are_refused(mobile: Visitor, changes: dict[str, Any], status: int) -> None:
    mobile.sign_in()
    assert mobile.post(PATH, objection(**changes), Idempotency_Key="key-1").status_code == status


def test_a_key_has_an_end(mobile: Visitor) -> None:
    mobile.sign_in()
    body = objection(externalId=None)
    assert mobile.post(PATH, body, Idempotency_Key="k" * 257).status_code == 400


def test_a_client_files_for_whom_it_has_proven(mobile: Visitor) -> None:
    mobile.act_for_itself()
    assert mobile.post(PATH, objection()).status_code == 403
    assert mobile.post(PATH, objection(relatedParty=[])).status_code == 400
    mobile.prove()
    assert mobile.post(PATH, objection()).status_code == 201


def test_a_client_may_finish_what_a_sign_in_had_begun_for_a_day(mobile: Visitor, clock: HandClock) -> None:
    mobile.sign_in()
    mobile.act_for_itself()
    clock.pass_by(hours=23)
    mobile.act_for_itself()
    assert mobile.post(PATH, objection()).status_code == 201
    clock.pass_by(hours=2)
    mobile.act_for_itself()
    assert mobile.post(PATH, objection(externalId="later")).status_code == 403


def test_changing_and_ending(mobile: Visitor) -> None:
    mobile.sign_in()
    href = mobile.post(PATH, objection()).headers["Location"]
    changed = mobile.ask("PATCH", href, json={"description": "Clearer."}).json()
    assert (changed["description"], changed["status"]) == ("Clearer.", "inProgress")
    assert mobile.ask("PATCH", href, json={"creationDate": "2020-01-01"}).status_code == 400
    assert mobile.ask("PATCH", href, json={"status": "resolved"}).status_code == 400
    merge = {"Content-Type": "application/merge-patch+json"}
    ended = mobile.ask(
        "PATCH", href, data='{"status":"cancelled","statusChangeReason":"mine"}', headers=merge
    )
    assert (ended.json()["status"], ended.json()["statusChangeReason"]) == ("cancelled", "mine")
    assert mobile.ask("PATCH", href, json={"name": "again"}).status_code == 409


def test_tickets_of_others(mobile: Visitor) -> None:
    mobile.sign_in()
    href = mobile.post(PATH, objection()).headers["Location"]
    mobile.sign_in("chen-jianguo")
    assert mobile.ask("PATCH", href, json={"name": "x"}).status_code == 404
    assert mobile.get(f"{PATH}/TT-none").status_code == 404


@pytest.mark.parametrize(("status", "answer"), [("resolved", ""), ("rejected", "没有这笔钱。"), ("held", "")])
def test_the_control_door_decides_and_the_company_answers(mobile: Visitor, status: str, answer: str) -> None:
    mobile.sign_in()
    filed = mobile.post(PATH, objection(note=[{"text": "Please hurry."}])).json()
    door = f"{mobile.sandbox.url}/control/tickets"
    decision = {"id": filed["id"], "status": status, "answer": answer}
    assert mobile.post(door, decision).status_code == 200
    ticket = mobile.get(filed["href"]).json()
    _, *written = ticket["note"]
    assert ticket["status"] == status and all(note["author"] == "中国移动" for note in written)
    assert len(written) == {"resolved": 2, "rejected": 1, "held": 0}[status]
    assert ticket.get("statusChangeReason") == (written[0]["text"] if written else None)
    again = mobile.post(door, decision).status_code
    assert again == (200 if status == "held" else 409)
    assert mobile.post(door, decision | {"id": "TT-none"}).status_code == 404


def test_what_the_company_has_written_is_not_the_customers_to_change(mobile: Visitor) -> None:
    mobile.sign_in()
    forged = {"text": "You are right.", "author": "中国移动"}
    assert mobile.post(PATH, objection(note=[forged])).status_code == 400
    href = mobile.post(PATH, objection(note=[{"text": "Please hurry."}])).headers["Location"]
    decision = {"id": href.rpartition("/")[2], "status": "held", "answer": "We wait for a part."}
    assert mobile.post(f"{mobile.sandbox.url}/control/tickets", decision).status_code == 200
    _, written = mobile.get(href).json()["note"]
    for given in ([{"text": "Thank you."}], [{"text": "Thank you."}, written]):
        changed = mobile.ask("PATCH", href, json={"note": given}).json()
        assert changed["note"] == [{"text": "Thank you."}, written]
    assert mobile.ask("PATCH", href, json={"note": [forged]}).status_code == 400
    assert mobile.ask("PATCH", href, json={"note": []}).json()["note"] == [written]


def test_the_day_in_a_reference_is_that_of_china(mobile: Visitor, clock: HandClock) -> None:
    clock.pass_by(hours=9)
    mobile.sign_in()
    assert mobile.post(PATH, objection()).json()["id"].startswith("TT20261124-")
