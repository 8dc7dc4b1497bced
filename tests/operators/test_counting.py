"""Counting numbers under one ID at operators that are quick, slow, down, lying or unwilling."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.people import Access, Identity, LineCount
from kiosk.text import IdNumber, t
from tests.operators.conftest import WANG, Clock, House, Patience, Stopped, desks_for
from tests.operators.scripted import Says, Scripted

ENTRY = {"operatorId": "op", "operatorName": "Op", "status": "ok", "mobile": 3}


def query(state: str = "done", *entries: dict[str, object]) -> dict[str, object]:
    created = {"queryId": "q", "createdAt": "2026-11-23T20:02:03Z"}
    return {**created, "state": state, "counts": list(entries)}


def counted(scripted: Scripted, clock: Clock, stop: Patience | None = None) -> LineCount:
    """Count at the scripted operator, with the visitor's own token."""
    desks = desks_for(scripted.settings(subscription_count="/count"), clock)
    return desks.counts.count("op", WANG, stop=stop or Patience(clock))


def reason_of(scripted: Scripted, clock: Clock, stop: Patience | None = None) -> Reason:
    with pytest.raises(OperatorError) as caught:
        counted(scripted, clock, stop)
    return caught.value.reason


def failing(house: House, operator: str, identity: Identity) -> OperatorError:
    with pytest.raises(OperatorError) as caught:
        house.desks.counts.count(operator, identity, stop=house.patience)
    return caught.value


def test_her_own_operator_counts_with_her_token(house: House) -> None:
    count = house.desks.counts.count("mobile", house.by_qr("wang-xiuying", "mobile"), stop=house.patience)
    assert (count.operator_id, count.mobile, count.broadband) == ("mobile", 3, 1)
    assert count.as_of.utcoffset() == timedelta(hours=8)
    assert abs(count.as_of - house.clock()) < timedelta(minutes=1)


@pytest.mark.parametrize("way", ["QR", "SMS"])
def test_other_operators_count_with_the_kiosks_token(house: House, way: str) -> None:
    identity = house.by_qr("wang-xiuying", "mobile") if way == "QR" else house.by_sms("13800130001", "mobile")
    found = {
        operator: house.desks.counts.count(operator, identity, stop=house.patience)
        for operator in ("mobile", "unicom", "telecom")
    }
    assert [count.mobile for count in found.values()] == [3, 1, 0]


def test_a_card_alone_counts_nowhere_until_a_code_has_shown_the_phone(house: House) -> None:
    identity = house.by_card("wang-xiuying", "mobile")
    reasons = [failing(house, operator, identity).reason for operator in ("mobile", "unicom")]
    assert reasons == [Reason.PHONE_NOT_SEEN, Reason.PHONE_NOT_SEEN]
    sent = house.desks.consents.send(identity, t("Call staff to me"))
    house.desks.consents.check(sent, house.phone.last_code("+8613800130001"))
    assert house.desks.counts.count("unicom", identity, stop=house.patience).mobile == 1


def test_a_name_that_does_not_fit_the_id(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    other = replace(identity, id_number=IdNumber("990101195403120299"))
    error = failing(house, "unicom", other)
    assert isinstance(error, Refused)
    assert error.reason is Reason.ID_MISMATCH


def test_without_id_number_or_phone_nothing_is_asked(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    assert failing(house, "mobile", replace(identity, id_number=None)).reason is Reason.ID_MISMATCH
    assert failing(house, "unicom", replace(identity, phone=None)).reason is Reason.ID_MISMATCH


def test_an_operator_that_is_not_connected(house: House) -> None:
    assert failing(house, "broadnet", house.by_qr("wang-xiuying", "mobile")).reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("down", Reason.SYSTEM_DOWN),
        ("error", Reason.SYSTEM_DOWN),
        ("lie", Reason.BROKEN_ANSWER),
        ("drop", Reason.UNREACHABLE),
    ],
)
def test_an_operator_out_of_order(house: House, fault: str, reason: Reason) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    house.sandbox.order("unicom", "subscription_count", fault)
    error = failing(house, "unicom", identity)
    assert isinstance(error, Unavailable)
    assert error.reason is reason


def test_a_slow_operator_is_given_up_in_time(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    house.desks = desks_for(house.settings, house.clock, patience=0.3)
    house.sandbox.order("unicom", "subscription_count", "slow", 0.6)
    assert failing(house, "unicom", identity).reason is Reason.TIMED_OUT


# ------------------------------------------------------------------------- an operator of few words


def test_pauses_grow_while_the_operator_counts(scripted: Scripted, clock: Clock) -> None:
    elsewhere = Says(query("acknowledged"), 201, {"Location": "/count/queries/other"})
    scripted.says("/count/queries", elsewhere)
    waiting = [Says(query("inProgress"))] * 6
    scripted.says("/count/queries/other", *waiting, Says(query("done", ENTRY)))
    stop = Patience(clock)
    assert counted(scripted, clock, stop).mobile == 3
    assert stop.waits[:4] == pytest.approx([0.3, 0.45, 0.675, 1.0125])
    assert max(stop.waits) <= 2


def test_a_query_without_location_is_found_by_its_id(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/count/queries", Says({**query("inProgress"), "queryId": "a/b"}, 201))
    scripted.says("/count/queries/a%2Fb", Says(query("done", {**ENTRY, "asOf": "2026-11-23T20:00:00Z"})))
    assert counted(scripted, clock).as_of.isoformat() == "2026-11-24T04:00:00+08:00"


def test_the_token_is_not_taken_to_another_server(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/count/queries", Says(query("inProgress"), 201, {"Location": "http://127.0.0.1:1/x"}))
    assert reason_of(scripted, clock) is Reason.BROKEN_ANSWER


def test_a_poll_or_two_may_be_lost(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/count/queries", Says(query("inProgress"), 201))
    down = Says({}, 503)
    scripted.says("/count/queries/q", down, down, Says(query("done", ENTRY)))
    assert counted(scripted, clock).mobile == 3
    scripted.says("/count/queries/q", down)
    assert reason_of(scripted, clock) is Reason.SYSTEM_DOWN
    scripted.says("/count/queries/q", Says([]))
    assert reason_of(scripted, clock) is Reason.BROKEN_ANSWER


def test_counting_for_ever_is_given_up(scripted: Scripted, clock: Clock) -> None:
    class Late(Patience):
        def wait(self, timeout: float | None = None) -> bool:
            threading.Event().wait(timeout)
            return False

    scripted.says("/count/queries", Says(query("inProgress"), 201))
    scripted.says("/count/queries/q", Says(query("inProgress")))
    desks = desks_for(scripted.settings(subscription_count="/count"), clock, patience=0.4)
    with pytest.raises(Unavailable) as caught:
        desks.counts.count("op", WANG, stop=Late(clock))
    assert caught.value.reason is Reason.TIMED_OUT
    assert reason_of(scripted, clock, Stopped(clock)) is Reason.STOPPED


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (query("terminatedWithError"), Reason.SYSTEM_DOWN),
        (query("done", {**ENTRY, "status": "unavailable"}), Reason.SYSTEM_DOWN),
        (query("done", {**ENTRY, "mobile": None}), Reason.BROKEN_ANSWER),
        (query("done", {**ENTRY, "mobile": -1}), Reason.BROKEN_ANSWER),
        (query("done", {**ENTRY, "mobile": 1.5}), Reason.BROKEN_ANSWER),
        (query("done", {**ENTRY, "mobile": 10**30}), Reason.BROKEN_ANSWER),
        (query("done"), Reason.BROKEN_ANSWER),
        (query("done", ENTRY, ENTRY), Reason.BROKEN_ANSWER),
        (query("done", *({**ENTRY, "operatorId": other} for other in "ab")), Reason.BROKEN_ANSWER),
        (query("lost"), Reason.BROKEN_ANSWER),
    ],
)
def test_an_answer_that_is_no_count(
    scripted: Scripted, clock: Clock, answer: dict[str, object], reason: Reason
) -> None:
    scripted.says("/count/queries", Says(answer, 201))
    assert reason_of(scripted, clock) is reason


def test_an_only_entry_is_taken_under_another_name(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/count/queries", Says(query("done", {**ENTRY, "operatorId": "CMCC"}), 201))
    assert counted(scripted, clock).operator_id == "op"


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        ("QUOTA_EXCEEDED", Refused, Reason.ASKED_RECENTLY),
        ("TOO_MANY_REQUESTS", Unavailable, Reason.BUSY),
    ],
)
def test_asked_too_often(
    scripted: Scripted, clock: Clock, code: str, kind: type[OperatorError], reason: Reason
) -> None:
    scripted.says("/count/queries", Says({"code": code}, 429, {"Retry-After": "60"}))
    with pytest.raises(kind) as caught:
        counted(scripted, clock)
    assert (caught.value.reason, caught.value.retry_after) == (reason, 60)


def test_her_token_and_no_phone_number_go_to_her_own_operator(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/count/queries", Says(query("done", ENTRY), 201))
    counted(scripted, clock)
    (asked,) = scripted.of("/count/queries")
    assert asked.headers["authorization"] == "Bearer hers"
    assert set(json.loads(asked.body)) == {"idDocumentType", "idDocument", "name"}


def test_the_kiosks_token_is_kept_and_renewed_once_when_refused(scripted: Scripted, clock: Clock) -> None:
    stranger = replace(WANG, access=Access("elsewhere", "hers"))
    desks = desks_for(scripted.settings(subscription_count="/count"), clock)
    good = Says(query("done", ENTRY), 201)
    scripted.says("/count/queries", good, good, Says({}, 401), good, Says({}, 401))
    for _ in range(3):
        desks.counts.count("op", stranger, stop=Patience(clock))
    assert len(scripted.of("/token")) == 2
    assert all(asked.headers["authorization"] == "Bearer own" for asked in scripted.of("/count/queries"))
    with pytest.raises(Refused) as caught:
        desks.counts.count("op", stranger, stop=Patience(clock))
    assert caught.value.reason is Reason.NOT_ALLOWED


def test_a_token_that_ends_soon_is_not_kept(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/token", Says({"access_token": "own", "token_type": "bearer", "expires_in": 20}))
    scripted.says("/count/queries", Says(query("done", ENTRY), 201))
    desks = desks_for(scripted.settings(subscription_count="/count"), clock)
    for _ in range(2):
        desks.counts.count("op", replace(WANG, access=Access("x", "y")), stop=Patience(clock))
    assert len(scripted.of("/token")) == 2
