"""Ticks and crosses all at once, and a way out of every cross."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Hindrance, Obstacle, OrderKind
from kiosk.domain.subscriptions import StopReason
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.cancel_number import CONDITIONS, Outcome
from kiosk.screens import Mark
from kiosk.text import PhoneNumber
from tests.fake_business import CONTRACT, SUBSCRIPTION
from tests.journeys.leaving import cancelling, hindered, to_the_checks
from tests.talks import Talk

MET = "Nothing stands in the way"


def facts_of(talk: Talk) -> dict[str, Any]:
    return {fact.label.message: fact for fact in talk.screen.facts}


def test_every_condition_that_is_met_has_a_tick_and_no_operator_rule_is_known_here() -> None:
    with cancelling(hindered(Obstacle.SPECIAL_NUMBER, Obstacle.ORDER_OPEN)) as talk:
        to_the_checks(talk)
        assert talk.screen.title.count == 2
        assert [fact.mark for fact in talk.screen.facts] == [
            *(Mark.CARE if n == 2 else Mark.DONE for n in range(len(CONDITIONS.conditions))),
            Mark.CARE,
        ]
        assert "Another order is still being done" in facts_of(talk)


# ---------------------------------------------------------------------------------- the ways out


def test_what_is_owed_is_paid_here_and_then_all_is_checked_anew() -> None:
    business = hindered(Obstacle.ARREARS)
    with cancelling(business) as talk:
        to_the_checks(talk).go_on().press("Something is still to be paid")
        assert talk.title == "How much do you want to pay?"
        business.refusals.clear()
        talk.answer(50).press("Yes, this is right").go_on()
        assert talk.title == MET and len(business.payments.asked) == 1


def test_an_account_that_is_not_found_goes_to_staff() -> None:
    business = hindered(Obstacle.ARREARS, account=Refused(Reason.NOT_FOUND))
    with cancelling(business) as talk:
        to_the_checks(talk).go_on().press("Something is still to be paid")
        assert talk.title == "Staff go on with you from here"


def test_a_contract_is_ended_on_the_way() -> None:
    business = hindered(Obstacle.CONTRACT, held=(replace(SUBSCRIPTION, contracts=(CONTRACT,)),))
    with cancelling(business) as talk:
        to_the_checks(talk).go_on().press("A contract is still running")
        assert talk.title == "You promised to stay until {day}"
        talk.go_on().press("It costs too much").go_on()
        business.refusals.clear()
        talk.press("End it now and pay", "I understand. End it and pay {sum}").sign().go_on()
        assert talk.title == MET
        assert [asked.kind for asked in business.orders.asked] == [OrderKind.END_CONTRACT]


def test_other_cards_are_moved_by_the_companys_people_who_are_asked_once() -> None:
    with_card = replace(SUBSCRIPTION, sub_cards=(PhoneNumber("13800005678"),))
    business = hindered(Obstacle.SUB_CARDS, held=(with_card,))
    with cancelling(business) as talk:
        to_the_checks(talk).go_on().press("Other cards hang on this number", "No, leave them there")
        assert not business.work_orders.asked
        talk.go_on().go_on().press("Other cards hang on this number", "Yes, have them moved")
        assert talk.title == "Your request is on file"
        assert [asked.kind for asked in business.work_orders.asked] == [WorkOrderKind.TRANSFER]
        talk.go_on().go_on()
        assert talk.press("Other cards hang on this number").session.problem is not None
        assert talk.press("Leave it for today").go_on().outcome is Outcome.NOT_YET


def test_a_request_that_is_not_taken_can_be_made_again() -> None:
    business = hindered(Obstacle.SUB_CARDS)
    business.work_orders.problem = Refused(Reason.CONFLICT)
    with cancelling(business) as talk:
        to_the_checks(talk).go_on().press("Other cards hang on this number", "Yes, have them moved")
        assert talk.title == "The request was not taken"
        assert talk.go_on().go_on().press("Other cards hang on this number").session.problem is None


@pytest.mark.parametrize("obstacle", [Obstacle.BROADBAND, Obstacle.GROUP, Obstacle.FROZEN, Obstacle.CONTRACT])
def test_for_all_else_a_person_comes_and_the_place_is_kept(obstacle: Obstacle) -> None:
    with cancelling(hindered(obstacle)) as talk:
        to_the_checks(talk).go_on().answer(Hindrance(obstacle))
        talk.press("Back to the list").go_on().answer(Hindrance(obstacle)).press("Call staff to me")
        assert talk.title == "Somebody is coming"
        assert talk.go_on().title == "{count} thing stands in the way"


def test_a_number_that_is_blocked_for_safety_is_seen_to_on_the_way() -> None:
    business = hindered(Obstacle.FROZEN, held=(replace(SUBSCRIPTION, stop=StopReason.PROTECTIVE),))
    with cancelling(business) as talk:
        to_the_checks(talk).go_on().press("The number is blocked for safety")
        assert talk.title == "This is not your fault"
