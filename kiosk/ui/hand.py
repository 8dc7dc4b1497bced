"""The visitor's hand on the screen: one finger counts, and a tremor is not two presses."""

from __future__ import annotations

from collections.abc import Callable, Hashable

STEADY_S = 0.5
"""An identical press within this many seconds is a tremor (accessibility requirement 8)."""


class Hand:
    """Decides which presses count; `noticed` is told of every touch and key, counted or not."""

    def __init__(self, clock: Callable[[], float], noticed: Callable[[], None]) -> None:
        self._clock = clock
        self._noticed = noticed
        self._last: tuple[Hashable, float] | None = None
        self._page_changed_since = False
        self._answered = False
        self._finger_on: object | None = None

    def lands(self, on: object) -> bool:
        """Notice a finger; tell whether it is the only one on the screen."""
        self._noticed()
        if self._finger_on is not None and self._finger_on is not on:
            return False
        self._finger_on = on
        return True

    def lifts(self, off: object) -> None:
        """Notice that a finger has gone, or that what it lay on has."""
        if self._finger_on is off:
            self._finger_on = None

    def counts(self, what: Hashable) -> bool:
        """Tell whether to act: not within 0.5 s on the same thing, nor on a page that has just come."""
        now = self._clock()
        soon = self._last is not None and now - self._last[1] < STEADY_S
        if soon and self._last is not None and (self._page_changed_since or self._last[0] == what):
            return False
        self._last = (what, now)
        self._page_changed_since = False
        return True

    def key_counts(self, what: Hashable, *, looking: bool) -> bool:
        """Notice a key, and tell whether to act on it; one that only looks around always counts.

        A key that has answered whether anybody is there does nothing else: nobody saw what it would do.
        """
        self._answered = False
        self._noticed()
        return not self._answered and (looking or self.counts(what))

    def answered(self) -> None:
        """What is being noticed has answered whether anybody is there."""
        self._answered = True

    def new_page(self) -> None:
        """Another page has come: what was pressed for the last one must not act on this one."""
        self._page_changed_since = True
