"""Where work is done that may take a while, and how its result comes back to the desk's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Runner(Protocol):
    """Worker threads, and the way back from them."""

    def submit(self, job: Callable[[], None]) -> None:
        """Run a job on a worker thread, soon. Jobs catch their own exceptions."""

    def post(self, call: Callable[[], None]) -> None:
        """Run a call on the desk's own thread; callable from any thread."""
