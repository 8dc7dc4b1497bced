"""Another plan: what fits first, every trap before the choice, and the change only after a proven yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.bills import Usage
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.offers import Allowance, Beyond, PenaltyRule
from kiosk.domain.orders import (
    Action,
    Hindrance,
    Obstacle,
    OrderItem,
    OrderKind,
    OrderState,
    Qualification,
)
from kiosk.journeys.change_plan import Instead, Outcome
from kiosk.journeys.parting import Parting
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Choose, Review
from kiosk.text import Money
from tests.fake_business import CONTRACT, SUBSCRIPTION, FakeBusiness, FakeReader, a_plan, named, running
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

FIT, ALL = "These plans fit you, the cheapest first", "All plans on sale, the cheapest first"
NOT_TODAY = "The plan cannot be changed today"
GB = 1024
MONTHS = (
    Usage(date(2026, 10, 1), Allowance(80, 3 * GB), Allowance(100, 5 * GB)),
    Usage(date(2026, 9, 1), Allowance(20, 4 * GB), Allowance(100, 5 * GB)),
)
ON_SALE = (
    a_plan("BASE8", 8, minutes=30, gigabytes=0),
    a_plan("STD59", 59, minutes=200, gigabytes=30),
    a_plan("STD39", 39, gigabytes=20),
    a_plan("FAM99", 99, minutes=500, gigabytes=40, term_months=24, penalty=PenaltyRule(30)),
    a_plan("NEW39", 39, gigabytes=60),
)


def no(obstacle: Obstacle) -> Qualification:
    return Qualification((Hindrance(obstacle),))


def changing(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader())
    return a_talk(lambda: walked(service_named("change-plan"), hall))


def a_shop(refusals: dict[str, Obstacle] | None = None, **more: Any) -> FakeBusiness:
    """Sell five plans; those that are named are refused."""
    told = {
        (OrderKind.CHANGE_PLAN, offering): no(obstacle) for offering, obstacle in (refusals or {}).items()
    }
    return FakeBusiness(on_sale=more.pop("on_sale", ON_SALE), months=MONTHS, refusals=told, **more)


def everywhere(obstacle: Obstacle) -> dict[str, Obstacle]:
    return dict.fromkeys(("BASE8", "STD39", "FAM99", "NEW39"), obstacle)


def to_the_plans(talk: Talk, need: str = "Cost less") -> Talk:
    return talk.press(need).by_card().go_on()


def answers_of(talk: Talk) -> list[object]:
    assert isinstance(talk.screen, Choose)
    return [option.answer for option in talk.screen.options]


def test_the_cheapest_plan_that_fits_is_reviewed_signed_and_ordered() -> None:
    business = a_shop({"NEW39": Obstacle.NEW_CUSTOMERS_ONLY})
    with changing(business) as talk:
        assert answers_of(to_the_plans(talk)) == ["STD39", Instead.ALL, Instead.KEEP]
        talk.answer("STD39").press("I understand. Change to this plan").sign().go_on()
        assert talk.titles[:3] == [
            "What should your plan do better?",
            "May we do this for you?",
            "Please take your card back",
        ]
        assert talk.titles[-5:] == [
            "This is what you have and use",
            FIT,
            "Change to this plan?",
            "Please sign with your finger",
            "Your plan is changed",
        ]
        [request] = business.orders.asked
        assert (request.kind, request.items) == (
            OrderKind.CHANGE_PLAN,
            (OrderItem(Action.MODIFY, "p-STD59", "STD39"),),
        )
        assert talk.outcome is Outcome.CHANGED


@pytest.mark.parametrize(
    ("need", "best"),
    [
        ("More data", ["NEW39", "STD39", "FAM99"]),
        ("More calls", ["FAM99"]),
        ("I do not know", ["NEW39", "STD39"]),
    ],
)
def test_what_does_better_comes_first_and_three_at_the_most(need: str, best: list[str]) -> None:
    with changing(a_shop(on_sale=(*ON_SALE, a_plan("FAM129", 129, gigabytes=60)))) as talk:
        assert answers_of(to_the_plans(talk, need))[:-2] == best


def test_all_plans_are_shown_and_those_that_cannot_be_had_say_why_before_the_choice() -> None:
    business = a_shop({"NEW39": Obstacle.NEW_CUSTOMERS_ONLY})
    with changing(business) as talk:
        to_the_plans(talk).press("Show all plans")
        assert talk.title == ALL
        assert answers_of(talk) == ["BASE8", "NEW39", "STD39", "FAM99", Instead.KEEP]
        problem = talk.answer("NEW39").session.problem
        assert problem is not None and problem.message == "Only for new customers"
        talk.answer("FAM99")
        assert isinstance(talk.screen, Review)
        notes = [fact.note.message for fact in talk.screen.facts if fact.note]
        assert "Leaving earlier costs {share} of each month left." in notes
        assert talk.press("No, keep my plan").go_on().outcome is Outcome.KEPT and not business.orders.asked


def test_nobody_is_talked_out_of_a_plan_that_fits() -> None:
    with changing(a_shop(on_sale=(*ON_SALE[:2], ON_SALE[3]))) as talk:
        assert to_the_plans(talk).title == "No plan on sale fits you better"
        assert answers_of(talk) == [Instead.ALL, Instead.KEEP]
        assert talk.press("Keep my plan").title == "Good. Everything stays as it is."
        assert talk.go_on().outcome is Outcome.KEPT


def test_without_known_use_nothing_is_claimed_and_the_review_says_what_is_lost() -> None:
    line = replace(SUBSCRIPTION, discounts=(replace(running("D", 1), monthly=Money(-500)), running("N", 0)))
    bare = replace(ON_SALE[2], beyond=None, term_months=12)
    free = replace(ON_SALE[0], monthly=Money.yuan(59), beyond=Beyond(Money(10), Money(500), capped=True))
    business = FakeBusiness(held=(line,), on_sale=(bare, free))
    with changing(business) as talk:
        assert to_the_plans(talk, "I do not know").titles[-2] == "This is what you have"
        talk.answer("STD39")
        facts = {fact.label.message: fact for fact in talk.screen.facts}
        assert facts["It binds you"].note.message == "Leaving earlier may cost money."
        assert facts["You lose"].value.values[0][1] == named("Thing D") and "Beyond it" not in facts
        talk.session.back()
        talk.press("Show all plans").answer("BASE8")
        facts = {fact.label.message: fact for fact in talk.screen.facts}
        assert facts["Beyond it"].note.message == "It stops at a limit."
        assert facts["Difference"].value.message == "none, the same each month"


@pytest.mark.parametrize("obstacle", [Obstacle.IS_SUB_CARD, Obstacle.NOT_ACTIVE, Obstacle.CHANGED_THIS_MONTH])
def test_what_lies_with_the_number_is_told_with_its_way_out(obstacle: Obstacle) -> None:
    with changing(a_shop(everywhere(obstacle))) as talk:
        assert to_the_plans(talk).title == NOT_TODAY and len(talk.screen.facts) == 1
        assert answers_of(talk) == [Instead.ALL, Instead.STAFF, Instead.KEEP]
        assert talk.press("Show all plans").title == ALL
    with changing(a_shop(everywhere(obstacle))) as talk:
        to_the_plans(talk).press("Ask staff for help")
        assert talk.press("Go to the start").outcome is Parting.AT_THE_COUNTER


def test_where_nothing_else_is_sold_there_is_still_a_person() -> None:
    with changing(a_shop(on_sale=ON_SALE[1:2])) as talk:
        assert answers_of(to_the_plans(talk)) == [Instead.STAFF, Instead.KEEP]
        assert talk.screen.body[-1].message == "No other plan is on sale."


def test_a_contract_is_ended_first_and_then_the_plans_are_open() -> None:
    business = a_shop(everywhere(Obstacle.CONTRACT), held=(replace(SUBSCRIPTION, contracts=(CONTRACT,)),))
    with changing(business) as talk:
        to_the_plans(talk).press("See what ending the contract costs").go_on()
        talk.press("It costs too much").go_on().press("End it now and pay")
        business.refusals.clear()
        talk.press("I understand. End it and pay {sum}").sign().go_on()
        assert talk.title == FIT
        assert [request.kind for request in business.orders.asked] == [OrderKind.END_CONTRACT]


def test_what_the_operator_refuses_or_fails_to_do_leaves_the_plan() -> None:
    business = a_shop()
    business.orders.problem = Refused(Reason.NOT_ELIGIBLE)
    with changing(business) as talk:
        to_the_plans(talk).answer("STD39").press("I understand. Change to this plan").sign()
        assert talk.title == "Your phone company did not take the order"
        assert talk.go_on().outcome is Outcome.KEPT
    with changing(a_shop(order_ends=[OrderState.FAILED])) as talk:
        to_the_plans(talk).answer("STD39").press("I understand. Change to this plan").sign()
        assert talk.title == "It could not be done" and talk.go_on().outcome is Outcome.KEPT
