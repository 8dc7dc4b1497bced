"""The process in which pyttsx3 lives: JSON lines with sentences in, sound out.

Alone, it speaks what it is given, or writes it to a file:

    echo '{"text": "你好", "language": "zh_CN"}' | python -m kiosk.voice.pyttsx3_worker --wav hello.wav

The kiosk runs it with --serve: each line of the answer holds the sound of one sentence in base64, so that
the kiosk itself plays it and stops it.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import time
import wave
from pathlib import Path

from kiosk.voice.child_sound import ChildSound, player_command
from kiosk.voice.pronunciation import pronounce
from kiosk.voice.pyttsx3_voice import Pyttsx3Voice
from kiosk.voice.serving import answers_alone, serve, sound_of


def main(arguments: list[str] | None = None) -> int:
    """Read sentences from standard input until it ends; returns the exit code."""
    parser = argparse.ArgumentParser(description="Speak the sentences given as JSON lines.")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--wav", type=Path, help="write the sound to this file instead of playing it")
    where.add_argument("--serve", action="store_true", help="answer each line with its sound")
    chosen = parser.parse_args(arguments)
    answers = answers_alone()
    voice = Pyttsx3Voice()
    if chosen.serve:
        return serve(voice, sys.stdin.buffer, answers)
    sounds = [sound_of(voice, json.loads(line), pronounce) for line in sys.stdin.buffer if line.strip()]
    if chosen.wav:
        chosen.wav.write_bytes(joined(sounds))
        return 0
    return 0 if all(played(sound) for sound in sounds) else 1


def joined(sounds: list[bytes]) -> bytes:
    """Join the sounds of several sentences into one file."""
    memory = io.BytesIO()
    with wave.open(memory, "wb") as whole:
        for index, sound in enumerate(sounds):
            with wave.open(io.BytesIO(sound)) as part:
                if index == 0:
                    whole.setparams(part.getparams())
                whole.writeframes(part.readframes(part.getnframes()))
    return memory.getvalue()


def played(sound: bytes) -> bool:
    """Play a sound to its end; tells whether that went well."""
    command = player_command()
    if command is None:
        return False
    player = ChildSound(command)
    player.play(sound)
    while (ended := player.ended()) is None:
        time.sleep(0.01)
    return ended


if __name__ == "__main__":  # pragma: no cover
    sys.exit(main())
