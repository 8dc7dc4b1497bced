"""The engine behind pyttsx3: one sentence at a time becomes the bytes of a WAV file.

Only ever imported in a process of its own: espeak-ng, which pyttsx3 drives on Linux, is licensed GPL-3+.
pyttsx3's own `say` can be neither stopped nor trusted where there is no sound device, and leaves a person's
words in a file; `save_to_file` takes an open file in memory.
"""

from __future__ import annotations

import ctypes
import io
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from kiosk.text import Language
from kiosk.voice.serving import NoVoice

# Han, or English words, a minute against the speed that pyttsx3 is given; measured with espeak-ng 1.52.
SPEEDS = {
    Language.ZH_CN: (
        (94, 80),
        (124, 110),
        (150, 130),
        (176, 150),
        (210, 175),
        (248, 200),
        (341, 260),
        (410, 300),
    ),
    Language.ZH_HK: (
        (105, 80),
        (139, 110),
        (169, 130),
        (196, 150),
        (238, 175),
        (275, 200),
        (381, 260),
        (451, 300),
    ),
    Language.EN: (
        (98, 80),
        (129, 110),
        (155, 130),
        (178, 150),
        (210, 175),
        (242, 200),
        (317, 260),
        (372, 300),
    ),
}
NORMAL = {Language.ZH_CN: 176, Language.ZH_HK: 176, Language.EN: 155}
# Below its slowest speed espeak-ng can still leave a gap between words, in units of 10 ms.
WORD_GAP = {Language.ZH_CN: 2, Language.ZH_HK: 2, Language.EN: 3}
ESPEAK_WORD_GAP = 7  # espeak_PARAMETER in speak_lib.h
# What a voice is called by espeak-ng, by Windows and by macOS; the first that is found is taken.
VOICES = {
    Language.ZH_CN: ("sit/cmn", "cmn", "zh-cn", "zh_cn", "chinese (simplified", "mandarin"),
    Language.ZH_HK: ("sit/yue", "yue", "zh-hk", "zh_hk", "zh-yue", "chinese (hong kong", "cantonese"),
    Language.EN: ("gmw/en", "en-gb", "en_gb", "en-us", "en_us", "english"),
}


class Pyttsx3Voice:
    """Mandarin, Cantonese and English through pyttsx3; not to be shared between threads."""

    def __init__(self) -> None:
        self._espeak = load_espeak()
        import pyttsx3  # noqa: PLC0415 - espeak must be in its place before

        self._engine: Any = pyttsx3.init()
        self._said = threading.Event()
        self._engine.connect("finished-utterance", lambda **_: self._said.set())
        voices = self._engine.getProperty("voices")
        self._voices = {language: voice_for(language, voices) for language in Language}
        self._warm_up()

    def _warm_up(self) -> None:
        """Say a word to nobody: the first sentence of espeak-ng comes without its vowels otherwise."""
        for language in Language:
            self._saved("1")
            self._use(language, 1.0, 1.0)

    def wav(self, text: str, language: Language, rate: float, volume: float) -> bytes:
        """Return the sound of a sentence; `rate` 1.0 is normal, `volume` goes from 0 to 1; raises NoVoice."""
        self._use(language, rate, volume)
        for _ in range(2):
            sound = self._saved(text)
            if sound[:4] == b"RIFF" and len(sound) > 64:
                return sound
        raise NoVoice

    def _use(self, language: Language, rate: float, volume: float) -> None:
        if self._voices[language]:
            self._set("voice", self._voices[language])
        self._set("rate", speed(language, rate))
        self._set("volume", round(volume, 2))
        if self._espeak:
            slowest = NORMAL[language] * rate < SPEEDS[language][0][0]
            self._set_word_gap(self._espeak, WORD_GAP[language] if slowest else 0)

    def _set(self, name: str, value: object) -> None:
        until_taken(
            lambda: self._engine.setProperty(name, value),
            lambda: bool(self._engine.getProperty(name) == value),
        )

    @staticmethod
    def _set_word_gap(espeak: ctypes.CDLL, gap: int) -> None:
        until_taken(
            lambda: espeak.espeak_SetParameter(ESPEAK_WORD_GAP, gap, 0),
            lambda: bool(espeak.espeak_GetParameter(ESPEAK_WORD_GAP, 1) == gap),
        )

    def _saved(self, text: str) -> bytes:
        if self._espeak:
            memory = io.BytesIO()
            self._save(text, memory)
            return memory.getvalue()
        with tempfile.TemporaryDirectory() as folder:  # other engines write to a path and to nothing else
            path = Path(folder) / "sentence.wav"
            self._save(text, str(path))
            return path.read_bytes() if path.exists() else b""

    def _save(self, text: str, where: object) -> None:
        """Synthesize and wait for the end; without waiting, sentences are lost or cut."""
        self._said.clear()
        self._engine.save_to_file(text, where)
        self._engine.runAndWait()
        self._said.wait(5)
        if self._espeak:
            self._espeak.espeak_Synchronize()  # "finished" is told before espeak-ng is ready for the next


def until_taken(change: Callable[[], object], is_taken: Callable[[], bool]) -> None:
    """Change a setting until it has taken: the engine loses one that meets the end of a sentence."""
    deadline = time.monotonic() + 0.2
    change()
    while not is_taken() and time.monotonic() < deadline:
        time.sleep(0.002)
        change()


def load_espeak() -> ctypes.CDLL | None:
    """Give pyttsx3 the espeak-ng that comes with the kiosk: older ones read characters as English."""
    if sys.platform != "linux":
        return None
    import espeakng_loader  # noqa: PLC0415 - its library is for this platform alone

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    return ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def voice_for(language: Language, voices: list[Any]) -> str:
    """Return the id of the best voice of a language, or "" where there is none."""
    for wish in VOICES[language]:
        for voice in voices:
            names = [str(name).lower() for name in (voice.id, voice.name, *(voice.languages or ()))]
            if wish in names or (len(wish) > 6 and any(wish in name for name in names)):
                return str(voice.id)
    return ""


def speed(language: Language, rate: float) -> int:
    """Return pyttsx3's speed for a rate, read off between the measured points."""
    wanted, points = NORMAL[language] * rate, SPEEDS[language]
    if wanted <= points[0][0]:
        return points[0][1]
    for (low, slow), (high, fast) in pairwise(points):
        if wanted <= high:
            return round(slow + (fast - slow) * (wanted - low) / (high - low))
    return round(points[-1][1] * wanted / points[-1][0])
