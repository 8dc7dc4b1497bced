"""What Orca says, read from its own log: every line it hands on to a speech synthesizer."""

from __future__ import annotations

import os
import re
import threading
import time
import tty
from collections.abc import Callable

SAID = re.compile(rb"SPEECH OUTPUT: '(.*?)' ?(?: voice=\S+)?(?:\{.*)?$")
QUIET_FOR = 0.35  # seconds without a line in the log, after which Orca has finished
LONGEST_WAIT = 20.0


class Listening:
    """Follows Orca's log while it is written; a terminal, since Orca keeps back what it writes to a file."""

    def __init__(self) -> None:
        self._reader, self._writer = os.openpty()
        tty.setraw(self._writer)
        self.log = os.ttyname(self._writer)
        self._last = time.monotonic()
        self._said: list[str] = []
        threading.Thread(target=self._follow, name="orca-log", daemon=True).start()

    def said(self) -> list[str]:
        """Return what was said since it was asked last, once Orca has finished."""
        asked, until = time.monotonic(), time.monotonic() + LONGEST_WAIT
        while time.monotonic() < until and time.monotonic() - max(asked, self._last) < QUIET_FOR:
            time.sleep(0.02)
        return self._news()

    def until(self, enough: Callable[[list[str]], bool], wait: float = LONGEST_WAIT) -> list[str]:
        """Return what was said since it was asked last, once it is enough, or it took too long."""
        until, said = time.monotonic() + wait, list[str]()
        while time.monotonic() < until and not enough(said):
            time.sleep(0.05)
            said += self._news()
        return [*said, *self.said()]

    def _news(self) -> list[str]:
        """Take what has come; the follower only ever appends."""
        count = len(self._said)
        news, self._said[:count] = self._said[:count], []
        return news

    def _follow(self) -> None:
        rest = b""
        while new := os.read(self._reader, 65536):
            self._last = time.monotonic()
            *lines, rest = (rest + new).split(b"\n")
            found = (SAID.search(line) for line in lines)
            self._said += [line[1].decode(errors="replace").strip() for line in found if line is not None]
