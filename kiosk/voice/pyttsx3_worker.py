"""The process in which pyttsx3 lives: JSON lines with sentences in, sound out.

Alone, it speaks what it is given, or writes it to a file:

    echo '{"text": "你好", "language": "zh_CN"}' | python -m kiosk.voice.pyttsx3_worker --wav hello.wav

The kiosk runs it with --serve: each line of the answer holds the sound of one sentence in base64, so that
the kiosk itself plays it and stops it.
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import os
import sys
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any

from kiosk.text import Language
from kiosk.voice.child_sound import ChildSound, player_command
from kiosk.voice.pronunciation import pronounce
from kiosk.voice.pyttsx3_voice import NoVoice, Pyttsx3Voice

Line = dict[str, Any]


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


def answers_alone() -> IO[bytes]:
    """Keep standard output for the answers; whatever an engine prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def serve(voice: Pyttsx3Voice, questions: IO[bytes], answers: IO[bytes]) -> int:
    """Answer line by line; leave at once when nobody asks any more, even in the middle of a sentence."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=listen, args=(questions, lines), daemon=True).start()
    answer(answers, {"ready": True})
    while True:
        asked = json.loads(lines.get())
        try:
            sound = base64.b64encode(sound_of(voice, asked)).decode()
        except NoVoice:
            answer(answers, {"id": asked["id"], "failed": True})
        else:
            answer(answers, {"id": asked["id"], "wav": sound})


def listen(questions: IO[bytes], lines: SimpleQueue[bytes]) -> None:
    """Hand on what is asked; the end of the questions ends the process, even one that hangs."""
    for line in questions:
        lines.put(line)
    os._exit(0)


def answer(answers: IO[bytes], line: Line) -> None:
    """Send one line."""
    answers.write(json.dumps(line).encode() + b"\n")
    answers.flush()


def sound_of(
    voice: Pyttsx3Voice, asked: Line, respell: Callable[[str, Language], str] = lambda text, _: text
) -> bytes:
    """Return the sound of one request: text, and as one likes language, rate and volume."""
    language = Language(asked.get("language", Language.ZH_CN))
    text = respell(asked["text"], language)
    return voice.wav(text, language, float(asked.get("rate", 1.0)), float(asked.get("volume", 1.0)))


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
