"""Stopping a number, and the way back that each reason has; nobody is blamed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, OrderState, Qualification
from kiosk.domain.people import LineStatus
from kiosk.domain.subscriptions import StopReason
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.parting import Parting
from kiosk.journeys.services import service_named, walked
from kiosk.journeys.suspend_restore import Outcome
from kiosk.screens import Review, Tell, choices_of
from kiosk.text import PhoneNumber
from tests.fake_business import LINE, SUBSCRIPTION, FakeBusiness, FakeReader, FakeStaff, named
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

AGAIN = "Let this number run again?"
RUN = "Yes, let it run again"


def serving(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader(), staff=FakeStaff())
    return a_talk(lambda: walked(service_named("suspend-restore"), hall))


def stopped(why: StopReason, *crosses: Obstacle, **fakes: Any) -> FakeBusiness:
    line = replace(LINE, status=LineStatus.STOPPED)
    held = (replace(SUBSCRIPTION, line=line, stop=why, stop_note=named("In our own words.")),)
    terms = Qualification(tuple(Hindrance(one) for one in crosses))
    return FakeBusiness(held=held, refusals={(OrderKind.RESTORE_NUMBER, ""): terms}, **fakes)


def said(talk: Talk) -> list[str]:
    return [fact.label.message for fact in talk.screen.facts]


def offers_a_code(talk: Talk) -> bool:
    return "A code by SMS instead" in {one.label.message for one in choices_of(talk.screen)}


# --------------------------------------------------------------------------------------- stopping


@pytest.mark.parametrize(
    ("why", "reason", "code"),
    [
        ("The phone is lost", "lost", False),
        ("I want to keep it, unused", "kept", True),
        ("I am away for a while", "away", True),
    ],
)
def test_a_running_number_is_stopped_for_its_reason(why: str, reason: str, code: bool) -> None:
    business = FakeBusiness()
    with serving(business) as talk:
        talk.by_phone().press(why)
        assert "Emergency calls stay free" in said(talk)
        talk.press("Yes, stop it now")
        assert offers_a_code(talk) is code
        talk.sign()
        [asked] = business.orders.asked
        assert (asked.kind, asked.items[0].details) == (OrderKind.STOP_NUMBER, (("reason", reason),))
        assert talk.title == "Your number is stopped" and talk.go_on().outcome is Outcome.STOPPED


def test_a_no_lets_it_run() -> None:
    business = FakeBusiness()
    with serving(business) as talk:
        talk.by_phone().press("I am away for a while", "No, let it run").go_on()
        assert talk.outcome is Outcome.KEPT and not business.orders.asked


def test_a_number_that_is_being_cancelled_is_for_staff() -> None:
    ending = replace(SUBSCRIPTION, line=replace(LINE, status=LineStatus.ENDING))
    with serving(FakeBusiness(held=(ending,))) as talk:
        talk.by_phone()
        assert talk.screen.body[0].message == "This number is being cancelled."
        assert talk.press("Go to the start").outcome is Parting.AT_THE_COUNTER


# ---------------------------------------------------------------------------------- running again


@pytest.mark.parametrize(
    ("pays", "outcome"), [("Yes, this is right", Outcome.PAID), ("No, do not pay", Outcome.KEPT)]
)
def test_what_is_still_to_be_paid_is_paid_and_then_it_runs(pays: str, outcome: Outcome) -> None:
    business = stopped(StopReason.ARREARS)
    with serving(business) as talk:
        talk.by_phone()
        assert talk.title == "Something is still to be paid"
        talk.go_on().answer(50).press(pays).go_on()
        assert talk.outcome is outcome and not business.orders.asked


@pytest.mark.parametrize("why", [StopReason.LOST, StopReason.KEPT])
def test_what_the_visitor_stopped_runs_again_with_the_card_alone(why: StopReason) -> None:
    business = stopped(why)
    with serving(business) as talk:
        talk.by_phone()
        talk.press(RUN) if why is StopReason.LOST else talk.go_on()
        talk.press("I have my card")
        assert talk.title == AGAIN
        assert not offers_a_code(talk.press(RUN))
        talk.sign()
        [asked] = business.orders.asked
        assert (asked.kind, asked.items[0].product_id, asked.staff) == (OrderKind.RESTORE_NUMBER, "1", "")
        assert talk.title == "Your number runs again" and talk.go_on().outcome is Outcome.RESTORED


@pytest.mark.parametrize(("agrees", "outcome"), [(True, Outcome.NEW_CARD), (False, Outcome.KEPT)])
def test_without_the_card_a_new_one_comes_first(agrees: bool, outcome: Outcome) -> None:
    business = stopped(StopReason.LOST)
    with serving(business) as talk:
        talk.by_phone().press("No, I need a new card", "I have my card").answer("0007", "2468")
        if agrees:
            talk.press("I understand. Get a new card").sign().go_on()
        else:
            talk.press("No, keep the old card").go_on()
        assert talk.outcome is outcome
        assert [asked.kind for asked in business.orders.asked] == [OrderKind.REPLACE_SIM] * agrees


def test_another_phone_of_the_same_person_gets_a_code() -> None:
    business = stopped(StopReason.KEPT)
    business.held = (replace(business.held[0], line=replace(LINE, number=PhoneNumber("13911112222"))),)
    with serving(business) as talk:
        assert offers_a_code(talk.by_phone().go_on().press("I have my card", RUN))


def test_what_stands_in_the_way_is_said() -> None:
    with serving(stopped(StopReason.KEPT, Obstacle.ARREARS)) as talk:
        talk.by_phone().go_on().press("I have my card")
        assert talk.title == "This cannot be done just now" and talk.go_on().outcome is Outcome.KEPT


def test_a_no_and_a_failure_leave_it_stopped() -> None:
    with serving(stopped(StopReason.KEPT)) as talk:
        talk.by_phone().go_on().press("I have my card", "No, leave it stopped").go_on()
        assert talk.outcome is Outcome.KEPT
    with serving(stopped(StopReason.KEPT, order_ends=[OrderState.FAILED])) as talk:
        talk.by_phone().go_on().press("I have my card", RUN).sign()
        assert talk.title == "It could not be done" and talk.go_on().outcome is Outcome.KEPT


# ------------------------------------------------------------------------------ stopped to protect


def test_a_stop_to_protect_is_nobodys_fault_and_is_checked_with_every_right_named() -> None:
    business = stopped(StopReason.PROTECTIVE, order_ends=[OrderState.HELD])
    with serving(business) as talk:
        talk.by_phone()
        assert talk.title == "This is not your fault"
        assert said(talk)[0] == "The company says" and "If they say no" in said(talk)
        talk.go_on().press("I have my card").answer("0007", "2468")
        assert isinstance(talk.screen, Review) and talk.screen.facts[0].value.message == "when it was checked"
        talk.press(RUN).sign()
        assert talk.title == "Your order is being looked at" and business.orders.asked[0].staff == "0007"
        assert (
            isinstance(talk.screen, Tell)
            and talk.screen.slip is not None
            and len(talk.screen.slip.advice) == 3
        )
        assert talk.go_on().outcome is Outcome.BEING_CHECKED


def test_where_it_cannot_be_lifted_here_people_are_asked_to_look() -> None:
    business = stopped(StopReason.PROTECTIVE, Obstacle.FROZEN)
    with serving(business) as talk:
        talk.by_phone().go_on().press("I have my card", "Yes, ask the company")
        assert [asked.kind for asked in business.work_orders.asked] == [WorkOrderKind.PROTECTIVE_STOP]
        assert talk.go_on().outcome is Outcome.BEING_CHECKED
    business = stopped(StopReason.PROTECTIVE, Obstacle.FROZEN)
    business.work_orders.problem = Refused(Reason.CONFLICT)
    with serving(business) as talk:
        talk.by_phone().go_on().press("I have my card", "Yes, ask the company").go_on()
        assert talk.outcome is Outcome.KEPT


def test_nobody_is_asked_to_look_against_the_visitors_will() -> None:
    business = stopped(StopReason.PROTECTIVE, Obstacle.FROZEN)
    with serving(business) as talk:
        talk.by_phone().go_on().press("I have my card", "No, leave it stopped").go_on()
        assert talk.outcome is Outcome.KEPT and not business.work_orders.asked


# ---------------------------------------------------------------------------------- others stopped it


@pytest.mark.parametrize(
    ("note", "first"), [(named("A court."), "The company says"), (None, "Emergency calls stay free")]
)
def test_an_authority_is_named_and_nothing_is_promised(note: Any, first: str) -> None:
    business = stopped(StopReason.AUTHORITY)
    business.held = (replace(business.held[0], stop_note=note),)
    with serving(business) as talk:
        talk.by_phone()
        assert said(talk)[0] == first and isinstance(talk.screen, Tell) and talk.screen.slip is not None
        assert talk.go_on().outcome is Outcome.TOLD


@pytest.mark.parametrize("note", [named("Something else."), None])
def test_any_other_reason_is_told_in_the_operators_words_and_staff_go_on(note: Any) -> None:
    business = stopped(StopReason.OTHER)
    business.held = (replace(business.held[0], stop_note=note),)
    with serving(business) as talk:
        talk.by_phone()
        assert len(talk.screen.body) == (3 if note else 2)
        assert talk.press("Go to the start").outcome is Parting.AT_THE_COUNTER
