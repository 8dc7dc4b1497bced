"""The ballot box of ratings: a file that knows the month and the three answers, and nothing else.

Rows stand in the order of random keys, and the file is written anew after each (VACUUM), so that neither
the rows nor the bytes tell who came before whom. The file's own time is put back to the first of the month
after each; when its inode changed (ctime) and when files beside it came and went is the system's to tell,
and anybody who may copy the file before and after a visit sees what that visit added: keep it from them.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from kiosk.devices.ports import DeviceError
from kiosk.domain.calendar import CHINA
from kiosk.domain.ratings import Managed, Rating

KEY_BYTES = 16

SCHEMA = """
CREATE TABLE IF NOT EXISTS ratings (
    key BLOB PRIMARY KEY,
    month TEXT NOT NULL,
    managed TEXT,
    clear INTEGER,
    manner INTEGER
) WITHOUT ROWID
"""
WITH_DAYS = "SELECT 1 FROM pragma_table_info('ratings') WHERE name = 'day'"
WITHOUT_DAYS = (
    "ALTER TABLE ratings RENAME TO with_days",
    SCHEMA,
    "INSERT INTO ratings SELECT key, substr(day, 1, 7), managed, clear, NULL FROM with_days",
    "DROP TABLE with_days",
)
"""How a file of the first form, which kept the day, becomes one that does not.

Its `wait` answered another question, how the waiting and the manner were, and is nobody's manner.
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
        row = (self._new_key(), f"{self._today():%Y-%m}", managed, rating.clear, rating.manner)
        with self._opened() as box:
            box.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?)", row)
            written_anew(box)

    def dropped(self) -> list[tuple[date, Rating]]:
        """Return all ratings with the first of their months, in no order; raises DeviceError."""
        with self._opened() as box:
            rows = box.execute("SELECT month, managed, clear, manner FROM ratings").fetchall()
        return [
            (date.fromisoformat(f"{month}-01"), Rating(Managed(managed) if managed else None, clear, manner))
            for month, managed, clear, manner in rows
        ]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open the box; what was written is on the disk when the block ends, and the file tells no time."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, isolation_level=None)) as box:
                for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                    box.execute(f"PRAGMA {pragma}").fetchall()
                made_ready(box)
                yield box
            first = datetime.combine(self._today().replace(day=1), datetime.min.time(), CHINA).timestamp()
            os.utime(self._path, (first, first))
        except (sqlite3.Error, OSError) as error:
            raise DeviceError(f"ratings cannot be kept: {type(error).__name__}") from error


def made_ready(box: sqlite3.Connection) -> None:
    """Make the table where there is none; where an older one keeps days, keep its months alone."""
    if box.execute(WITH_DAYS).fetchone() is None:
        box.execute(SCHEMA)
        return
    box.execute("BEGIN IMMEDIATE")
    if box.execute(WITH_DAYS).fetchone() is not None:  # nobody else was quicker
        for statement in WITHOUT_DAYS:
            box.execute(statement)
    box.execute("COMMIT")
    written_anew(box)


def written_anew(box: sqlite3.Connection) -> None:
    """Write the file anew; where somebody reads it just now, whoever drops the next one does it."""
    with suppress(sqlite3.OperationalError):
        box.execute("VACUUM")
