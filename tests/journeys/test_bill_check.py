"""A bill looked through: three parts, a year, each extra one by one, and nothing that was done is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.bills import Bill
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Action, Hindrance, Obstacle, OrderItem, OrderKind, OrderState, Qualification
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.bill_check import ENOUGH, LIMIT, Outcome
from kiosk.journeys.parting import Parting
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Bars, Choose, Mark, Slip, Tone
from kiosk.text import Money
from tests.fake_business import CONTRACT, SUBSCRIPTION, FakeBusiness, FakeReader, a_bill, named, running
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

LIST, BARE, DONE = (
    "Touch what you want to look at",
    "No other service runs on this number",
    "This is what you have done today",
)
ASKED = "You have asked for the money. The answer comes."
USING = "Are you using “{name}”?"
EXTRAS = (
    running("RING", 6, since=date(2025, 12, 1), used=False),
    running("CLOUD", 10, used=True),
    running("VIP", 20, until=date(2027, 1, 31)),
)
LINE = replace(SUBSCRIPTION, add_ons=EXTRAS)


def checking(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader())
    return a_talk(lambda: walked(service_named("bill-check"), hall))


def to_the_list(talk: Talk) -> Talk:
    return talk.by_phone().go_on()


def with_extras(*extras: Any, **more: Any) -> FakeBusiness:
    return FakeBusiness(held=(replace(LINE, add_ons=extras or EXTRAS, **more),))


def stop(talk: Talk, extra: str) -> Talk:
    return talk.answer(extra).press("No. Stop it", "Yes, stop it").sign().go_on()


def details(talk: Talk) -> list[str]:
    assert isinstance(talk.screen, Choose)
    said = [option.hindrance or option.detail for option in talk.screen.options]
    return [text.message for text in said if text]


def bills(*totals: int) -> tuple[Bill, ...]:
    return tuple(a_bill(date(2026, 11 - at, 1), total, 2, 20) for at, total in enumerate(totals))


def test_two_are_stopped_one_is_asked_back_a_limit_is_set_and_all_of_it_is_on_one_slip() -> None:
    business = with_extras()
    with checking(business) as talk:
        to_the_list(talk)
        stop(talk, "p-RING").press("Yes, ask for it").go_on()
        stop(talk, "p-CLOUD").press("No, leave it at that")
        assert details(talk) == [ASKED, "You have stopped it.", "{value}"]
        assert talk.answer("p-RING").session.problem is not None
        talk.answer(LIMIT, "50").press("Yes, set it so").sign().go_on()
        assert details(talk)[-1] == "You have set it."
        talk.press("I am done")
        assert talk.title == DONE
        slip: Slip = talk.screen.slip
        assert [line.label.message for line in slip.lines] == [
            "{value}", "Money back for “{name}”", "{value}", "Limit beyond the plan",
        ]  # fmt: skip
        assert talk.go_on().outcome is Outcome.ACTED
        assert [(request.kind, request.items) for request in business.orders.asked] == [
            (OrderKind.STOP_ADD_ON, (OrderItem(Action.DELETE, product_id="p-RING"),)),
            (OrderKind.STOP_ADD_ON, (OrderItem(Action.DELETE, product_id="p-CLOUD"),)),
            (OrderKind.SET_CAP, (OrderItem(Action.MODIFY, "1", "", (("limit", "50.00"),)),)),
        ]
        [order] = business.work_orders.asked
        assert (order.kind, order.product_id, order.amount) == (
            WorkOrderKind.REFUND, "p-RING", Money.yuan(6 * 12),
        )  # fmt: skip


def test_what_was_done_is_still_marked_and_on_the_slip_when_the_service_is_begun_anew() -> None:
    hall = a_hall(FakeOperators(business=with_extras()))
    for _ in range(2):
        with a_talk(lambda: walked(service_named("bill-check"), hall)) as talk:
            to_the_list(talk)
            if "You have stopped it." not in details(talk):
                stop(talk, "p-RING").press("No, leave it at that")
            else:
                assert talk.answer("p-RING").title == "Ask for the money back?"
                assert talk.press("No, leave it at that").title == LIST


def test_going_back_after_something_was_done_keeps_to_what_was_answered() -> None:
    with checking(with_extras()) as talk:
        stop(to_the_list(talk), "p-RING").press("No, leave it at that").answer("p-CLOUD")
        assert talk.title == USING
        talk.session.back()
        assert talk.title == LIST and details(talk)[0] == "You have stopped it."


def test_the_bill_is_shown_in_three_parts_and_the_months_upright() -> None:
    business = with_extras()
    business.billed = bills(39, 39, 39)
    with checking(business) as talk:
        talk.by_phone()
        lying = talk.screen.bars
        assert talk.screen.tone is Tone.CALM and lying is not None and not lying.upright
        assert [bar.amount for bar in lying.bars] == [3900, 200, 2000] and len(talk.screen.facts) == 2
        upright = talk.go_on().screen.bars
        assert isinstance(upright, Bars) and upright.upright and len(upright.bars) == 3
        assert talk.go_on().title == LIST


def test_a_sudden_bill_is_said_in_red() -> None:
    business = with_extras()
    business.billed = bills(500, 39, 39, 39)
    with checking(business) as talk:
        talk.by_phone()
        assert talk.screen.tone is Tone.DANGER
        assert talk.title == "{month} is far above the others: {sum}" and talk.screen.bars is not None
        assert [bar.mark for bar in talk.screen.bars.bars] == [Mark.CARE, Mark.NONE, Mark.NONE]


def test_a_single_bill_has_no_year_and_nothing_done_is_good_too() -> None:
    business = FakeBusiness(billed=(a_bill(date(2026, 11, 1), 39),))
    with checking(business) as talk:
        assert to_the_list(talk).title == BARE
        assert talk.answer(ENOUGH).title == "Good that you looked"
        assert talk.go_on().outcome is Outcome.SEEN and not business.orders.asked


def test_before_the_first_bill_there_is_only_the_list() -> None:
    with checking(with_extras()) as talk:
        to_the_list(talk)
        assert talk.titles[-2:] == ["There is no bill yet", LIST]


def test_what_is_used_and_what_is_unsure_is_marked() -> None:
    with checking(with_extras()) as talk:
        to_the_list(talk).answer("p-RING").press("Yes, I use it")
        talk.answer("p-VIP").press("I do not know. Ask staff")
        assert talk.title == "Somebody is coming"
        assert details(talk.go_on()) == ["You use it.", "{value}", "You have called staff for it."]
        assert talk.press("I am done").go_on().outcome is Outcome.SEEN


def test_each_extra_says_what_it_is_and_what_it_has_cost() -> None:
    sold = replace(EXTRAS[0], sold_by=named("Films"), until=date(2027, 1, 31))
    with checking(with_extras(sold)) as talk:
        facts = {fact.label.message: fact for fact in to_the_list(talk).answer("p-RING").screen.facts}
        assert facts["Money so far"].value.values[0][1] == Money.yuan(72)
        assert facts["Sold by"].value.values[0][1] == named("Films")
        assert facts["Used lately"].mark is Mark.CARE and "Ends by itself on" in facts


def test_a_charge_that_nothing_explains_is_asked_back_for_all_its_bills() -> None:
    business = FakeBusiness(billed=bills(39, 39))
    with checking(business) as talk:
        to_the_list(talk).go_on()
        assert talk.title == LIST and details(talk) == ["Nothing on your number explains it."]
        talk.answer("charge-other").press("Yes, I know it")
        assert details(talk) == ["You know it."]
        talk.answer("charge-other").press("I do not know. Ask staff").go_on()
        talk.answer("charge-other").press("No. Ask for the money back", "Yes, ask for it").go_on()
        assert details(talk) == [ASKED]
        [order] = business.work_orders.asked
        assert (order.product_id, order.amount) == ("1", Money.yuan(40))


@pytest.mark.parametrize("noes", [["No, keep it"], ["Yes, stop it", "No, leave it as it is"]])
def test_a_no_stops_nothing(noes: list[str]) -> None:
    business = with_extras()
    with checking(business) as talk:
        to_the_list(talk).answer("p-RING").press("No. Stop it", *noes).go_on()
        assert talk.title == LIST and not business.orders.asked and details(talk) == ["{value}"] * 3


def test_what_cannot_be_stopped_or_fails_is_told_and_not_marked() -> None:
    business = with_extras()
    business.refusals = {(OrderKind.STOP_ADD_ON, "RING"): Qualification((Hindrance(Obstacle.NEEDS_STAFF),))}
    business.order_ends = [OrderState.FAILED]
    with checking(business) as talk:
        to_the_list(talk).answer("p-RING").press("No. Stop it")
        assert talk.title == "It cannot be stopped here"
        stop(talk.go_on(), "p-CLOUD")
        assert talk.title == LIST and details(talk) == ["{value}"] * 3


def test_what_counts_at_once_and_cost_nothing_is_simply_stopped() -> None:
    free = replace(EXTRAS[0], monthly=Money(0))
    business = with_extras(free)
    business.refusals = {(OrderKind.STOP_ADD_ON, "RING"): Qualification()}
    with checking(business) as talk:
        stop(to_the_list(talk), "p-RING").press("I am done")
        assert talk.screen.slip.lines[0].value.message == "stopped"


def test_what_another_company_sells_is_ended_by_people() -> None:
    business = with_extras(replace(EXTRAS[0], sold_by=named("Films")))
    with checking(business) as talk:
        to_the_list(talk).answer("p-RING").press("No. Have it stopped", "No, keep it")
        assert talk.title == LIST and not business.work_orders.asked
        business.work_orders.problem = Refused(Reason.CONFLICT)
        talk.answer("p-RING").press("No. Have it stopped", "Yes, stop it and ask for the money").go_on()
        assert details(talk) == ["{value}"]
        business.work_orders.problem = None
        talk.answer("p-RING").press("No. Have it stopped", "Yes, stop it and ask for the money").go_on()
        assert details(talk) == [ASKED] and not business.orders.asked


def test_an_extra_of_a_contract_leads_to_that_contract_or_to_staff() -> None:
    bound = replace(EXTRAS[0], contract_id="c-1")
    with checking(with_extras(bound, contracts=(CONTRACT,))) as talk:
        to_the_list(talk).answer("p-RING").press("No. Show me its contract", "I have my card")
        assert talk.title == "You promised to stay until {day}"
    with checking(with_extras(bound)) as talk:
        to_the_list(talk).answer("p-RING").press("No. Show me its contract", "Go to the start")
        assert talk.outcome is Parting.AT_THE_COUNTER
