"""Short sounds follow what happens, and keep silent where they should."""

from __future__ import annotations

import pytest

from kiosk.screens import Tone
from kiosk.text import Hearing
from kiosk.voice import choose
from kiosk.voice.child_sound import ChildSound
from kiosk.voice.choose import choose_ticks
from kiosk.voice.ticks import SOUNDS, Tick, Ticks
from tests.desks import a_desk
from tests.speech import FakeRecogniser, listener
from tests.visit.worlds import HeldRunner


class FakeSound:
    def __init__(self, *, broken: bool = False) -> None:
        self.played: list[bytes] = []
        self.ears: list[Hearing] = []
        self.broken = broken

    def play(self, wav: bytes, hearing: Hearing = Hearing.SPEAKER) -> None:
        if self.broken:
            raise OSError
        self.played.append(wav)
        self.ears.append(hearing)

    def ended(self) -> bool | None:
        return True

    def stop(self) -> None:
        self.played.append(b"stopped")


def wav(tick: Tick) -> bytes:
    return (SOUNDS / f"{tick}.wav").read_bytes()


def test_the_end_of_listening_is_heard() -> None:
    sound, runner = FakeSound(), HeldRunner()
    with a_desk(runner=runner, listener=listener(FakeRecogniser("louder"))) as desk:
        desk.pilot.from_rest()
        Ticks(desk.reception, sound)
        desk.reception.talk()
        assert sound.played == []
        runner.let_go()
        assert sound.played == [wav(Tick.TOUCH)]


def test_a_touch_a_mistake_and_an_end_have_their_sounds() -> None:
    sound = FakeSound()
    with a_desk() as desk:
        ticks = Ticks(desk.reception, sound)
        desk.pilot.from_rest()
        ticks.touch()
        desk.reception.headphones(plugged=True)
        desk.pilot.choose("nothing").choose("nothing either")
        desk.reception.end()
        assert desk.pilot.screen.tone is Tone.DONE
        ticks.close()
    assert sound.played == [wav(Tick.TOUCH), wav(Tick.WRONG), wav(Tick.DONE), b"stopped"]
    assert sound.ears == [Hearing.SPEAKER, Hearing.HEADPHONES, Hearing.HEADPHONES]


def test_who_wants_no_voice_hears_no_clicks_and_faults_are_no_matter() -> None:
    sound = FakeSound()
    with a_desk() as desk:
        ticks, broken = Ticks(desk.reception, sound), Ticks(desk.reception, FakeSound(broken=True))
        broken.touch()
        desk.pilot.from_rest()
        desk.reception.adjust()
        desk.pilot.press("Voice", "Do not read to me")
        ticks.touch()
        none = Ticks(desk.reception, None)
        none.touch()
        none.close()
    assert sound.played == []


def test_clicks_are_played_where_the_voice_can_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "there_is_sound", lambda: True)
    monkeypatch.setattr(choose, "player_command", lambda alsa: ("true",))
    assert isinstance(choose_ticks("auto"), ChildSound)
    assert choose_ticks("silent") is None
