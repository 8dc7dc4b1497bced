"""A technician's visit is booked, moved and cancelled once, whatever is lost, and no newer wish is undone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.calendar import CHINA
from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.faults import Slot, VisitState
from kiosk.domain.people import Access
from kiosk.domain.visits import VisitWish
from tests.operators.conftest import Clock, desks_for
from tests.operators.scripted import Says, Scripted
from tests.operators.test_visits import REPAIR, VISITS, appointment

ONE = f"{VISITS}/A%2F1"
SLOT = Slot(datetime(2026, 11, 24, 9, tzinfo=CHINA), datetime(2026, 11, 24, 11, tzinfo=CHINA))
"""The time of `appointment(…, 24)`."""
LATER = Slot(SLOT.begins + timedelta(days=1), SLOT.ends + timedelta(days=1))
BOOK = VisitWish("op", Access("op", "hers", "again", "party-7"), "TT-9", SLOT)
MOVE = replace(BOOK, slot=LATER, visit_id="A/1")
CANCEL = replace(BOOK, slot=None, visit_id="A/1")


def wishes(scripted: Scripted, clock: Clock) -> Any:
    return desks_for(scripted.settings(appointment="/visits"), clock).visit_wishes


def visit(day: int = 24, status: str = "confirmed", **more: object) -> Says:
    return Says(appointment("A/1", day, status, **more))


def methods(scripted: Scripted, path: str = ONE) -> list[str]:
    return [asked.method for asked in scripted.of(path)]


# ------------------------------------------------------------------------------------------ doing it


def test_a_visit_is_booked_as_the_standard_wants_it(scripted: Scripted, clock: Clock) -> None:
    scripted.says(VISITS, Says(appointment("A/1", 24), 201))
    booked = wishes(scripted, clock).send(BOOK, "k1")
    assert (booked.id, booked.ticket, booked.slot, booked.state) == (
        "A/1",
        "TT-9",
        SLOT,
        VisitState.CONFIRMED,
    )
    (asked,) = scripted.of(VISITS)
    body = json.loads(asked.body)
    assert asked.headers["idempotency-key"] == body["externalId"] == "k1"
    assert asked.headers["authorization"] == "Bearer hers"
    assert body["validFor"] == {
        "startDateTime": "2026-11-24T09:00:00+08:00",
        "endDateTime": "2026-11-24T11:00:00+08:00",
    }
    assert body["relatedEntity"] == [REPAIR]
    assert body["relatedParty"] == [{"id": "party-7", "role": "customer", "@referredType": "Individual"}]


@pytest.mark.parametrize(
    ("wish", "answer", "sent"),
    [
        (MOVE, visit(25), {"validFor": {"startDateTime": "2026-11-25T09:00:00+08:00"}}),
        (
            CANCEL,
            visit(status="cancelled"),
            {"status": "cancelled", "validFor": {"startDateTime": "2026-11-24T09:00:00+08:00"}},
        ),
    ],
)
def test_a_change_always_has_its_time(
    scripted: Scripted, clock: Clock, wish: VisitWish, answer: Says, sent: dict[str, Any]
) -> None:
    scripted.says(ONE, visit(), answer)
    desk = wishes(scripted, clock)
    changed = desk.send(wish, "k1")
    assert methods(scripted) == ["GET", "PATCH"]
    asked = scripted.of(ONE)[1]
    body = json.loads(asked.body)
    assert body["validFor"].pop("endDateTime")
    assert (body, asked.headers["idempotency-key"]) == (sent, "k1")
    assert desk.send(wish, "k1") == changed, "said twice, it is done once"
    assert methods(scripted) == ["GET", "PATCH", "GET"]


@pytest.mark.parametrize("status", ["completed", "failed", "cancelled"])
def test_a_visit_that_is_over_is_not_moved(scripted: Scripted, clock: Clock, status: str) -> None:
    scripted.says(ONE, visit(25, status))
    with pytest.raises(Refused) as caught:
        wishes(scripted, clock).send(MOVE, "k1")
    assert (caught.value.reason, methods(scripted)) == (Reason.TOO_LATE, ["GET"])


@pytest.mark.parametrize("wish", [BOOK, MOVE, CANCEL])
@pytest.mark.parametrize(
    ("status", "code", "kind", "reason"),
    [
        (409, "SLOT_TAKEN", Refused, Reason.TOO_LATE),
        (409, "TOO_LATE", Refused, Reason.TOO_LATE),
        (409, "VISIT_OPEN", Refused, Reason.NOT_ELIGIBLE),
        (409, "conflict", Unavailable, Reason.BUSY),
        (409, "", Unavailable, Reason.BUSY),
        (400, "badRequest", Refused, Reason.WRONG_INPUT),
        (401, "", Refused, Reason.SIGNED_OUT),
        (503, "", Unavailable, Reason.SYSTEM_DOWN),
    ],
)
def test_a_wish_that_is_not_taken(
    scripted: Scripted,
    clock: Clock,
    wish: VisitWish,
    status: int,
    code: str,
    kind: type[OperatorError],
    reason: Reason,
) -> None:
    no = Says({"code": code, "reason": "no"}, status)
    scripted.says(VISITS, no)
    scripted.says(ONE, visit(), no)
    with pytest.raises(kind) as caught:
        wishes(scripted, clock).send(wish, "k1")
    assert caught.value.reason is reason


# ------------------------------------------------------------------------------------------ settling


def test_what_is_kept_names_nobody(scripted: Scripted, clock: Clock) -> None:
    kept = wishes(scripted, clock).keep(MOVE)
    assert set(kept) == {"operator", "party", "ticket", "visit", "begins", "ends", "wished"}
    assert not {"hers", "again"} & set(kept.values())


def test_a_booking_that_arrived_is_found(scripted: Scripted, clock: Clock) -> None:
    others = appointment("A0", 23, externalId="another")
    scripted.says(VISITS, Says([others, appointment("A/1", 24, externalId="k1")]))
    desk = wishes(scripted, clock)
    assert desk.settle(desk.keep(BOOK), "k1").id == "A/1"
    (looked,) = scripted.of(VISITS)
    assert (looked.method, looked.query) == ("GET", {"externalId": ["k1"]})
    assert looked.headers["authorization"] == "Bearer own"


def test_a_booking_that_never_arrived_is_sent_again_word_for_word(scripted: Scripted, clock: Clock) -> None:
    desk = wishes(scripted, clock)
    scripted.says(VISITS, Says({}, 503), Says([appointment("A0", 23)]), Says(appointment("A/1", 24), 201))
    with pytest.raises(Unavailable):
        desk.send(BOOK, "k1")
    assert desk.settle(desk.keep(BOOK), "k1").slot == SLOT
    first, _, again = scripted.of(VISITS)
    assert (first.body, again.headers["authorization"]) == (again.body, "Bearer own")


@pytest.mark.parametrize(
    ("wish", "stands", "asked"),
    [
        (MOVE, visit(25), ["GET"]),
        (CANCEL, visit(status="cancelled"), ["GET"]),
        (MOVE, visit(), ["GET", "GET", "PATCH"]),
        (CANCEL, visit(lastUpdate="2026-01-01T00:00:00Z"), ["GET", "GET", "PATCH"]),
    ],
)
def test_a_change_is_sent_again_where_it_did_not_arrive(
    scripted: Scripted, clock: Clock, wish: VisitWish, stands: Says, asked: list[str]
) -> None:
    done = visit(25) if wish is MOVE else visit(status="cancelled")
    scripted.says(ONE, *([stands, stands, done] if len(asked) > 1 else [stands]))
    desk = wishes(scripted, clock)
    settled = desk.settle(desk.keep(wish), "k1")
    assert settled.slot == LATER if wish is MOVE else settled.state is VisitState.CANCELLED
    assert methods(scripted) == asked


@pytest.mark.parametrize("wish", [MOVE, CANCEL])
def test_a_newer_wish_is_not_undone(scripted: Scripted, clock: Clock, wish: VisitWish) -> None:
    desk = wishes(scripted, clock)
    kept = desk.keep(wish)
    scripted.says(ONE, visit(26, lastUpdate=(clock() + timedelta(minutes=1)).isoformat()))
    with pytest.raises(Refused) as caught:
        desk.settle(kept, "k1")
    assert (caught.value.reason, methods(scripted)) == (Reason.TOO_LATE, ["GET"])


@pytest.mark.parametrize("wish", [BOOK, MOVE, CANCEL])
@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (403, Unavailable, Reason.NOT_ALLOWED),
        (404, Refused, Reason.NOT_FOUND),
        (500, Unavailable, Reason.SYSTEM_DOWN),
    ],
)
def test_a_kiosk_that_may_not_look_has_no_answer(
    scripted: Scripted, clock: Clock, wish: VisitWish, status: int, kind: type[OperatorError], reason: Reason
) -> None:
    for path in (VISITS, ONE):
        scripted.says(path, Says({}, status))
    desk = wishes(scripted, clock)
    with pytest.raises(kind) as caught:
        desk.settle(desk.keep(wish), "k1")
    assert caught.value.reason is reason
