"""A repair under “My orders”: its visit is seen, moved, called off, or booked late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import VisitState
from kiosk.domain.visits import VisitWish
from kiosk.domain.work_orders import Filed, WorkOrderKind
from kiosk.journeys.services import service_named, walked
from kiosk.text import Language, Letter
from tests.fake_business import NOON, FakeBusiness, named
from tests.fake_operators import FakeOperators, a_hall
from tests.fake_trouble import A_VISIT, SLOTS, FakeTrouble
from tests.talks import Talk, a_talk

REPAIR = Filed("TT-9", WorkOrderKind.REPAIR, "repair", "inProgress", NOON, date(2026, 11, 25))


def repairing(trouble: FakeTrouble, ticket: Filed = REPAIR) -> Any:
    hall = a_hall(FakeOperators(business=FakeBusiness(tickets=(ticket,)), trouble=trouble))
    return a_talk(lambda: walked(service_named("my-orders"), hall))


def at_the_repair(talk: Talk) -> Talk:
    return talk.by_phone().press("A repair")


def labels(talk: Talk) -> list[str]:
    return [option.label.message for option in talk.screen.options]  # type: ignore[attr-defined]


def test_a_visit_is_moved() -> None:
    trouble = FakeTrouble(visit=A_VISIT)
    with repairing(trouble) as talk:
        at_the_repair(talk).press("Choose another time").answer(SLOTS[4].begins.date()).answer(SLOTS[4])
        assert talk.title == "Move the visit to this time?"
        talk.press("Yes, move it")
        assert talk.title == "Somebody comes at this time"
        talk.go_on()
        assert talk.title == "These are your orders and requests"
    [wish] = trouble.visit_wishes.asked
    assert wish == VisitWish("mobile", wish.access, "TT-9", SLOTS[4], "A-1")


def test_a_move_that_is_not_taken_leaves_the_visit() -> None:
    trouble = FakeTrouble(visit=A_VISIT)
    trouble.visit_wishes.problem = Refused(Reason.NOT_ALLOWED)
    with repairing(trouble) as talk:
        at_the_repair(talk).press("Choose another time").answer(SLOTS[4].begins.date()).answer(SLOTS[4])
        talk.press("Yes, move it")
        assert talk.title == "The visit could not be changed"
        talk.go_on().press("A repair", "Cancel the visit", "Yes, nobody need come")
        assert talk.title == "The visit could not be changed"
        talk.go_on()
        assert talk.title == "These are your orders and requests"


def test_a_visit_is_called_off_or_kept() -> None:
    trouble = FakeTrouble(visit=A_VISIT)
    with repairing(trouble) as talk:
        at_the_repair(talk).press("Cancel the visit", "No, let them come")
        assert talk.title == "These are your orders and requests"
        talk.press("A repair", "Cancel the visit", "Yes, nobody need come")
        assert talk.title == "The visit is cancelled"
        talk.go_on()
        assert talk.title == "These are your orders and requests"
    [wish] = trouble.visit_wishes.asked
    assert (wish.visit_id, wish.slot) == ("A-1", None)


@pytest.mark.parametrize("visit", [None, replace(A_VISIT, state=VisitState.CANCELLED)])
def test_a_repair_without_a_visit_gets_one(visit: Any) -> None:
    with repairing(FakeTrouble(visit=visit)) as talk:
        at_the_repair(talk)
        assert labels(talk) == ["Back to the list", "Choose a time for a visit"]
        talk.press("Choose a time for a visit").answer(SLOTS[0].begins.date()).answer(SLOTS[0])
        talk.press("Yes, come then")
        assert talk.title == "Somebody comes at this time"


def test_a_repair_that_was_refused_says_what_was_answered_and_where_to_appeal() -> None:
    refused = replace(REPAIR, state="rejected", answer=Letter(named("The wire is yours.")))
    with repairing(FakeTrouble(), refused) as talk:
        stands, written, appeal, _ = at_the_repair(talk).screen.body
        assert stands.message == "The company said no." and talk.screen.private
        assert written.shown(words_of(Language.EN)) == "The company writes: The wire is yours."
        assert "appeal" in appeal.message and labels(talk) == ["Back to the list"]
    with repairing(FakeTrouble(), replace(REPAIR, due=date(2026, 11, 22))) as talk:
        assert "late" in at_the_repair(talk).screen.body[1].message and not talk.screen.private


def test_an_ended_repair_and_an_operator_without_visits_leave_nothing_to_change() -> None:
    class NoVisits(FakeTrouble):
        def visit_for(self, identity: object, ticket: str) -> Any:
            raise Refused(Reason.NOT_ALLOWED)

    with repairing(NoVisits(), replace(REPAIR, state="closed")) as talk:
        at_the_repair(talk)
        assert labels(talk) == ["Back to the list"]
        talk.press("Back to the list")
        assert talk.title == "These are your orders and requests"
    with repairing(FakeTrouble(free=())) as talk:
        at_the_repair(talk).press("Choose a time for a visit").go_on()
        assert talk.title == "These are your orders and requests"
