"""A number cancelled for good: nothing hangs on it, the money comes back, nobody is dissuaded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.bills import Payee
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import (
    Action,
    OrderItem,
    OrderKind,
    OrderState,
)
from kiosk.domain.people import LineStatus
from kiosk.journeys.cancel_number import Outcome
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Choose, Review, Tone, choices_of
from kiosk.text import Money
from tests.fake_business import (
    GOOD_ACCOUNT,
    LINE,
    NOON,
    SUBSCRIPTION,
    FakeBusiness,
    FakeReader,
    an_order,
    named,
)
from tests.fake_operators import FakeOperators, a_hall, a_line
from tests.journeys.leaving import cancelling, to_the_checks
from tests.talks import Talk, a_talk

EMPTY = replace(GOOD_ACCOUNT, balance=Money(0))
OTHER = replace(SUBSCRIPTION, line=a_line("2", "13911112222", LineStatus.KEPT))
ENDING = replace(SUBSCRIPTION, line=a_line("3", "13911113333", LineStatus.ENDING))
MET, FIRST = "Nothing stands in the way", "What shall we do about it first?"
CANCEL_IT = "I understand. Cancel this number"


def to_the_review(talk: Talk) -> Talk:
    return talk.go_on().press("Yes, everywhere").answer("0007", "2468")


def facts_of(talk: Talk) -> dict[str, Any]:
    return {fact.label.message: fact for fact in talk.screen.facts}


def test_a_number_is_cancelled_once_after_every_look() -> None:
    business = FakeBusiness(account=EMPTY)
    with cancelling(business) as talk:
        to_the_review(to_the_checks(talk).go_on())
        assert isinstance(talk.screen, Review) and talk.screen.tone is Tone.DANGER
        assert not any(option.chosen for option in choices_of(talk.screen))
        assert talk.screen.body[0].message == "This number cannot come back."
        talk.press(CANCEL_IT).sign().go_on()
        assert talk.titles[-9:] == [
            "Who uses this number?",
            MET,
            "First take this number out of these",
            "Have you taken the number out?",
            "A staff member now looks at your card",
            "Staff: please type your PIN",
            "Cancel this number for good?",
            "Please sign with your finger",
            "Your number is cancelled",
        ]
        assert talk.outcome is Outcome.CANCELLED
        [asked] = business.orders.asked
        assert (asked.kind, asked.items, asked.staff) == (
            OrderKind.CANCEL_NUMBER, (OrderItem(Action.DELETE, product_id="1"),), "0007",
        )  # fmt: skip


# ------------------------------------------------------------------------------ the money that is left


@pytest.mark.parametrize(
    ("to", "note"), [("2", "to your number ending in {tail}"), ("bank", "to your bank account")]
)
def test_what_is_left_goes_where_it_is_wanted(to: str, note: str) -> None:
    business = FakeBusiness(held=(SUBSCRIPTION, OTHER, ENDING))
    with cancelling(business) as talk:
        talk.by_card().answer("1").press("I do").go_on()
        assert isinstance(talk.screen, Choose)
        assert [option.answer for option in talk.screen.options] == ["2", "bank"]
        talk.answer(to).go_on().press("Yes, everywhere")
        asks_for_the_account = len(talk.screen.body) == 2
        talk.answer("0007", "2468")
        paid_back = facts_of(talk)["Paid back"]
        assert paid_back.note.message == note and paid_back.value.values[0][1] == Money(2000)
        talk.press(CANCEL_IT).sign()
        assert business.orders.asked[0].items[0].details == (("refundTo", to),)
        assert asks_for_the_account == (to == "bank")


def test_where_the_operator_does_not_tell_what_is_left_staff_do() -> None:
    with cancelling(FakeBusiness(account=Refused(Reason.NOT_FOUND))) as talk:
        to_the_checks(talk).go_on()
        assert facts_of(talk)["Left on the account"].value.message == "Staff tell you"
        to_the_review(talk.press("To my bank account"))
        assert facts_of(talk)["Paid back"].value.message == "Staff tell you"


# ------------------------------------------------------------------------------------------------- noes


def of_somebody_i_know(talk: Talk) -> None:
    talk.by_card().press("Somebody I know", "I ask them first")


def left_for_today(talk: Talk) -> None:
    to_the_checks(talk).go_on().go_on().press("I do that first").go_on()


def not_agreed(talk: Talk) -> None:
    to_the_review(to_the_checks(talk).go_on()).press("No, keep my number").go_on()


@pytest.mark.parametrize(
    ("no", "outcome"),
    [(of_somebody_i_know, Outcome.KEPT), (left_for_today, Outcome.NOT_YET), (not_agreed, Outcome.KEPT)],
)
def test_a_no_cancels_nothing(no: Any, outcome: Outcome) -> None:
    business = FakeBusiness(account=EMPTY)
    with cancelling(business) as talk:
        no(talk)
        assert talk.outcome is outcome and not business.orders.asked


@pytest.mark.parametrize(("state", "told"), [(OrderState.HELD, True), (OrderState.COMPLETED, False)])
def test_the_slip_says_by_when_where_it_takes_a_while(state: OrderState, told: bool) -> None:
    business = FakeBusiness(account=EMPTY, order_ends=[state])
    business.orders.receipt = an_order(expected=NOON)
    with cancelling(business) as talk:
        to_the_review(to_the_checks(talk).go_on()).press(CANCEL_IT).sign()
        lines = {line.label.message for line in talk.screen.slip.lines}
        assert ("Done by" in lines) is told and "Paid back" in lines


def test_a_number_that_nobody_knows_is_reported_instead() -> None:
    fakes = FakeOperators()
    hall = a_hall(fakes, id_cards=FakeReader())
    with a_talk(lambda: walked(service_named("cancel-number"), hall)) as talk:
        talk.by_card().press("I do not know", "Yes, report it")
        assert talk.title == "Your report is filed" and talk.go_on().outcome is Outcome.NOT_MINE
        assert [one.line_id for one in fakes.filed] == [LINE.id] and not fakes.business.orders.asked


def test_a_number_in_the_family_goes_on_once_they_know_and_a_failed_order_keeps_it() -> None:
    business = FakeBusiness(
        account=Payee("mobile", "a", "王*", Money(0), Money(0)), order_ends=[OrderState.FAILED]
    )
    business.orders.receipt = an_order(note=named("Not today."))
    with cancelling(business) as talk:
        to_the_review(talk.by_card().press("Somebody I know", "Yes, they know").go_on())
        talk.press(CANCEL_IT).sign()
        assert talk.title == "It could not be done" and talk.go_on().outcome is Outcome.KEPT
