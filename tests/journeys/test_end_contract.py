"""A contract laid open: what it gave, what ending costs, and every way out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.offers import Counted, PenaltyRule
from kiosk.domain.orders import Action, Hindrance, Obstacle, OrderItem, OrderKind, OrderState, Qualification
from kiosk.domain.subscriptions import Contract
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.end_contract import Outcome
from kiosk.journeys.parting import Parting
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Choose, Slip, Tell
from kiosk.text import Money
from tests.fake_business import CONTRACT, SUBSCRIPTION, FakeBusiness, FakeReader, named, running
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

BOUND = replace(SUBSCRIPTION, contracts=(CONTRACT,))
PROMISED, WHY = "You promised to stay until {day}", "Why should the contract end?"
WAYS = "What shall happen with the contract?"


def ending(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader())
    return a_talk(lambda: walked(service_named("end-contract"), hall))


def bound_by(*contracts: Contract, **fakes: Any) -> FakeBusiness:
    return FakeBusiness(held=(replace(BOUND, contracts=contracts or (CONTRACT,)),), **fakes)


def to_the_ways(talk: Talk, why: str = "It costs too much") -> Talk:
    return talk.by_card().go_on().press(why).go_on()


def facts_of(talk: Talk) -> dict[str, Any]:
    return {fact.label.message: fact for fact in talk.screen.facts}


def test_a_number_without_a_contract_is_told_so() -> None:
    with ending(FakeBusiness()) as talk:
        assert talk.by_card().title == "No contract binds this number"
        assert talk.go_on().outcome is Outcome.NOT_BOUND


def test_ending_now_shows_the_sum_twice_and_orders_exactly_that() -> None:
    business = bound_by()
    with ending(business) as talk:
        to_the_ways(talk).press("End it now and pay", "I understand. End it and pay {sum}").sign().go_on()
        assert talk.titles[-7:] == [
            PROMISED,
            WHY,
            "Ending it today costs {sum}",
            WAYS,
            "End the contract now and pay {sum}?",
            "Please sign with your finger",
            "Done. All is well.",
        ]
        assert talk.outcome is Outcome.ENDED
        [request] = business.orders.asked
        assert (request.kind, request.items) == (
            OrderKind.END_CONTRACT,
            (OrderItem(Action.DELETE, product_id="c-1"),),
        )
        assert not business.work_orders.asked


def test_the_sum_can_be_checked_and_instalments_stand_apart() -> None:
    owed = replace(CONTRACT, ends=date(2027, 6, 20), instalment=Money.yuan(600), lender=named("Lender"))
    with ending(bound_by(owed)) as talk:
        talk.by_card().go_on().press("I am moving")
        seven_months = Money(12900 * 7 * 30 // 100)
        assert talk.screen.title.values[0][1] == seven_months == Money(27090)
        assert facts_of(talk)["Still owed for the phone"].note.values[0][1] == named("Lender")
    unnamed = replace(owed, lender=None, penalty=PenaltyRule(30, Counted.FULL))
    with ending(bound_by(unnamed)) as talk:
        talk.by_card().go_on().press("I do not need it any more")
        assert talk.screen.title.values[0][1] == Money(12900 * 6 * 30 // 100)
        assert facts_of(talk)["Still to go"].note.message == "Only full months count."
        assert "another company" in facts_of(talk)["Still owed for the phone"].note.message


def test_letting_it_end_by_itself_is_free() -> None:
    business = bound_by()
    with ending(business) as talk:
        to_the_ways(talk).press("Let it end by itself on its day", "Yes, let it end on that day").sign()
        assert isinstance(talk.screen, Tell) and talk.screen.slip is not None
        assert talk.go_on().outcome is Outcome.ENDS_BY_ITSELF
        [request] = business.orders.asked
        assert (request.kind, request.items[0].action) == (OrderKind.LET_CONTRACT_END, Action.MODIFY)


def test_whoever_was_not_told_finds_the_objection_first_and_gets_a_day_for_the_answer() -> None:
    business = bound_by()
    with ending(business) as talk:
        to_the_ways(talk, "I did not know of it")
        assert isinstance(talk.screen, Choose)
        assert talk.screen.options[0].label.message == "I object: nobody told me"
        assert not any(option.chosen for option in talk.screen.options)
        talk.press("I object: nobody told me")
        assert talk.press("Yes, I object").title == "Your request is on file"
        slip: Slip | None = talk.screen.slip  # type: ignore[attr-defined]
        assert slip is not None and "Answer by" in {line.label.message for line in slip.lines}
        [order] = business.work_orders.asked
        assert (order.kind, order.product_id, order.amount) == (
            WorkOrderKind.CONTRACT_OBJECTION, "c-1", None,
        )  # fmt: skip
        assert talk.go_on().outcome is Outcome.OBJECTED and not business.orders.asked


def test_an_objection_that_is_not_taken_leads_to_the_hotline() -> None:
    business = bound_by()
    business.work_orders.problem = Refused(Reason.CONFLICT)
    with ending(business) as talk:
        to_the_ways(talk).press("I object: nobody told me", "Yes, I object")
        assert talk.title == "The request was not taken" and talk.go_on().outcome is Outcome.KEPT


def test_a_contract_that_ends_while_a_phone_is_still_owed_for_has_ended() -> None:
    with ending(bound_by(order_ends=[OrderState.PARTIAL])) as talk:
        to_the_ways(talk).press("End it now and pay", "I understand. End it and pay {sum}").sign()
        slip: Slip | None = talk.screen.slip
        assert slip is not None and "You pay" in {line.label.message for line in slip.lines}
        assert talk.go_on().outcome is Outcome.ENDED


@pytest.mark.parametrize(
    "noes",
    [
        ["Leave it as it is"],
        ["End it now and pay", "No, change nothing"],
        ["Let it end by itself on its day", "No, change nothing"],
        ["I object: nobody told me", "No, change nothing"],
    ],
)
def test_a_no_changes_nothing(noes: list[str]) -> None:
    business = bound_by()
    with ending(business) as talk:
        assert to_the_ways(talk).press(*noes).title == "Good. Everything stays as it is."
        assert talk.go_on().outcome is Outcome.KEPT
        assert not business.orders.asked and not business.work_orders.asked


def test_an_order_that_fails_leaves_the_contract_as_it_was() -> None:
    with ending(bound_by(order_ends=[OrderState.FAILED])) as talk:
        to_the_ways(talk).press("End it now and pay", "I understand. End it and pay {sum}").sign()
        assert talk.title == "It could not be done" and talk.go_on().outcome is Outcome.KEPT


def test_a_death_in_the_family_goes_to_staff_at_once() -> None:
    with ending(bound_by()) as talk:
        talk.by_card().go_on().press("Somebody in the family has died")
        assert talk.screen.body[0].message == "We are sorry for your loss."
        assert talk.press("Go to the start").outcome is Parting.AT_THE_COUNTER


def test_what_it_blocks_and_what_belongs_to_it_is_said() -> None:
    in_the_way = Qualification((Hindrance(Obstacle.CONTRACT),))
    special = Qualification((Hindrance(Obstacle.SPECIAL_NUMBER),))
    refusals = {(OrderKind.CHANGE_PLAN, ""): in_the_way, (OrderKind.CANCEL_NUMBER, ""): special}
    extras = (running("TV", 10, contract_id="c-1"), running("CLOUD", 10))
    business = FakeBusiness(held=(replace(BOUND, add_ons=extras),), refusals=refusals)
    with ending(business) as talk:
        talk.by_card()
        said = [fact.value for fact in talk.screen.facts if fact.label.message == "Not before then"]
        assert [text.message for text in said] == ["Change the plan", "Cancel a number"]
        assert facts_of(talk)["It belongs to the contract"].value.values[0][1] == named("Thing TV")


def test_a_way_that_is_closed_says_why() -> None:
    already = Qualification((Hindrance(Obstacle.ALREADY_HAS),))
    refusals = {(OrderKind.LET_CONTRACT_END, ""): already, (OrderKind.END_CONTRACT, ""): already}
    with ending(bound_by(refusals=refusals)) as talk:
        to_the_ways(talk)
        for label in ("Let it end by itself on its day", "End it now and pay"):
            assert talk.press(label).session.problem is not None
        assert talk.press("Leave it as it is").go_on().outcome is Outcome.KEPT


def test_with_several_contracts_one_is_chosen() -> None:
    other = replace(CONTRACT, id="c-2", got=named("A telephone"))
    with ending(bound_by(CONTRACT, other)) as talk:
        assert talk.by_card().title == "Which contract is it about?"
        assert talk.answer("c-2").title == PROMISED
        assert facts_of(talk)["You got"].value.values[0][1] == named("A telephone")
