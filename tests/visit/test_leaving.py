"""Saying how it was at the end of a visit: asked once something was done, and never in the way."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.devices.call_light import SimulatedLight
from kiosk.domain.events import Event
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.ratings import Managed, Rating
from kiosk.screens import Choose, Tell, choices_of
from tests.desks import Desk, a_desk
from tests.fake_business import FakeBusiness
from tests.fake_operators import WANG, FakeOperators
from tests.fake_trouble import FakeRatings
from tests.visit.worlds import HeldRunner

TILE = "My orders, complaints"
GOODBYE, REST = "Thank you. Take care!", "Hello. Touch the screen to begin."
YES = "Yes, three short questions"
ANSWERS = ("Yes, all of it", "Easy", "Good")


def look_at_orders(desk: Desk) -> None:
    """Sign in, and have something done."""
    pilot = desk.pilot.from_rest().press(TILE, "My orders", "Yes, go on", "Scan with my phone")
    pilot.choose("mobile").go_on()
    assert pilot.title == "What else can we do for you?"


def leave(desk: Desk) -> None:
    desk.reception.end()
    desk.pilot.press("Yes, leave")
    assert desk.pilot.title == GOODBYE


def test_after_something_was_done_the_goodbye_asks_and_one_touch_leaves() -> None:
    box = FakeRatings()
    with a_desk(ratings=box) as desk:
        look_at_orders(desk)
        leave(desk)
        weights = {(option.tone, option.chosen) for option in choices_of(desk.pilot.screen)}
        assert isinstance(desk.pilot.screen, Choose) and len(weights) == 1
        assert desk.operators.signed_out == [WANG.access]
        assert desk.reception.stage.visit == 0
        desk.pilot.press("No, goodbye")
        assert desk.pilot.title == REST and box.dropped == []


def test_whoever_likes_says_how_it_was_and_is_gone_already() -> None:
    box = FakeRatings()
    with a_desk(ratings=box) as desk:
        look_at_orders(desk)
        leave(desk)
        desk.pilot.press(YES)
        assert desk.reception.stage.signed_in is None and desk.reception.stage.can_go_back
        desk.pilot.press(*ANSWERS)
        assert box.dropped == [Rating(Managed.YES, 4, 4)]
        desk.pilot.go_on()
        assert desk.pilot.title == GOODBYE and isinstance(desk.pilot.screen, Tell)
        desk.pilot.go_on()
        assert desk.pilot.title == REST


def test_the_log_knows_of_no_rating() -> None:
    with a_desk() as desk:
        look_at_orders(desk)
        leave(desk)
        before = list(desk.events.seen)
        desk.pilot.press(YES, *ANSWERS).go_on()
        desk.pilot.go_on()
        assert desk.events.seen == before and before[-1][0] is Event.VISIT_ENDED
    with a_desk() as desk:
        desk.pilot.from_rest().press(TILE, "Say how it was", *ANSWERS).go_on()
        assert [event for event, _ in desk.events.seen] == [Event.VISIT_BEGAN]


@pytest.mark.parametrize("way", ["back", "end"])
def test_back_and_end_lead_out_at_once(way: str) -> None:
    box = FakeRatings()
    with a_desk(ratings=box) as desk:
        look_at_orders(desk)
        leave(desk)
        desk.pilot.press(YES, "No, it was not done")
        getattr(desk.reception, way)()
        if way == "back":
            desk.reception.back()
        assert desk.pilot.title == GOODBYE and isinstance(desk.pilot.screen, Tell) and box.dropped == []


def test_a_complaint_on_the_way_out_signs_in_anew_and_ending_it_asks() -> None:
    with a_desk(FakeOperators()) as desk:
        look_at_orders(desk)
        leave(desk)
        desk.pilot.press(YES, "No, it was not done", "Easy", "Good", "Make a complaint", "Something else")
        desk.pilot.press("No call: I choose here", "Yes, go on", "Scan with my phone").choose("mobile")
        assert desk.reception.stage.signed_in == WANG.name
        desk.reception.end()
        desk.pilot.press("Yes, leave")
        assert isinstance(desk.pilot.screen, Tell) and desk.operators.signed_out == [WANG.access] * 2


def test_time_leaves_too() -> None:
    with a_desk() as desk:
        look_at_orders(desk)
        leave(desk)
        desk.clock.now += 29
        desk.reception.tick()
        assert desk.pilot.title == GOODBYE
        desk.clock.now += 1
        desk.reception.tick()
        assert desk.pilot.title == REST
        look_at_orders(desk)
        leave(desk)
        desk.pilot.press(YES)
        desk.clock.now += 180
        desk.reception.tick()
        desk.clock.now += 45
        desk.reception.tick()
        assert desk.pilot.title == REST
        assert Event.VISIT_TIMED_OUT not in {event for event, _ in desk.events.seen}


@pytest.mark.parametrize("way", ["nothing", "gave_up", "staff"])
def test_whoever_gave_up_or_called_staff_is_asked_as_well(way: str) -> None:
    with a_desk(light=SimulatedLight()) as desk:
        desk.pilot.from_rest()
        if way == "gave_up":
            desk.pilot.press(TILE, "My orders", "No, do not").go_on()
        elif way == "staff":
            desk.reception.help()
            desk.pilot.press("Call staff").go_on()
        desk.reception.end()
        assert desk.pilot.title == GOODBYE and isinstance(desk.pilot.screen, Choose)


def test_whoever_has_said_it_is_not_asked_again() -> None:
    with a_desk() as desk:
        look_at_orders(desk)
        desk.pilot.press(TILE, "Say how it was", *ANSWERS).go_on()
        leave(desk)
        assert isinstance(desk.pilot.screen, Tell)


@pytest.mark.parametrize("back", [True, False])
def test_whoever_does_not_wait_for_the_box_has_said_it_once(back: bool) -> None:
    box, runner = FakeRatings(), HeldRunner()
    with a_desk(runner=runner, ratings=box) as desk:
        desk.pilot.from_rest().press(TILE, "Say how it was", *ANSWERS)
        desk.clock.now += 8
        desk.reception.tick()
        if back:
            desk.reception.back()
        else:
            desk.pilot.press("Stop and go to the start")
        runner.let_go()
        desk.pilot.press(TILE, "Say how it was")
        assert desk.pilot.title == "Thank you for telling us" and box.dropped == [Rating(Managed.YES, 4, 4)]
        desk.pilot.go_on()
        desk.reception.end()
        assert isinstance(desk.pilot.screen, Tell)


def test_whoever_was_signed_out_after_saying_it_is_not_asked_again() -> None:
    class RunOut(FakeBusiness):
        def orders_of(self, identity: object) -> Any:
            raise Refused(Reason.SIGNED_OUT)

    with a_desk(FakeOperators(business=RunOut())) as desk:
        desk.pilot.from_rest().press(TILE, "Say how it was", *ANSWERS).go_on()
        desk.pilot.press(TILE, "My orders", "Yes, go on", "Scan with my phone").choose("mobile")
        assert desk.pilot.title == "We cannot go on here" and desk.reception.stage.signed_in is None
        desk.pilot.press("Go to the start")
        desk.reception.end()
        assert desk.pilot.title == GOODBYE and isinstance(desk.pilot.screen, Tell)


@pytest.mark.parametrize("way", ["over", "inside", "from help", "looked at", "parted"])
def test_whoever_was_cheated_is_not_asked_for_marks(way: str) -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest()
        if way == "from help":
            desk.reception.help()
        else:
            pilot.press("Fraud, and my ID", "Keep me safe from fraud")
        if way == "looked at":
            pilot.press("Is this message or call real?", "Tell a code or password, show my ID or face")
            pilot.press("I have told or paid something already", "Not yet, I have hung up")
        else:
            pilot.press("I may have been cheated", "Not yet, I have hung up")
        if way == "parted":
            pilot.press("They saw my screen, or I installed an app").go_on()
            pilot.choose("95588").go_on().go_on().go_on().go_on().go_on()
            pilot.press("Yes, stop it", "Yes, go on", "Go to the start")
            desk.reception.end()
        elif way in {"over", "looked at"}:
            pilot.press("I gave cash or gold").go_on().go_on().go_on()
            assert pilot.title == "What else can we do for you?"
            desk.reception.end()
        else:
            desk.reception.end()
            pilot.press("Yes, leave")
        assert pilot.title == GOODBYE and isinstance(pilot.screen, Tell)
