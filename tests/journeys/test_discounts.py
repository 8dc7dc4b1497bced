"""What is cheaper for whom: only what is to be had, certificates by kind and level, a no with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import (
    Action,
    Certificate,
    Hindrance,
    Obstacle,
    OrderItem,
    OrderKind,
    OrderState,
    Qualification,
)
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.discounts import Outcome
from kiosk.journeys.parting import Parting
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Choose, Slip
from kiosk.text import Day, Money
from tests.fake_business import FakeBusiness, FakeReader, a_plan
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

NOTHING, YOURS = "We found no discount for this number", "These are yours to take"
AGE, PAPER = "Because of my age", "I have a disability certificate"
HALF = a_plan("DIS50", 0, certificates=(1, 2, 7), recheck_months=12)
HALF = replace(HALF, monthly=Money.yuan(-20))
FIFTH = replace(a_plan("ELD20", 0, age_from=60), monthly=Money.yuan(-6))
ON_SALE = (
    a_plan("STD39", 39),
    a_plan("ELD19", 19, age_from=60),
    a_plan("DIS15", 15, certificates=(2, 3, 7), recheck_months=12),
)
TAKE, CHANGE = OrderKind.TAKE_DISCOUNT, OrderKind.CHANGE_PLAN


def no(*obstacles: Obstacle) -> Qualification:
    return Qualification(tuple(Hindrance(obstacle) for obstacle in obstacles))


def a_shop(refusals: dict[tuple[OrderKind, str], Qualification] | None = None, **more: Any) -> FakeBusiness:
    return FakeBusiness(on_sale=ON_SALE, discounted=(HALF, FIFTH), refusals=refusals or {}, **more)


def asking(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader())
    return a_talk(lambda: walked(service_named("discounts"), hall))


def because_of_age(talk: Talk) -> Talk:
    return talk.press(AGE).by_card()


def with_a_paper(talk: Talk, kind: str = "Hearing") -> Talk:
    return talk.press(PAPER).by_card().press("Yes, you may ask", kind, "Level one")


def answers_of(talk: Talk) -> list[object]:
    assert isinstance(talk.screen, Choose)
    return [option.answer for option in talk.screen.options][:-1]


def test_because_of_age_only_what_is_meant_for_age_is_offered_and_taken() -> None:
    business = a_shop()
    with asking(business) as talk:
        assert answers_of(because_of_age(talk)) == ["ELD20", "ELD19"]
        talk.answer("ELD20").press("Yes, I take it").sign()
        assert talk.titles[-4:] == [
            YOURS,
            "Take this discount?",
            "Please sign with your finger",
            "The discount is yours",
        ]
        [request] = business.orders.asked
        assert (request.kind, request.items) == (TAKE, (OrderItem(Action.ADD, offering_id="ELD20"),))
        assert talk.go_on().outcome is Outcome.TAKEN and set(business.certificates) == {None}


def test_a_certificate_is_asked_about_after_a_yes_and_told_by_kind_and_level_alone() -> None:
    business = a_shop()
    with asking(business) as talk:
        assert answers_of(with_a_paper(talk)) == ["DIS50", "DIS15"]
        assert talk.titles[-4:-1] == [
            "May we ask about your certificate?",
            "Which kind is in your certificate?",
            "Which level is in your certificate?",
        ]
        talk.answer("DIS50").press("Yes, I take it").sign()
        assert business.certificates == [Certificate(2, 1)] * 2
        [request] = business.orders.asked
        assert request.items[0].details == (("certificateKind", "2"), ("certificateLevel", "1"))
        slip: Slip = talk.screen.slip
        days = {line.label.message: line.value.values for line in slip.lines}
        assert days["Good until"][0][1] == Day(date(2027, 11, 30))


def test_without_that_yes_staff_look_at_the_certificate() -> None:
    business = a_shop()
    with asking(business) as talk:
        talk.press(PAPER).by_card().press("No, staff should look")
        assert talk.press("Go to the start").outcome is Parting.AT_THE_COUNTER and not business.certificates


@pytest.mark.parametrize(
    ("ends", "outcome"), [(OrderState.COMPLETED, Outcome.PLAN_CHANGED), (OrderState.FAILED, Outcome.KEPT)]
)
def test_a_plan_for_such_people_goes_through_the_plans_own_review(ends: OrderState, outcome: Outcome) -> None:
    business = a_shop(order_ends=[ends])
    with asking(business) as talk:
        with_a_paper(talk).answer("DIS15")
        assert talk.title == "Change to this plan?"
        assert talk.press("I understand. Change to this plan").sign().go_on().outcome is outcome
        [request] = business.orders.asked
        details = (("certificateKind", "2"), ("certificateLevel", "1"))
        assert request.items == (OrderItem(Action.MODIFY, "p-STD59", "DIS15", details),)


def test_what_is_refused_is_not_offered() -> None:
    with asking(a_shop({(TAKE, "ELD20"): no(Obstacle.EXCLUDED)})) as talk:
        assert answers_of(because_of_age(talk)) == ["ELD19"]


@pytest.mark.parametrize(
    "noes", [["Leave it as it is"], ["{value}", "No, leave it as it is"]], ids=["list", "review"]
)
def test_a_no_takes_nothing(noes: list[str]) -> None:
    business = a_shop()
    with asking(business) as talk:
        assert because_of_age(talk).press(*noes).go_on().outcome is Outcome.KEPT and not business.orders.asked


def test_a_discount_that_fails_is_not_taken() -> None:
    with asking(a_shop(order_ends=[OrderState.FAILED])) as talk:
        because_of_age(talk).answer("ELD20").press("Yes, I take it").sign()
        assert talk.title == "It could not be done" and talk.go_on().outcome is Outcome.KEPT


# ----------------------------------------------------------------------------------- nothing to be had


def refusing_all() -> FakeBusiness:
    too_young = no(Obstacle.AGE, Obstacle.NOT_ACTIVE)
    return a_shop({(TAKE, "ELD20"): too_young, (CHANGE, "ELD19"): too_young})


def test_a_denial_says_every_reason_once_and_people_can_look_at_it() -> None:
    business = refusing_all()
    with asking(business) as talk:
        assert because_of_age(talk).title == NOTHING
        assert [fact.label.message for fact in talk.screen.facts] == [
            "Only from a certain age on",
            "The number is stopped",
        ]
        talk.press("Have the company look at it", "Yes, ask the company")
        [order] = business.work_orders.asked
        assert (order.kind, order.product_id) == (WorkOrderKind.DISCOUNT_DENIED, "1")
        assert talk.go_on().outcome is Outcome.OBJECTED and not business.orders.asked


def test_a_request_that_is_not_taken_changes_nothing() -> None:
    business = refusing_all()
    business.work_orders.problem = Refused(Reason.CONFLICT)
    with asking(business) as talk:
        because_of_age(talk).press("Have the company look at it", "Yes, ask the company")
        assert talk.title == "The request was not taken" and talk.go_on().outcome is Outcome.KEPT


def test_a_kind_for_which_nothing_is_sold_leads_to_people_too() -> None:
    with asking(a_shop()) as talk:
        assert with_a_paper(talk, "Moving").title == NOTHING and not talk.screen.facts
        assert talk.screen.body[-1].message == "The company offers none of this kind."
        talk.press("Ask staff for help", "Go to the start")
        assert talk.outcome is Parting.AT_THE_COUNTER


@pytest.mark.parametrize(
    "noes", [["Leave it as it is"], ["Have the company look at it", "No, leave it as it is"]]
)
def test_whoever_lets_it_be_has_changed_nothing(noes: list[str]) -> None:
    business = refusing_all()
    with asking(business) as talk:
        assert because_of_age(talk).press(*noes).title == "Good. Everything stays as it is."
        assert talk.go_on().outcome is Outcome.KEPT and not business.work_orders.asked
