"""By when a fault must be mended (电信条例 32): the law's own hours, and what follows where they pass."""

from __future__ import annotations

TOWN_HOURS, COUNTRY_HOURS = 48, 72
"""From the report of a fault to its repair; later the fee is waived. Not for faults of one's own device."""
