"""Cancelling pays back what is left: to another number of the same person, never to somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.money import balance_of
from tests.sandbox.ordering import ORDERS, STEP, consent, item, order, placed, show_card
from tests.sandbox.visitor import HandClock, Visitor

FIRST, SECOND, PARTY = "telecom-1007-1", "telecom-1007-2", "telecom-1007"


@pytest.fixture
def ma(paced: RunningSandbox, clock: HandClock) -> Iterator[Visitor]:
    clock.rewind()
    paced.reset()
    with Visitor(paced, "telecom") as visitor:
        show_card(visitor, "ma-lihua")
        yield visitor


@pytest.mark.parametrize(("to", "there"), [(SECOND, 86.5), ("bank", 0), ("telecom-1002-1", 0), (FIRST, 0)])
def test_what_is_left_goes_to_ones_own_number_alone(
    ma: Visitor, clock: HandClock, to: str, there: float
) -> None:
    ma.act_for_itself()
    before = balance_of(ma, "+8618900130002")
    asked = item("delete", FIRST, line=FIRST, refundTo=to)
    placed(ma, order("cancelNumber", asked, party=PARTY, staff="S7"))
    clock.pass_by(seconds=6 * STEP)
    ma.act_for_itself()
    assert (balance_of(ma, "+8618900130010"), balance_of(ma, "+8618900130002")) == (there, before)


def test_an_order_whose_first_try_was_lost_is_taken_for_a_day(ma: Visitor, clock: HandClock) -> None:
    proof = {name: value for name, value in consent().items() if name != "evidence"}
    stop = order("restoreNumber", item("modify", SECOND, line=SECOND, consent=proof), party=PARTY)
    whole = order("restoreNumber", item("modify", SECOND, line=SECOND), party=PARTY)
    clock.pass_by(hours=1)
    ma.act_for_itself()
    assert ma.post(ORDERS, whole | {"externalId": "whole"}).status_code == 403
    placed(ma, stop, "again")
    clock.pass_by(days=1)
    ma.act_for_itself()
    assert ma.post(ORDERS, stop | {"externalId": "late"}).status_code == 403
