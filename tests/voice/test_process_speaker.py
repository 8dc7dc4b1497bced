"""A worker may die, hang or talk nonsense: speech goes on, or captions do, and nothing is left behind."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.events import Event
from kiosk.text import Hearing, Language
from kiosk.voice.ports import Heard
from kiosk.voice.process_speaker import Patience, ProcessSpeaker
from kiosk.voice.talk import LONGEST_BREATH, Talk
from kiosk.voice.worker_process import WorkerProcess
from tests.voice.fakes import Events, FakeSound, FakeSpeaker, until, utterance

FAKE = Path(__file__).parent / "fake_worker.py"
HASTY = Patience(start=5.0, answer=0.3, drain=0.1, tries=2, rest=1000.0)


class Stand:
    """A process speaker, and everything around it that remembers."""

    def __init__(self, *manner: str, sound: str = "plays", patience: Patience = HASTY) -> None:
        self.sound, self.quiet, self.log, self.heard = (
            FakeSound(sound),
            FakeSpeaker(),
            Events(),
            list[Heard](),
        )
        command = (sys.executable, str(FAKE), *manner)
        self.speaker = ProcessSpeaker(command, self.sound, self.quiet, self.log, patience)

    def say(self, number: int, *sentences: str) -> None:
        self.speaker.speak(utterance(number, *sentences), self.heard.append)

    def until_over(self, number: int) -> None:
        until(lambda: Heard(number, None) in self.heard)


Make = Callable[..., Stand]


@pytest.fixture
def stand() -> Iterator[Make]:
    stands: list[Stand] = []
    before = set(threading.enumerate())

    def make(*manner: str, sound: str = "plays", patience: Patience = HASTY) -> Stand:
        stands.append(Stand(*manner, sound=sound, patience=patience))
        return stands[-1]

    yield make
    for each in stands:
        each.speaker.close()
        assert each.quiet.closed
    until(lambda: set(threading.enumerate()) <= before)


def test_every_phrase_is_heard_in_its_turn(stand: Make) -> None:
    here = stand("well")
    here.say(4, "one", "two", "three")
    here.until_over(4)
    assert here.heard == [Heard(4, 0), Heard(4, 1), Heard(4, 2), Heard(4, None)]
    assert len(here.sound.played) == 3
    assert here.log.events == []


def test_what_is_for_headphones_is_played_for_them(stand: Make) -> None:
    here = stand("well")
    here.speaker.speak(replace(utterance(1, "one"), hearing=Hearing.HEADPHONES), here.heard.append)
    here.until_over(1)
    here.say(2, "two")
    here.until_over(2)
    assert here.sound.ears == [Hearing.HEADPHONES, Hearing.SPEAKER]


def test_what_makes_no_sound_is_passed_over(stand: Make) -> None:
    here = stand("well")
    here.say(1, "***", "one", "***", "two", "—")
    here.until_over(1)
    assert here.heard == [Heard(1, 1), Heard(1, 3), Heard(1, None)]
    here.say(2, "***")
    here.until_over(2)


def test_a_new_utterance_takes_the_place_of_the_old(stand: Make) -> None:
    here = stand("well", sound="hangs", patience=Patience())
    here.say(1, "one", "two")
    until(lambda: Heard(1, 0) in here.heard)
    here.say(2, "new")
    until(lambda: Heard(2, 0) in here.heard)
    assert Heard(1, 1) not in here.heard
    assert Heard(1, None) not in here.heard


def test_stop_is_silence(stand: Make) -> None:
    here = stand("well", sound="hangs", patience=Patience())
    here.say(1, "one", "two")
    until(lambda: Heard(1, 0) in here.heard)
    stops = here.sound.stops
    here.speaker.stop()
    until(lambda: here.sound.stops > stops)
    assert here.heard == [Heard(1, 0)]


def test_an_answer_to_what_nobody_waits_for_any_more_is_dropped(stand: Make) -> None:
    here = stand("well")
    for number in range(1, 30):
        here.say(number, "one", "two")
    here.until_over(29)
    assert here.log.events == []


def test_a_worker_that_dies_once_is_followed_by_another(stand: Make, tmp_path: Path) -> None:
    here = stand("dies-once", str(tmp_path / "died"))
    here.say(1, "one", "two")
    here.until_over(1)
    assert here.heard == [Heard(1, 0), Heard(1, 1), Heard(1, None)]
    assert here.log.events == []


@pytest.mark.parametrize(
    "manner", ["dies", "deaf", "dies-at-once", "hangs", "garbage", "fails", "answers-another", "child-hangs"]
)
def test_a_bad_worker_leaves_the_rest_to_the_captions_and_is_reported_once(stand: Make, manner: str) -> None:
    here = stand(manner)
    here.say(1, "one", "two")
    until(lambda: here.quiet.said)
    assert here.quiet.said[0] == utterance(1, "one", "two")
    here.say(2, "again")
    until(lambda: len(here.quiet.said) == 2)
    here.quiet.reach(0)
    here.quiet.reach(None)
    assert here.heard == [Heard(2, 0), Heard(2, None)]
    assert here.log.events == [Event.VOICE_FAILED]
    assert here.sound.played == []


def test_a_worker_that_is_never_ready_is_given_up(stand: Make) -> None:
    here = stand("never-ready", patience=Patience(start=0.1, tries=1))
    here.say(1, "one")
    until(lambda: here.quiet.said)
    assert here.log.events == [Event.VOICE_FAILED]


@pytest.mark.parametrize("sound", ["fails", "hangs", "cannot"])
def test_a_player_without_a_device_leaves_the_rest_to_the_captions(stand: Make, sound: str) -> None:
    here = stand("well", sound=sound)
    here.say(1, "one", "two")
    until(lambda: here.quiet.said)
    assert len(here.sound.played) == HASTY.tries + 1
    assert here.log.events == [Event.VOICE_FAILED]


def test_captions_go_on_from_the_phrase_where_the_voice_broke_off(stand: Make) -> None:
    here = stand("well")
    here.say(1, "one", "two")
    until(lambda: Heard(1, 0) in here.heard)
    here.sound.manner = "fails"
    until(lambda: here.quiet.said)
    rest = here.quiet.said[0].phrases
    here.quiet.reach(0)
    assert here.heard[-1] == Heard(1, 2 - len(rest))


def test_after_a_rest_the_voice_is_given_another_chance(stand: Make) -> None:
    here = stand("well", sound="fails", patience=Patience(tries=1, rest=0.0))
    here.say(1, "one")
    until(lambda: here.quiet.said)
    here.say(2, "still broken")
    until(lambda: len(here.quiet.said) == 2)
    assert here.log.events == [Event.VOICE_FAILED]
    here.sound.manner = "plays"
    here.say(3, "whole again")
    here.until_over(3)
    here.sound.manner = "fails"
    here.say(4, "broken anew")
    until(lambda: len(here.quiet.said) == 3)
    assert here.log.events == [Event.VOICE_FAILED] * 2


def test_a_command_that_cannot_run_is_given_up() -> None:
    quiet, log, sound = FakeSpeaker(), Events(), FakeSound()
    speaker = ProcessSpeaker(("/nonexistent/voice",), sound, quiet, log, HASTY)
    speaker.speak(utterance(1, "one"), lambda _: None)
    until(lambda: quiet.said)
    speaker.close()
    assert log.events == [Event.VOICE_FAILED]


def test_nothing_that_a_worker_started_outlives_it(stand: Make, tmp_path: Path) -> None:
    """A pipe ends when everybody who could write into it is gone."""
    pipe = tmp_path / "held by the child"
    os.mkfifo(pipe)
    with os.fdopen(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), "rb") as read_end:
        here = stand("garbage-and-a-child", str(pipe), patience=Patience(tries=0))
        here.say(1, "one")
        until(lambda: here.quiet.said)
        assert select.select([read_end], [], [], 10)[0] and read_end.read() == b""


@pytest.mark.parametrize("system", ["win32", "linux"])
def test_a_worker_without_a_group_of_its_own_is_ended_alone(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    ended: list[None] = []
    monkeypatch.setattr("sys.platform", system)
    command = (sys.executable, str(FAKE), "well")
    worker = WorkerProcess(command, lambda _, answer: ended.append(None), own_group=system == "win32")
    worker.end()
    assert ended


def test_a_breath_never_fills_the_pipe() -> None:
    talk = Talk(utterance(1, "word " * 1000), lambda _: None)
    assert len(talk.text(0)[0]) == LONGEST_BREATH


def test_each_phrase_is_said_in_the_voice_of_its_own_language() -> None:
    talk = Talk(utterance(1, "您好，轻触屏幕开始", "Hello."), lambda _: None)
    assert talk.text(0) == ("您好，轻触屏幕开始", Language.ZH_CN)
    assert talk.text(1) == ("Hello.", Language.EN)
