"""Walks to the checks before a number is cancelled."""

from __future__ import annotations

from typing import Any

from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, Qualification
from kiosk.journeys.services import service_named, walked
from tests.fake_business import FakeBusiness, FakeReader, FakeStaff
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk


def cancelling(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader(), staff=FakeStaff())
    return a_talk(lambda: walked(service_named("cancel-number"), hall))


def hindered(*obstacles: Obstacle, **fakes: Any) -> FakeBusiness:
    crosses = Qualification(tuple(Hindrance(one) for one in obstacles))
    return FakeBusiness(refusals={(OrderKind.CANCEL_NUMBER, ""): crosses}, **fakes)


def to_the_checks(talk: Talk) -> Talk:
    return talk.by_card().press("I do")
