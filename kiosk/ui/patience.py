"""When to say that something takes a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

BUSY_AFTER_MS = 1000
"""A sign of work appears after this long (accessibility requirement 30)."""


class Patience:
    """Waits a second with the visitor, then says so."""

    def __init__(self, parent: QObject, grown_busy: Callable[[], None]) -> None:
        self.busy = False
        self._grown_busy = grown_busy
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BUSY_AFTER_MS)
        self._timer.timeout.connect(self._lost)

    def wait(self, waiting: bool) -> None:
        """Begin to wait, go on waiting, or stop."""
        if not waiting:
            self._timer.stop()
            self.busy = False
        elif not self.busy and not self._timer.isActive():
            self._timer.start()

    def _lost(self) -> None:
        self.busy = True
        self._grown_busy()
