"""How hard the tests at random try: a little and always the same, with `KIOSK_EFFORT=20` anew and more.

A commit that passes once passes always; what luck finds is found by who goes looking for it.
"""

from __future__ import annotations

import os

from hypothesis import settings

EFFORT = int(os.environ.get("KIOSK_EFFORT", "1"))


def tries(usual: int) -> int:
    """Return how many cases to try where the short run tries so many."""
    return usual * EFFORT


def settle() -> None:
    """Let the short run draw the same lots each time."""
    settings.register_profile("kiosk", derandomize=EFFORT == 1)
    settings.load_profile("kiosk")
