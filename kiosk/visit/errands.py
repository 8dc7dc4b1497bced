"""Errands: work on other threads whose late results find nobody once the step that sent them is over."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.screens import Failed, Stop
from kiosk.visit.runner import Runner


class Errands:
    """The work under way for the present step of a session."""

    def __init__(self, runner: Runner, unwanted: Callable[[object], None]) -> None:
        self._runner = runner
        self._unwanted = unwanted
        self._stop = threading.Event()

    def send(self, work: Callable[[Stop], object], deliver: Callable[[object], None]) -> None:
        """Do the work elsewhere; its value, or Failed, is delivered, or is unwanted once all was dropped."""
        stop = self._stop

        def job() -> None:
            came = _outcome(work, stop)
            self._runner.post(lambda: self._unwanted(came) if stop.is_set() else deliver(came))

        self._runner.submit(job)

    def tell(self, stop: Stop, call: Callable[[], None]) -> None:
        """From the work under way: have something done on the desk's thread, unless all was dropped."""
        self._runner.post(lambda: None if stop.is_set() else call())

    def drop(self) -> None:
        """Tell all work under way that nobody waits for it any more."""
        self._stop.set()
        self._stop = threading.Event()


def _outcome(work: Callable[[Stop], object], stop: Stop) -> object:
    """Do the work; whatever it raises comes back as a value, for the desk's thread to judge."""
    try:
        return work(stop)
    except Exception as error:
        return Failed(error)
