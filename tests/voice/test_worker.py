"""The worker and the player, step by step and without an engine."""

from __future__ import annotations

import io
import json
import sys
import wave
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from kiosk.text import Language
from kiosk.voice import pyttsx3_worker as worker
from kiosk.voice.child_sound import ChildSound
from kiosk.voice.pyttsx3_voice import NoVoice
from kiosk.voice.worker_process import Answer, understood
from tests.voice.fakes import until

WAV = b"RIFF" + bytes(100)


class OneVoice:
    """A voice that has a sound for everything but silence."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def wav(self, text: str, language: Language, rate: float, volume: float) -> bytes:
        self.said.append(text)
        if text == "nothing":
            raise NoVoice
        memory = io.BytesIO()
        with wave.open(memory, "wb") as sound:
            sound.setparams((1, 2, 22050, 0, "NONE", ""))
            sound.writeframes(bytes(200))
        return memory.getvalue()


def test_serving_answers_each_line_and_admits_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def listen(questions: Any, lines: Any) -> None:
        for line in (*questions, b"no request, which ends the test"):
            lines.put(line)

    monkeypatch.setattr(worker, "listen", listen)
    answers = io.BytesIO()
    questions = io.BytesIO(b'{"id": 1, "text": "a"}\n{"id": 2, "text": "nothing"}\n')
    with pytest.raises(json.JSONDecodeError):
        worker.serve(OneVoice(), questions, answers)  # type: ignore[arg-type]
    told = [understood(line) for line in answers.getvalue().splitlines()]
    assert told[0] == Answer(0)
    assert told[1] is not None
    assert told[1].seconds > 0
    assert told[2] == Answer(2)


def test_the_end_of_the_questions_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr("os._exit", codes.append)
    lines: SimpleQueue[bytes] = SimpleQueue()
    worker.listen(io.BytesIO(b"a\n"), lines)
    assert (lines.get(), codes) == (b"a\n", [0])


@pytest.mark.parametrize(
    ("player", "code"), [(("true",), 0), (("false",), 1), (("sleep", "0.03"), 0), (None, 1)]
)
def test_alone_it_plays_what_it_says(
    monkeypatch: pytest.MonkeyPatch, player: tuple[str, ...] | None, code: int
) -> None:
    monkeypatch.setattr(worker, "Pyttsx3Voice", OneVoice)
    monkeypatch.setattr(worker, "player_command", lambda: player)
    monkeypatch.setattr(worker, "answers_alone", io.BytesIO)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO('{"text": "5G 网络"}\n\n'.encode())))
    assert worker.main([]) == code


def test_what_it_says_can_be_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(worker, "Pyttsx3Voice", OneVoice)
    monkeypatch.setattr(worker, "answers_alone", io.BytesIO)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n')))
    assert worker.main(["--wav", str(tmp_path / "out.wav")]) == 0
    with wave.open(str(tmp_path / "out.wav")) as sound:
        assert sound.getnframes() == 200


def test_serving_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "Pyttsx3Voice", OneVoice)
    monkeypatch.setattr(worker, "answers_alone", io.BytesIO)
    monkeypatch.setattr(worker, "serve", lambda voice, questions, answers: 7)
    assert worker.main(["--serve"]) == 7


def test_nothing_but_answers_goes_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    turned: list[tuple[int, int]] = []
    monkeypatch.setattr("os.dup2", lambda source, target: turned.append((source, target)))
    worker.answers_alone().close()
    assert turned == [(2, 1)]


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"1", b"{}", b'{"id": 1, "wav": "AAAA"}', b'{"id": 1, "wav": 5}', b"\xff"]
)
def test_nonsense_is_no_answer(line: bytes) -> None:
    assert understood(line) is None


def test_a_player_is_ended_at_once_and_told_from_one_that_fails() -> None:
    idle = ChildSound(("true",))
    idle.stop()
    assert idle.ended() is True
    slow, bad = ChildSound(("sleep", "60")), ChildSound(("false",))
    slow.play(WAV)
    assert slow.ended() is None
    slow.stop()
    assert slow.ended() is True
    bad.play(WAV)
    until(lambda: bad.ended() is False)
    bad.stop()


def test_a_player_hears_the_whole_sound() -> None:
    reader = ChildSound((sys.executable, "-c", "import sys; sys.exit(len(sys.stdin.buffer.read()) != 104)"))
    reader.play(WAV)
    until(lambda: reader.ended() is not None)
    assert reader.ended() is True
    reader.stop()
