"""A scanner of no hardware: codes held before it come out of a pseudo-terminal. Not for Windows."""

from __future__ import annotations

import os
from contextlib import suppress
from types import TracebackType


class SimulatedScanner:
    """`with SimulatedScanner() as scanner:` there is a scanner at `scanner.path` until the block ends."""

    def __init__(self) -> None:
        self._ours, self._theirs = os.openpty()

    @property
    def path(self) -> str:
        """The serial port that a driver opens."""
        return os.ttyname(self._theirs)

    def show(self, code: str) -> None:
        """Hold a code before it; seen by whoever waits for one just then."""
        self.send(f"{code}\r\n".encode())

    def send(self, line: bytes) -> None:
        """Send bytes as they are; what finds no room on the line is lost, as it is on a real one."""
        with suppress(BlockingIOError):
            os.write(self._ours, line)

    def __enter__(self) -> SimulatedScanner:
        import tty  # noqa: PLC0415 - there is none on Windows

        tty.setraw(self._theirs)
        os.set_blocking(self._ours, False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for end in (self._ours, self._theirs):
            os.close(end)
