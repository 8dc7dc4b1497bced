"""How a process that listens serves: JSON lines with what may be said in, lines with what was heard out."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import IO, Protocol

from kiosk.text import Language
from kiosk.voice.serving import answer, listen


class Ear(Protocol):
    """An engine with its microphone."""

    def hear(self, phrases: Sequence[str], language: Language, seconds: float) -> str | None:
        """Listen for so many seconds at most; "" where it is not sure, None where nobody spoke.

        Raises OSError where there is no microphone.
        """


def serve_ear(ear: Ear, questions: IO[bytes], answers: IO[bytes]) -> int:
    """Listen once for each line; leave at once when nobody asks any more, even while listening."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=listen, args=(questions, lines), daemon=True).start()
    answer(answers, {"ready": True})
    while True:
        asked = json.loads(lines.get())
        try:
            heard = ear.hear(asked["phrases"], Language(asked["language"]), float(asked["seconds"]))
        except OSError:
            answer(answers, {"id": asked["id"], "failed": True})
        else:
            answer(answers, {"id": asked["id"], "heard": heard})
