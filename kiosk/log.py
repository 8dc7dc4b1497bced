"""The log: one line of JSON for each event of the catalogue, and nothing else."""

from __future__ import annotations

import json
import time
from enum import Enum
from typing import TextIO

from kiosk.domain.events import Event


class JsonLog:
    """Writes events as lines of JSON, with the time in seconds since 1970 (UTC)."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def __call__(self, event: Event, *, what: Enum | str = "", number: int = 0) -> None:
        """Write one event."""
        line: dict[str, object] = {"time": round(time.time(), 3), "event": event.value}
        if what:
            line["what"] = what.value if isinstance(what, Enum) else what
        if number:
            line["number"] = number
        print(json.dumps(line), file=self._out, flush=True)
