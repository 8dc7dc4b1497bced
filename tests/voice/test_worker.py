"""The worker and the player, step by step and without an engine."""

from __future__ import annotations

import io
import sys
import wave
from functools import partial
from pathlib import Path

import pytest

from kiosk.text import Hearing
from kiosk.voice import pyttsx3_worker as worker
from kiosk.voice.child_sound import CARD_OPTIONS, PLAYERS, WINDOWS_PLAYER, Cards, ChildSound, on_card
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


def all_told(sound: ChildSound) -> bool:
    return sound.ended() is not None


def test_headphones_with_a_card_of_their_own_sound_there_alone(tmp_path: Path) -> None:
    player, told = tmp_path / "aplay", tmp_path / "told"
    player.write_text(f'#!/bin/sh\necho "$@" >>{told}\n')
    player.chmod(0o700)
    cards = Cards("plughw:CARD=PCH", "plughw:CARD=Headset")
    for hearing in Hearing:
        sound = ChildSound((str(player), "-q", "-"), cards)
        sound.play(WAV, hearing)
        until(partial(all_told, sound))
    assert told.read_text() == "--device=plughw:CARD=PCH -q -\n--device=plughw:CARD=Headset -q -\n"


@pytest.mark.parametrize("player", PLAYERS)
def test_each_player_takes_a_card_in_its_own_way(player: tuple[str, ...]) -> None:
    assert on_card(player, "") == player
    assert on_card(player, "usb") == (player[0], f"{CARD_OPTIONS[player[0]]}usb", *player[1:])
    assert on_card(WINDOWS_PLAYER, "usb") == WINDOWS_PLAYER
