"""Captions go on at the pace of speech where there is no sound."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.voice.ports import Heard, Phrase
from kiosk.voice.speakers import LateSpeaker, SilentSpeaker, after_a_while, seconds_of
from tests.voice.fakes import FakeSpeaker, until, utterance


class Timers:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.waiting: list[tuple[float, Callable[[], None]]] = []
        self.called_off = 0

    def __call__(self, seconds: float, deed: Callable[[], None]) -> Callable[[], None]:
        self.waiting.append((seconds, deed))
        return self.call_off

    def call_off(self) -> None:
        self.called_off += 1

    def turn(self) -> None:
        self.waiting.pop(0)[1]()


def test_each_phrase_is_shown_in_its_turn() -> None:
    timers, heard = Timers(), list[Heard]()
    SilentSpeaker(timers).speak(utterance(7, "one", "two"), heard.append)
    assert heard == [Heard(7, 0)]
    timers.turn()
    timers.turn()
    assert heard == [Heard(7, 0), Heard(7, 1), Heard(7, None)]
    assert timers.waiting == []


def test_a_stopped_reading_goes_no_further_even_when_its_timer_is_late() -> None:
    timers, heard = Timers(), list[Heard]()
    speaker = SilentSpeaker(timers)
    speaker.speak(utterance(1, "one", "two"), heard.append)
    speaker.stop()
    timers.turn()
    assert (heard, timers.called_off) == ([Heard(1, 0)], 1)


def test_a_new_reading_takes_the_place_of_the_old() -> None:
    timers, heard = Timers(), list[Heard]()
    speaker = SilentSpeaker(timers)
    speaker.speak(utterance(1, "one"), heard.append)
    speaker.speak(utterance(2, "two"), heard.append)
    timers.turn()
    timers.turn()
    speaker.close()
    assert heard == [Heard(1, 0), Heard(2, 0), Heard(2, None)]


def test_the_real_timer_reads_to_the_end() -> None:
    heard = list[Heard]()
    SilentSpeaker(lambda _, deed: after_a_while(0.001, deed)).speak(utterance(1, "one", "two"), heard.append)
    until(lambda: Heard(1, None) in heard)


@pytest.mark.parametrize(
    ("speech", "rate", "seconds"),
    [
        ("字" * 170, 1.0, 60),
        ("字" * 170, 2.0, 30),
        ("word " * 150, 1.0, 60),
        ("好", 1.0, 1.0),
        ("word " * 75, 0.5, 60),
    ],
)
def test_the_pace_is_that_of_speech(speech: str, rate: float, seconds: float) -> None:
    assert seconds_of(Phrase(speech, ""), rate) == pytest.approx(seconds)


def test_a_speaker_in_reserve_is_made_when_it_has_to_speak() -> None:
    made: list[FakeSpeaker] = []

    def make() -> FakeSpeaker:
        made.append(FakeSpeaker())
        return made[-1]

    late = LateSpeaker(make)
    late.stop()
    late.close()
    assert not made
    late.speak(utterance(1, "one"), lambda _: None)
    late.speak(utterance(2, "two"), lambda _: None)
    late.stop()
    late.close()
    assert [one.number for one in made[0].said] == [1, 2]
    assert (len(made), made[0].stops, made[0].closed) == (1, 1, True)
