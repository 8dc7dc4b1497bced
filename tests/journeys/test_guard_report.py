"""Reporting a number: to the shared list, to one's own company, and to 12321."""

from __future__ import annotations

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import Cheat, FraudReport
from kiosk.journeys.fraud_guard import Outcome
from kiosk.journeys.guard_number import any_number
from kiosk.screens import NotGood, Scan
from kiosk.text import Code, just
from tests.fake_operators import FakeOperators
from tests.fake_trouble import FakeTrouble
from tests.journeys.guarding import SEND, facts, guarding

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
        assert "Send the message to" not in slip and slip["Junk calls and messages"] == "12321"
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
        assert talk.go_on().outcome is Outcome.KEPT


def test_where_no_list_is_connected_ones_own_company_still_takes_messages() -> None:
    with guarding(FakeOperators(trouble=FakeTrouble(connected=False))) as talk:
        talk.press("Report a number").answer(CHEAT).press("A message").answer("mobile")
        assert talk.title == "The shared list did not take it here"
        talk.go_on().press("I have sent it")
        assert talk.outcome is Outcome.REPORTED
    with guarding(FakeOperators(trouble=FakeTrouble(connected=False))) as talk:
        talk.press("Report a number").answer(CHEAT).press("A message").answer("unicom")
        assert talk.go_on().outcome is Outcome.KEPT


@pytest.mark.parametrize("bad", ["", "12", "1" * 21, "12a"])
def test_a_number_has_three_to_twenty_digits(bad: str) -> None:
    assert any_number("110") == "110" and any_number("1" * 20) == "1" * 20
    with pytest.raises(NotGood, match="3 to 20"):
        any_number(bad)
