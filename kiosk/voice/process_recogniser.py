"""A recogniser whose engine and microphone live in another process: nothing that was said leaves it.

What comes out of it is one line of words. Where nobody waits for it any more, the process is ended at once,
and all that was said is gone with it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock

from kiosk.devices.ports import DeviceError
from kiosk.screens import Stop
from kiosk.text import Language
from kiosk.voice.worker_process import Answer, WorkerProcess

WHISPER = (sys.executable, "-m", "kiosk.voice.whisper_ear")
TYPED = (sys.executable, "-m", "kiosk.voice.typed_ear")


@dataclass(frozen=True)
class Hours:
    """How long to listen, and how long to wait for an answer after that, in seconds."""

    listen: float = 8.0
    answer: float = 20.0
    """The first answer waits until the engine has read its model."""
    look: float = 0.05
    """Between two looks whether anybody still waits."""


class ProcessRecogniser:
    """Listens through a worker process, which starts when it is first needed (see `Recogniser`)."""

    def __init__(
        self, command: Sequence[str], languages: Collection[Language], hours: Hours | None = None
    ) -> None:
        self._command, self._languages = command, frozenset(languages)
        self._hours = hours or Hours()
        self._lock = Lock()
        self._worker: WorkerProcess | None = None
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._asked = 0

    def hears(self, language: Language) -> bool:
        """Whether the hall has a model for this language."""
        return language in self._languages

    def listen(
        self, phrases: Sequence[str], language: Language, *, stop: Stop, over: Callable[[], None]
    ) -> str | None:
        """Listen once (see `Recogniser`); a call waits until an earlier one has been stopped."""
        with self._lock:
            self._asked += 1
            request = {"id": self._asked, "phrases": list(phrases), "language": language}
            try:
                self._working().ask(request | {"seconds": self._hours.listen})
            except OSError as error:
                self.close()
                raise DeviceError("the recogniser cannot be started") from error
            return self._answer(stop, over)

    def close(self) -> None:
        """End the process with everything in it."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _working(self) -> WorkerProcess:
        if self._worker is None:
            answers = self._answers = SimpleQueue()
            self._worker = WorkerProcess(self._command, lambda _, answer: answers.put(answer))
        return self._worker

    def _answer(self, stop: Stop, over: Callable[[], None]) -> str | None:
        until = time.monotonic() + self._hours.listen + self._hours.answer
        while time.monotonic() < until and not stop.is_set():
            try:
                answer = self._answers.get(timeout=self._hours.look)
            except Empty:
                continue
            if answer is None:
                break
            if answer.over:
                over()
                continue
            if answer.id == self._asked and not answer.failed:
                return answer.heard
            if answer.id:
                break
        self.close()
        if stop.is_set():
            return None
        raise DeviceError("the recogniser does not answer")
