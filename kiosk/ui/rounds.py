"""How a frame goes round a page for switches: what comes next, what opens, and when it rests."""

from __future__ import annotations

from dataclasses import dataclass, replace

BEFORE = -1
"""Where a round begins: at the heading, before the first group."""
IDLE_ROUNDS = 3
"""After so many rounds without a press the frame rests."""


@dataclass(frozen=True)
class Round:
    """Where the frame stands: before the first group, at a group, or `inside` it at one of its things.

    `sizes` tells how many things each group has; a group of one is that thing.
    """

    sizes: tuple[int, ...]
    group: int = BEFORE
    inside: int | None = None
    idle: int = 0

    @property
    def begun(self) -> bool:
        """Whether the frame stands at anything that can be taken."""
        return self.group != BEFORE

    @property
    def rests(self) -> bool:
        """Whether nobody has pressed for so long that the frame waits."""
        return self.idle >= IDLE_ROUNDS

    @property
    def opens(self) -> bool:
        """Whether taking leads into a group, rather than doing something."""
        return self.begun and self.inside is None and self.sizes[self.group] > 1

    def moved(self) -> Round:
        """Go on to the next thing; from the last one of a group, out to the whole group."""
        if self.inside is not None:
            following = self.inside + 1
            return replace(self, inside=following if following < self.sizes[self.group] else None)
        if self.group + 1 < len(self.sizes):
            return replace(self, group=self.group + 1)
        idle = self.idle + 1
        return replace(self, group=BEFORE if idle >= IDLE_ROUNDS else 0, idle=idle)

    def entered(self) -> Round:
        """Go into the group, to its first thing."""
        return replace(self, inside=0, idle=0)

    def woken(self) -> Round:
        """Count idle rounds anew: somebody has pressed."""
        return replace(self, idle=0)
