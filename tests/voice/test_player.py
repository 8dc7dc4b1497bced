"""The narrator says one thing at a time, and captions follow what is heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.comfort import SPEECH_RATES, VOLUMES, Comfort
from kiosk.text import Hearing, Language
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


def interrupted_at(window: Window, phrase: int) -> None:
    """Say a page of three, up to a phrase, and have a key cut it short there."""
    window.narrator.say(phrases("one", "two", "three"), Comfort())
    window.reach(phrase)
    window.narrator.hush()


NOTE = "PAUSED"


def test_a_pause_keeps_the_place_and_says_so_in_the_strip() -> None:
    window = Window()
    interrupted_at(window, 1)
    assert window.narrator.pause(NOTE)
    assert window.captions[-1] == Caption("", "PAUSED", "") and not window.narrator.speaking
    window.narrator.hush()  # the key that lets it go on
    assert not window.narrator.pause(NOTE)
    assert window.narrator.go_on()
    assert window.speaker.said[-1].phrases == phrases("two", "three")
    window.reach(0)
    assert window.captions[-1] == Caption("ONE", "TWO", "THREE")
    window.reach(None)
    window.narrator.hush()
    assert not window.narrator.pause(NOTE) and not window.narrator.go_on()


def test_a_page_that_an_arrow_cut_short_can_be_gone_on_with() -> None:
    window = Window()
    interrupted_at(window, 2)
    window.narrator.say_soon(phrases("focus"))
    window.reach(None)
    window.narrator.hush()
    assert not window.narrator.pause(NOTE) and window.narrator.go_on()
    assert window.speaker.said[-1].phrases == phrases("three")


def test_a_new_page_is_not_left_where_the_old_one_was() -> None:
    window = Window()
    interrupted_at(window, 1)
    window.narrator.say(phrases("new"), Comfort())
    window.reach(None)
    window.narrator.hush()
    assert not window.narrator.go_on()


def test_the_last_sentence_is_said_again_and_asked_at_once_again_the_one_before() -> None:
    window = Window()
    assert not window.narrator.say_last_again()
    interrupted_at(window, 2)
    for wanted in (["three"], ["two", "three"], ["one", "two", "three"], ["one", "two", "three"]):
        assert window.narrator.say_last_again()
        assert window.speaker.said[-1].phrases == phrases(*wanted)
        window.reach(0)
        window.narrator.hush()
    window.narrator.say_last_again()
    window.reach(2)
    window.reach(None)
    window.narrator.say_last_again()
    assert window.speaker.said[-1].phrases == phrases("three"), "it was heard to its end"


def test_after_a_remark_what_was_cut_short_goes_on_at_the_new_pace() -> None:
    window = Window()
    interrupted_at(window, 1)
    for rate in (4, 5):
        window.narrator.settle(replace(Comfort(), rate=rate), Hearing.HEADPHONES)
        window.narrator.remark(phrases("faster"))
        said = window.speaker.said[-1]
        assert (said.rate, said.hearing) == (SPEECH_RATES[rate], Hearing.HEADPHONES)
        assert said.phrases == phrases("faster", "two", "three")
        window.reach(0)
        window.narrator.hush()
    window.narrator.remark(phrases("fastest"))
    window.reach(2)
    window.narrator.remark(phrases("still"))
    assert window.speaker.said[-1].phrases == phrases("still", "three"), "also where nothing cut it short"


def test_a_remark_when_nothing_was_being_said_stands_alone() -> None:
    window = Window()
    window.narrator.remark(phrases("louder"))
    assert window.speaker.said[-1].phrases == phrases("louder")


def test_what_is_forgotten_is_never_said_again() -> None:
    for act in ("go_on", "say_last_again", "repeat", "remark"):
        window = Window()
        interrupted_at(window, 1)
        window.narrator.say_last_again()
        window.narrator.forget()
        assert window.captions[-1] is None and not window.narrator.speaking
        before = len(window.speaker.said)
        if act == "remark":
            window.narrator.remark(())
        else:
            getattr(window.narrator, act)()
        assert not window.narrator.pause(NOTE) and len(window.speaker.said) == before
