"""Whatever goes wrong, in whatever order: a technician comes once, when she wished, or not at all."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import Visit, VisitState
from kiosk.domain.visits import VisitWish
from kiosk.operators.desks import OperatorSystems
from kiosk.screens import Commits
from kiosk.visit.outbox import Outbox, State
from tests.effort import tries
from tests.operators.conftest import House
from tests.operators.test_ordering_properties import LUCK, SLOW, Unlucky, settle_all, told
from tests.operators.test_troubles import XIE, a_repair

NEWS = ("看宽带", "改好了", "不来了")
"""Words of the SMS for a visit that is booked, moved, cancelled."""


def wishes(desks: OperatorSystems) -> Commits[Any, Any]:
    return desks.visit_wishes


def a_wish(house: House, deed: str) -> VisitWish:
    """Wish for a visit, or that one which is booked already is moved, cancelled, or doubled."""
    identity = house.by_qr("xie-guiying", "mobile")
    ticket = a_repair(house, identity).reference
    *_, first, second = house.desks.visits.slots(identity, ticket)
    book = VisitWish("mobile", identity.access, ticket, first)
    if deed == "book":
        return book
    visit = house.desks.visit_wishes.send(book, "booked-1")
    changes = {"move": (second, visit.id), "cancel": (None, visit.id), "double": (second, "")}
    slot, id_ = changes[deed]
    return VisitWish("mobile", identity.access, ticket, slot, id_)


def fate_of(house: House, luck: list[str], wish: VisitWish) -> State:
    desk = Unlucky(house, luck=list(luck), name="visit", api="appointment", desk=wishes)
    with TemporaryDirectory() as folder:
        outbox = Outbox(Path(folder) / "outbox.sqlite")
        told(house, outbox, desk, wish)
        settle_all(house, outbox, desk)
        ((_, fate),) = outbox.fates().values()
        outbox.close()
    if "slow" in luck:
        time.sleep(SLOW)  # until the last request, long given up, has come to the operator
    return fate


def visit_of(house: House, wish: VisitWish) -> Visit:
    visit = house.desks.visits.visit_for(house.by_qr("xie-guiying", "mobile"), wish.ticket)
    assert visit is not None
    return visit


def news(house: House) -> list[int]:
    texts = [message["text"] for message in house.phone.inbox(f"+86{XIE}")]
    return [sum(word in text for text in texts) for word in NEWS]


@example(luck=["signed out"])
@example(luck=["slow", "drop", "slow"])
@example(luck=["killed after", "drop", "lie"])
@given(luck=LUCK)
@settings(max_examples=tries(1), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize(
    ("deed", "fate", "sent"),
    [
        ("book", State.DONE, [1, 0, 0]),
        ("move", State.DONE, [1, 1, 0]),
        ("cancel", State.DONE, [1, 0, 1]),
        ("double", State.REFUSED, [1, 0, 0]),
    ],
)
def test_a_visit_is_as_she_wished_once(
    house: House, luck: list[str], deed: str, fate: State, sent: list[int]
) -> None:
    house.sandbox.reset()
    wish = a_wish(house, deed)
    assert fate_of(house, luck, wish) is fate
    visit = visit_of(house, wish)
    assert news(house) == sent
    assert visit.state is (VisitState.CANCELLED if deed == "cancel" else VisitState.CONFIRMED)
    assert (visit.slot == wish.slot) is (deed in {"book", "move"})


def test_what_was_changed_since_stays_so(house: House) -> None:
    wish, desk = a_wish(house, "move"), house.desks.visit_wishes
    kept = desk.keep(wish)
    house.clock.jump(60)
    *_, third, _ = house.desks.visits.slots(house.by_qr("xie-guiying", "mobile"), wish.ticket)
    desk.send(replace(wish, slot=third), "newer")
    with pytest.raises(Refused) as caught:
        desk.settle(kept, "older")
    assert caught.value.reason is Reason.TOO_LATE
    assert visit_of(house, wish).slot == third
