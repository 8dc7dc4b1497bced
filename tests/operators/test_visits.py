"""Free times and visits, at operators that go their own way."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.calendar import CHINA
from kiosk.domain.failures import OperatorError, Reason, Refused
from kiosk.domain.faults import VisitState
from kiosk.domain.people import Access
from tests.operators.conftest import WANG, Clock, desks_for
from tests.operators.scripted import Says, Scripted

SEARCH, VISITS = "/visits/searchTimeSlot", "/visits/appointment"
REPAIR = {"id": "TT-9", "role": "repair", "@referredType": "TroubleTicket"}


def desks(scripted: Scripted, clock: Clock, patience: float = 20) -> Any:
    return desks_for(scripted.settings(appointment="/visits"), clock, patience).visits


def time(now: datetime, begins: float, ends: float) -> dict[str, Any]:
    """Write a time, in hours from now."""
    moments = [(now + timedelta(hours=hours)).isoformat() for hours in (begins, ends)]
    return {"validFor": dict(zip(("startDateTime", "endDateTime"), moments, strict=True))}


def search(*times: object, status: str = "done") -> Says:
    return Says({"id": "s/1", "status": status, "availableTimeSlot": list(times)}, 201)


def appointment(id_: str, day: int, status: str = "confirmed", **more: object) -> dict[str, Any]:
    times = {"startDateTime": f"2026-11-{day}T01:00:00Z", "endDateTime": f"2026-11-{day}T03:00:00Z"}
    return {"id": id_, "status": status, "validFor": times, "relatedEntity": [REPAIR], **more}


def reason_of(scripted: Scripted, clock: Clock, path: str, answer: Says, patience: float = 20) -> Reason:
    scripted.says(path, answer)
    visits = desks(scripted, clock, patience)
    with pytest.raises(OperatorError) as caught:
        (visits.slots if path == SEARCH else visits.visit_for)(WANG, "TT-9")
    return caught.value.reason


# ----------------------------------------------------------------------------------------- free times


def test_free_times_come_in_order_on_the_clock_of_china(scripted: Scripted, clock: Clock) -> None:
    now = clock()
    late, early = time(now, 30, 32), time(now, 4, 6)
    over, no_length = time(now, -1, 1), time(now, 9, 9)
    scripted.says(SEARCH, search(late, early, over, late, no_length, {"validFor": {}}))
    slots = desks(scripted, clock).slots(WANG, "TT-9")
    assert [slot.ends - slot.begins for slot in slots] == [timedelta(hours=2)] * 2
    assert slots[1].begins - slots[0].begins == timedelta(hours=26)
    assert slots[0].begins.isoformat() != early["validFor"]["startDateTime"]
    assert slots[0].begins.utcoffset() == timedelta(hours=8)
    (asked,) = scripted.of(SEARCH)
    body = json.loads(asked.body)
    assert body["relatedEntity"] == [REPAIR]
    assert set(body["relatedParty"]) == {"id", "role", "@referredType"}


def test_a_search_that_takes_a_while(scripted: Scripted, clock: Clock) -> None:
    under_way = search(status="inProgress")
    scripted.says(SEARCH, under_way)
    scripted.says(f"{SEARCH}/s%2F1", under_way, Says({}, 503), search(time(clock(), 1, 2)))
    assert len(desks(scripted, clock).slots(WANG, "TT-9")) == 1


def test_no_free_time_is_an_answer(scripted: Scripted, clock: Clock) -> None:
    scripted.says(SEARCH, search())
    assert desks(scripted, clock).slots(WANG, "TT-9") == ()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (search(status="rejected"), Reason.NOT_FOUND),
        (search(status="terminatedWithError"), Reason.SYSTEM_DOWN),
        (search({"validFor": {"startDateTime": "tomorrow"}}), Reason.BROKEN_ANSWER),
        (search({"validFor": {"startDateTime": "2026-11-24T09:00:00"}}), Reason.BROKEN_ANSWER),
        (Says({"status": "done"}), Reason.BROKEN_ANSWER),
        (Says({}, 403), Reason.NOT_ALLOWED),
    ],
)
def test_no_times(scripted: Scripted, clock: Clock, answer: Says, reason: Reason) -> None:
    assert reason_of(scripted, clock, SEARCH, answer) is reason


def test_a_search_without_end(scripted: Scripted, clock: Clock) -> None:
    scripted.says(f"{SEARCH}/s%2F1", search(status="odd"))
    assert reason_of(scripted, clock, SEARCH, search(status=""), 0.8) is Reason.TIMED_OUT


# --------------------------------------------------------------------------------------------- visits


def test_a_visit_is_read_as_the_standard_writes_it(scripted: Scripted, clock: Clock) -> None:
    scripted.says(VISITS, Says([appointment("A1", 24)]))
    visit = desks(scripted, clock).visit_for(WANG, "TT-9")
    assert (visit.id, visit.ticket, visit.state) == ("A1", "TT-9", VisitState.CONFIRMED)
    assert (visit.slot.begins.hour, visit.slot.begins.tzinfo) == (9, CHINA)
    (asked,) = scripted.of(VISITS)
    assert asked.query["relatedEntity.id"] == ["TT-9"]
    assert "relatedParty.id" not in asked.query


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ([appointment("A1", 24, "cancelled"), appointment("A2", 25, "initialized")], "A2"),
        ([appointment("A1", 24), appointment("A2", 26, "cancelled")], "A1"),
        ([appointment("A1", 26, "failed"), appointment("A2", 25, "completed")], "A1"),
        (
            [
                appointment("A1", 26, creationDate="2026-11-23T01:00:00Z"),
                appointment("A2", 25, creationDate="2026-11-23T02:00:00Z"),
            ],
            "A2",
        ),
        ([appointment("A1", 24), appointment("A2", 25) | {"relatedEntity": [{"id": "TT-8"}]}], "A1"),
        ([appointment("A1", 24) | {"relatedEntity": []}], None),
        ([], None),
    ],
)
def test_the_visit_that_counts(
    scripted: Scripted, clock: Clock, told: list[dict[str, Any]], best: str | None
) -> None:
    scripted.says(VISITS, Says(told))
    visit = desks(scripted, clock).visit_for(WANG, "TT-9")
    assert (visit and visit.id) == best


@pytest.mark.parametrize(
    "told",
    [
        [appointment("A1", 24, "odd")],
        [appointment("A1", 24) | {"validFor": {"startDateTime": "2026-11-24T01:00:00Z"}}],
        [appointment("A1", 24) | {"validFor": None}],
        {"id": "A1"},
    ],
)
def test_a_visit_that_cannot_be_read(scripted: Scripted, clock: Clock, told: object) -> None:
    assert reason_of(scripted, clock, VISITS, Says(told)) is Reason.BROKEN_ANSWER


def test_the_kiosk_names_whom_it_asks_for(scripted: Scripted, clock: Clock) -> None:
    identity = replace(WANG, access=Access("op", token="", subject="42"))
    scripted.says(VISITS, Says([]))
    scripted.says(SEARCH, search())
    desks(scripted, clock).visit_for(identity, "TT-9")
    desks(scripted, clock).slots(identity, "TT-9")
    assert scripted.of(VISITS)[0].query["relatedParty.id"] == ["42"]
    assert json.loads(scripted.of(SEARCH)[0].body)["relatedParty"]["id"] == "42"


def test_an_operator_that_sends_nobody(scripted: Scripted, clock: Clock) -> None:
    visits = desks_for(scripted.settings(), clock).visits
    for ask in (visits.slots, visits.visit_for):
        with pytest.raises(Refused) as caught:
            ask(WANG, "TT-9")
        assert caught.value.reason is Reason.NOT_ALLOWED
