"""Outages: only open ones, only here, at the sandbox and at operators that go their own way."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.calendar import CHINA
from kiosk.domain.failures import OperatorError, Reason, Refused
from kiosk.domain.faults import Kin, Outage
from kiosk.text import Label
from tests.operators.conftest import Clock, desks_for
from tests.operators.scripted import Says, Scripted

PATH, AREA = "/problems/serviceProblem", "440106"


def problem(*takes: object, place: str = AREA, status: str = "inProgress", **more: object) -> dict[str, Any]:
    told = {"takes": list(takes), **more}
    return {
        "id": "SP1",
        "status": status,
        "creationDate": "2026-11-23T00:30:00Z",
        "affectedLocation": [{"id": "990101", "name": "Elsewhere"}, {"id": place, "name": "天河区"}],
        "characteristic": [{"name": name, "value": value} for name, value in told.items()],
    }


def found(scripted: Scripted, clock: Clock, *answers: Says) -> tuple[Outage, ...]:
    scripted.says(PATH, *answers)
    return desks_for(scripted.settings(service_problem="/problems"), clock).faults.outages("op", AREA)


def reason_of(scripted: Scripted, clock: Clock, answer: Says) -> Reason:
    with pytest.raises(OperatorError) as caught:
        found(scripted, clock, answer)
    return caught.value.reason


def test_an_outage_is_read_as_the_standard_writes_it(scripted: Scripted, clock: Clock) -> None:
    mended = (clock() + timedelta(hours=2)).isoformat()
    names = {"zh-CN": "广州天河", "en": "Tianhe, Guangzhou"}
    told = problem("Mobile", "broadband", "gas", 7, expectedResolutionDate=mended, district=names)
    (outage,) = found(scripted, clock, Says([told]))
    assert outage == Outage(
        reference="SP1",
        takes=frozenset({Kin.MOBILE, Kin.BROADBAND}),
        place=Label.of({"zh_CN": "广州天河", "en": "Tianhe, Guangzhou"}),
        since=datetime(2026, 11, 23, 8, 30, tzinfo=CHINA),
        until=datetime.fromisoformat(mended),
    )
    assert (outage.since.hour, outage.until and outage.until.utcoffset()) == (8, timedelta(hours=8))
    (asked,) = scripted.of(PATH)
    assert asked.query["affectedLocation.id"] == [AREA]
    assert asked.headers["authorization"] == "Bearer own"


@pytest.mark.parametrize("status", ["resolved", "closed", "rejected", "cancelled", "", "odd"])
def test_what_is_over_is_no_outage(scripted: Scripted, clock: Clock, status: str) -> None:
    assert found(scripted, clock, Says([problem("mobile", status=status)])) == ()


@pytest.mark.parametrize(
    ("place", "here"),
    [("440106", True), ("440100", True), ("440000", True), ("440200", False), ("", False),
     ("000000", False), ("440106001", False)],
)  # fmt: skip
def test_an_outage_is_here_where_its_division_holds_the_area(
    scripted: Scripted, clock: Clock, place: str, here: bool
) -> None:
    assert bool(found(scripted, clock, Says([problem("mobile", place=place)]))) is here


def test_the_newest_comes_first_and_names_its_place(scripted: Scripted, clock: Clock) -> None:
    older = problem("television") | {"id": "SP0", "creationDate": "2026-11-22T00:30:00Z"}
    outages = found(scripted, clock, Says([older, problem("mobile")]))
    assert [outage.reference for outage in outages] == ["SP1", "SP0"]
    assert outages[0].place == Label.of({"zh_CN": "天河区"})


@pytest.mark.parametrize("takes", [[], ["gas"], [None, {}]])
def test_an_outage_of_nothing_we_know_is_left_out(
    scripted: Scripted, clock: Clock, takes: list[object]
) -> None:
    assert found(scripted, clock, Says([problem(*takes), problem() | {"characteristic": []}])) == ()


def test_a_time_that_has_passed_is_no_promise(scripted: Scripted, clock: Clock) -> None:
    late = problem("mobile", expectedResolutionDate=(clock() - timedelta(minutes=1)).isoformat())
    (outage,) = found(scripted, clock, Says([late]))
    assert outage.until is None


@pytest.mark.parametrize("answer", [Says({}, 404), Says([])])
def test_an_operator_that_finds_nothing_has_none(scripted: Scripted, clock: Clock, answer: Says) -> None:
    assert found(scripted, clock, answer) == ()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Says({}, 403), Reason.NOT_ALLOWED),
        (Says({"id": "SP1"}), Reason.BROKEN_ANSWER),
        (Says([{}]), Reason.BROKEN_ANSWER),
        (Says(b'[{"id": "1", "characteristic": [{"name": "x", "value": NaN}]}]'), Reason.BROKEN_ANSWER),
        (Says([problem("mobile") | {"creationDate": "2026-11-23T00:30:00"}]), Reason.BROKEN_ANSWER),
        (Says([problem("mobile") | {"creationDate": None}]), Reason.BROKEN_ANSWER),
        (Says([problem("mobile", expectedResolutionDate="soon")]), Reason.BROKEN_ANSWER),
        (Says([problem("mobile", expectedResolutionDate=7)]), Reason.BROKEN_ANSWER),
    ],
)
def test_what_cannot_be_read(scripted: Scripted, clock: Clock, answer: Says, reason: Reason) -> None:
    assert reason_of(scripted, clock, answer) is reason


def test_a_list_without_end(scripted: Scripted, clock: Clock) -> None:
    pages = (
        Says([problem("mobile") | {"id": f"{page}-{place}"} for place in range(50)]) for page in range(30)
    )
    with pytest.raises(OperatorError) as caught:
        found(scripted, clock, *pages)
    assert caught.value.reason is Reason.BROKEN_ANSWER


def test_nobody_is_asked_without_an_area_or_an_api(scripted: Scripted, clock: Clock) -> None:
    faults = desks_for(scripted.settings(), clock).faults
    assert faults.outages("op", "") == ()
    for operator in ("op", "another"):
        with pytest.raises(Refused) as caught:
            faults.outages(operator, AREA)
        assert caught.value.reason is Reason.NOT_ALLOWED
