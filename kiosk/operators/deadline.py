"""A moment by which everything must be over, however slowly the other side drips."""

from __future__ import annotations

import time


class Deadline:
    """A moment, told in seconds from now; it does not follow changes of the wall clock."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left; zero or less when it is over."""
        return self._at - time.monotonic()

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return self.left <= 0

    def remaining(self) -> float:
        """Return the seconds left; raises TimeoutError when there are none."""
        if (left := self.left) <= 0:
            raise TimeoutError("the deadline has passed")
        return left

    def within(self, seconds: float) -> Deadline:
        """Return the earlier of this moment and one in `seconds`."""
        return Deadline(min(seconds, self.left))
