"""A visitor's own ID card, from the reader's line to the screens."""

from __future__ import annotations

from pathlib import Path

from kiosk.storyboard.scenes import ARRIVING
from kiosk.storyboard.script import LayCard, Scene, go_on, press
from tests.visits.kiosks import Hall, a_hall

TO_THE_READER = (
    *ARRIVING,
    Scene("What can we do for you?", press("Fraud, and my ID")),
    Scene("Fraud, and my ID", press("Numbers under my ID")),
    Scene("How many numbers run under your ID?", press("Look it up now")),
    Scene("May we look this up for you?", press("Yes, look it up")),
    Scene("How would you like to show who you are?", press("My ID card")),
)


def lay_card(hall: Hall, person: str) -> None:
    for scene in (*TO_THE_READER, Scene("Please lay your ID card on the reader", LayCard(person))):
        hall.walker.play(scene)


def test_two_visitors_one_after_the_other_are_read_and_given_their_cards_back(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        for person in ("wang-xiuying", "zhou-lei"):
            lay_card(hall, person)
            hall.walker.play(Scene("Please take your card back", go_on()))
            assert hall.walker.screen.title.message == "Which company is it about?"
            hall.walker.leave()


def test_a_card_that_has_run_out_is_for_staff(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        lay_card(hall, "he-shufen")
        assert "Your ID card has run out." in {text.message for text in hall.walker.screen.body}
