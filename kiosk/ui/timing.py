"""Time on the window's thread: something now and then, or as soon as the window has been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

Timer = QTimer


def every(seconds: float, call: Callable[[], object]) -> QTimer:
    """Call something every so many seconds, until the timer is stopped."""
    timer = QTimer()
    timer.setInterval(round(seconds * 1000))
    timer.timeout.connect(call)
    timer.start()
    return timer


def soon(call: Callable[[], object]) -> None:
    """Call something once everything that waits now, painting included, has been done."""
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, call))
