"""Staying safe from fraud: help at once, and calls kept away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.devices.call_light import SimulatedLight
from kiosk.devices.ports import DeviceError
from kiosk.domain.people import LineStatus
from kiosk.domain.subscriptions import StopReason
from kiosk.journeys.fraud_guard import Outcome, fraud_guard
from kiosk.journeys.guard_cheated_steps import STEPS, Loss
from kiosk.journeys.parting import Parting
from kiosk.screens import Scan, Tell, Tone, choices_of
from kiosk.text import Language
from tests.fake_business import LINE, SUBSCRIPTION, FakeBusiness, FakeReader
from tests.fake_operators import FakeOperators, a_hall
from tests.journeys.guarding import SEND, facts, guarding
from tests.talks import Talk, a_talk

ENGLISH = words_of(Language.EN)

# ----------------------------------------------------------------------------------- calls kept away


def test_calls_from_abroad_are_blocked_by_a_message_that_the_phone_opens() -> None:
    with guarding() as talk:
        talk.press("Block calls from abroad", "No. Block them").answer("mobile")
        assert isinstance(talk.screen, Scan) and talk.title == SEND
        assert talk.screen.code == "smsto:10086:QXGJLH" and talk.screen.site is None
        assert facts(talk.screen) == {"Write": "QXGJLH", "Send it to": "10086"}
        talk.press("I have sent it")
        slip = facts(talk.screen)
        assert slip["Write"] == "QXGJLH" and slip["To undo it"] == "KTGJLH 10086"
        assert talk.go_on().outcome is Outcome.GUARDED


def test_where_the_hall_has_one_company_nobody_is_asked_for_it() -> None:
    with guarding(operators=a_hall(FakeOperators()).operators[:1]) as talk:
        talk.press("Keep nuisance calls away")
        assert talk.title == SEND and isinstance(talk.screen, Scan)


def test_without_a_message_to_undo_it_the_hotline_does() -> None:
    with guarding() as talk:
        talk.press("Block calls from abroad", "No. Block them").answer("unicom").press("I have sent it")
        assert facts(talk.screen)["To undo it"] == "10010"


def test_staff_help_with_the_message_and_it_stays_there() -> None:
    light = SimulatedLight()
    with guarding(light=light) as talk:
        talk.press("Keep nuisance calls away").answer("mobile").press("Staff help me send it")
        assert light.lit and talk.title == "Somebody is coming"
        assert talk.go_on().title == SEND
        talk.press("I have sent it")
        assert facts(talk.screen)["To undo it"] == "QXFSR 10086"
        assert isinstance(talk.screen, Tell) and talk.screen.slip is not None
        assert "couriers" in talk.screen.slip.advice[1].message
        assert talk.go_on().outcome is Outcome.GUARDED


def test_whose_phone_is_at_home_takes_the_message_along() -> None:
    with guarding() as talk:
        talk.press("Block calls from abroad", "No. Block them").answer("mobile").press("I send it at home")
        assert talk.title == "Send this SMS at home" and facts(talk.screen)["Write"] == "QXGJLH"
        assert "Sent on" not in facts(talk.screen)
        assert talk.go_on().outcome is Outcome.GUARDED


def test_what_keeps_only_many_calls_away_says_so() -> None:
    for company, told in (("unicom", True), ("mobile", False)):
        with guarding() as talk:
            talk.press("Block calls from abroad", "No. Block them").answer(company)
            assert ("It keeps many away, perhaps not all." in [t.message for t in talk.screen.body]) is told


def test_whose_family_is_abroad_need_block_nothing() -> None:
    abroad = ("Block calls from abroad", "Yes, somebody does")
    with guarding() as talk:
        talk.press(*abroad, "Leave it as it is")
        assert talk.outcome is Outcome.KEPT
    with guarding() as talk:
        talk.press(*abroad, "Keep nuisance calls away instead").answer("mobile")
        assert isinstance(talk.screen, Scan) and talk.screen.code == "smsto:10086:KTFSR"
    with guarding() as talk:
        talk.press(*abroad, "Block all calls from abroad").answer("unicom")
        assert isinstance(talk.screen, Scan) and talk.screen.code == "smsto:10010:GBGJLH"


@pytest.mark.parametrize("company", ["unicom", "broadnet"])
def test_a_company_without_a_message_has_a_hotline_and_staff(company: str) -> None:
    with guarding() as talk:
        talk.press("Keep nuisance calls away").answer(company)
        assert talk.title == "{operator} has no SMS for this"
        labels = [fact.label.message for fact in talk.screen.facts]
        assert labels == ["Hotline", *(["Or look in WeChat for"] if company == "unicom" else [])]
        talk.press("I call the hotline")
        assert talk.outcome is Outcome.KEPT
    light = SimulatedLight()
    with guarding(light=light) as talk:
        talk.press("Keep nuisance calls away").answer(company).press("Call staff to me").go_on()
        assert light.lit and talk.outcome is Outcome.KEPT


# ------------------------------------------------------------------------------------------ cheated


class BrokenLight:
    def call(self) -> None:
        raise DeviceError("no lamp")

    def off(self) -> None:
        raise DeviceError("no lamp")


CHEATED = "I may have been cheated"
GONE, NOT_YET = "The money is gone already", "Not yet, I have hung up"
TITLES = {
    "Call {number} now": "police",
    "Call {number} and tell what happened": "police_line",
    "Switch the phone off now": "phone_off",
    "Call your bank now": "bank",
    "Change your passwords": "passwords",
    "Keep everything as proof": "proof",
    "End the call forwarding now": "forwarding_off",
}


def through_the_steps(talk: Talk) -> list[str]:
    """Go through all steps, and choose a bank where one is asked for; return their names."""
    names: list[str] = []
    while talk.title != "Take this along":
        if talk.title == "Which bank is your money with?":
            talk.answer("95588")
        else:
            assert talk.screen.steps is not None and talk.screen.steps.done == len(names)
            names.append(TITLES[talk.title])
            talk.go_on()
    return names


def slip_of(talk: Talk) -> list[str]:
    assert isinstance(talk.screen, Tell) and talk.screen.slip is not None
    return [fact.value.shown(ENGLISH) for fact in talk.screen.slip.lines]


def test_staff_are_called_before_anything_is_asked_and_nothing_is_promised() -> None:
    light = SimulatedLight()
    with guarding(light=light) as talk:
        talk.press(CHEATED)
        assert light.lit and talk.screen.tone is Tone.DANGER
        assert talk.title == "Send no money, hang up" and talk.screen.facts[0].big
        assert talk.screen.facts[0].value.shown(ENGLISH) == "Call 110 at once"
        assert [option.tone for option in choices_of(talk.screen)] == [Tone.DANGER, Tone.CALM]
        assert talk.screen.body[1].message == "The call light is on. If nobody comes, wave to the counter."
    with guarding(light=BrokenLight()) as talk:
        assert talk.press(CHEATED).screen.body[1].message == "Please wave to the counter."


@pytest.mark.parametrize("loss", [loss for loss in Loss if loss is not Loss.MONEY])
def test_each_loss_has_its_steps_one_a_screen_and_a_slip(loss: Loss) -> None:
    with guarding() as talk:
        talk.press(CHEATED, NOT_YET).answer(loss)
        assert through_the_steps(talk) == [step.value for step in STEPS[loss]]
        police = loss is Loss.CASH
        assert (slip_of(talk)[-1] == "Call 110") is not police and "Call 110" in slip_of(talk)
        talk.go_on()
        assert not talk.stage.ends if loss is Loss.PHONE else talk.outcome is Outcome.HELPED


def test_who_has_paid_calls_the_police_first_unless_they_still_look_on() -> None:
    with guarding() as talk:
        talk.press(CHEATED, GONE, "No, neither")
        assert through_the_steps(talk) == ["police", "bank", "proof"]
        assert talk.go_on().outcome is Outcome.HELPED
    with guarding() as talk:
        talk.press(CHEATED, GONE, "Yes, I shared it or installed one")
        assert through_the_steps(talk) == ["phone_off", "police", "bank", "passwords", "proof"]
        assert talk.screen.slip.lines[5].label.message == "Fifth"
        assert talk.go_on().title == "Shall your number be stopped for now?"
        assert talk.screen.body[0].message == "Then police and bank cannot ring you either."


def test_the_chosen_banks_own_number_is_shown_large_and_taken_along() -> None:
    with guarding() as talk:
        talk.press(CHEATED, NOT_YET).answer(Loss.CODE, "95533")
        assert [fact.value.shown(ENGLISH) for fact in talk.screen.facts] == ["95533"]
        through_the_steps(talk)
        assert slip_of(talk)[1] == "Call Construction Bank, 95533"
    with guarding() as talk:
        talk.press(CHEATED, NOT_YET).answer(Loss.CODE).press("Another bank")
        assert talk.title == "Call your bank now" and talk.screen.facts == ()
        through_the_steps(talk)
        assert slip_of(talk)[1] == "Call your bank"


def test_call_forwarding_is_ended_by_one_code() -> None:
    with guarding() as talk:
        talk.press(CHEATED, NOT_YET, "I set up call forwarding for them")
        assert talk.screen.facts[0].value.shown(ENGLISH) == "##002#"
        through_the_steps(talk)
        assert slip_of(talk)[1] == "Dial ##002#"


def to_the_stop(talk: Talk) -> Talk:
    talk.press(CHEATED, NOT_YET).answer(Loss.PHONE)
    through_the_steps(talk)
    return talk.go_on()


def test_a_phone_in_other_hands_is_stopped_by_the_card_alone() -> None:
    business = FakeBusiness()
    fakes = FakeOperators(business=business)
    with guarding(fakes, id_cards=FakeReader()) as talk:
        assert to_the_stop(talk).title == "Shall your number be stopped for now?"
        talk.press("Yes, stop it").by_card().press("Yes, stop it now").sign()
        assert business.orders.asked[0].items[0].details == (("reason", "lost"),)
        assert talk.go_on().outcome is Outcome.HELPED
    with guarding() as talk:
        to_the_stop(talk).press("No, let it run")
        assert talk.outcome is Outcome.HELPED


def stopping(held: Any) -> Any:
    return guarding(FakeOperators(business=FakeBusiness(held=(held,))), id_cards=FakeReader())


@pytest.mark.parametrize("status", [LineStatus.STOPPED, LineStatus.ENDING])
def test_a_number_that_is_stopped_already_needs_nothing(status: LineStatus) -> None:
    line = replace(LINE, status=status)
    with stopping(replace(SUBSCRIPTION, line=line, stop=StopReason.LOST)) as talk:
        to_the_stop(talk).press("Yes, stop it").by_card()
        assert talk.title == "This number is stopped already"
        assert talk.go_on().outcome is Outcome.HELPED


def test_a_number_that_is_being_cancelled_may_still_run_and_staff_look_at_it() -> None:
    with stopping(replace(SUBSCRIPTION, line=replace(LINE, status=LineStatus.ENDING))) as talk:
        to_the_stop(talk).press("Yes, stop it").by_card()
        assert talk.title == "Staff go on with you from here"
        assert talk.screen.body[0].message == "This number is being cancelled."
        talk.press("Go to the start")
        assert talk.outcome is Parting.AT_THE_COUNTER


def test_who_only_talked_hears_from_the_police_whether_more_is_needed() -> None:
    with guarding() as talk:
        talk.press(CHEATED, NOT_YET, "I only talked, or am not sure")
        assert through_the_steps(talk) == ["police_line", "proof"]


def test_without_a_card_reader_staff_stop_it() -> None:
    with guarding() as talk:
        to_the_stop(talk).press("Yes, stop it", "Yes, go on", "Go to the start")
        assert talk.outcome is Parting.AT_THE_COUNTER


def test_the_danger_card_is_the_first_and_the_only_one() -> None:
    with a_talk(lambda: fraud_guard(a_hall(FakeOperators()))) as talk:
        tones = [option.tone for option in talk.screen.options]  # type: ignore[attr-defined]
        assert tones == [Tone.DANGER, *[Tone.CALM] * 4]
