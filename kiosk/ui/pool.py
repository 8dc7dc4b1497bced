"""Work off the window's thread: a pool for what takes time, and one way back to the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal


class _Mailbox(QObject):
    """Takes calls from any thread and makes them on the window's."""

    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.posted.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def _make(self, call: Callable[[], None]) -> None:
        call()


class QtRunner:
    """Runs jobs on worker threads; make it on the window's thread, and close it before the window goes."""

    def __init__(self, threads: int = 8) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="kiosk-work")
        self._mailbox = _Mailbox()
        self._closed = False

    def submit(self, job: Callable[[], None]) -> None:
        """Run a job on a worker thread; after closing, do nothing."""
        if not self._closed:
            self._pool.submit(job).add_done_callback(self._report)

    def post(self, call: Callable[[], None]) -> None:
        """Make a call on the window's thread, from any thread; after closing, do nothing."""
        if not self._closed:
            self._mailbox.posted.emit(call)

    def _report(self, done: Future[None]) -> None:
        """Raise on the window's thread what a job let escape, so that no fault passes in silence."""
        if done.cancelled():
            return
        error = done.exception()
        if error is not None:
            self.post(lambda: _raise(error))

    def close(self) -> None:
        """Take no more work, drop what has not begun, and wait for what has."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)


def _raise(error: BaseException) -> None:
    raise error
