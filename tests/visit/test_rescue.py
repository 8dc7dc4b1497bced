"""“I may have been cheated”, by two presses or a sentence, over what goes on, and back to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.events import Event
from kiosk.domain.people import Access
from kiosk.screens import choices_of
from tests.desks import Desk, a_desk
from tests.fake_business import FakeReader
from tests.fake_operators import WANG, FakeOperators
from tests.visit.test_talking import spoken

CHEATED, RED = "I may have been cheated", "Send no money, hang up"
NUMBERS = "How many numbers run under your ID?"


def press_for_help(desk: Desk) -> None:
    desk.reception.help()
    desk.pilot.press(CHEATED)


def test_from_rest_two_presses_are_enough_and_staff_are_called() -> None:
    with a_desk() as desk:
        press_for_help(desk)
        assert desk.pilot.title == RED and desk.reception.stage.helper_called
        desk.reception.back()
        assert desk.pilot.title == "What can we do for you?"


def test_it_stands_below_calling_staff_and_there_is_room_for_all() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        desk.reception.help()
        labels = [option.label.message for option in choices_of(desk.pilot.screen)]
        assert labels[:2] == ["Call staff", CHEATED] and len(labels) <= 6


def test_inside_a_service_it_lies_over_it_and_back_leads_to_where_she_was() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        press_for_help(desk)
        desk.pilot.press("Not yet, I have hung up", "I gave cash or gold")
        assert desk.pilot.title == "Call {number} now"
        for title in ("What has happened so far?", RED, NUMBERS):
            desk.reception.back()
            assert desk.pilot.title == title


def test_to_its_end_it_leads_back_too() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        press_for_help(desk)
        desk.pilot.press("Not yet, I have hung up", "I gave cash or gold").go_on().go_on().go_on()
        assert desk.pilot.title == NUMBERS


def test_help_and_comfort_lie_over_it_and_keep_its_place() -> None:
    with a_desk() as desk:
        press_for_help(desk)
        desk.pilot.press("Not yet, I have hung up")
        desk.reception.adjust()
        desk.pilot.press("Good, go on")
        assert desk.pilot.title == "What has happened so far?"
        press_for_help(desk)
        assert desk.pilot.title == "What has happened so far?", "it does not begin anew"
        desk.reception.tick()
        desk.reception.end()
        assert desk.pilot.title == "Do you want to leave?"


def test_where_it_ends_early_she_is_back_where_she_was() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        press_for_help(desk)
        desk.pilot.press("Not yet, I have hung up", "They saw my screen, or I installed an app").go_on()
        desk.pilot.choose("95588").go_on().go_on().go_on().go_on().go_on()
        desk.pilot.press("Yes, stop it", "Yes, go on", "Go to the start")
        assert desk.pilot.title == NUMBERS
        assert Event.DEFECT not in [event for event, _ in desk.events.seen]


def test_what_is_hers_is_covered_and_all_goes_with_her() -> None:
    fakes = FakeOperators()
    with a_desk(fakes) as desk:
        desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID", "Look it up now")
        desk.pilot.press("Yes, look it up", "Scan with my phone").choose("mobile")
        counts = desk.pilot.title
        press_for_help(desk)
        assert desk.pilot.title == RED and desk.reception.stage.signed_in is not None
        assert not desk.pilot.screen.private
        desk.reception.back()
        assert desk.pilot.title == counts
        press_for_help(desk)
        desk.reception.close()
        assert desk.operators.signed_out


def test_who_signs_in_on_the_way_and_again_where_she_was_is_signed_out_of_both() -> None:
    by_card = replace(WANG, access=Access("mobile", "card"), by_card=True)
    with a_desk(FakeOperators(card_answers=[by_card]), id_cards=FakeReader()) as desk:
        pilot = desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID", "Look it up now")
        pilot.press("Yes, look it up")
        asked = pilot.title
        press_for_help(desk)
        pilot.press("Not yet, I have hung up", "They saw my screen, or I installed an app").go_on()
        pilot.choose("95588").go_on().go_on().go_on().go_on().go_on()
        pilot.press("Yes, stop it", "Yes, go on", "I have my card").choose("mobile")
        assert desk.reception.stage.signed_in == by_card.name
        while pilot.title != asked:
            desk.reception.back()
        assert desk.operators.signed_out == []
        pilot.press("Scan with my phone").choose("mobile")
        assert desk.operators.signed_out == [by_card.access]
        desk.reception.close()
        assert desk.operators.signed_out == [by_card.access, WANG.access]


@pytest.mark.parametrize("words", ["I was cheated", "i may have been cheated", "my money was stolen"])
def test_where_somebody_listens_a_sentence_is_enough(words: str) -> None:
    with spoken() as visitor:
        visitor.begin().say(words)
        assert visitor.title == RED and visitor.desk.reception.stage.helper_called
        visitor.say("back")
        assert visitor.title == "What can we do for you?"
