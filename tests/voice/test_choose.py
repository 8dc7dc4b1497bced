"""The machine's own sound decides which speaker it gets."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from kiosk.voice import choose
from kiosk.voice.child_sound import PLAYERS, WINDOWS_PLAYER, player_command
from kiosk.voice.choose import choose_speaker, has_card, has_server, sound_is_missing, there_is_sound
from kiosk.voice.ports import Speaker
from kiosk.voice.process_speaker import ProcessSpeaker
from kiosk.voice.speakers import SilentSpeaker
from kiosk.voice.worker_process import CLIPS, PYTTSX3
from tests.voice.fakes import Events, utterance


def cards(folder: Path, text: str) -> Path:
    path = folder / "cards"
    path.write_text(text)
    return path


def test_a_card_is_sound(tmp_path: Path) -> None:
    one = " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0xf7\n"
    assert there_is_sound(cards(tmp_path, one), {})


def test_no_card_and_no_server_is_no_sound(tmp_path: Path) -> None:
    assert not there_is_sound(cards(tmp_path, "--- no soundcards ---\n"), {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert not has_card(tmp_path / "nothing")


@pytest.mark.parametrize("name", ["pulse/native", "pipewire-0"])
def test_a_servers_socket_is_sound(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        assert has_server({"XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_server_elsewhere_is_sound() -> None:
    assert has_server({"PULSE_SERVER": "tcp:127.0.0.1"})


def test_other_systems_are_taken_at_their_word(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert there_is_sound(tmp_path / "nothing", {})
    assert player_command() == WINDOWS_PLAYER


def test_the_sound_servers_come_first_where_there_is_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert player_command(alsa=True) == PLAYERS[0]
    assert player_command(alsa=False) == PLAYERS[1]
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert player_command() is None


def test_silent_is_silent_and_nothing_is_missing() -> None:
    for unvoiced in ("silent", "screen-reader"):
        assert isinstance(choose_speaker(unvoiced, Events()), SilentSpeaker)
        assert not sound_is_missing(unvoiced)


def test_missing_sound_means_captions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "player_command", lambda alsa: ("true",))
    monkeypatch.setattr(choose, "there_is_sound", lambda: False)
    assert isinstance(choose_speaker("auto", Events()), SilentSpeaker)
    assert sound_is_missing("auto") and not sound_is_missing("pyttsx3")


def test_a_missing_player_means_captions_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "player_command", lambda alsa: None)
    assert isinstance(choose_speaker("pyttsx3", Events()), SilentSpeaker)
    assert sound_is_missing("pyttsx3")


@pytest.mark.parametrize("engine", ["auto", "pyttsx3"])
@pytest.mark.parametrize("clips", [True, False])
def test_a_voice_speaks_where_it_can_sound(monkeypatch: pytest.MonkeyPatch, engine: str, clips: bool) -> None:
    monkeypatch.setattr(choose, "there_is_sound", lambda: engine == "auto")
    monkeypatch.setattr(choose, "there_are_clips", lambda: clips)
    monkeypatch.setattr(choose, "player_command", lambda alsa: ("true",))
    monkeypatch.setattr(choose, "ProcessSpeaker", lambda command, *_: command)
    chosen: object = choose_speaker("auto" if engine == "auto" else "pyttsx3", Events())
    assert chosen == (CLIPS if clips and engine == "auto" else PYTTSX3)


def test_pyttsx3_stands_in_for_clips_that_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "there_is_sound", lambda: True)
    monkeypatch.setattr(choose, "there_are_clips", lambda: True)
    monkeypatch.setattr(choose, "player_command", lambda alsa: ("true",))
    commands: list[object] = []

    def process(command: object, sound: object, quiet: Speaker, log: object) -> Speaker:
        commands.append(command)
        return quiet

    monkeypatch.setattr(choose, "ProcessSpeaker", process)
    reserve = choose_speaker("auto", Events())
    assert commands == [CLIPS]
    reserve.speak(utterance(1, "one"), lambda _: None)
    assert commands == [CLIPS, PYTTSX3]
    reserve.close()


def test_what_is_chosen_is_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "there_is_sound", lambda: True)
    monkeypatch.setattr(choose, "player_command", lambda alsa: ("true",))
    speaker = choose_speaker("auto", Events())
    assert isinstance(speaker, ProcessSpeaker)
    speaker.close()
