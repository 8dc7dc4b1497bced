"""How hard the tests try that try at random: usually a little, with `KIOSK_EFFORT=20` 20 times as often."""

from __future__ import annotations

import os

EFFORT = int(os.environ.get("KIOSK_EFFORT", "1"))


def tries(usual: int) -> int:
    """Return how many cases to try where the short run tries so many."""
    return usual * EFFORT
