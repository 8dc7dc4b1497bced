"""The narrator says one thing at a time, and captions follow what is heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.comfort import SPEECH_RATES, VOLUMES, Comfort
from kiosk.text import Language
from kiosk.voice.player import Caption, Narrator
from tests.voice.fakes import FakeSpeaker, phrases


class Window:
    """A window's thread whose queue is emptied by hand, and its strip of captions."""

    def __init__(self) -> None:
        self.queue: list[Callable[[], None]] = []
        self.captions: list[Caption | None] = []
        self.speaker = FakeSpeaker()
        self.narrator = Narrator(self.speaker, self.queue.append, self.captions.append)

    def reach(self, phrase: int | None) -> None:
        self.speaker.reach(phrase)
        self.run()

    def run(self) -> None:
        while self.queue:
            self.queue.pop(0)()


def test_a_page_is_said_as_comfort_has_it() -> None:
    window = Window()
    window.narrator.say(phrases("one", "two"), Comfort(language=Language.EN, rate=5, volume=1))
    said = window.speaker.said[0]
    assert (said.language, said.rate, said.volume) == (Language.EN, SPEECH_RATES[5], VOLUMES[1])
    assert said.phrases == phrases("one", "two")
    assert window.narrator.speaking


def test_captions_follow_and_the_last_one_rests() -> None:
    window = Window()
    window.narrator.say(phrases("one", "two"), Comfort())
    for phrase in (0, 1, None):
        window.reach(phrase)
    assert window.captions == [Caption("", "ONE", "TWO"), Caption("ONE", "TWO", ""), Caption("TWO", "", "")]
    assert not window.narrator.speaking


def test_an_event_waits_for_the_windows_own_thread() -> None:
    window = Window()
    window.narrator.say(phrases("one"), Comfort())
    window.speaker.reach(0)
    assert window.captions == []
    window.run()
    assert window.captions == [Caption("", "ONE", "")]


def test_a_new_page_stops_the_old_one_and_its_late_events_show_nothing() -> None:
    window = Window()
    window.narrator.say(phrases("old"), Comfort())
    window.speaker.reach(0)
    window.narrator.say(phrases("new"), Comfort())
    assert window.speaker.stops == 1
    window.run()
    assert window.captions == []
    assert window.speaker.said[1].number > window.speaker.said[0].number


def test_hush_is_silence_and_late_events_show_nothing() -> None:
    window = Window()
    window.narrator.say(phrases("one", "two"), Comfort())
    window.reach(0)
    window.narrator.hush()
    window.reach(1)
    window.reach(None)
    assert window.captions == [Caption("", "ONE", "TWO"), None]
    assert not window.narrator.speaking
    assert window.speaker.stops == 1


def test_the_page_is_said_again_on_request() -> None:
    window = Window()
    window.narrator.say(phrases("one"), Comfort())
    window.reach(None)
    window.narrator.repeat()
    assert [said.phrases for said in window.speaker.said] == [phrases("one")] * 2


def test_focus_waits_for_the_page_and_the_newest_wins() -> None:
    window = Window()
    window.narrator.say(phrases("page"), Comfort())
    window.narrator.say_soon(phrases("first"))
    window.narrator.say_soon(phrases("second"))
    assert len(window.speaker.said) == 1
    window.reach(None)
    assert window.speaker.said[-1].phrases == phrases("second")
    assert window.narrator.speaking


def test_focus_takes_the_place_of_an_older_focus_at_once() -> None:
    window = Window()
    window.narrator.say_soon(phrases("first"))
    window.narrator.say_soon(phrases("second"))
    assert [said.phrases for said in window.speaker.said] == [phrases("first"), phrases("second")]
    assert window.speaker.stops == 1


def test_a_focus_that_waits_is_forgotten_by_hush_repeat_and_a_new_page() -> None:
    for act in ("hush", "repeat", "say"):
        window = Window()
        window.narrator.say(phrases("page"), Comfort())
        window.narrator.say_soon(phrases("focus"))
        if act == "say":
            window.narrator.say(phrases("new"), Comfort())
        else:
            getattr(window.narrator, act)()
        window.reach(None)
        assert phrases("focus") not in [said.phrases for said in window.speaker.said]


def test_repeating_after_a_focus_says_the_page() -> None:
    window = Window()
    window.narrator.say(phrases("page"), Comfort())
    window.reach(None)
    window.narrator.say_soon(phrases("focus"))
    window.narrator.repeat()
    assert window.speaker.said[-1].phrases == phrases("page")


def test_with_the_voice_off_the_first_sentence_stands_still() -> None:
    window = Window()
    quiet = replace(Comfort(), voice=False)
    window.narrator.say(phrases("one", "two"), quiet)
    assert window.captions == [Caption("", "ONE", "")]
    assert window.speaker.said == []
    assert not window.narrator.speaking


def test_switching_the_voice_off_in_mid_sentence_stops_it() -> None:
    window = Window()
    window.narrator.say(phrases("one"), Comfort())
    window.narrator.say(phrases("one"), replace(Comfort(), voice=False))
    assert window.speaker.stops == 1
    assert not window.narrator.speaking


def test_nothing_to_say_is_silence() -> None:
    window = Window()
    window.narrator.say((), Comfort())
    assert window.captions == [None]
    assert window.speaker.said == []


def test_a_page_that_was_broken_off_goes_on_with_the_sentence_that_was_cut() -> None:
    window = Window()
    window.narrator.say(phrases("one", "two", "three"), Comfort())
    window.reach(0)
    window.reach(1)
    window.narrator.hush()
    window.narrator.pause_or_go_on()
    assert not window.narrator.speaking
    window.narrator.hush()
    window.narrator.pause_or_go_on()
    assert window.speaker.said[-1].phrases == phrases("two", "three")
    window.reach(0)
    window.reach(1)
    window.narrator.hush()
    window.narrator.pause_or_go_on()
    window.narrator.pause_or_go_on()
    assert window.speaker.said[-1].phrases == phrases("three")


def test_what_was_heard_to_its_end_is_said_from_its_beginning() -> None:
    window = Window()
    window.narrator.say(phrases("one", "two"), Comfort())
    window.reach(None)
    window.narrator.say_soon(phrases("focus"))
    window.narrator.hush()
    window.narrator.pause_or_go_on()
    assert window.speaker.said[-1].phrases == phrases("one", "two")
    window.narrator.hush()
    window.narrator.say(phrases("new"), Comfort())
    window.narrator.repeat()
    window.narrator.hush()
    window.narrator.say_soon(phrases("focus"))
    window.reach(None)
    window.narrator.pause_or_go_on()
    assert window.speaker.said[-1].phrases == phrases("new")
