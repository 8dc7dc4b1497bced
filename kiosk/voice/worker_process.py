"""A process that turns sentences into sound; whatever it does, it can be ended at once and leaves nothing."""

from __future__ import annotations

import base64
import binascii
import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).parent.parent.parent
PYTTSX3 = (sys.executable, "-m", "kiosk.voice.pyttsx3_worker", "--serve")
CLIPS = (sys.executable, "-m", "kiosk.voice.clips_worker")
LONGEST_LINE = 32 * 1024 * 1024
"""Bytes of one answer: more than ten minutes of speech. A longer line is broken output."""


@dataclass(frozen=True)
class Answer:
    """What a worker tells: that it is ready (`id` 0), or the sound of a request; b"" where it has none.

    One that listens tells what it has `heard`, where it was asked to, and first that listening is `over`.
    """

    id: int
    wav: bytes = field(default=b"", repr=False)
    seconds: float = 0.0
    heard: str | None = field(default=None, repr=False)
    failed: bool = False
    over: bool = False


class WorkerProcess:
    """One worker; `tell` is called on a thread of its own, with each answer, and with None at the end.

    A worker with a group of its own is ended with all that it has started; one without, with its parent.
    """

    def __init__(
        self,
        command: Sequence[str],
        tell: Callable[[WorkerProcess, Answer | None], None],
        *,
        own_group: bool = True,
    ) -> None:
        """Start the worker; raises OSError where the command cannot run."""
        self._tell = tell
        self._own_group = own_group and sys.platform != "win32"
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))},
            start_new_session=self._own_group,
        )
        self._reader = Thread(target=self._read, name="voice answers", daemon=True)
        self._reader.start()

    def ask(self, request: dict[str, Any]) -> None:
        """Send one request; raises OSError where the worker is gone.

        Never more than one is sent before its answer, so that the pipe cannot fill and block.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """End the worker and everything it has started, and take back its process and its thread."""
        if not self._own_group:
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()
        self._reader.join(1)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as answers:
            while line := answers.readline(LONGEST_LINE):
                answer = understood(line)
                if answer is None:
                    break
                self._tell(self, answer)
        self._tell(self, None)


def understood(line: bytes) -> Answer | None:
    """Read one line of a worker; None where it is not an answer."""
    try:
        told = json.loads(line)
        if told.get("ready") is True:
            return Answer(0)
        if told.get("failed") is True:
            return Answer(int(told["id"]), failed=True)
        if told.get("over") is True:
            return Answer(int(told["id"]), over=True)
        if "heard" in told:
            heard = told["heard"]
            return Answer(int(told["id"]), heard=None if heard is None else str(heard))
        wav = base64.b64decode(told["wav"], validate=True)
        with wave.open(io.BytesIO(wav)) as sound:
            return Answer(int(told["id"]), wav, sound.getnframes() / sound.getframerate())
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error, wave.Error, EOFError):
        return None
