"""Speakers that need no other process: one that makes no sound, and one that waits until it is needed."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.voice.ports import Heard, Phrase, Speaker, Utterance

After = Callable[[float, Callable[[], None]], Callable[[], None]]
"""Does something after so many seconds, on any thread; returns how to call it off."""

HAN_A_MINUTE = 170
WORDS_A_MINUTE = 150
SHORTEST = 1.0
"""Seconds that even one word stays."""
HAN = re.compile(r"[\u3400-\u9fff]|\d")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def after_a_while(seconds: float, deed: Callable[[], None]) -> Callable[[], None]:
    """Do something later on a thread of its own, which does not keep the program alive."""
    timer = threading.Timer(seconds, deed)
    timer.daemon = True
    timer.start()
    return timer.cancel


def seconds_of(phrase: Phrase, rate: float) -> float:
    """Return how long a phrase takes to say at a rate: 170 Han, or 150 English words, a minute."""
    han, words = len(HAN.findall(phrase.speech)), len(WORD.findall(phrase.speech))
    return max(SHORTEST, 60 * (han / HAN_A_MINUTE + words / WORDS_A_MINUTE) / rate)


@dataclass
class _Reading:
    """One utterance that is read in silence."""

    utterance: Utterance
    heard: Callable[[Heard], None]
    phrase: int = 0
    call_off: Callable[[], None] = field(default=lambda: None)


class SilentSpeaker:
    """Advances the captions at the pace of speech and makes no sound, for machines that cannot speak."""

    def __init__(self, after: After = after_a_while) -> None:
        self._after = after
        self._reading: _Reading | None = None
        self._lock = threading.Lock()

    def speak(self, utterance: Utterance, heard: Callable[[Heard], None]) -> None:
        """Show each phrase for as long as it would take to say, in place of what was being shown."""
        self.stop()
        reading = _Reading(utterance, heard)
        with self._lock:
            self._reading = reading
        self._show(reading)

    def stop(self) -> None:
        """Go no further."""
        with self._lock:
            reading, self._reading = self._reading, None
        if reading:
            reading.call_off()

    def close(self) -> None:
        """Go no further."""
        self.stop()

    def _show(self, reading: _Reading) -> None:
        """Show the next phrase, unless something else has begun meanwhile."""
        phrases, number = reading.utterance.phrases, reading.utterance.number
        with self._lock:
            if reading is not self._reading:
                return
            now = reading.phrase if reading.phrase < len(phrases) else None
            if now is None:
                self._reading = None
            else:
                reading.phrase += 1
                wait = seconds_of(phrases[now], reading.utterance.rate)
                reading.call_off = self._after(wait, lambda: self._show(reading))
        reading.heard(Heard(number, now))


class LateSpeaker:
    """A speaker in reserve, which costs nothing until it has to speak."""

    def __init__(self, make: Callable[[], Speaker]) -> None:
        self._make = make
        self._speaker: Speaker | None = None

    def speak(self, utterance: Utterance, heard: Callable[[Heard], None]) -> None:
        """Say it, stopping whatever was being said."""
        self._speaker = self._speaker or self._make()
        self._speaker.speak(utterance, heard)

    def stop(self) -> None:
        """Be silent."""
        if self._speaker:
            self._speaker.stop()

    def close(self) -> None:
        """Be silent and give everything back."""
        if self._speaker:
            self._speaker.close()
