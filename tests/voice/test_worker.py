"""The worker and the player, step by step and without an engine."""

from __future__ import annotations

import io
import sys
import wave
from pathlib import Path

import pytest

from kiosk.voice import pyttsx3_worker as worker
from kiosk.voice.child_sound import ChildSound
from kiosk.voice.worker_process import understood
from tests.voice.fakes import OneVoice, until

WAV = b"RIFF" + bytes(100)


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
