"""Looking again and again until something has ended, whatever is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.failures import Reason, Unavailable
from kiosk.operators.deadline import Deadline
from kiosk.screens import Stop

FIRST_PAUSE, LONGEST_PAUSE, GROWTH = 0.3, 2.0, 1.5
"""Seconds, seconds, and how a pause grows to the next."""
MOST_LOST = 2
T = TypeVar("T")


def looked_until(look: Callable[[], T], ended: Callable[[T], bool], by: Deadline, stop: Stop) -> T | None:
    """Look with growing pauses until it has ended; None where the time is over first.

    A look or two may be lost. Raises Unavailable: STOPPED when nobody waits any more, else as `look` does.
    """
    pause, lost = FIRST_PAUSE, 0
    while not stop.wait(max(0.0, min(pause, by.left))):
        if by.passed:
            return None
        try:
            seen = look()
        except Unavailable as error:
            lost += 1
            if lost > MOST_LOST or error.reason is Reason.BROKEN_ANSWER:
                raise
        else:
            if ended(seen):
                return seen
        pause = min(pause * GROWTH, LONGEST_PAUSE)
    raise Unavailable(Reason.STOPPED)
