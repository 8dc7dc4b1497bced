"""How a worker serves: JSON lines with sentences in, lines with their sound in base64 out."""

from __future__ import annotations

import base64
import json
import os
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import IO, Any, Protocol

from kiosk.text import Language

Line = dict[str, Any]


class NoVoice(Exception):  # noqa: N818 - it reads as what it says
    """The engine gave no sound for a sentence."""


class Voice(Protocol):
    """An engine that turns one sentence after another into the bytes of a WAV file."""

    def wav(self, text: str, language: Language, rate: float, volume: float) -> bytes:
        """Return the sound of a sentence; `rate` 1.0 is normal, `volume` goes from 0 to 1; raises NoVoice."""


def answers_alone() -> IO[bytes]:
    """Keep standard output for the answers; whatever an engine prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def serve(voice: Voice, questions: IO[bytes], answers: IO[bytes]) -> int:
    """Give the sound of one sentence after the other."""

    def spoken(asked: Line) -> Line:
        return {"wav": base64.b64encode(sound_of(voice, asked)).decode()}

    return answer_each(spoken, NoVoice, questions, answers)


def answer_each(
    reply: Callable[[Line], Line], failure: type[Exception], questions: IO[bytes], answers: IO[bytes]
) -> int:
    """Answer line by line, or that it failed; leave at once when nobody asks any more, whatever goes on."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=listen, args=(questions, lines), daemon=True).start()
    answer(answers, {"ready": True})
    while True:
        asked = json.loads(lines.get())
        try:
            told = reply(asked)
        except failure:
            told = {"failed": True}
        answer(answers, {"id": asked["id"], **told})


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
    voice: Voice, asked: Line, respell: Callable[[str, Language], str] = lambda text, _: text
) -> bytes:
    """Return the sound of one request: text, and as one likes language, rate and volume."""
    language = Language(asked.get("language", Language.ZH_CN))
    text = respell(asked["text"], language)
    return voice.wav(text, language, float(asked.get("rate", 1.0)), float(asked.get("volume", 1.0)))
