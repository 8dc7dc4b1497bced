"""A speaker and a player that only remember, and a place where a test waits for what other threads do."""

from __future__ import annotations

import io
import time
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from kiosk.domain.events import Event
from kiosk.text import Hearing, Language
from kiosk.voice.ports import Heard, Phrase, Utterance
from kiosk.voice.serving import NoVoice


def phrases(*sentences: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(sentence, sentence.upper()) for sentence in sentences)


def utterance(number: int, *sentences: str, language: Language = Language.EN) -> Utterance:
    return Utterance(number, phrases(*sentences), language, 1.0, 0.8)


def until(true: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something has come true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.005)


@dataclass
class FakeSpeaker:
    """Remembers what it was told; the test makes progress by hand."""

    said: list[Utterance] = field(default_factory=list)
    stops: int = 0
    closed: bool = False
    heard: Callable[[Heard], None] = lambda heard: None

    def speak(self, utterance: Utterance, heard: Callable[[Heard], None]) -> None:
        self.said.append(utterance)
        self.heard = heard

    def stop(self) -> None:
        self.stops += 1

    def close(self) -> None:
        self.closed = True

    def reach(self, phrase: int | None) -> None:
        self.heard(Heard(self.said[-1].number, phrase))


@dataclass
class FakeSound:
    """A player that is through at once, fails, never ends, or cannot begin."""

    manner: str = "plays"
    played: list[bytes] = field(default_factory=list)
    ears: list[Hearing] = field(default_factory=list)
    stops: int = 0

    def play(self, wav: bytes, hearing: Hearing = Hearing.SPEAKER) -> None:
        self.played.append(wav)
        self.ears.append(hearing)
        if self.manner == "cannot":
            raise OSError

    def ended(self) -> bool | None:
        return {"plays": True, "fails": False, "hangs": None}[self.manner]

    def stop(self) -> None:
        self.stops += 1


@dataclass
class Events:
    """A log that a test can read."""

    events: list[Event] = field(default_factory=list)

    def __call__(self, event: Event, *, what: Enum | str = "", number: int = 0) -> None:
        self.events.append(event)


def wav(frames: int = 100, rate: int = 22050) -> bytes:
    """Make a WAV file that is silent for so many frames."""
    memory = io.BytesIO()
    with wave.open(memory, "wb") as sound:
        sound.setparams((1, 2, rate, 0, "NONE", ""))
        sound.writeframes(bytes(2 * frames))
    return memory.getvalue()


class OneVoice:
    """A voice that has a sound for everything but "nothing"."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def wav(self, text: str, language: Language, rate: float, volume: float) -> bytes:
        self.said.append(text)
        if text == "nothing":
            raise NoVoice
        return wav()
