"""Technicians' visits: free times, booking, moving, calling off, and whom they are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.places import HAIZHU, SHIXING, YUEXIU, District
from kiosk.sandbox.visit_calendar import Calendar
from tests.sandbox.ordering import show_card
from tests.sandbox.troubles import (
    SEARCHES,
    SHEN,
    SHENS_HOME,
    VISITS,
    XIE,
    XIES_PHONE,
    Json,
    a_visit,
    filed,
    for_ticket,
    free_times,
    repair,
)
from tests.sandbox.visitor import BEGINNING, HandClock, Visitor


@pytest.fixture
def xie(mobile: Visitor) -> Iterator[Visitor]:
    mobile.sign_in(XIE)
    yield mobile


def begins(time: Json) -> datetime:
    return datetime.fromisoformat(time["startDateTime"]).astimezone(CHINA)


def news(visitor: Visitor) -> str:
    told: str = visitor.sandbox.phone.inbox(XIES_PHONE)[0]["text"]
    return told


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def moved(visitor: Visitor, visit: Json, time: Json, **more: Any) -> Any:
    return visitor.ask("PATCH", visit["href"], json={"validFor": time, **more})


def test_free_times(xie: Visitor) -> None:
    ticket = filed(xie)["id"]
    answer = xie.post(SEARCHES, {"relatedEntity": for_ticket(ticket)})
    told = answer.json()
    assert (answer.status_code, told["status"], told["searchResult"]) == (201, "done", "success")
    assert xie.get(answer.headers["Location"]).json() == told
    times = [begins(one["validFor"]) for one in told["availableTimeSlot"]]
    assert times == sorted(times)
    assert {one.hour for one in times} <= {9, 11, 14, 16}
    assert {one.weekday() for one in times} <= set(range(5))
    assert 5 < len(times) < 20
    assert free_times(xie, ticket) == [one["validFor"] for one in told["availableTimeSlot"]]


def test_booking_moving_and_calling_off(xie: Visitor) -> None:
    ticket = filed(xie)["id"]
    first, second, *_ = free_times(xie, ticket)
    answer = xie.post(VISITS, a_visit(ticket, first))
    visit = answer.json()
    assert (answer.status_code, answer.headers["Location"], visit["status"]) == (
        201,
        visit["href"],
        "confirmed",
    )
    assert (visit["validFor"], visit["relatedEntity"][0]["id"]) == (first, ticket)
    assert "师傅11月24日" in news(xie)
    assert ticket in news(xie)
    assert first not in free_times(xie, ticket)
    assert xie.get(VISITS, **{"relatedEntity.id": ticket}).json() == [visit]

    there = moved(xie, visit, second).json()
    assert (there["validFor"], there["status"]) == (second, "confirmed")
    assert "改好了" in news(xie)
    assert first in free_times(xie, ticket)
    assert moved(xie, visit, second).json()["lastUpdate"] == there["lastUpdate"]

    gone = moved(xie, visit, second, status="cancelled", note=[{"text": "x"}]).json()
    assert (gone["status"], gone["note"]) == ("cancelled", [{"text": "x"}])
    assert "取消" in news(xie)
    assert len(xie.sandbox.phone.inbox(XIES_PHONE)) == 3
    assert moved(xie, visit, second, status="cancelled").json()["status"] == "cancelled"
    assert code(moved(xie, visit, first)) == (409, "TOO_LATE")
    assert second in free_times(xie, ticket)


def test_the_same_key_books_once(xie: Visitor) -> None:
    ticket = filed(xie)["id"]
    first, second, *_ = free_times(xie, ticket)
    ids = {xie.post(VISITS, a_visit(ticket, first)).json()["id"] for _ in range(2)}
    assert len(ids) == 1
    assert xie.post(VISITS, a_visit(ticket, second)).status_code == 409
    assert code(xie.post(VISITS, a_visit(ticket, second, "key-2"))) == (409, "VISIT_OPEN")
    xie.act_for_itself()
    assert xie.post(VISITS, a_visit(ticket, first)).json()["id"] in ids
    assert [one["id"] for one in xie.get(VISITS, externalId="key-1").json()] == list(ids)
    assert xie.get(f"{VISITS}/{ids.pop()}").ok
    assert xie.get(VISITS).status_code == 403
    assert xie.get(VISITS, externalId="none").json() == []


def test_somebody_was_quicker_and_a_no_stays_a_no(xie: Visitor) -> None:
    ticket, other = filed(xie)["id"], filed(xie, repair(description="Another"))["id"]
    first, *_ = free_times(xie, ticket)
    visit = xie.post(VISITS, a_visit(ticket, first)).json()
    assert code(xie.post(VISITS, a_visit(other, first, "key-2"))) == (409, "SLOT_TAKEN")
    moved(xie, visit, first, status="cancelled")
    assert code(xie.post(VISITS, a_visit(other, first, "key-2"))) == (409, "SLOT_TAKEN")
    assert xie.post(VISITS, a_visit(other, first, "key-3")).status_code == 201


def test_times_that_cannot_be_had(xie: Visitor, clock: HandClock) -> None:
    ticket = filed(xie)["id"]
    free = free_times(xie, ticket)
    times = Calendar("mobile", HAIZHU).times(BEGINNING)
    busy = next(one for one in times if one.begins not in {begins(time) for time in free})
    odd = {"startDateTime": "2026-11-24T10:00:00+08:00", "endDateTime": "2026-11-24T12:00:00+08:00"}
    assert code(xie.post(VISITS, a_visit(ticket, _period(busy.begins), "a"))) == (409, "SLOT_TAKEN")
    for wrong in (
        odd,
        _period(busy.begins + timedelta(days=28)),
        _period(datetime(2026, 11, 28, 9, tzinfo=CHINA)),
        {"startDateTime": "0001-01-01T00:00:00+14:00", "endDateTime": "9999-12-31T23:59:59-14:00"},
    ):
        assert xie.post(VISITS, a_visit(ticket, wrong, "b")).status_code == 400
    assert code(xie.post(VISITS, a_visit(ticket, _period(BEGINNING.replace(hour=6)), "c"))) == (
        409,
        "TOO_LATE",
    )
    visit = xie.post(VISITS, a_visit(ticket, free[0], "d")).json()
    clock.pass_by(days=2)
    xie.sign_in(XIE)
    assert xie.get(visit["href"]).json()["status"] == "completed"
    assert code(moved(xie, visit, free[-1])) == (409, "TOO_LATE")


def _period(begun: datetime) -> Json:
    return {"startDateTime": begun.isoformat(), "endDateTime": (begun + timedelta(hours=2)).isoformat()}


def test_the_end_of_a_repair_calls_the_visit_off(xie: Visitor) -> None:
    ticket = filed(xie)
    time, *_ = free_times(xie, ticket["id"])
    visit = xie.post(VISITS, a_visit(ticket["id"], time)).json()
    assert xie.ask("PATCH", ticket["href"], json={"status": "cancelled"}).ok
    assert xie.get(visit["href"]).json()["status"] == "cancelled"
    assert "取消" in news(xie)
    search = xie.post(SEARCHES, {"relatedEntity": for_ticket(ticket["id"])})
    assert code(search) == (409, "TOO_LATE")
    assert code(xie.post(VISITS, a_visit(ticket["id"], time, "key-2"))) == (409, "TOO_LATE")


def test_in_the_country_a_technician_comes_half_as_often(mobile: Visitor) -> None:
    mobile.sign_in(SHEN)
    times = free_times(mobile, filed(mobile, repair(SHENS_HOME))["id"])
    assert {begins(one).hour for one in times} <= {9, 14}


def test_a_repair_finds_its_home(xie: Visitor) -> None:
    assert free_times(xie, filed(xie, repair(""))["id"])
    assert free_times(xie, filed(xie, repair("mobile-1019-1"))["id"])
    assert free_times(xie, filed(xie, repair("mobile-1019-2-broadband", description="x"))["id"])
    xie.sign_in("cao-deming")
    nowhere = filed(xie, repair(""))["id"]
    assert xie.post(SEARCHES, {"relatedEntity": for_ticket(nowhere)}).status_code == 400


def test_only_repairs_of_ones_own(xie: Visitor) -> None:
    complaint = filed(xie, repair(ticketType="complaint"))["id"]
    assert xie.post(SEARCHES, {"relatedEntity": for_ticket(complaint)}).status_code == 400
    assert xie.post(SEARCHES, {"relatedEntity": []}).status_code == 400
    assert xie.post(SEARCHES, {"relatedEntity": for_ticket("TT-none")}).status_code == 400
    ticket = filed(xie, repair(description="x"))["id"]
    time, *_ = free_times(xie, ticket)
    visit = xie.post(VISITS, a_visit(ticket, time)).json()
    search = xie.post(SEARCHES, {"relatedEntity": for_ticket(ticket)}).headers["Location"]
    xie.sign_in()
    assert xie.get(search).ok  # to the client that looked
    assert xie.post(SEARCHES, {"relatedEntity": for_ticket(ticket)}).status_code == 400
    assert xie.get(VISITS).json() == []
    assert xie.get(f"{VISITS}/none").status_code == 404
    assert xie.get(f"{SEARCHES}/none").status_code == 404
    assert moved(xie, visit, time, status="cancelled").status_code == 404


def test_a_client_books_for_whom_it_has_proven(mobile: Visitor) -> None:
    customer = {"id": "mobile-1019", "role": "customer", "@referredType": "Individual"}
    mobile.prove(XIES_PHONE)
    ticket = filed(mobile, repair(relatedParty=[customer]))["id"]
    about = {"relatedEntity": for_ticket(ticket), "relatedParty": customer}
    answer = mobile.post(SEARCHES, about)
    assert mobile.get(answer.headers["Location"]).ok
    time = answer.json()["availableTimeSlot"][0]["validFor"]
    visit = mobile.post(VISITS, a_visit(ticket, time, relatedParty=[customer]))
    assert visit.json()["relatedParty"] == [customer]
    other = customer | {"id": "mobile-1001"}
    assert mobile.post(SEARCHES, about | {"relatedParty": other}).status_code == 403
    assert mobile.post(VISITS, a_visit(ticket, time, "x", relatedParty=[other])).status_code == 403


def test_whoever_has_no_phone_there_gets_no_sms(unicom: Visitor) -> None:
    show_card(unicom, "chen-jianguo")
    customer = {"id": "unicom-1002", "@referredType": "Individual"}
    reported = repair("unicom-1002-3", relatedParty=[customer])
    ticket = filed(unicom, reported)["id"]
    outage = {"operator": "unicom", "area": "990104", "takes": ["broadband"], "hours": 0.001}
    unicom.sandbox.phone.post("/control/outages", outage)
    filed(unicom, reported | {"ticketType": "outageReport"})
    time, *_ = free_times(unicom, ticket)
    assert unicom.post(VISITS, a_visit(ticket, time)).status_code == 201
    assert unicom.sandbox.phone.inbox("+8613800130004") == []


@given(st.integers(0, 4 * 366 * 24 * 60), st.sampled_from([YUEXIU, SHIXING]))
def test_five_working_days_to_come(minutes: int, district: District) -> None:
    now = BEGINNING.astimezone(CHINA) + timedelta(minutes=minutes)
    times = Calendar("mobile", district).times(now)
    days = {one.begins.date() for one in times}
    assert len(days) == 5
    assert all(one.begins > now and one.begins.weekday() < 5 for one in times)
    assert len(times) > (15 if district is YUEXIU else 7)
    assert max(days) - now.date() <= timedelta(days=8)
