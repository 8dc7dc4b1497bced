"""Speech of no microphone: what is typed is taken for what was said, from any process. Not for Windows."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType


class SimulatedSpeech:
    """`with SimulatedSpeech(path) as speech:` somebody may speak at `path`, until the end of the block."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pipe = -1

    @property
    def path(self) -> str:
        """Where the simulated recogniser listens."""
        return str(self._path)

    def say(self, words: str) -> None:
        """Say something; heard by whoever listens now or in the next few seconds."""
        with suppress(BlockingIOError):  # nobody has listened for a long time
            os.write(self._pipe, f"{time.monotonic():.3f} {' '.join(words.split())}\n".encode())

    def __enter__(self) -> SimulatedSpeech:
        os.mkfifo(self._path, 0o600)
        self._pipe = os.open(self._path, os.O_RDWR | os.O_NONBLOCK)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._pipe)
        self._path.unlink(missing_ok=True)
