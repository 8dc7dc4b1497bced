"""Receiving, side talks that keep the place, idling, and leaving nothing behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.catalogues import words_of
from kiosk.devices.call_light import SimulatedLight
from kiosk.devices.ports import DeviceError
from kiosk.domain.comfort import Theme
from kiosk.domain.events import Event
from kiosk.domain.failures import Reason, Refused
from kiosk.glossary_file import explaining, load_glossary
from kiosk.journeys.services import what_can_we_do
from kiosk.screens import choices_of
from kiosk.text import Language, t
from tests.desks import Desk, a_desk
from tests.fake_operators import WANG, FakeOperators
from tests.visit.worlds import HeldRunner


class BrokenLight:
    def __init__(self, *, breaks_on: str = "call") -> None:
        self.breaks_on = breaks_on

    def call(self) -> None:
        if self.breaks_on == "call":
            raise DeviceError("no lamp")

    def off(self) -> None:
        raise DeviceError("no lamp")


def sign_in(desk: Desk) -> None:
    """Walk to the counts, signed in by QR."""
    desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
    desk.pilot.press("Look it up now", "Yes, look it up")
    desk.pilot.press("Scan with my phone").choose("mobile")


def test_a_touch_wakes_the_kiosk_and_asks_first_whether_it_is_comfortable() -> None:
    with a_desk() as desk:
        assert desk.reception.stage.visit == 0
        desk.pilot.choose(Language.EN)
        assert desk.reception.stage.visit == 1 and desk.reception.stage.comfort.language is Language.EN
        assert desk.pilot.title == "Can you see and hear well like this?"
        desk.pilot.press("Yes, let us begin")
        assert desk.pilot.title == "What can we do for you?"


def test_what_is_not_offered_at_rest_wakes_nobody() -> None:
    with a_desk() as desk:
        desk.pilot.choose("nothing")
        desk.reception.back()
        desk.reception.end()
        desk.reception.tick()
        assert desk.reception.stage.visit == 0


def test_comfort_changes_at_once_and_keeps_the_place() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        desk.reception.adjust()
        pilot.press("Text size", "Largest")
        assert desk.reception.stage.comfort.size == 4
        pilot.press("Colours", "Yellow on black", "Voice", "Do not read to me")
        comfort = desk.reception.stage.comfort
        assert comfort.theme is Theme.YELLOW_ON_BLACK and not comfort.voice
        pilot.press("Language").choose(replace(comfort, language=Language.EN))
        pilot.press("Good, go on")
        assert pilot.title == "How many numbers run under your ID?"
        assert desk.reception.stage.comfort.language is Language.EN


def test_back_leads_out_of_a_side_talk_out_of_a_service_and_no_further() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest()
        assert not desk.reception.stage.can_go_back
        desk.reception.back()
        pilot.press("Fraud, and my ID", "Numbers under my ID", "Look it up now")
        desk.reception.adjust()
        pilot.press("Text size")
        desk.reception.back()
        assert pilot.title == "What would make it easier?"
        desk.reception.back()
        assert pilot.title == "May we look this up for you?"
        desk.reception.back()
        assert pilot.title == "How many numbers run under your ID?"
        desk.reception.back()
        assert pilot.title == "What else can we do for you?"


def test_help_lights_the_light_and_keeps_the_place() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        desk.reception.help()
        pilot.press("Explain this screen").go_on()
        desk.reception.help()
        pilot.press("Telephone the operator").go_on()
        desk.reception.help()
        pilot.press("Call staff")
        assert desk.reception.stage.helper_called and pilot.title == "Somebody is coming"
        pilot.go_on()
        assert pilot.title == "How many numbers run under your ID?"
        desk.reception.help()
        pilot.press("Staff have helped me")
        assert not desk.reception.stage.helper_called


def test_sign_language_is_offered_where_the_hall_has_clips_and_comes_at_once() -> None:
    with a_desk(signs=True) as desk:
        pilot = desk.pilot.from_rest().press("My bill and my plan")
        desk.reception.adjust()
        pilot.press("Language", "Sign language")
        pilot.choose(replace(desk.reception.stage.comfort, signing=True))
        assert desk.reception.stage.comfort.signing and pilot.title == "What would make it easier?"
        pilot.press("Language")
        detail = {option.label.message: option.detail for option in choices_of(pilot.screen)}["Sign language"]
        assert detail == t("Clips are shown")
        pilot.press("Sign language").choose(replace(desk.reception.stage.comfort, signing=False))
        assert not desk.reception.stage.comfort.signing
    with a_desk() as desk:
        desk.reception.adjust()
        labels = {option.label.message for option in choices_of(desk.pilot.press("Language").screen)}
        assert "Sign language" not in labels


def test_the_language_is_changed_to_cantonese_without_losing_the_place() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        desk.reception.adjust()
        comfort = replace(desk.reception.stage.comfort, language=Language.ZH_HK)
        pilot.press("Language").choose(comfort)
        pilot.press("Good, go on")
        assert pilot.title == "How many numbers run under your ID?"
        assert pilot.screen.title.shown(words_of(desk.reception.stage.comfort.language)).startswith("您名下")


def test_words_of_the_trade_are_explained_before_the_screen_in_the_visitors_language() -> None:
    with a_desk(explain=explaining(load_glossary(), words_of)) as desk:
        pilot = desk.pilot.from_rest().press("My bill and my plan")
        desk.reception.help()
        pilot.press("Explain this screen")
        first = pilot.screen.body[0].message
        assert first == "A phone bill is the money for calls, data and plans."


def test_what_explains_a_screen_twice_is_said_once() -> None:
    about = t("You can ask once in 24 hours. A query cannot be called back.")
    with a_desk(explain=lambda *_: (t("A plan"), about)) as desk:
        pilot = desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        desk.reception.help()
        pilot.press("Explain this screen")
        assert [text.message for text in pilot.screen.body].count(about.message) == 1


def test_a_broken_call_light_says_where_to_turn() -> None:
    with a_desk(light=BrokenLight()) as desk:
        pilot = desk.pilot.from_rest().press("Find a person", "Call staff")
        assert pilot.title == "Please wave to the counter"
    with a_desk(light=BrokenLight(breaks_on="off")) as desk:
        pilot = desk.pilot.from_rest().press("Find a person", "Call staff").go_on()
        desk.reception.help()
        pilot.press("Staff have helped me")
        assert pilot.title == "What else can we do for you?"


def test_help_and_comfort_from_rest_begin_a_visit() -> None:
    with a_desk() as desk:
        desk.reception.help()
        assert desk.pilot.title == "How can we help you?"
    with a_desk() as desk:
        desk.reception.adjust()
        assert desk.pilot.title == "What would make it easier?"


def test_a_first_screen_that_breaks_is_shown_again(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [True]

    def break_once(*, again: bool) -> object:
        if broken.pop():
            broken.append(False)
            raise ValueError("a defect of ours")
        broken.append(False)
        return what_can_we_do(again=again)

    monkeypatch.setattr("kiosk.visit.stay.what_can_we_do", break_once)
    with a_desk() as desk:
        pilot = desk.pilot.from_rest()
        desk.reception.tick()
        assert pilot.title == "We cannot go on here"
        pilot.press("Go to the start")
        assert pilot.title == "What else can we do for you?"
        desk.reception.adjust()
        desk.reception.tick()


def test_leaving_asks_once_something_was_begun_and_forgets_everything() -> None:
    light = SimulatedLight()
    with a_desk(light=light) as desk:
        sign_in(desk)
        assert desk.reception.stage.signed_in == WANG.name
        desk.reception.help()
        desk.pilot.press("Call staff")
        desk.reception.end()
        desk.pilot.press("No, stay here")
        assert desk.operators.signed_out == []
        desk.reception.end()
        desk.pilot.press("Yes, leave")
        assert desk.pilot.title == "Thank you. Take care!" and desk.operators.signed_out == [WANG.access]
        assert desk.reception.stage.signed_in is None and not light.lit
        desk.reception.help()
        desk.reception.adjust()
        desk.clock.now += 30
        desk.reception.tick()
        assert desk.pilot.title == "Hello. Touch the screen to begin."
        sign_in(desk)
        assert desk.reception.stage.visit == 2


def test_leaving_from_the_first_screen_needs_no_question_and_the_goodbye_can_be_closed() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest()
        desk.reception.end()
        assert desk.pilot.title == "Thank you. Take care!"
        desk.reception.end()
        assert desk.reception.stage.visit == 0
        desk.pilot.from_rest()
        desk.reception.end()
        desk.pilot.go_on()
        assert desk.pilot.title == "Hello. Touch the screen to begin."


def test_nobody_is_thrown_out_without_being_asked_and_any_touch_extends() -> None:
    with a_desk() as desk:
        sign_in(desk)
        title = desk.pilot.title
        desk.clock.now += 180
        desk.reception.tick()
        first = desk.reception.stage.alert
        desk.clock.now += 10
        desk.reception.tick()
        assert first is not None and desk.reception.stage.alert not in {None, first}
        desk.pilot.go_on()  # this touch only says: I am here
        assert desk.reception.stage.alert is None and desk.pilot.title == title
        for ask in (desk.reception.help, desk.reception.adjust, desk.reception.back, desk.reception.end):
            desk.clock.now += 180
            desk.reception.tick()
            ask()
            assert desk.pilot.title == title
        desk.clock.now += 180
        desk.reception.tick()
        desk.reception.touched()
        desk.clock.now += 224
        desk.reception.tick()
        assert desk.reception.stage.signed_in is not None
        desk.clock.now += 1
        desk.reception.tick()
        assert desk.reception.stage.visit == 0 and desk.operators.signed_out == [WANG.access]
        assert (Event.VISIT_TIMED_OUT, "") in desk.events.seen


def test_a_qr_code_that_renews_itself_keeps_nobody_in() -> None:
    runner = HeldRunner()
    with a_desk(FakeOperators(approvals=[Refused(Reason.SIGN_IN_EXPIRED)] * 5), runner) as desk:
        sign_in(desk)
        for _ in range(2):
            runner.let_go()  # the invitation, then its end, then the next
            desk.clock.now += 110
            desk.reception.tick()
        runner.let_go()
        desk.reception.tick()
        assert desk.reception.stage.alert is not None


def test_closing_gives_everything_back_at_once() -> None:
    with a_desk() as desk:
        desk.reception.close()
        sign_in(desk)
        desk.reception.close()
        assert desk.operators.signed_out == [WANG.access]


def test_waiting_for_an_operator_is_no_idleness_and_an_old_page_is_not_answered() -> None:
    runner = HeldRunner()
    with a_desk(runner=runner) as desk:
        sign_in(desk)
        assert desk.reception.stage.waiting
        desk.clock.now += 500
        desk.reception.tick()
        assert desk.reception.stage.alert is None
        page = desk.reception.stage.page
        runner.let_go()
        desk.reception.answer(page - 1, None)
        assert desk.pilot.title == "Scan this with your phone"


def test_late_results_of_an_old_visit_never_reach_the_next_one() -> None:
    runner = HeldRunner()
    with a_desk(runner=runner) as desk:
        sign_in(desk)
        desk.reception.end()
        desk.pilot.press("Yes, leave")
        desk.pilot.go_on()
        desk.pilot.from_rest()
        runner.let_go()
        assert desk.pilot.title == "What can we do for you?" and desk.reception.stage.signed_in is None


def test_a_commitment_on_its_way_cannot_be_left_behind() -> None:
    runner = HeldRunner()
    with a_desk(runner=runner) as desk:
        sign_in(desk)
        for _ in range(3):
            runner.let_go()
        desk.pilot.go_on().press("Show my numbers at {operator}")
        runner.let_go()
        desk.pilot.choose("2").press("Yes, report it")
        desk.reception.back()
        desk.reception.end()
        desk.reception.help()
        assert desk.pilot.title == "How can we help you?"
        desk.reception.tick()
        runner.let_go()
        desk.reception.back()
        assert desk.pilot.title == "Your report is filed" and len(desk.operators.filed) == 1
