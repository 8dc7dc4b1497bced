"""How long a visitor waits for the first sound, and for silence; the player here sounds nothing.

The player is a process like the real one; it tells when its first samples have come and when it is gone. What
the sound card adds is not in these figures.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.domain.comfort import SPEECH_RATES
from kiosk.domain.events import no_log
from kiosk.text import Language
from kiosk.voice.child_sound import ChildSound
from kiosk.voice.clips import VOICES, words_with_a_clip
from kiosk.voice.ports import Phrase, Utterance
from kiosk.voice.process_speaker import ProcessSpeaker
from kiosk.voice.speakers import SilentSpeaker
from kiosk.voice.worker_process import CLIPS
from scripts.bench_kiosk import spread

LIVE = {Language.ZH_CN: "尊敬的张小明您好", Language.EN: "Dear Bartholomew, good morning"}
"""Sentences that have no clip."""


class Ear:
    """Hears what a player gets: a pipe with a name, which ends when the player is gone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        os.mkfifo(path)
        self._end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    @property
    def command(self) -> tuple[str, ...]:
        """The player: it hands on what it gets first, and then plays on for ever."""
        return ("sh", "-c", f"head -c 4096 > {self._path}; exec sleep 60 > {self._path}")

    def wait_for_sound(self) -> float:
        """Return when the first samples have come."""
        return self._when(bool)

    def wait_for_silence(self) -> float:
        """Return when nobody holds the pipe any more."""
        return self._when(lambda heard: heard == b"")

    def _when(self, true: Callable[[bytes | None], bool]) -> float:
        """Return when what is read makes it true; None is read from a pipe that is open and empty."""
        while not true(self._read()):
            time.sleep(0.0005)
        return time.perf_counter()

    def _read(self) -> bytes | None:
        try:
            return os.read(self._end, 65_536)
        except BlockingIOError:
            return None


def measure(sentences: list[str], language: Language, rate: float) -> tuple[list[float], list[float]]:
    """Say each sentence and interrupt it; return ms to the first samples, and ms to silence."""
    first, silent = list[float](), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        ear = Ear(Path(folder) / "ear")
        speaker = ProcessSpeaker(CLIPS, ChildSound(ear.command), SilentSpeaker(), no_log)
        heard = threading.Event()
        for number, sentence in enumerate(["…", LIVE[language], *sentences]):
            utterance = Utterance(number, (Phrase(sentence, sentence),), language, rate, 0.8)
            heard.clear()
            began = time.perf_counter()
            speaker.speak(utterance, lambda _: heard.set())
            if number:
                first.append((ear.wait_for_sound() - began) * 1000)
            heard.wait(10)
            time.sleep(0.05)
            began = time.perf_counter()
            speaker.stop()
            silent.append((ear.wait_for_silence() - began) * 1000)
        speaker.close()
    return first[1:], silent[2:]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=60)
    options = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}")
    for language in VOICES:
        known = sorted(words_with_a_clip(language))
        chosen = random.Random(1).sample(known, min(options.sentences, len(known)))
        for rate in (1.0, SPEECH_RATES[-2], SPEECH_RATES[0]):
            first, silent = measure(chosen, language, rate)
            spread(f"{language}, rate {rate:g}: call to the first sample", "ms", first)
            spread(f"{language}, rate {rate:g}: interruption to silence", "ms", silent)
        first, _ = measure([LIVE[language]] * 20, language, 1.0)
        spread(f"{language}: live engine, call to the first sample", "ms", first)


if __name__ == "__main__":
    main()
