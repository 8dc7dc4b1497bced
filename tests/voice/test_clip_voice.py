"""The voice made of clips, and the live engine that says what has none."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.text import Language
from kiosk.voice import clips_worker
from kiosk.voice.clip_voice import ClipVoice
from kiosk.voice.clips import SEAM, file_of, manifest_of
from kiosk.voice.live_voice import LiveVoice
from kiosk.voice.serving import NoVoice
from kiosk.voice.weaving import RATE
from tests.voice.fakes import OneVoice, until, wav

FAKE = Path(__file__).parent / "fake_worker.py"
LENGTHS = {"您的号码是": 0.5, "幺二": 0.3, "三四": 0.4}


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """Lay down three clips, and one that is only in the list."""
    for words, seconds in LENGTHS.items():
        path = file_of(words, Language.ZH_CN, tmp_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        noise = np.random.default_rng(1).uniform(-0.3, 0.3, round(seconds * RATE))
        soundfile.write(path, noise.astype(np.float32), RATE, format="OGG", subtype="OPUS")
    lines = "".join(f"x\t{words}\n" for words in [*LENGTHS, "没有声音"])
    manifest_of(Language.ZH_CN, tmp_path).write_text(lines, encoding="utf-8")
    return tmp_path


def seconds_of(sound: bytes) -> float:
    with wave.open(io.BytesIO(sound)) as file:
        return float(file.getnframes() / file.getframerate())


def test_a_sentence_is_woven_from_its_clips(clips: Path) -> None:
    live = OneVoice()
    voice = ClipVoice(live, clips)
    sound = voice.wav("您的号码是幺二三四。", Language.ZH_CN, 1.0, 0.8)
    assert seconds_of(sound) == pytest.approx(1.2 + 2 * SEAM, abs=0.001)
    fast = voice.wav("您的号码是幺二三四。", Language.ZH_CN, 2.0, 0.8)
    assert seconds_of(fast) == pytest.approx(seconds_of(sound) / 2, abs=0.001)
    assert live.said == []


@pytest.mark.parametrize("text", ["您的号码是五六。", "没有声音", "Hello"])
def test_the_live_engine_says_whole_sentences_that_have_no_clips(clips: Path, text: str) -> None:
    live = OneVoice()
    assert ClipVoice(live, clips).wav(text, Language.ZH_CN, 1.0, 0.8) == wav()
    assert live.said == [text]


def test_a_sentence_that_nobody_can_say_is_silent_while_it_could_be_read(clips: Path) -> None:
    sound = ClipVoice(OneVoice(), clips).wav("nothing", Language.EN, 1.0, 0.8)
    assert seconds_of(sound) == 1.0


@pytest.fixture
def live() -> Iterator[list[LiveVoice]]:
    voices: list[LiveVoice] = []
    yield voices
    for voice in voices:
        voice.close()


def live_voice(live: list[LiveVoice], *manner: str, patience: float = 5.0) -> LiveVoice:
    live.append(LiveVoice((sys.executable, str(FAKE), *manner), patience=patience))
    return live[-1]


def say(voice: LiveVoice) -> bytes:
    return voice.wav("one", Language.EN, 1.0, 0.8)


def test_the_live_engine_answers_one_sentence_after_another(live: list[LiveVoice]) -> None:
    voice = live_voice(live, "well")
    assert say(voice) == say(voice)


@pytest.mark.parametrize(
    "manner", ["dies", "dies-at-once", "garbage", "fails", "answers-another", "hangs", "never-ready"]
)
def test_a_live_engine_that_fails_has_no_voice(live: list[LiveVoice], manner: str) -> None:
    voice = live_voice(live, manner, patience=0.5)
    for _ in range(2):
        with pytest.raises(NoVoice):
            say(voice)


def test_a_live_engine_that_died_is_begun_anew(live: list[LiveVoice], tmp_path: Path) -> None:
    voice = live_voice(live, "dies-once", str(tmp_path / "died"))
    with pytest.raises(NoVoice):
        say(voice)
    assert say(voice)


def test_an_engine_that_is_not_there_has_no_voice() -> None:
    voice = LiveVoice(("/nonexistent/voice",))
    with pytest.raises(NoVoice):
        say(voice)


def test_the_worker_serves_the_clips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clips_worker, "answers_alone", io.BytesIO)
    monkeypatch.setattr(clips_worker, "LiveVoice", OneVoice)
    monkeypatch.setattr(clips_worker, "serve", lambda voice, *_: 7 if isinstance(voice, ClipVoice) else 1)
    assert clips_worker.main() == 7


def test_the_worker_and_its_engine_end_when_nobody_asks_any_more() -> None:
    command = (sys.executable, "-m", "kiosk.voice.clips_worker")
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert worker.stdin is not None and worker.stdout is not None
    assert worker.stdout.readline() == b'{"ready": true}\n'
    time.sleep(0.1)
    worker.stdin.close()
    assert worker.wait(10) == 0
    until(lambda: worker.stdout is not None and worker.stdout.read() == b"")
    worker.stdout.close()
