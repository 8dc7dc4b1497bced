"""Signing in by QR and by code, with every way it can go wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.people import Invitation
from kiosk.screens import Enter, Scan
from tests.desks import Desk, a_desk
from tests.fake_operators import WANG, FakeOperators
from tests.pilot import Pilot
from tests.visit.worlds import HeldRunner

COUNTS = "{count} number runs under your ID"
WAYS = "How would you like to show who you are?"


def to_the_ways(desk: Desk) -> Pilot:
    return desk.pilot.from_rest().press(
        "Fraud, and my ID", "Numbers under my ID", "Look it up now", "Yes, look it up"
    )


def by_qr(desk: Desk) -> Pilot:
    return to_the_ways(desk).press("Scan with my phone").choose("mobile")


def by_code(desk: Desk) -> Pilot:
    return to_the_ways(desk).press("A code by SMS").choose("mobile").type("13800001234")


def test_an_operator_that_is_not_connected_cannot_be_chosen_and_says_why() -> None:
    with a_desk() as desk:
        to_the_ways(desk).press("Scan with my phone").choose("broadnet")
        problem = desk.reception.stage.problem
        assert problem is not None and problem.message == "Not connected here. Staff can help you."


def test_without_a_phone_staff_are_called() -> None:
    with a_desk() as desk:
        pilot = to_the_ways(desk).press("I have no phone with me")
        assert pilot.title == "Somebody is coming"
        assert pilot.go_on().title == WAYS


def test_a_code_that_has_run_out_is_renewed_by_itself() -> None:
    operators = FakeOperators(
        approvals=[Refused(Reason.SIGN_IN_EXPIRED), Refused(Reason.SIGN_IN_EXPIRED), WANG]
    )
    with a_desk(operators) as desk:
        assert by_qr(desk).title == COUNTS


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (Refused(Reason.SIGN_IN_DENIED), "Your phone said no"),
        (Unavailable(Reason.BROKEN_ANSWER), "The sign-in did not work"),
    ],
)
def test_a_no_or_a_fault_on_the_phone_leads_back_to_the_ways(error: Exception, title: str) -> None:
    with a_desk(FakeOperators(approvals=[error])) as desk:
        pilot = by_qr(desk)
        assert pilot.title == title
        assert pilot.go_on().title == WAYS


def test_the_screen_shows_what_the_phone_shows_and_another_way() -> None:
    runner = HeldRunner()
    with a_desk(runner=runner) as desk:
        pilot = by_qr(desk)
        runner.let_go()
        screen = pilot.screen
        assert isinstance(screen, Scan) and screen.lasts == 120 and screen.match is not None
        assert pilot.press("Use another way").title == WAYS


def test_a_phone_page_that_wants_the_code_typed_is_told_so() -> None:
    class TypedOperators(FakeOperators):
        def invite(self, operator_id: str) -> Invitation:
            return replace(super().invite(operator_id), typed=True, match="WDJB-MJHT")

    runner = HeldRunner()
    with a_desk(TypedOperators(), runner=runner) as desk:
        pilot = by_qr(desk)
        runner.let_go()
        assert pilot.screen.body[0].message.startswith("Type these signs")


@pytest.mark.parametrize("digits", ["1380000123", "23800001234", "12000001234"])
def test_a_number_that_cannot_be_one_is_kindly_asked_again(digits: str) -> None:
    with a_desk() as desk:
        to_the_ways(desk).press("A code by SMS").choose("mobile").type(digits)
        assert desk.reception.stage.problem is not None


def test_the_code_signs_in_even_after_a_slip() -> None:
    operators = FakeOperators(code_checks=[Refused(Reason.CODE_WRONG), WANG])
    with a_desk(operators) as desk:
        pilot = by_code(desk).type("12345")
        assert desk.reception.stage.problem is not None
        pilot.type("123456")
        screen = pilot.screen
        assert isinstance(screen, Enter) and screen.problem is not None
        assert pilot.type("654321").title == COUNTS


@pytest.mark.parametrize("reason", [Reason.CODE_EXPIRED, Reason.TOO_MANY_TRIES])
def test_a_code_that_is_over_is_replaced_or_another_way_taken(reason: Reason) -> None:
    with a_desk(FakeOperators(code_checks=[Refused(reason), WANG])) as desk:
        pilot = by_code(desk).type("123456")
        assert pilot.title == "This code cannot be used any more"
        assert pilot.press("Send a new code").type("123456").title == COUNTS
    with a_desk(FakeOperators(code_checks=[Refused(reason)])) as desk:
        assert by_code(desk).type("123456").press("Use another way").title == WAYS


def test_beside_typing_a_new_code_or_another_way_can_be_chosen() -> None:
    with a_desk() as desk:
        pilot = by_code(desk).press("Send a new code")
        assert pilot.title == "Which code did you get?"
        assert pilot.press("Use another way").title == WAYS


@pytest.mark.parametrize("reason", [Reason.TOO_MANY_CODES, Reason.NOT_ALLOWED])
def test_a_code_that_was_not_sent_is_told(reason: Reason) -> None:
    with a_desk(FakeOperators(code_problems=[Refused(reason)])) as desk:
        pilot = by_code(desk)
        assert pilot.title == "No code was sent"
        assert pilot.go_on().title == WAYS


def test_a_right_code_for_a_number_that_is_not_on_record_is_told_so() -> None:
    with a_desk(FakeOperators(code_checks=[Refused(Reason.NOT_FOUND)])) as desk:
        pilot = by_code(desk).type("123456")
        assert pilot.title == "We could not sign you in with this number"
        assert pilot.go_on().title == WAYS


def test_a_sign_in_approved_too_late_is_given_back() -> None:
    runner = HeldRunner()
    with a_desk(runner=runner) as desk:
        pilot = by_qr(desk)
        runner.let_go()
        pilot.press("Use another way")
        runner.let_go()
        runner.let_go()
        assert desk.operators.signed_out == [WANG.access] and desk.reception.stage.signed_in is None
