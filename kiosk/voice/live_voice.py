"""The live engine behind the clips, in a process of its own; one that fails is begun anew."""

from __future__ import annotations

import time
from collections.abc import Sequence
from queue import Empty, SimpleQueue

from kiosk.text import Language
from kiosk.voice.serving import NoVoice
from kiosk.voice.worker_process import PYTTSX3, Answer, WorkerProcess

ANSWER = 4.0
"""Seconds to wait for one sentence, less than the speaker in front has patience for."""


class LiveVoice:
    """An engine's process, which is ended together with this one; not to be shared between threads."""

    def __init__(self, command: Sequence[str] = PYTTSX3, patience: float = ANSWER) -> None:
        self._command, self._patience = command, patience
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._worker: WorkerProcess | None = None
        self._ready = False
        self._asked = 0
        self._begin()

    def wav(self, text: str, language: Language, rate: float, volume: float) -> bytes:
        """Return the sound of a sentence; raises NoVoice, and then the next sentence meets a new process."""
        if self._worker is None and not self._begin():
            raise NoVoice
        try:
            return self._told(text, language, rate, volume)
        except (NoVoice, OSError, Empty) as error:
            self.close()
            raise NoVoice from error

    def close(self) -> None:
        """End the process."""
        worker, self._worker = self._worker, None
        if worker:
            worker.end()

    def _begin(self) -> bool:
        self._answers, self._ready = answers, _ = SimpleQueue[Answer | None](), False
        try:
            self._worker = WorkerProcess(self._command, lambda _, told: answers.put(told), own_group=False)
        except OSError:
            return False
        return True

    def _told(self, text: str, language: Language, rate: float, volume: float) -> bytes:
        assert self._worker is not None
        until = time.monotonic() + self._patience
        if not self._ready:
            self._ready = self._next(until).id == 0
        self._asked += 1
        request = {"id": self._asked, "text": text, "language": language, "rate": rate, "volume": volume}
        self._worker.ask(request)
        told = self._next(until)
        if told.id != self._asked or not told.wav:
            raise NoVoice
        return told.wav

    def _next(self, until: float) -> Answer:
        told = self._answers.get(timeout=max(0.0, until - time.monotonic()))
        if told is None:
            raise NoVoice
        return told
