"""The moment after a visit: nothing is known of her any more, and the goodbye stands for a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.comfort import Comfort
from kiosk.journeys.leave import goodbye, goodbye_and_how_was_it
from kiosk.screens import Screen

GOODBYE_LASTS, ASKING_LASTS = 15.0, 30.0  # seconds


@dataclass(frozen=True)
class Leaving:
    """Since when somebody is leaving, in whose comfort, and whether the goodbye asks how it was."""

    since: float
    comfort: Comfort
    asks_how_it_was: bool

    @property
    def until(self) -> float:
        """When the kiosk rests again by itself."""
        return self.since + (ASKING_LASTS if self.asks_how_it_was else GOODBYE_LASTS)

    @property
    def screen(self) -> Screen[Any]:
        """The goodbye."""
        return goodbye_and_how_was_it() if self.asks_how_it_was else goodbye()
