"""The ballot box of ratings: a file that knows the day and the three answers, and nothing else.

Rows stand in the order of random keys, and the file is written anew after each (VACUUM), so that neither
the rows nor the bytes tell who came before whom.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from kiosk.devices.ports import DeviceError
from kiosk.domain.ratings import Managed, Rating

KEY_BYTES = 16

SCHEMA = """
CREATE TABLE IF NOT EXISTS ratings (
    key BLOB PRIMARY KEY,
    day TEXT NOT NULL,
    managed TEXT,
    clear INTEGER,
    wait INTEGER
) WITHOUT ROWID
"""


class BallotBox:
    """Keeps ratings in one SQLite file (WAL). May be used by many threads and processes."""

    def __init__(
        self,
        path: Path,
        today: Callable[[], date],
        new_key: Callable[[], bytes] = lambda: secrets.token_bytes(KEY_BYTES),
    ) -> None:
        self._path, self._today, self._new_key = path, today, new_key

    def drop(self, rating: Rating) -> None:
        """Keep a rating; raises DeviceError where it cannot be kept."""
        managed = rating.managed.value if rating.managed else None
        row = (self._new_key(), self._today().isoformat(), managed, rating.clear, rating.wait)
        with self._opened() as box:
            box.execute(SCHEMA)
            box.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?)", row)
            with suppress(sqlite3.OperationalError):  # whoever drops the next one does it
                box.execute("VACUUM")

    def dropped(self) -> list[tuple[date, Rating]]:
        """Return all ratings with their days, in no order; raises DeviceError where they cannot be read."""
        with self._opened() as box:
            box.execute(SCHEMA)
            rows = box.execute("SELECT day, managed, clear, wait FROM ratings").fetchall()
        return [
            (date.fromisoformat(day), Rating(Managed(managed) if managed else None, clear, wait))
            for day, managed, clear, wait in rows
        ]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open the box; what was written is on the disk when the block ends."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, isolation_level=None)) as box:
                for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                    box.execute(f"PRAGMA {pragma}").fetchall()
                yield box
        except (sqlite3.Error, OSError) as error:
            raise DeviceError(f"ratings cannot be kept: {type(error).__name__}") from error
