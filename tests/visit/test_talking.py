"""Speaking at the desk: commands act, choices are asked about, and where it is personal nobody listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.devices.ports import DeviceError
from kiosk.domain.comfort import Comfort
from kiosk.domain.events import Event
from kiosk.journeys.talking import Command, sayings_on
from kiosk.screens import Choose, Option, Review
from kiosk.text import Hearing, Language, t
from kiosk.visit.runner import Runner
from tests.desks import Desk, a_desk
from tests.speech import FakeRecogniser, listener
from tests.visit.worlds import HeldRunner

ENGLISH = words_of(Language.EN)


class Spoken:
    """A desk that somebody speaks to, in English."""

    def __init__(self, desk: Desk, ear: FakeRecogniser) -> None:
        self.desk, self.ear = desk, ear
        desk.pilot.choose(Language.EN)

    def say(self, *words: str | Exception | None) -> Spoken:
        for said in words:
            self.ear.said.append(said)
            self.desk.reception.talk()
        return self

    def begin(self) -> Spoken:
        self.desk.pilot.press("Yes, let us begin")
        return self

    @property
    def title(self) -> str:
        return self.desk.reception.stage.screen.title.shown(ENGLISH)

    @property
    def remark(self) -> str:
        remark = self.desk.reception.stage.talk.remark
        return "" if remark is None else remark.shown(ENGLISH)


@contextmanager
def spoken(runner: Runner | None = None, **hall: Any) -> Iterator[Spoken]:
    ear = FakeRecogniser()
    with a_desk(runner=runner, listener=listener(ear), **hall) as desk:
        yield Spoken(desk, ear)


def test_where_nobody_listens_nothing_happens() -> None:
    with a_desk() as desk:
        desk.reception.talk()
        assert desk.pilot.title == "Can you see and hear well like this?", "at rest it begins a visit"
        before = desk.reception.stage
        desk.reception.talk()
        assert desk.reception.stage == before and not before.talk.possible


def test_a_choice_is_asked_about_and_a_spoken_yes_takes_it() -> None:
    with spoken() as visitor:
        visitor.say("yes let us begin")
        assert visitor.title == "You said: Yes, let us begin"
        visitor.say("yes")
        assert visitor.title == "What can we do for you?" and visitor.remark == "I heard: Yes, choose it"
        assert visitor.desk.reception.stage.comfort.talking, "from now on the button is shown"


def test_a_rating_is_asked_back_by_its_place_alone() -> None:
    with spoken() as visitor:
        visitor.begin().desk.pilot.press("My orders, complaints", "Say how it was")
        visitor.say("no it was not done")
        assert visitor.title == "You choose number 3?"
        visitor.say("yes")
        assert visitor.title == "Was it easy to understand?"
        visitor.say("number five")
        assert visitor.title == "You choose number 5?"


def test_no_and_back_lead_back_from_the_question_and_nothing_is_chosen() -> None:
    with spoken() as visitor:
        for way_back in ("no", "back"):
            visitor.say("text size")
            assert visitor.title == "You said: Text size"
            visitor.say(way_back)
            assert visitor.title == "Can you see and hear well like this?"
        visitor.say("the second one")
        visitor.desk.pilot.press("Yes, choose it")
        assert visitor.title == "How large should the text be?"


@pytest.mark.parametrize(
    ("word", "volume", "rate"), [("louder", 4, 3), ("softer", 2, 3), ("faster", 3, 4), ("speak slower", 3, 2)]
)
def test_the_voice_is_changed_at_once(word: str, volume: int, rate: int) -> None:
    with spoken() as visitor:
        visitor.say(word)
        comfort = visitor.desk.reception.stage.comfort
        assert (comfort.volume, comfort.rate) == (volume, rate)


def test_help_adjust_back_and_end_act_at_once() -> None:
    with spoken() as visitor:
        visitor.begin().say("help")
        assert visitor.title == "How can we help you?" and visitor.remark == "I heard: Help"
        visitor.say("back")
        assert visitor.title == "What can we do for you?"
        visitor.say("back")
        assert visitor.remark == "You cannot go back from here."
        visitor.say("adjust")
        assert visitor.title == "What would make it easier?"
        visitor.say("end")
        assert visitor.desk.reception.stage.visit == 0


def test_again_and_next_are_for_the_window() -> None:
    with spoken() as visitor:
        visitor.begin().say("again")
        talk = visitor.desk.reception.stage.talk
        assert (talk.turn, talk.wish) == (1, Command.AGAIN)
        visitor.say("next page")
        talk = visitor.desk.reception.stage.talk
        assert (talk.turn, talk.wish) == (2, Command.NEXT)


def test_next_is_asked_about_where_back_would_not_undo_it() -> None:
    with spoken() as visitor:
        visitor.begin().say("help")
        visitor.desk.pilot.press("Explain this screen")
        visitor.say("next")
        assert visitor.title == "You said: I see"
        visitor.say("yes")
        assert visitor.title == "What can we do for you?"
        visitor.say("help").desk.pilot.press("Telephone the operator")
        visitor.say("next")
        assert visitor.desk.reception.stage.talk.wish is Command.NEXT


def test_a_yes_to_a_review_is_asked_about_like_every_choice() -> None:
    screen = Review(title=t("Change to this plan?"), yes=t("Yes"), no=t("No"))
    sayings = sayings_on(screen)
    assert [way.message for way in sayings[0].ways][:2] == ["Yes", "Yes"]
    assert isinstance(sayings[0].means, Option) and sayings[0].means.answer is True


def test_a_name_on_the_screen_is_no_command_there() -> None:
    names = ("Help", "Help me", "Get help from a person", "Call staff", "Adjust")
    options = tuple(Option(answer=name, label=t(name)) for name in names)
    sayings = sayings_on(Choose(title=t("Help"), options=options))
    assert not {Command.HELP, Command.ADJUST} & {saying.means for saying in sayings[len(names) :]}


def test_in_the_comfort_page_the_button_is_explained_before_it_is_shown() -> None:
    with spoken() as visitor:
        visitor.desk.pilot.press("Easier to reach", "Speak to me", "Yes, show the button")
        assert visitor.desk.reception.stage.comfort.talking
        visitor.desk.pilot.press("Easier to reach", "Speak to me")
        assert not visitor.desk.reception.stage.comfort.talking


def test_twice_not_understood_the_other_ways_are_offered_and_the_noise_is_blamed() -> None:
    with spoken() as visitor:
        visitor.begin().say("bananas")
        assert visitor.remark.startswith("It is loud here. You can say: ")
        visitor.say(None)
        assert visitor.title == "I cannot hear you well in here"
        visitor.desk.pilot.press("Go on by touch or keys")
        assert visitor.title == "What can we do for you?"
        visitor.say(None)
        assert visitor.remark.startswith("I heard nothing. You can say: ")
        visitor.say("bananas")
        visitor.ear.said.append("help")
        visitor.desk.pilot.press("Speak once more")
        assert visitor.title == "How can we help you?"
        visitor.say("bananas", "bananas")
        visitor.desk.pilot.press("Ask staff for help")
        assert visitor.title == "How can we help you?"


def test_what_is_understood_clears_the_misses() -> None:
    with spoken() as visitor:
        visitor.begin().say("bananas", "louder", "bananas")
        assert visitor.title == "What can we do for you?"


def test_on_personal_screens_nobody_listens_and_it_is_said_why() -> None:
    with spoken() as visitor:
        visitor.begin().desk.pilot.press("Fraud, and my ID", "Numbers under my ID")
        visitor.desk.pilot.press("Look it up now", "Yes, look it up")
        visitor.desk.pilot.press("A code by SMS").choose("mobile")
        assert visitor.title == "What is your phone number?"
        visitor.desk.reception.talk()
        assert visitor.ear.phrases == [] and not visitor.desk.reception.stage.talk.listening
        assert visitor.remark == "I do not listen here: what is asked for is yours alone."


def test_a_recogniser_that_fails_says_that_touch_and_keys_work() -> None:
    with spoken() as visitor:
        visitor.say(DeviceError("gone"))
        assert visitor.remark == "I cannot hear just now. Touch and keys work."
        assert (Event.DEVICE_FAILED, "recogniser") in visitor.desk.events.seen


def test_what_is_not_possible_now_says_why_without_a_question() -> None:
    with spoken() as visitor:
        visitor.desk.pilot.press("Voice", "Louder", "Voice")
        visitor.say("number one")
        problem = visitor.desk.reception.stage.problem
        assert problem is not None and problem.message == "It is at its limit."


# ------------------------------------------------------------------------------ while it listens


def test_it_shows_that_it_listens_and_a_second_press_stops_it() -> None:
    runner = HeldRunner()
    with spoken(runner) as visitor:
        visitor.ear.said.append("help")
        visitor.desk.reception.talk()
        assert visitor.desk.reception.stage.talk.listening
        visitor.desk.reception.talk()
        assert not visitor.desk.reception.stage.talk.listening
        runner.let_go()
        assert visitor.ear.stopped == [True], "the recogniser is told that nobody waits"
        assert visitor.title == "Can you see and hear well like this?" and visitor.remark == ""


def test_it_shows_that_it_thinks_once_the_microphone_is_closed() -> None:
    runner = HeldRunner()
    with spoken(runner) as visitor:
        visitor.ear.said.append("help")
        reception = visitor.desk.reception
        seen = list[tuple[bool, bool]]()
        reception.subscribe(lambda stage: seen.append((stage.talk.listening, stage.talk.thinking)))
        reception.talk()
        runner.let_go()
        assert seen[:2] == [(True, False), (False, True)] and seen[-1] == (False, False)
        assert visitor.title == "How can we help you?"


@pytest.mark.parametrize("deed", ["answer", "back", "help", "adjust", "end"])
def test_whatever_else_is_done_meanwhile_ends_the_listening(deed: str) -> None:
    runner = HeldRunner()
    with spoken(runner) as visitor:
        visitor.begin().ear.said.append("help")
        reception = visitor.desk.reception
        reception.talk()
        if deed == "answer":
            visitor.desk.pilot.press("Fraud, and my ID")
        else:
            getattr(reception, deed)()
        title = visitor.title
        assert not reception.stage.talk.listening
        runner.let_go()
        assert visitor.title == title


def test_a_question_is_forgotten_where_the_page_behind_it_has_changed() -> None:
    with spoken() as visitor:
        visitor.begin().say("fraud and my id")
        reception = visitor.desk.reception
        reception.help()
        assert visitor.title == "How can we help you?"
        reception.back()
        assert visitor.title == "What can we do for you?"


def test_while_an_answer_is_on_its_way_nobody_listens() -> None:
    runner = HeldRunner()
    with spoken(runner) as visitor:
        visitor.begin().desk.pilot.press("Fraud, and my ID", "Numbers under my ID")
        visitor.desk.pilot.press("Look it up now", "Yes, look it up", "A code by SMS").choose("mobile")
        visitor.desk.pilot.type("13800001234")
        visitor.desk.reception.talk()
        assert visitor.remark == "One moment, please." and visitor.ear.stopped == []


def test_a_press_while_it_asks_whether_anybody_is_there_only_says_yes() -> None:
    with spoken() as visitor:
        visitor.desk.clock.now += 190
        visitor.desk.reception.tick()
        assert visitor.desk.reception.stage.alert is not None
        visitor.desk.reception.talk()
        assert visitor.desk.reception.stage.alert is None and visitor.ear.phrases == []


def test_only_in_a_language_that_it_knows() -> None:
    with spoken() as visitor:
        visitor.ear.languages = {Language.ZH_CN}
        visitor.desk.reception.change_comfort(Comfort(Language.EN))
        assert not visitor.desk.reception.stage.talk.possible
        visitor.desk.reception.change_comfort(Comfort(Language.ZH_CN))
        assert visitor.desk.reception.stage.talk.possible
        assert visitor.desk.reception.stage.hearing is Hearing.SPEAKER
