"""The staff of a hall by number and PIN, and the waits that make guessing a PIN hopeless.

A try is counted on disk before the PIN is looked at, so nobody gains a try by killing the kiosk. From the
third wrong PIN on, a number waits 30 s, then 60 s, doubling up to an hour; the right PIN clears it.

Waits are measured on a clock that runs since the machine was started, and never on the calendar, which can be
set. Such a clock goes back at a restart alone: a wait that seems to begin in the future began before it, and
begins again in full. So a wait can get longer by a restart, and never shorter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError, VerifyMismatchError

from kiosk.devices.ports import DeviceError, StaffError, StaffProblem

FREE_TRIES = 2
FIRST_WAIT, LONGEST_WAIT = 30.0, 3600.0  # seconds

SCHEMA = """
CREATE TABLE IF NOT EXISTS tries (
    number TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL,
    since REAL NOT NULL,
    wait REAL NOT NULL
) WITHOUT ROWID
"""
NOBODY = (0, 0.0, 0.0)


class StaffBook:
    """Knows staff by argon2id hashes of their PINs, by number; counts tries in a file of SQLite.

    `clock` tells the seconds since the machine was started. May be used by many threads and processes.
    """

    def __init__(self, hashes: Mapping[str, str], path: Path, clock: Callable[[], float]) -> None:
        self._hashes, self._path, self._clock = hashes, path, clock
        self._hasher = PasswordHasher()

    @property
    def enlisted(self) -> bool:
        """Whether any staff are known."""
        return bool(self._hashes)

    def check(self, number: str, pin: str) -> None:
        """Return when the PIN is the staff member's own; raises StaffError(WRONG, or LOCKED with its wait).

        Raises DeviceError where tries cannot be counted: then nobody is let in.
        """
        left, wait = self._admit(number)
        if left:
            raise StaffError(StaffProblem.LOCKED, left)
        if not self._is_right(number, pin):
            raise StaffError(StaffProblem.LOCKED, wait) if wait else StaffError(StaffProblem.WRONG)
        with self._book() as book:
            book.execute("DELETE FROM tries WHERE number = ?", (number,))

    def _admit(self, number: str) -> tuple[float, float]:
        """Return the seconds left to wait, or else count a try as wrong and tell the wait after it."""
        with self._book() as book:
            found = "SELECT wrong, since, wait FROM tries WHERE number = ?"
            wrong, since, wait = book.execute(found, (number,)).fetchone() or NOBODY
            now = self._clock()
            begun = min(since, now)
            left = begun + wait - now
            after = (wrong, begun, wait) if left > 0 else (wrong + 1, now, wait_after(wrong + 1))
            book.execute("INSERT OR REPLACE INTO tries VALUES (?, ?, ?, ?)", (number, *after))
        return max(left, 0.0), after[2]

    def _is_right(self, number: str, pin: str) -> bool:
        """Look at the PIN; for a number that nobody has it takes as long."""
        known = self._hashes.get(number)
        try:
            self._hasher.verify(known or next(iter(self._hashes.values())), pin)
        except VerifyMismatchError:
            return False
        except (Argon2Error, InvalidHashError) as error:
            raise DeviceError(f"a PIN cannot be checked: {type(error).__name__}") from error
        return known is not None

    @contextmanager
    def _book(self) -> Iterator[sqlite3.Connection]:
        """Open the book alone; what was written is on the disk when the block ends."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, isolation_level=None)) as book:
                book.execute("PRAGMA synchronous = EXTRA")
                book.execute("BEGIN IMMEDIATE")
                book.execute(SCHEMA)
                yield book
                book.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise DeviceError(f"tries cannot be counted: {type(error).__name__}") from error


def wait_after(wrong: int) -> float:
    """Return the seconds to wait after so many wrong PINs in a row."""
    doubled = wrong - FREE_TRIES - 1
    return 0.0 if doubled < 0 else min(FIRST_WAIT * 2 ** min(doubled, 30), LONGEST_WAIT)
