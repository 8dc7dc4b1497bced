"""The simulated recogniser: the process in which typed words are heard (see `SimulatedSpeech`)."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Sequence

from kiosk.text import Language
from kiosk.voice.ear import serve_ear
from kiosk.voice.serving import answers_alone

FRESH = 3.0
"""Seconds for which words hang in the air: they may be typed just before anybody listens."""


class TypedEar:
    """Hears the lines at a path."""

    def __init__(self, path: str) -> None:
        self._pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._rest = b""

    def hear(
        self, phrases: Sequence[str], language: Language, seconds: float, over: Callable[[], None]
    ) -> str | None:
        """Return the next words that are fresh."""
        now = time.monotonic()
        until, oldest = now + seconds, now - FRESH
        while (left := until - time.monotonic()) > 0:
            for line in self._lines(left):
                said_at, _, words = line.partition(" ")
                if float(said_at) >= oldest:
                    over()
                    return words
        return None

    def _lines(self, seconds: float) -> list[str]:
        """Return the next whole line, as a list of one; an empty one where none came."""
        if b"\n" not in self._rest and select.select([self._pipe], [], [], seconds)[0]:
            self._rest += os.read(self._pipe, 4096)
        line, end, rest = self._rest.partition(b"\n")
        if not end:
            return []
        self._rest = rest
        return [line.decode()]


def main() -> int:
    """Serve until nobody asks any more."""
    answers = answers_alone()
    return serve_ear(TypedEar(sys.argv[1]), sys.stdin.buffer, answers)


if __name__ == "__main__":  # pragma: no cover
    sys.exit(main())
