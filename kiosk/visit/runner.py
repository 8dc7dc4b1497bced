"""Where work is done that may take a while, and how its result comes back to the desk's own thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol


class Runner(Protocol):
    """Worker threads, and the way back from them."""

    def submit(self, job: Callable[[], None]) -> None:
        """Run a job on a worker thread, soon. Jobs catch their own exceptions."""

    def post(self, call: Callable[[], None]) -> None:
        """Run a call on the desk's own thread; callable from any thread."""


class DirectRunner:
    """Runs everything in the caller's thread: a job when it is submitted, the calls in their turn."""

    def __init__(self) -> None:
        self._calls: deque[Callable[[], None]] = deque()
        self._posting = False

    def submit(self, job: Callable[[], None]) -> None:
        """Run the job now."""
        job()

    def post(self, call: Callable[[], None]) -> None:
        """Run the call now, or after the one that is running."""
        self._calls.append(call)
        if self._posting:
            return
        self._posting = True
        try:
            while self._calls:
                self._calls.popleft()()
        finally:
            self._posting = False
