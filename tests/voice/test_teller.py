"""The teller says a new page whole, and of a page that changes only what is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.domain.comfort import Comfort
from kiosk.screens import Enter, Fact, Tell, Typed, Welcome
from kiosk.text import t
from kiosk.visit.stage import FrontDesk, Stage
from kiosk.voice.player import Narrator
from kiosk.voice.teller import Teller
from tests.voice.fakes import FakeSpeaker
from tests.voice.words import ENGLISH

COUNTED = Fact(label=t("Mobile"), value=t("Three"))


class Desk:
    """A front desk that shows what the test puts there."""

    def __init__(self) -> None:
        self.stage = Stage(visit=1, page=1, screen=Tell(title=t("First")), comfort=Comfort())
        self.touches = 0
        self.changed: Callable[[Stage], None] = lambda stage: None

    def subscribe(self, changed: Callable[[Stage], None]) -> None:
        self.changed = changed

    def touched(self) -> None:
        self.touches += 1

    def show(self, **new: Any) -> None:
        self.stage = replace(self.stage, **new)
        self.changed(self.stage)


class Room:
    def __init__(self) -> None:
        self.speaker, self.desk = FakeSpeaker(), Desk()
        self.narrator = Narrator(self.speaker, lambda deed: deed(), lambda caption: None)
        desk: FrontDesk = self.desk  # type: ignore[assignment]
        self.teller = Teller(desk, self.narrator, lambda language: ENGLISH)

    def said(self) -> list[str]:
        return [phrase.speech for phrase in self.speaker.said[-1].phrases]


def test_a_new_page_is_said_whole() -> None:
    room = Room()
    room.desk.show(page=2, screen=Tell(title=t("Second")))
    assert room.said() == ["Second", "To go on, choose: Go on"]


def test_on_the_same_page_only_what_is_new_is_said() -> None:
    room = Room()
    room.desk.show(screen=Tell(title=t("First"), facts=(COUNTED,)))
    assert room.said() == ["Mobile: Three"]
    room.desk.show(waiting=True, problem=t("Not now."))
    room.desk.show(waiting=False, problem=None)
    assert len(room.speaker.said) == 1


def test_at_rest_nothing_is_said() -> None:
    room = Room()
    room.desk.show(page=2)
    room.desk.show(page=3, visit=0, screen=Welcome(title=t("Hello"), options=()))
    assert room.speaker.stops == 1
    room.teller.pause_or_go_on()
    assert not room.narrator.speaking


def test_the_page_is_said_again_as_it_is_now() -> None:
    room = Room()
    room.teller.repeat()
    assert room.said()[0] == "First"


def test_a_page_goes_on_where_it_was_broken_off() -> None:
    room = Room()
    room.teller.repeat()
    room.speaker.reach(1)
    room.teller.acted()
    room.teller.pause_or_go_on()
    assert not room.narrator.speaking
    room.teller.acted()
    room.teller.pause_or_go_on()
    assert room.said() == ["To go on, choose: Go on"]


def test_speech_is_a_sign_of_life_but_not_the_question_itself() -> None:
    room = Room()
    room.teller.stay_while_speaking()
    room.teller.repeat()
    room.teller.stay_while_speaking()
    room.desk.show(alert=t("Are you still there?"))
    room.teller.stay_while_speaking()
    assert room.desk.touches == 1


def test_what_the_kiosk_says_unasked_is_no_sign_of_life() -> None:
    room = Room()
    room.desk.show(page=2)
    room.teller.stay_while_speaking()
    assert room.desk.touches == 0
    room.teller.acted()
    room.desk.show(page=3)
    room.teller.stay_while_speaking()
    assert room.desk.touches == 1


def test_where_a_key_has_walked_to_what_was_typed_and_counted_is_said() -> None:
    room = Room()
    room.teller.focused("Help", 2, 5)
    assert room.said() == ["Help, button, number 2 of 5"]
    room.teller.typed("7")
    assert room.said() == ["Taken."]
    room.teller.counted(t("Numbers I know"), 2)
    assert room.said() == ["Numbers I know: 2"]


def test_of_a_secret_only_the_number_of_digits_is_ever_heard() -> None:
    room = Room()
    secret = Enter(title=t("Password"), kind=Typed.SECRET, length=6, parse=str)
    room.desk.show(page=2, screen=secret)
    room.narrator.hush()
    room.teller.focused("7", 3, 9)
    assert room.said() == ["A digit, button, number 3 of 9"]
    room.narrator.hush()
    room.teller.typed("7")
    assert room.said() == ["One digit entered."]
    room.narrator.hush()
    room.teller.focused("Go on", 9, 9)
    assert room.said() == ["Go on, button, number 9 of 9"]
