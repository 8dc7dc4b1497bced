"""One process per visit: what a visitor has told the kiosk ends with the process that heard it.

A warm spare waits behind the window in use. When a visit is over the spare comes to the front, the old
process ends, and a new spare is started. They talk in single words, one a line: the supervisor says `show`,
a window says `ready`, `shown` and `over`. A window ends when its input ends.
"""

from __future__ import annotations

import queue
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.children import ask_to_end, end

ENDS_WITHIN = 12.0  # seconds for giving the access back and finishing what is on its way
RESTARTS_TAKE = 1.0  # seconds between two starts, at least, when windows fail

Told = queue.SimpleQueue["tuple[WindowProcess, str] | None"]
"""What windows have said; None asks the supervisor to stop, also from a signal handler."""


@dataclass
class WindowProcess:
    """A window in a process of its own."""

    process: subprocess.Popen[str]
    told: Told
    begun: float = field(default_factory=time.monotonic)

    def listen(self) -> None:
        """Pass on every word it says; `gone` when it has ended."""
        assert self.process.stdout is not None
        with self.process.stdout as said:
            for line in said:
                self.told.put((self, line.strip()))
        self.process.wait()
        ask_to_end(self.process)
        self.told.put((self, "gone"))

    def show(self) -> None:
        """Bring it to the front."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError, ValueError):  # it has ended; `gone` is on its way
            self.process.stdin.write("show\n")
            self.process.stdin.flush()

    def let_go(self) -> None:
        """Let it finish and end, in its own time."""
        threading.Thread(target=self.end, name="window-end", daemon=True).start()

    def end(self) -> None:
        """Let it finish, end it where it does not, and wait until it has ended."""
        end(self.process, ENDS_WITHIN)


class Supervisor:
    """Keeps one window in front and one warm behind it, until told to stop."""

    def __init__(self, command: Sequence[str], sleep: Callable[[float], None] = time.sleep) -> None:
        self._command = tuple(command)
        self._sleep = sleep
        self._told: Told = queue.SimpleQueue()
        self._front: WindowProcess | None = None
        self._spare: WindowProcess | None = None
        self._leaving: WindowProcess | None = None

    def run(self) -> None:
        """Serve visitors, one process after the other, until `stop` is called."""
        self._front = self._start()
        self._front.show()
        while (word := self._told.get()) is not None:
            self._hear(*word)
        windows = [window for window in (self._leaving, self._front, self._spare) if window is not None]
        for window in windows:
            ask_to_end(window.process)
        for window in windows:
            window.end()

    def stop(self) -> None:
        """End all windows; callable from any thread and from a signal handler."""
        self._told.put(None)

    def _hear(self, window: WindowProcess, word: str) -> None:
        if word == "shown" and window is self._front and self._spare is None:
            self._let_the_old_one_go()
            self._spare = self._start()
        elif word == "over" and window is self._front and self._spare is not None:
            self._leaving = window  # it rests on the screen until the spare is shown
            self._bring_forward(self._spare)
        elif word == "gone" and window is self._front:
            self._replace(window)
        elif word == "gone" and window is self._spare:
            self._wait_a_little(window)
            self._spare = self._start()

    def _let_the_old_one_go(self) -> None:
        if self._leaving is not None:
            self._leaving.let_go()
            self._leaving = None

    def _replace(self, window: WindowProcess) -> None:
        """The window in front has failed: the spare takes over, or a new one where there is none yet."""
        if self._spare is None:
            self._wait_a_little(window)
        self._bring_forward(self._spare or self._start())

    def _bring_forward(self, spare: WindowProcess) -> None:
        self._front, self._spare = spare, None
        spare.show()

    def _wait_a_little(self, window: WindowProcess) -> None:
        """Do not start failing windows faster than they fail."""
        self._sleep(max(0.0, RESTARTS_TAKE - (time.monotonic() - window.begun)))

    def _start(self) -> WindowProcess:
        process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        window = WindowProcess(process, self._told)
        threading.Thread(target=window.listen, name="window-ear", daemon=True).start()
        return window
