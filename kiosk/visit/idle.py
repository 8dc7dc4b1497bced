"""Nobody there? Ask first, wait, ask again, and only then forget everything (requirement 20)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.text import Count, Text, t

ASK_AGAIN_EVERY = 10.0  # seconds


class Presence(Enum):
    """Whether somebody seems to be there."""

    HERE = "here"
    ASKED = "asked"
    GONE = "gone"


@dataclass(frozen=True)
class Patience:
    """Seconds without a sign of life before the kiosk asks, and seconds it then waits for an answer."""

    ask_after: float = 180.0
    leave_after: float = 45.0

    def presence(self, quiet: float) -> Presence:
        """Judge by the seconds since the last sign of life."""
        if quiet < self.ask_after:
            return Presence.HERE
        return Presence.ASKED if quiet < self.ask_after + self.leave_after else Presence.GONE

    def question(self, quiet: float) -> Text:
        """Ask whether anybody is still there, with the seconds left; it changes every ten seconds."""
        waited = (quiet - self.ask_after) // ASK_AGAIN_EVERY * ASK_AGAIN_EVERY
        left = Count(round(self.leave_after - waited))
        return t(
            "Are you still there? Touch the screen to stay. It closes in {seconds} seconds.", seconds=left
        )
