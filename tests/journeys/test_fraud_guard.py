"""Staying safe from fraud: help at once, and calls kept away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.devices.call_light import SimulatedLight
from kiosk.devices.ports import DeviceError
from kiosk.domain.people import LineStatus
from kiosk.domain.subscriptions import StopReason
from kiosk.journeys.fraud_guard import Outcome, fraud_guard
from kiosk.journeys.guard_cheated_words import Loss
from kiosk.journeys.parting import Parting
from kiosk.screens import Scan, Tone
from tests.fake_business import LINE, SUBSCRIPTION, FakeBusiness, FakeReader
from tests.fake_operators import FakeOperators, a_hall
from tests.journeys.guarding import SEND, facts, guarding
from tests.talks import Talk, a_talk

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
        talk.press("I have sent it").go_on()
        assert talk.outcome is Outcome.GUARDED


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
STEPS = {
    "Money is gone": ("Call 110 now", "Call your bank now", "Keep everything as proof"),
    "I told a code or a password": (
        "Call your bank now", "Change your passwords", "Call 96110 and tell what happened",
        "Keep everything as proof",
    ),
    "I only talked with them": ("Call 96110 and tell what happened", "Keep everything as proof"),
    "I am not sure": (
        "Call 96110 and tell what happened", "Call your bank now", "Keep everything as proof",
    ),
}  # fmt: skip


def test_staff_are_called_before_anything_is_asked() -> None:
    light = SimulatedLight()
    with guarding(light=light) as talk:
        talk.press(CHEATED)
        assert light.lit and talk.screen.tone is Tone.DANGER
        assert talk.title == "Hang up now, and pay nothing"
        assert talk.screen.body[1].message == "Staff are on their way to you."
    with guarding(light=BrokenLight()) as talk:
        assert talk.press(CHEATED).screen.body[1].message == "Please wave to the counter."


@pytest.mark.parametrize("loss", STEPS)
def test_each_loss_has_its_steps_one_a_screen_and_a_slip(loss: str) -> None:
    with guarding() as talk:
        talk.press(CHEATED).go_on().press(loss)
        titles: list[str] = []
        for _ in STEPS[loss]:
            assert talk.screen.steps is not None and talk.screen.steps.done == len(titles)
            titles.append(talk.title)
            talk.go_on()
        assert tuple(titles) == STEPS[loss] and talk.title == "Take this along"
        assert talk.go_on().outcome is Outcome.HELPED


def to_the_stop(talk: Talk) -> Talk:
    talk.press(CHEATED).go_on().answer(Loss.PHONE)
    assert talk.title == "Switch the phone off now"
    return talk.go_on().go_on().go_on().go_on().go_on()


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


@pytest.mark.parametrize(
    "held",
    [
        replace(SUBSCRIPTION, stop=StopReason.LOST),
        replace(SUBSCRIPTION, line=replace(LINE, status=LineStatus.ENDING)),
    ],
)
def test_a_number_that_is_stopped_already_needs_nothing(held: Any) -> None:
    with guarding(FakeOperators(business=FakeBusiness(held=(held,))), id_cards=FakeReader()) as talk:
        to_the_stop(talk).press("Yes, stop it").by_card()
        assert talk.title == "This number is stopped already"
        assert talk.go_on().outcome is Outcome.HELPED


def test_without_a_card_reader_staff_stop_it() -> None:
    with guarding() as talk:
        to_the_stop(talk).press("Yes, stop it", "Yes, go on", "Go to the start")
        assert talk.outcome is Parting.AT_THE_COUNTER


def test_the_danger_card_is_the_first_and_the_only_one() -> None:
    with a_talk(lambda: fraud_guard(a_hall(FakeOperators()))) as talk:
        tones = [option.tone for option in talk.screen.options]  # type: ignore[attr-defined]
        assert tones == [Tone.DANGER, *[Tone.CALM] * 4]
