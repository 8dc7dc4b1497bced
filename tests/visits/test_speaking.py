"""A whole visit by speaking, through the simulated recogniser's own process, and by hand where it must be."""

from __future__ import annotations

import time
from pathlib import Path

from kiosk.storyboard.scenes import WANGS_PHONE
from kiosk.storyboard.script import LayCard, Scene, TypeTheCode, go_on
from kiosk.text import Language
from tests.visits.kiosks import Hall, a_hall

HANDS, CODE = "Please lay your ID card on the reader", "Which code did you get?"


class Speaker:
    """Somebody who says what she wants and then yes, and never touches the screen but to speak."""

    def __init__(self, hall: Hall) -> None:
        self.hall, self.desk = hall, hall.kiosk.reception

    @property
    def title(self) -> str:
        return self.desk.stage.screen.title.message

    def hear(self, words: str, title: str) -> Speaker:
        """Press, speak, and wait for the screen that follows."""
        self.hall.speech.say(words)
        self.desk.talk()
        return self.wait_for(title)

    def wait_for(self, title: str) -> Speaker:
        until = time.monotonic() + 20
        while self.title != title or self.desk.stage.waiting:
            assert time.monotonic() < until, f"{title!r} never came, but {self.title!r}"
            self.hall.pump()
        return self

    def choose(self, words: str, title: str) -> Speaker:
        return self.hear(words, "You said: {name}").hear("yes please", title)


def test_she_says_what_she_wants_and_only_lays_her_card_and_types_by_hand(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        hall.kiosk.reception.answer(hall.kiosk.reception.stage.page, Language.EN)
        her = Speaker(hall)
        her.choose("yes let us begin", "What can we do for you?")
        her.choose("fraud and my ID", "Fraud, and my ID")
        her.choose("number one", "How can we keep you safe?")
        her.hear("back", "What else can we do for you?").choose("fraud and my ID", "Fraud, and my ID")
        her.choose("numbers under my ID", "How many numbers run under your ID?")
        her.choose("look it up now", "May we look this up for you?")
        her.choose("yes", "How would you like to show who you are?")
        her.choose("my ID card", HANDS)
        hall.kiosk.reception.talk()
        assert not hall.kiosk.reception.stage.talk.listening, "on a personal screen nobody listens"
        hall.walker.play(Scene(HANDS, LayCard("wang-xiuying")))
        her.wait_for("Please take your card back")
        her.choose("I have my card", "Which company is it about?")
        her.choose("China Mobile", "Do you have this phone with you?")
        her.choose("yes, send me a code", CODE)
        hall.walker.play(Scene(CODE, TypeTheCode(WANGS_PHONE)))
        her.wait_for("{count} number runs under your ID")
        hall.walker.play(Scene("The companies are counting", go_on()))  # "next" turns the pages of a window
        her.choose("yes, I know them all", "All is well")
        her.hear("end", "Do you want to leave?")
        her.choose("yes", "Thank you. Take care!")
        assert hall.kiosk.reception.stage.visit == 0
        assert all("numbers under" not in what for _, what in hall.events.seen), "no word of hers is logged"
