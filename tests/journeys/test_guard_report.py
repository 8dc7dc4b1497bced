"""Reporting a number: to the shared list, to one's own company, and to 12321."""

from __future__ import annotations

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import Cheat, FraudReport
from kiosk.journeys.fraud_guard import Outcome, fraud_guard
from kiosk.journeys.guard_number import any_number
from kiosk.screens import NotGood, Scan
from kiosk.text import Code, just
from tests.fake_operators import FakeOperators, a_hall
from tests.fake_trouble import FakeTrouble
from tests.journeys.guarding import SEND, facts, guarding
from tests.talks import a_talk

CHEAT = "4009900990"


def test_a_number_that_rang_is_reported_and_nobody_signs_in() -> None:
    trouble = FakeTrouble()
    with guarding(FakeOperators(trouble=trouble)) as talk:
        talk.press("Report a number").answer(CHEAT).press("A call", "Promised much money")
        assert talk.screen.facts[0].value == just(Code(CHEAT))
        talk.press("Yes, report the number")
        assert trouble.fraud_reports.asked == [FraudReport(CHEAT, Cheat.INVESTMENT)]
        slip = facts(talk.screen)
        assert talk.title == "The number is reported" and slip["Reference"] == "FR-1"
        assert "Reported on" in slip
        assert "Send the message to" not in slip and slip["Or look in WeChat for"] == "12321举报中心"
        assert talk.go_on().outcome is Outcome.REPORTED


def test_a_message_goes_to_ones_own_company_as_well_with_the_number_in_it() -> None:
    with guarding() as talk:
        talk.press("Report a number").answer(CHEAT).press("A message", "Something else").answer("mobile")
        talk.press("Yes, report the number")
        assert facts(talk.screen)["Send the message to"] == "10086999"
        assert talk.go_on().title == SEND
        assert isinstance(talk.screen, Scan) and talk.screen.code == f"smsto:10086999:{CHEAT}*"
        assert talk.screen.facts[0].value.message == "{number}*{message}"
        talk.press("I have sent it")
        assert talk.outcome is Outcome.REPORTED


def test_a_no_reports_nothing() -> None:
    trouble = FakeTrouble()
    with guarding(FakeOperators(trouble=trouble)) as talk:
        talk.press("Report a number").answer(CHEAT).press("A call", "Something else", "No, do not report it")
        assert talk.go_on().outcome is Outcome.KEPT and trouble.fraud_reports.asked == []


def test_a_list_that_takes_nothing_leaves_the_other_ways() -> None:
    trouble = FakeTrouble()
    trouble.fraud_reports.problem = Refused(Reason.NOT_ALLOWED)
    with guarding(FakeOperators(trouble=trouble)) as talk:
        talk.press("Report a number").answer(CHEAT).press(
            "A call", "Something else", "Yes, report the number"
        )
        assert talk.title == "The shared list did not take it here"
        assert "Reported on" not in facts(talk.screen)
        assert talk.go_on().outcome is Outcome.KEPT


def test_where_no_list_is_connected_ones_own_company_still_takes_messages() -> None:
    with guarding(FakeOperators(trouble=FakeTrouble(connected=False))) as talk:
        talk.press("Report a number").answer(CHEAT).press("A message").answer("mobile")
        assert talk.title == "The shared list did not take it here"
        talk.go_on().press("I have sent it")
        assert talk.outcome is Outcome.REPORTED
    with guarding(FakeOperators(trouble=FakeTrouble(connected=False))) as talk:
        talk.press("Report a number").answer(CHEAT).press("A message").answer("mobile").go_on()
        talk.press("I send it at home")
        assert talk.outcome is Outcome.KEPT, "nothing was reported yet"
    with guarding(FakeOperators(trouble=FakeTrouble(connected=False))) as talk:
        talk.press("Report a number").answer(CHEAT).press("A message").answer("unicom")
        assert talk.go_on().outcome is Outcome.KEPT


@pytest.mark.parametrize("number", ["110", "96110", "12381", "10699000", "10010", "95588"])
def test_a_real_service_is_never_reported(number: str) -> None:
    trouble = FakeTrouble()
    with guarding(FakeOperators(trouble=trouble)) as talk:
        talk.press("Report a number").answer(number)
        assert talk.title == "{number} is a real service"
        talk.press("I see")
        assert talk.outcome is Outcome.KEPT and trouble.fraud_reports.asked == []


def test_a_number_is_reported_once_in_a_visit() -> None:
    trouble = FakeTrouble()
    hall = a_hall(FakeOperators(trouble=trouble))
    for title in ("The number is reported", "You have reported this number already"):
        with a_talk(lambda: fraud_guard(hall)) as talk:
            talk.press("Report a number").answer(CHEAT)
            if title == "The number is reported":
                talk.press("A call", "Something else", "Yes, report the number")
            assert talk.title == title and talk.go_on().stage.ends
    assert len(trouble.fraud_reports.asked) == 1


@pytest.mark.parametrize("bad", ["", "12", "1" * 21, "12a"])
def test_a_number_has_three_to_twenty_digits(bad: str) -> None:
    assert any_number("110") == "110" and any_number("1" * 20) == "1" * 20
    with pytest.raises(NotGood, match="3 to 20"):
        any_number(bad)
