"""A new SIM card: a lost number is stopped first and stays so, and thieves find an alarm."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, OrderState, Qualification, SimCard
from kiosk.domain.subscriptions import StopReason
from kiosk.journeys.parting import Parting
from kiosk.journeys.replace_sim import Outcome, changed_lately
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Agree, Review, Tone, choices_of
from tests.fake_business import NOON, SUBSCRIPTION, TODAY, FakeBusiness, FakeReader, FakeStaff
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

WANT, ALARM = "Do you want a new card now?", "Somebody may have changed your card"
NEW_CARD = "I understand. Get a new card"
SWAPPED = SimCard("4321", works=True, changed=NOON - timedelta(hours=20))


def replacing(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business), id_cards=FakeReader(), staff=FakeStaff())
    return a_talk(lambda: walked(service_named("replace-sim"), hall))


def lost(talk: Talk) -> Talk:
    """Say that it is lost, and sign in with another phone."""
    return talk.press("It is lost").by_phone()


def broken(talk: Talk) -> Talk:
    return talk.press("It does not work").by_card()


def kinds(business: FakeBusiness) -> list[OrderKind]:
    return [asked.kind for asked in business.orders.asked]


def test_a_lost_number_is_stopped_first_then_gets_its_new_card() -> None:
    business = FakeBusiness(order_ends=[OrderState.COMPLETED, OrderState.PENDING])
    with replacing(business) as talk:
        lost(talk).press("Yes, stop it now").sign().go_on()
        assert talk.title == WANT and kinds(business) == [OrderKind.STOP_NUMBER]
        talk.press("Yes, get a new card", "I have my card").answer("0007", "2468")
        talk.press(NEW_CARD).sign()
        assert talk.titles[-10:] == [
            "Stop this number now?",
            "Please sign with your finger",
            "Your number is stopped",
            WANT,
            "Please take your card back",
            "A staff member now looks at your card",
            "Staff: please type your PIN",
            "Get a new card for this number?",
            "Please sign with your finger",
            "Your order waits for a next step",
        ]
        slip = talk.screen.slip
        assert "Staff hand you the new card" in {line.value.message for line in slip.lines}
        assert "If the number is still stopped, restore it here." in {one.message for one in slip.advice}
        stop, card = business.orders.asked
        assert (stop.items[0].details, card.items[0].details) == ((("reason", "lost"),),) * 2
        assert (card.kind, card.staff) == (OrderKind.REPLACE_SIM, "0007")
        assert talk.go_on().outcome is Outcome.ORDERED


def test_the_stop_stands_when_the_visitor_wants_no_more() -> None:
    business = FakeBusiness()
    with replacing(business) as talk:
        lost(talk).press("Yes, stop it now").sign().go_on()
        assert talk.screen.body[0].message == "Your number is stopped. It stays stopped."
        assert talk.press("Not now").outcome is Outcome.STOPPED and kinds(business) == [OrderKind.STOP_NUMBER]


def test_no_code_is_sent_to_a_phone_that_is_lost() -> None:
    with replacing(FakeBusiness()) as talk:
        lost(talk).press("Yes, stop it now")
        assert "A code by SMS instead" not in {one.label.message for one in choices_of(talk.screen)}


def test_a_number_that_is_stopped_already_is_not_stopped_again() -> None:
    business = FakeBusiness(held=(replace(SUBSCRIPTION, stop=StopReason.LOST),))
    with replacing(business) as talk:
        assert lost(talk).title == WANT and talk.screen.tone is Tone.DONE
        assert not business.orders.asked


@pytest.mark.parametrize("state", [OrderState.FAILED, OrderState.COMPLETED])
def test_only_a_number_that_is_stopped_is_said_to_be(state: OrderState) -> None:
    with replacing(FakeBusiness(order_ends=[state])) as talk:
        lost(talk).press("Yes, stop it now").sign().go_on()
        assert (talk.screen.tone is Tone.DONE) == (state is OrderState.COMPLETED)


def test_who_lets_a_lost_number_run_is_asked_about_the_card_all_the_same() -> None:
    business = FakeBusiness()
    with replacing(business) as talk:
        lost(talk).press("No, let it run").go_on()
        assert talk.screen.body[0].message == "Your number still runs."
        assert talk.press("Not now").outcome is Outcome.KEPT and not business.orders.asked


def test_a_stop_that_the_operator_does_not_allow_says_why() -> None:
    business = FakeBusiness()
    business.refusals[OrderKind.STOP_NUMBER, ""] = Qualification((Hindrance(Obstacle.FROZEN),))
    with replacing(business) as talk:
        assert lost(talk).title == "This cannot be done just now" and talk.go_on().title == WANT


@pytest.mark.parametrize(("why", "code"), [("It does not work", False), ("I need another size", True)])
def test_a_card_that_does_not_work_gets_no_code(why: str, code: bool) -> None:
    with replacing(FakeBusiness()) as talk:
        talk.press(why).by_card().answer("0007", "2468").press(NEW_CARD)
        assert ("A code by SMS instead" in {one.label.message for one in choices_of(talk.screen)}) is code


# -------------------------------------------------------------------------------------- the alarm


@pytest.mark.parametrize(("hours", "lately"), [(0, True), (71, True), (24 * 5, False)])
def test_three_days_count_as_lately(hours: int, lately: bool) -> None:
    card = replace(SWAPPED, changed=NOON - timedelta(hours=hours))
    assert changed_lately(card, TODAY) is lately
    assert not changed_lately(replace(SWAPPED, changed=None), TODAY)


def test_the_day_is_that_of_china() -> None:
    late_in_london = datetime(2026, 11, 19, 17, 0, tzinfo=NOON.tzinfo)
    assert changed_lately(replace(SWAPPED, changed=late_in_london), TODAY)


def test_a_card_changed_lately_brings_a_person_and_no_new_card() -> None:
    business = FakeBusiness(sim=SWAPPED)
    with replacing(business) as talk:
        assert broken(talk).title == ALARM and talk.screen.tone is Tone.DANGER
        talk.press("Call staff to me")
        assert talk.title == "Somebody is coming" and talk.go_on().outcome is Outcome.ALARM
        assert not business.orders.asked


def test_in_alarm_the_number_can_be_stopped_at_once() -> None:
    business = FakeBusiness(sim=SWAPPED)
    with replacing(business) as talk:
        broken(talk).press("Stop my number now", "Yes, stop it now").sign().go_on()
        assert talk.title == "Somebody is coming" and kinds(business) == [OrderKind.STOP_NUMBER]
        assert talk.go_on().outcome is Outcome.ALARM


def test_after_a_stop_the_alarm_leaves_it_at_that() -> None:
    with replacing(FakeBusiness(sim=SWAPPED)) as talk:
        lost(talk).press("Yes, stop it now").sign().go_on().press("Yes, get a new card", "I have my card")
        assert [option.label.message for option in choices_of(talk.screen)] == [
            "Call staff to me",
            "Go to the start",
        ]
        assert talk.press("Go to the start").outcome is Outcome.ALARM


# --------------------------------------------------------------------------------- the card itself


def test_where_the_operator_wants_it_staff_look_once_more() -> None:
    business = FakeBusiness()
    business.refusals[OrderKind.REPLACE_SIM, ""] = Qualification((Hindrance(Obstacle.NEEDS_STAFF),))
    with replacing(business) as talk:
        talk.press("I need another size").by_card()
        assert talk.screen.body[1].message == "Staff: three numbers called, or the service password"
        assert isinstance(talk.answer("0007", "2468").screen, Review)


def test_what_stands_in_the_way_is_said() -> None:
    business = FakeBusiness()
    business.refusals[OrderKind.REPLACE_SIM, ""] = Qualification((Hindrance(Obstacle.FROZEN),))
    with replacing(business) as talk:
        assert broken(talk).title == "This cannot be done just now"
        assert talk.go_on().outcome is Outcome.NOT_NOW


def test_an_operator_that_shows_no_card_leaves_the_look_to_staff() -> None:
    fakes = FakeOperators()

    def no_card(*_: object) -> SimCard:
        raise Refused(Reason.NOT_FOUND)

    fakes.sim_of = no_card  # type: ignore[method-assign, assignment]
    hall = a_hall(fakes, id_cards=FakeReader(), staff=FakeStaff())
    with a_talk(lambda: walked(service_named("replace-sim"), hall)) as talk:
        assert broken(talk).title == "A staff member now looks at your card"


def test_a_no_and_a_failure_leave_the_old_card() -> None:
    business = FakeBusiness(order_ends=[OrderState.FAILED])
    with replacing(business) as talk:
        broken(talk).answer("0007", "2468").press("No, keep the old card").go_on()
        assert talk.outcome is Outcome.KEPT and not business.orders.asked
    with replacing(business) as talk:
        broken(talk).answer("0007", "2468").press(NEW_CARD).sign()
        assert talk.title == "It could not be done" and talk.go_on().outcome is Outcome.NOT_NOW


def test_an_esim_is_set_up_by_staff() -> None:
    with replacing(FakeBusiness()) as talk:
        talk.press("I want it inside the phone")
        assert (
            isinstance(talk.screen, Agree) and talk.press("Go to the start").outcome is Parting.AT_THE_COUNTER
        )
