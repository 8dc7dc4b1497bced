"""Back at every screen of the real journeys: the screen before, and the same answer leads on as before."""

from __future__ import annotations

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.people import CodeSent, Identity
from kiosk.screens import choices_of
from tests.desks import a_desk
from tests.fake_operators import FakeOperators
from tests.pilot import Pilot

WALKS: dict[str, list[object]] = {
    "counts and a report": [
        "Look it up now", "Yes, look it up", "Scan with my phone", "mobile", None,
        "Show my numbers at {operator}", "2", "No, it may be mine", "All of these are mine",
        "Another company has too many", "unicom", None, "Yes, I know them all", "No, not now",
    ],
    "a code by SMS": [
        "Look it up now", "Yes, look it up", "A code by SMS", "mobile", "13800001234", "123456", "654321",
        None, "Yes, I know them all", None, "No, not now",
    ],
    "the SMS in hand": [
        "I have the SMS already", {"mobile": 3, "unicom": 0, "broadnet": 0, "resale": 0}, {"mine": 1},
        "It is at another company", "broadnet", None,
    ],
}  # fmt: skip


class OneCode(FakeOperators):
    """Takes one code only, however often it is asked."""

    def check_code(self, sent: CodeSent, code: str) -> Identity:
        if code != "654321":
            raise Refused(Reason.CODE_WRONG)
        return self.identity


@pytest.mark.parametrize("walk", WALKS)
def test_back_leads_to_a_screen_met_before_and_the_same_answers_on_again(walk: str) -> None:
    with a_desk(OneCode()) as desk:
        pilot = desk.pilot.from_rest().press("What runs in my name", "Numbers under my ID")
        given: dict[str, object] = {}
        for step in WALKS[walk]:
            given[pilot.title] = step
            answer(pilot, step)
            reached = pilot.title
            if reached == "What else can we do for you?":
                break
            desk.reception.back()
            assert pilot.title in given
            for _ in given:
                if pilot.title != reached:
                    answer(pilot, given[pilot.title])
            assert pilot.title == reached
        assert pilot.title == "What else can we do for you?"


def answer(pilot: Pilot, step: object) -> None:
    """Press a button by its words, or give the answer itself."""
    labels = [option.label.message for option in choices_of(pilot.screen)]
    if isinstance(step, str) and step in labels:
        pilot.press(step)
    else:
        pilot.choose(step)
