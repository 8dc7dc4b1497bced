"""The real engine in its real process: there is sound, at the asked speed and loudness, in every language."""

from __future__ import annotations

import array
import ctypes
import io
import json
import os
import subprocess
import sys
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kiosk.text import Language
from kiosk.voice.process_speaker import ProcessSpeaker
from kiosk.voice.pyttsx3_voice import SPEEDS, Pyttsx3Voice, load_espeak, speed, voice_for
from kiosk.voice.serving import NoVoice
from kiosk.voice.worker_process import PYTTSX3, ROOT, Answer, WorkerProcess
from tests.voice.fakes import Events, FakeSound, FakeSpeaker, until, utterance

SENTENCES = {
    Language.ZH_CN: "请把身份证放在读卡区。",
    Language.ZH_HK: "請把身份證放在讀卡區。",
    Language.EN: "Please put your card on the reader.",
}


@pytest.fixture(scope="module")
def asked() -> Iterator[Any]:
    """Ask the worker in its own process, one request after another."""
    answers: list[Answer | None] = []
    process = WorkerProcess(PYTTSX3, lambda _, answer: answers.append(answer))

    def ask(language: Language, rate: float = 1.0, volume: float = 1.0, text: str = "") -> Answer:
        before = len(answers)
        text = text or SENTENCES[language]
        process.ask({"id": before, "text": text, "language": language, "rate": rate, "volume": volume})
        until(lambda: len(answers) > before)
        answer = answers[-1]
        assert answer is not None
        assert answer.id == before
        return answer

    until(lambda: answers)
    yield ask
    process.end()
    assert answers[-1] is None


def loudness(wav: bytes) -> float:
    """Return the root mean square of the samples."""
    with wave.open(io.BytesIO(wav)) as sound:
        samples = array.array("h", sound.readframes(sound.getnframes()))
    return float((sum(sample * sample for sample in samples) / len(samples)) ** 0.5)


@pytest.mark.parametrize("language", Language)
def test_there_is_sound_and_its_length_follows_the_rate(asked: Any, language: Language) -> None:
    normal = asked(language)
    assert loudness(normal.wav) > 500
    for rate in (0.5, 0.7, 0.85, 1.25, 1.5, 2.0):
        assert asked(language, rate).seconds / normal.seconds == pytest.approx(1 / rate, rel=0.1)
    assert asked(language).seconds == pytest.approx(normal.seconds, rel=0.02)


def test_volume_steps_are_heard_and_never_over_ten_decibels(asked: Any) -> None:
    loud = [loudness(asked(Language.EN, volume=volume).wav) for volume in (0.25, 0.4, 0.6, 0.8, 1.0)]
    assert all(1.05 < louder / softer < 3.16 for softer, louder in pairwise(loud))


def test_the_sentence_said_alone_is_a_file(tmp_path: Path) -> None:
    out = tmp_path / "hello.wav"
    lines = "\n".join(
        json.dumps({"text": text, "language": language}) for language, text in SENTENCES.items()
    )
    command = [sys.executable, "-m", "kiosk.voice.pyttsx3_worker", "--wav", str(out)]
    done = subprocess.run(
        command, input=lines.encode(), cwd=ROOT, capture_output=True, check=True, timeout=30
    )
    assert done.stdout == b""
    with wave.open(str(out)) as sound:
        assert sound.getnframes() / sound.getframerate() > 4


def test_the_worker_leaves_when_nobody_asks_any_more() -> None:
    command = [*PYTTSX3]
    done = subprocess.run(command, input=b"", cwd=ROOT, capture_output=True, check=True, timeout=30)
    assert done.returncode == 0


def test_the_whole_chain_says_a_page() -> None:
    sound, quiet, log = FakeSound(), FakeSpeaker(), Events()
    speaker = ProcessSpeaker(PYTTSX3, sound, quiet, log)
    speaker.speak(utterance(1, "Go."), lambda _: None)
    until(lambda: sound.played)
    speaker.close()
    assert understood_wav(sound.played[0])
    assert log.events == []


def understood_wav(wav: bytes) -> bool:
    return wav[:4] == b"RIFF" and loudness(wav) > 100


@dataclass
class FakeEngine:
    """An engine of pyttsx3 that writes what it is told, and keeps a property as real ones do: late."""

    sounds: list[bytes]
    properties: dict[str, object] = field(default_factory=dict)
    late: int = 1
    finished: Any = None
    target: Any = None

    def connect(self, topic: str, call: Any) -> None:
        self.finished = call

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802
        if self.late:
            self.late -= 1
        else:
            self.properties[name] = value

    def getProperty(self, name: str) -> object:  # noqa: N802
        return (
            [Voice("sit/cmn", "Chinese (Mandarin)", ["cmn"])]
            if name == "voices"
            else self.properties.get(name)
        )

    def save_to_file(self, text: str, target: Any) -> None:
        self.target = target

    def runAndWait(self) -> None:  # noqa: N802
        sound = self.sounds.pop(0) if self.sounds else b""
        if isinstance(self.target, io.BytesIO):
            self.target.write(sound)
        elif sound:
            Path(self.target).write_bytes(sound)
        self.finished(name=None, completed=True)


@dataclass
class Voice:
    id: str
    name: str
    languages: list[str] | None


class FakeEspeak:
    """The three calls of espeak-ng that pyttsx3 does not know; it loses the first gap that is not 0."""

    def __init__(self) -> None:
        self.gaps: list[int] = []

    def espeak_SetParameter(self, which: int, gap: int, relative: int) -> None:  # noqa: N802
        self.gaps.append(gap)

    def espeak_GetParameter(self, which: int, current: int) -> int:  # noqa: N802
        return 0 if sum(map(bool, self.gaps)) < 2 else self.gaps[-1]

    def espeak_Synchronize(self) -> None:  # noqa: N802
        self.synchronized = True


WAV = b"RIFF" + bytes(100)


def voice(monkeypatch: pytest.MonkeyPatch, engine: FakeEngine, espeak: FakeEspeak | None) -> Pyttsx3Voice:
    monkeypatch.setattr("kiosk.voice.pyttsx3_voice.load_espeak", lambda: espeak)
    monkeypatch.setitem(sys.modules, "pyttsx3", type("pyttsx3", (), {"init": lambda: engine}))
    return Pyttsx3Voice()


@pytest.mark.parametrize("espeak", [FakeEspeak(), None])
def test_a_lost_sentence_is_said_again(monkeypatch: pytest.MonkeyPatch, espeak: FakeEspeak | None) -> None:
    engine = FakeEngine([WAV, WAV, WAV, b"", WAV])
    assert voice(monkeypatch, engine, espeak).wav("x", Language.ZH_CN, 1.0, 0.8) == WAV
    assert engine.properties == {"voice": "sit/cmn", "rate": 150, "volume": 0.8}


def test_twice_nothing_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    espeak = FakeEspeak()
    with pytest.raises(NoVoice):
        voice(monkeypatch, FakeEngine([]), espeak).wav("x", Language.EN, 0.5, 1.0)
    assert espeak.gaps == [0, 0, 0, 3, 3], "a gap that was lost is set again"


def test_a_language_without_a_voice_is_said_in_the_engines_own() -> None:
    windows = Voice("HKEY\\TTS_MS_ZH-CN_HUIHUI_11.0", "Microsoft Huihui Desktop - Chinese (Simplified)", None)
    assert voice_for(Language.ZH_CN, [windows]) == windows.id
    assert voice_for(Language.EN, [windows]) == ""


def test_elsewhere_than_on_linux_pyttsx3_finds_its_own_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert load_espeak() is None


def test_on_linux_the_kiosks_own_espeak_is_there_before_pyttsx3(monkeypatch: pytest.MonkeyPatch) -> None:
    loader = type("loader", (), {"get_data_path": lambda: "/data", "get_library_path": lambda: "/library"})
    monkeypatch.setitem(sys.modules, "espeakng_loader", loader)
    monkeypatch.setenv("ESPEAK_DATA_PATH", "")
    monkeypatch.setattr("ctypes.CDLL", lambda path, mode: (path, mode))
    library: object = load_espeak()
    assert library == ("/library", ctypes.RTLD_GLOBAL)
    assert os.environ["ESPEAK_DATA_PATH"] == "/data"


@pytest.mark.parametrize("language", Language)
def test_speeds_grow_with_the_rate(language: Language) -> None:
    speeds = [speed(language, rate) for rate in (0.5, 0.7, 0.85, 1.0, 1.25, 1.5, 2.0, 4.0)]
    assert speeds == sorted(speeds)
    assert speeds[0] == SPEEDS[language][0][1]
    assert len(set(speeds)) == len(speeds)
