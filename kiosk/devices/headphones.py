"""The visitor's own headphones: whether they are in, told as soon as it changes."""

from __future__ import annotations

import os
import select
import socket
import stat
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.devices.jack_switch import EVENT, is_plugged, plugged_after

FIRST_WORD = 0.2  # seconds until a simulator has told how it stands


@dataclass
class OpenJack:
    """A jack that is listened to, and what it told last."""

    descriptor: int
    plugged: bool


def opened(path: Path) -> OpenJack:
    """Open an input device, or the socket of a simulator; raises OSError where it cannot be opened."""
    if not stat.S_ISSOCK(path.stat().st_mode):
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        return OpenJack(descriptor, is_plugged(descriptor))
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(FIRST_WORD)
        line.connect(str(path))
        plugged = plugged_after(line.recv(EVENT.size), before=False)
        return OpenJack(line.detach(), plugged)


class HeadphoneJack:
    """Listens to every jack that `find` names; headphones are in while any of them says so.

    A jack that is gone counts as empty, and is looked for again every `pause` seconds: whoever cannot be
    sure that the visitor alone listens must not say anything personal. `refused` is called, once, where a
    jack may not be opened.
    """

    def __init__(
        self, find: Callable[[], Iterable[Path]], refused: Callable[[], None], pause: float = 1.0
    ) -> None:
        self._find, self._refused, self._pause = find, refused, pause
        self._open: dict[Path, OpenJack] = {}
        self._plugged = self._was_refused = False
        self._changed: Callable[[bool], None] = lambda _: None
        self._woken = self._wake = -1
        self._thread: threading.Thread | None = None

    @property
    def plugged(self) -> bool:
        """Whether headphones are in; known from the first `watch` on."""
        return self._plugged

    def watch(self, changed: Callable[[bool], None]) -> None:
        """Be told of every change from now on; what is in already is no change. May be called once."""
        self._look_for_jacks()
        self._plugged = self._are_in()
        self._changed = changed
        self._woken, self._wake = os.pipe()
        self._thread = threading.Thread(target=self._listen, name="headphones", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more, where somebody listened."""
        if self._thread is None:
            return
        os.close(self._wake)
        self._thread.join()
        for descriptor in (self._woken, *(jack.descriptor for jack in self._open.values())):
            os.close(descriptor)

    def _listen(self) -> None:
        while True:
            descriptors = {jack.descriptor: path for path, jack in self._open.items()}
            ready, _, _ = select.select([self._woken, *descriptors], [], [], self._pause)
            if self._woken in ready:
                return
            for descriptor in ready:
                self._hear(descriptors[descriptor])
            if not ready:
                self._look_for_jacks()
            self._tell()

    def _hear(self, path: Path) -> None:
        """Take what a jack tells; one that has gone, a USB sound card pulled out, tells nothing."""
        jack = self._open[path]
        try:
            events = os.read(jack.descriptor, 64 * EVENT.size)
        except OSError:
            events = b""
        jack.plugged = plugged_after(events, jack.plugged)
        if not events:
            os.close(self._open.pop(path).descriptor)

    def _tell(self) -> None:
        plugged = self._are_in()
        if plugged != self._plugged:
            self._plugged = plugged
            self._changed(plugged)

    def _are_in(self) -> bool:
        return any(jack.plugged for jack in self._open.values())

    def _look_for_jacks(self) -> None:
        for path in self._find():
            if path not in self._open:
                self._try(path)

    def _try(self, path: Path) -> None:
        try:
            self._open[path] = opened(path)
        except PermissionError:
            if not self._was_refused:
                self._was_refused = True
                self._refused()
        except OSError:
            return  # it is not there yet, or no more
