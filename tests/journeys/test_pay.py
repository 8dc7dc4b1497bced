"""Paying: the right number, the right sum, read back, and paid at most once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.bills import Payee, PaymentState
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.journeys.how_much import yuan_up
from kiosk.journeys.parting import Parting
from kiosk.journeys.pay import Outcome, pay
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Choose, Journey, Review, Scan
from kiosk.text import Money
from tests.fake_business import FakeBusiness
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk
from tests.visit.worlds import HeldRunner, a_stage

PHONE = "13800001234"


def paying(business: FakeBusiness) -> Callable[[], Journey[Outcome]]:
    hall = a_hall(FakeOperators(business=business))
    return lambda: pay(hall)


def to_the_sum(talk: Talk) -> Talk:
    return talk.answer("mobile", PHONE)


def test_a_round_sum_is_read_back_and_paid_once() -> None:
    business = FakeBusiness()
    with a_talk(paying(business)) as talk:
        assert to_the_sum(talk).title == "How much do you want to pay?"
        assert talk.answer(50).title == "Is this the right number?"
        assert isinstance(talk.screen, Review) and talk.screen.facts[0].value.values[0][1] == Money.yuan(50)
        talk.press("Yes, this is right")
        [request] = business.payments.asked
        assert (request.amount, request.number_tail) == (Money.yuan(50), "1234")
        assert talk.title == "It is paid" and talk.go_on().outcome is Outcome.PAID


def test_what_is_owed_comes_first_in_whole_yuan() -> None:
    owing = Payee("mobile", "acc-1", "王*", Money(4901), Money(-4901))
    with a_talk(paying(FakeBusiness(account=owing))) as talk:
        to_the_sum(talk)
        assert isinstance(talk.screen, Choose) and talk.screen.options[0].answer == 50 == yuan_up(Money(4901))
        assert [option.answer for option in talk.screen.options] == [50, 30, 100, -1, 0]


def test_another_sum_is_typed() -> None:
    business = FakeBusiness()
    with a_talk(paying(business)) as talk:
        to_the_sum(talk).press("Another sum")
        for bad in ("0", "501", ""):
            assert talk.answer(bad).session.problem is not None
        talk.answer("088").press("Yes, this is right")
        assert business.payments.asked[0].amount == Money.yuan(88)


def test_cash_gets_a_slip_for_the_counter() -> None:
    with a_talk(paying(FakeBusiness())) as talk:
        to_the_sum(talk).press("Pay in cash at the counter")
        assert talk.title == "Please go to the counter"
        assert talk.go_on().outcome is Outcome.AT_THE_COUNTER


def test_a_no_pays_nothing() -> None:
    business = FakeBusiness()
    with a_talk(paying(business)) as talk:
        to_the_sum(talk).answer(30).press("No, do not pay")
        assert talk.go_on().outcome is Outcome.KEPT and business.payments.asked == []


def test_a_number_that_is_not_known_is_typed_again_or_found_by_staff() -> None:
    business = FakeBusiness(account=Refused(Reason.NOT_FOUND))
    hall = a_hall(FakeOperators(business=business))
    with a_talk(lambda: walked(service_named("pay"), hall)) as talk:
        to_the_sum(talk).press("Type it again")
        to_the_sum(talk).press("Ask staff for help", "Go to the start")
        assert talk.outcome is Parting.AT_THE_COUNTER


def test_a_company_that_tells_nothing_begins_no_payment() -> None:
    with a_talk(paying(FakeBusiness(account=Refused(Reason.NOT_ALLOWED)))) as talk:
        assert to_the_sum(talk).title == "The payment could not begin"
        assert talk.go_on().outcome is Outcome.NOT_PAID


@pytest.mark.parametrize("state", [PaymentState.FAILED, PaymentState.CANCELLED])
def test_a_payment_that_was_not_made_says_so(state: PaymentState) -> None:
    with a_talk(paying(FakeBusiness(payment=state))) as talk:
        to_the_sum(talk).answer(30).press("Yes, this is right")
        assert talk.title == "Nothing was paid" and talk.go_on().outcome is Outcome.NOT_PAID


def test_a_payment_whose_end_nobody_can_tell_warns_against_paying_twice() -> None:
    business = FakeBusiness()

    def lost(due: object, *, stop: object) -> object:
        raise Unavailable(Reason.TIMED_OUT)

    business.paid = lost  # type: ignore[method-assign, assignment]
    with a_talk(paying(business)) as talk:
        to_the_sum(talk).answer(30).press("Yes, this is right")
        assert talk.title == "The payment is not finished" and talk.go_on().outcome is Outcome.NOT_PAID


def test_who_would_rather_not_pay_goes_on() -> None:
    runner = HeldRunner()
    with a_stage(runner) as stage:
        talk = Talk(stage, paying(FakeBusiness()))
        talk.answer("mobile", PHONE)
        runner.let_go()
        talk.answer(30).press("Yes, this is right")
        runner.let_go()
        assert isinstance(talk.screen, Scan)
        talk.press("I do not want to pay now")
        assert talk.title == "The payment is not finished" and talk.go_on().outcome is Outcome.NOT_PAID


def test_an_operator_that_begins_no_payment_is_believed() -> None:
    business = FakeBusiness()
    business.payments.problem = Refused(Reason.NOT_ALLOWED)
    with a_talk(paying(business)) as talk:
        to_the_sum(talk).answer(30).press("Yes, this is right")
        assert talk.title == "The payment could not begin" and talk.go_on().outcome is Outcome.NOT_PAID
