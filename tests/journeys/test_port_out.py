"""The number goes to another company: five conditions, two SMS, and no word to keep anybody back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, Qualification
from kiosk.domain.subscriptions import StopReason
from kiosk.journeys.port_out import CONDITIONS, Outcome
from kiosk.journeys.port_words import sms_to
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Mark
from kiosk.text import Code
from tests.fake_business import CONTRACT, SUBSCRIPTION, FakeBusiness, FakeReader, FakeStaff
from tests.fake_operators import WANG, FakeOperators, a_hall, an_operator
from tests.talks import Talk, a_talk

MET = "Nothing stands in the way"


def going(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader(), staff=FakeStaff())
    return a_talk(lambda: walked(service_named("port-out"), hall))


def hindered(*obstacles: Obstacle, **fakes: Any) -> FakeBusiness:
    crosses = Qualification(tuple(Hindrance(one) for one in obstacles))
    return FakeBusiness(refusals={(OrderKind.PORT_OUT, ""): crosses}, **fakes)


def to_the_checks(talk: Talk) -> Talk:
    return talk.go_on().by_phone()


def test_the_whole_way_shows_two_sms_and_orders_nothing() -> None:
    business = FakeBusiness()
    with going(business) as talk:
        to_the_checks(talk).go_on()
        assert talk.screen.facts[0].value.message == "CXXZ#your name#your ID number"
        talk.go_on().press("Yes, I go there now")
        assert talk.screen.facts[1].value.values[0][1] == Code("10086")
        talk.go_on().go_on()
        assert talk.titles[-5:] == [
            MET,
            "Send this SMS with your phone",
            "Do you go to the new company now?",
            "Now ask for the code by SMS",
            "Take this to the new company's hall",
        ]
        assert talk.outcome is Outcome.READY and not business.orders.asked


def test_name_and_id_number_are_shown_nowhere() -> None:
    assert WANG.id_number is not None
    with going(FakeBusiness()) as talk:
        to_the_checks(talk).go_on()
        for press in (None, True, None):
            assert WANG.id_number not in values_on(talk) and WANG.name not in values_on(talk)
            talk.answer(press)


def values_on(talk: Talk) -> set[object]:
    slip = getattr(talk.screen, "slip", None)
    facts = (*talk.screen.facts, *(slip.lines if slip else ()))
    return {value for fact in facts for _, value in fact.value.values}


def test_whoever_goes_later_takes_the_slip_along() -> None:
    with going(FakeBusiness()) as talk:
        to_the_checks(talk).go_on().go_on().press("No, later")
        assert talk.screen.slip is not None and talk.go_on().outcome is Outcome.LATER


def test_the_five_conditions_are_shown_at_once() -> None:
    with going(hindered(Obstacle.PORTED_LATELY, Obstacle.UNBILLED)) as talk:
        to_the_checks(talk)
        assert [fact.mark is Mark.DONE for fact in talk.screen.facts] == [True, True, False, True, False]
        assert len(CONDITIONS.conditions) == 5
        assert talk.go_on().press("Leave it for today").go_on().outcome is Outcome.NOT_YET


def test_the_card_is_asked_for_only_where_a_contract_is_to_end() -> None:
    with going(hindered(Obstacle.CONTRACT, held=(replace(SUBSCRIPTION, contracts=(CONTRACT,)),))) as talk:
        to_the_checks(talk).go_on().press("A contract is still running", "I have my card")
        assert talk.title == "You promised to stay until {day}"


def test_a_stopped_number_is_restored_on_the_way() -> None:
    with going(hindered(Obstacle.NOT_ACTIVE, held=(replace(SUBSCRIPTION, stop=StopReason.KEPT),))) as talk:
        to_the_checks(talk).go_on().press("The number is stopped")
        assert talk.title == "You wanted this number to wait"


@pytest.mark.parametrize(("hotline", "address"), [("10086", "10086"), ("10000", "10001"), ("10099", "10099")])
def test_the_sms_goes_where_the_company_takes_it(hotline: str, address: str) -> None:
    assert sms_to(an_operator("x", hotline)) == Code(address)
