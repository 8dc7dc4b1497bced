"""Answers about faults and visits, spoiled anywhere: a desk says what it read, or that it could not."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.failures import OperatorError, Reason, Unavailable
from kiosk.domain.faults import Metric
from kiosk.operators.desks import OperatorSystems
from kiosk.settings import NationalSettings
from tests.fake_trouble import HOME
from tests.operators.conftest import WANG, Clock, Patience, desks_for
from tests.operators.scripted import Asked, Says, Scripted
from tests.operators.test_fraud import CHECK, REPORT, REPORTS
from tests.operators.test_homes import PATH as PRODUCTS
from tests.operators.test_homes import product, sold_on
from tests.operators.test_line_tests import ONE as TEST
from tests.operators.test_line_tests import PATH as TESTS
from tests.operators.test_line_tests import TEST as BEGUN
from tests.operators.test_line_tests import measure
from tests.operators.test_network import REACH, STATE, WELL
from tests.operators.test_outages import AREA, problem
from tests.operators.test_outages import PATH as PROBLEMS
from tests.operators.test_sims import LINE
from tests.operators.test_visiting import BOOK, MOVE
from tests.operators.test_visiting import ONE as VISIT
from tests.operators.test_visits import SEARCH, VISITS, appointment

HASTE = 0.25
"""Seconds that a desk waits here."""
NAMES = {"zh_CN": "天河区", "en": "Tianhe"}
LAST = "9999-12-31T23:59:59Z"


class Case(NamedTuple):
    """Something that is asked: where, what a good answer is, and by which desk."""

    path: str
    good: Any
    ask: Callable[[OperatorSystems], object]


def measured(desks: OperatorSystems) -> object:
    return desks.faults.measured(WANG, BEGUN, Metric.SPEED, stop=Patience(Clock()))


CASES = {
    "outages": Case(
        PROBLEMS,
        [problem("mobile", expectedResolutionDate=LAST, district=NAMES)],
        lambda desks: desks.faults.outages("op", AREA),
    ),
    "homes": Case(
        PRODUCTS,
        [product(accountNumber="1", district=NAMES, television=True), sold_on("b-1", "plan", NAMES)],
        lambda desks: desks.faults.homes_of(WANG),
    ),
    "reach": Case(
        REACH, {"reachable": True, "connectivity": ["DATA"]}, lambda desks: desks.faults.reach_of(WANG, LINE)
    ),
    "state": Case(STATE, WELL, lambda desks: desks.faults.state_of(WANG, LINE)),
    "test": Case(
        TESTS,
        {"id": "t/1", "characteristic": [{"name": "metrics", "value": ["modem", "downstream"]}]},
        lambda desks: desks.faults.test_line(WANG, HOME),
    ),
    "measured": Case(
        TEST,
        {"id": "t/1", "testMeasure": [measure("downstream", 12, conformanceTargetLower="300")]},
        measured,
    ),
    "slots": Case(
        SEARCH,
        {
            "id": "s/1",
            "status": "done",
            "availableTimeSlot": [
                {"validFor": {"startDateTime": "2099-01-01T09:00:00Z", "endDateTime": LAST}}
            ],
        },
        lambda desks: desks.visits.slots(WANG, "TT-9"),
    ),
    "visit": Case(VISITS, [appointment("A1", 24)], lambda desks: desks.visits.visit_for(WANG, "TT-9")),
    "booking": Case(VISITS, appointment("A1", 24), lambda desks: desks.visit_wishes.send(BOOK, "k1")),
    "moving": Case(VISIT, appointment("A/1", 24), lambda desks: desks.visit_wishes.send(MOVE, "k1")),
    "check": Case(
        CHECK, {"listed": True, "reports": 3, "category": "other"}, lambda desks: desks.fraud.check("95588")
    ),
    "report": Case(
        REPORTS,
        {"reference": "FR1", "createdAt": LAST},
        lambda desks: desks.fraud_reports.send(REPORT, "k1"),
    ),
}
ALL = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from([LAST, "0001-01-01T00:00:00+14:00", "2026-11-24T01:00:00", "0", "NaN", "id", "name"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def all_desks(scripted: Scripted, clock: Clock) -> OperatorSystems:
    here = scripted.settings(
        service_problem="/problems",
        product_inventory="/products",
        reachability="/reach",
        subscription_status="/status",
        service_test="/tests",
        appointment="/visits",
        trouble_ticket="/tickets",
    )
    national = NationalSettings(client=here.operators[0].client, fraud_list=f"{scripted.url}/fraud")
    return desks_for(msgspec.structs.replace(here, national=national), clock, HASTE)


@pytest.fixture
def desks(scripted: Scripted, clock: Clock) -> OperatorSystems:
    return all_desks(scripted, clock)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every place of an answer: what it is in, and its name or number there."""
    names = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in names:
        yield value, name
        yield from places(value[name])


def spoiled(data: st.DataObject, good: Any) -> Any:
    """Put something else somewhere into an answer, or leave something out."""
    whole = [copy.deepcopy(good)]
    inside, name = data.draw(st.sampled_from(list(places(whole))))
    if data.draw(st.booleans()):
        inside[name] = data.draw(JUNK)
    else:
        del inside[name]
    return whole[0] if whole else None


@ALL
def test_a_good_answer_is_read(scripted: Scripted, desks: OperatorSystems, case: Case) -> None:
    scripted.says(case.path, Says(case.good))
    assert case.ask(desks)


@ALL
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_spoiled_answer_is_read_or_refused(
    scripted: Scripted, desks: OperatorSystems, case: Case, data: st.DataObject
) -> None:
    scripted.says(case.path, Says(spoiled(data, case.good)))
    with suppress(OperatorError):
        case.ask(desks)


@ALL
def test_what_is_no_answer_is_none(scripted: Scripted, desks: OperatorSystems, case: Case) -> None:
    for body in (b"", b"<html>", b"null", b'"x"', b"7", b'{"id": NaN}', b"[" * 99, b'{"id": 1, "id": 1}'):
        scripted.says(case.path, Says(body))
        with pytest.raises(Unavailable) as caught:
            case.ask(desks)
        assert caught.value.reason is Reason.BROKEN_ANSWER, body


@ALL
def test_an_answer_that_comes_too_late(scripted: Scripted, desks: OperatorSystems, case: Case) -> None:
    def late(_: Asked) -> Says:
        time.sleep(HASTE * 1.5)
        return Says(case.good)

    scripted.says(case.path, late)
    with pytest.raises(Unavailable) as caught:
        case.ask(desks)
    assert caught.value.reason is Reason.TIMED_OUT
