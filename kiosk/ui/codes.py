"""How long a code on the screen still works."""

from __future__ import annotations

from collections.abc import Callable


class Lifetimes:
    """Remembers when the code that is shown now was first shown; older ones are forgotten."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._shown: tuple[str, float] | None = None

    def left(self, code: str, lasts: int) -> float:
        """Return for how many seconds a code still works that lasts so many from when it is first shown."""
        if self._shown is None or self._shown[0] != code:
            self._shown = (code, self._clock())
        return self._shown[1] + lasts - self._clock()
