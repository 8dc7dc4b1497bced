"""A socket for headphones of no hardware: the driver opens it like a real one, from any process."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from kiosk.devices.jack_switch import event_for


class SimulatedJack:
    """`with SimulatedJack(path) as jack:` there is a jack at `path`, until the end of the block."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._plugged = False
        self._lines: list[socket.socket] = []
        self._lock = threading.Lock()
        self._door = socket.socket(socket.AF_UNIX)
        self._thread = threading.Thread(target=self._serve, name="headphone-jack", daemon=True)

    @property
    def path(self) -> str:
        """What a driver opens."""
        return str(self._path)

    def plug(self, plugged: bool) -> None:
        """Put headphones in, or pull them out; everybody who listens is told at once."""
        with self._lock:
            self._plugged = plugged
            self._lines = [line for line in self._lines if self._reaches(line)]

    def _serve(self) -> None:
        with suppress(OSError):  # the door is shut
            while True:
                line, _ = self._door.accept()
                with self._lock:
                    self._lines.append(line)
                    self._reaches(line)

    def _reaches(self, line: socket.socket) -> bool:
        """Tell somebody how it stands; False where nobody listens there any more."""
        try:
            line.sendall(event_for(self._plugged))
        except OSError:
            line.close()
            return False
        return True

    def __enter__(self) -> SimulatedJack:
        self._door.bind(str(self._path))
        self._door.listen()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        for line in (self._door, *self._lines):
            line.close()
        self._path.unlink(missing_ok=True)
