"""A window's side of the talk with its supervisor: single words, one a line (see `kiosk.supervisor`)."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

from kiosk.screens import Welcome
from kiosk.visit.stage import Stage


def say(word: str) -> None:
    """Say a word to the supervisor; where it is gone, nobody listens."""
    with suppress(BrokenPipeError):
        sys.stdout.write(f"{word}\n")
        sys.stdout.flush()


def listen(show: Callable[[], None], end: Callable[[], None], lines: Iterable[str]) -> None:
    """Call `show` when told to, and `end` when the input ends; both on a thread of its own."""

    def hear() -> None:
        for line in lines:
            if line.strip() == "show":
                show()
        end()

    threading.Thread(target=hear, name="supervisor-ear", daemon=True).start()


class VisitOver:
    """Follows the stages of one visit, and tells when somebody has been here and has gone."""

    def __init__(self, over: Callable[[], None]) -> None:
        self._over = over
        self._received = False

    def follow(self, stage: Stage) -> None:
        """Notice that a visit has begun, or that the kiosk rests again after one."""
        if stage.visit:
            self._received = True
        elif self._received and isinstance(stage.screen, Welcome):
            self._received = False
            self._over()
