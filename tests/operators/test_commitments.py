"""Objections and national queries: filed once, whatever is lost on the way."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.people import Access, Identity, National, NationalQuery, Objection
from kiosk.operators.national import NationalDesk
from kiosk.screens import Commits
from kiosk.settings import NationalSettings, Settings
from tests.operators.conftest import WANG, Clock, House, desks_for
from tests.operators.scripted import Says, Scripted

TICKETS = "/tickets/troubleTicket"
FILED = Says({"id": "TT1", "externalId": "k1"}, 201)


def objection(house: House, identity: Identity) -> Objection:
    """Say that the third number is not hers."""
    line = house.desks.lines.lines_of(identity)[2]
    return Objection(identity.operator_id, identity.access, line.id, line.number.digits[-4:])


@pytest.mark.parametrize("way", ["QR", "SMS"])
def test_an_objection_is_filed_with_reference_and_day(house: House, way: str) -> None:
    identity = house.by_qr("wang-xiuying", "mobile") if way == "QR" else house.by_sms("13800130001", "mobile")
    ticket = house.desks.objections.send(objection(house, identity), "key-1")
    assert ticket.reference.startswith("TT")
    assert abs(ticket.due - (house.clock() + timedelta(days=15)).date()) <= timedelta(days=1)


def test_the_same_key_files_once(house: House) -> None:
    said = objection(house, house.by_qr("wang-xiuying", "mobile"))
    first, second = (house.desks.objections.send(said, "key-1") for _ in range(2))
    assert first == second
    assert house.desks.objections.send(said, "key-2") != first


def test_a_lost_answer_is_settled_with_the_ticket_that_was_filed(house: House) -> None:
    desk: Commits[Objection, object] = house.desks.objections
    said = objection(house, house.by_qr("wang-xiuying", "mobile"))
    house.sandbox.order("mobile", "trouble_ticket", "drop")
    with pytest.raises(Unavailable) as caught:
        desk.send(said, "key-1")
    assert caught.value.reason is Reason.UNREACHABLE
    house.sandbox.order("mobile", "trouble_ticket", "none")
    house.desks.sign_in.sign_out(said.access)
    house.clock.jump(3600)  # the proof of her phone is over by now
    settled = desk.settle(desk.keep(said), "key-1")
    assert settled == desk.settle(desk.keep(said), "key-1")


def test_an_objection_that_never_arrived_is_filed_when_settling(house: House) -> None:
    said = objection(house, house.by_sms("13800130001", "mobile"))
    kept = house.desks.objections.keep(said)
    ticket = house.desks.objections.settle(kept, "key-1")
    assert house.desks.objections.settle(kept, "key-1") == ticket
    assert house.desks.objections.send(said, "key-1") == ticket


def test_nothing_secret_is_kept(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    said = objection(house, identity)
    kept = json.dumps(house.desks.objections.keep(said), ensure_ascii=False)
    for secret in (said.access.token, said.access.refresh_token, "王秀英", "13800130003", "9901"):
        assert secret not in kept


SAID = Objection("op", Access("op", "hers", subject="party-7"), "line-9", "0003")


def test_a_ticket_says_no_more_than_needed(scripted: Scripted, clock: Clock) -> None:
    scripted.says(TICKETS, FILED)
    desks = desks_for(scripted.settings(trouble_ticket="/tickets"), clock)
    ticket = desks.objections.send(SAID, "k1")
    assert ticket.reference == "TT1"
    assert abs((ticket.due - clock().date()).days - 15) <= 1
    (asked,) = scripted.of(TICKETS)
    body = json.loads(asked.body)
    assert asked.headers["idempotency-key"] == body["externalId"] == "k1"
    assert asked.headers["authorization"] == "Bearer hers"
    assert body["relatedParty"] == [{"id": "party-7", "role": "customer", "@referredType": "Individual"}]
    assert body["relatedEntity"] == [{"id": "line-9", "role": "disputedLine", "@referredType": "Product"}]
    assert {"description", "severity", "ticketType"} <= set(body)
    assert "0003" in body["description"]


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (409, Unavailable, Reason.BUSY),
        (403, Refused, Reason.NOT_ALLOWED),
        (401, Refused, Reason.SIGNED_OUT),
        (500, Unavailable, Reason.SYSTEM_DOWN),
    ],
)
def test_a_ticket_that_is_not_taken(
    scripted: Scripted, clock: Clock, status: int, kind: type[OperatorError], reason: Reason
) -> None:
    scripted.says(TICKETS, Says({}, status))
    with pytest.raises(kind) as caught:
        desks_for(scripted.settings(trouble_ticket="/tickets"), clock).objections.send(SAID, "k1")
    assert caught.value.reason is reason


def test_settling_is_not_fooled_by_a_server_that_ignores_the_filter(scripted: Scripted, clock: Clock) -> None:
    scripted.says(TICKETS, Says([{"id": "TT0", "externalId": "another"}]), FILED)
    desk = desks_for(scripted.settings(trouble_ticket="/tickets"), clock).objections
    assert desk.settle(desk.keep(SAID), "k1").reference == "TT1"
    looked, filed = scripted.of(TICKETS)
    assert looked.query == {"externalId": ["k1"]}
    assert filed.headers["authorization"] == "Bearer own"


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (401, Unavailable, Reason.NOT_ALLOWED),
        (403, Unavailable, Reason.NOT_ALLOWED),
        (404, Refused, Reason.NOT_FOUND),
    ],
)
def test_a_kiosk_that_may_not_settle_has_no_answer_for_the_visitor(
    scripted: Scripted, clock: Clock, status: int, kind: type[OperatorError], reason: Reason
) -> None:
    scripted.says(TICKETS, Says({}, status))
    desk = desks_for(scripted.settings(trouble_ticket="/tickets"), clock).objections
    with pytest.raises(kind) as caught:
        desk.settle(desk.keep(SAID), "k1")
    assert caught.value.reason is reason


# ------------------------------------------------------------------------------- the national service


def query(identity: Identity, what: National = National.CARDS) -> NationalQuery:
    assert identity.id_number is not None and identity.phone is not None
    return NationalQuery(what, identity.name, identity.id_number, identity.phone)


@pytest.mark.parametrize("what", list(National))
def test_a_national_query_is_taken_once_in_a_day(house: House, what: National) -> None:
    asked = query(house.by_qr("wang-xiuying", "mobile"), what)
    receipt = house.desks.national.send(asked, "key-1")
    assert receipt.answer_by - receipt.asked_at == timedelta(hours=48)
    assert receipt.next_at - receipt.asked_at == timedelta(hours=24)
    assert receipt == house.desks.national.send(asked, "key-1")
    assert house.phone.inbox("+8613800130001")[0]["from"] == "10699000"

    with pytest.raises(Refused) as caught:
        house.desks.national.send(asked, "key-2")
    assert caught.value.reason is Reason.ASKED_RECENTLY
    assert caught.value.retry_after == pytest.approx(24 * 3600, abs=60)


def test_a_query_of_five_hours_ago_is_remembered(house: House) -> None:
    with pytest.raises(Refused) as caught:
        house.desks.national.send(query(house.by_qr("li-weidong", "mobile")), "key-1")
    assert caught.value.reason is Reason.ASKED_RECENTLY
    assert caught.value.retry_after is not None
    assert 0 < caught.value.retry_after <= 24 * 3600


def test_nobody_is_kept_of_a_national_query(house: House) -> None:
    desk = house.desks.national
    assert desk.keep(query(WANG, National.ACCOUNTS)) == {"what": "accounts"}
    with pytest.raises(Refused) as caught:
        desk.settle({"what": "accounts"}, "key-1")
    assert caught.value.reason is Reason.NOT_FOUND


def test_without_a_national_service_nothing_is_sent() -> None:
    with pytest.raises(Refused) as caught:
        NationalDesk(None).send(query(WANG), "key-1")
    assert caught.value.reason is Reason.NOT_ALLOWED


def test_a_national_service_that_fails(house: House, scripted: Scripted, clock: Clock) -> None:
    client = scripted.settings().operators[0].client
    national = NationalSettings(client=client, subscription_count=f"{scripted.url}/cards")
    desks = desks_for(Settings(national=national), clock)
    failed = {"queryId": "q", "state": "terminatedWithError", "createdAt": "2026-11-23T00:00:00Z"}
    scripted.says("/cards/queries", Says(failed, 201), Says({**failed, "state": "acknowledged"}, 201))
    with pytest.raises(Unavailable) as caught:
        desks.national.send(query(WANG), "key-1")
    assert caught.value.reason is Reason.SYSTEM_DOWN
    receipt = desks.national.send(query(WANG), "key-1")
    assert receipt.answer_by.isoformat() == "2026-11-25T08:00:00+08:00"
    with pytest.raises(Refused) as refused:
        desks.national.send(query(WANG, National.ACCOUNTS), "key-1")
    assert refused.value.reason is Reason.NOT_ALLOWED
