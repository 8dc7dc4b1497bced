"""Commitments on their way: on disk before they are sent, and there until their fate is known.

A row holds what settling needs and nothing more; once settled, that is wiped too (secure_delete, and the
write-ahead log is truncated), and only the key, the desk and the end remain.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class State(StrEnum):
    """The fate of a commitment."""

    SENDING = "sending"
    UNKNOWN = "unknown"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True)
class Pending:
    """A commitment whose fate is not known yet."""

    key: str
    desk: str
    kept: Mapping[str, str]
    tries: int


def new_key() -> str:
    """Return a fresh idempotency key."""
    return str(uuid.uuid4())


def reference_of(key: str) -> str:
    """Return the eight signs by which staff find a commitment: here, and as the operator's externalId."""
    return f"{key[:4]}-{key[4:8]}".upper()


SCHEMA = """
CREATE TABLE IF NOT EXISTS commitments (
    key TEXT PRIMARY KEY,
    desk TEXT NOT NULL,
    kept TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    due REAL NOT NULL DEFAULT 0
) WITHOUT ROWID
"""
OPEN = (State.SENDING, State.UNKNOWN)
FIRST_WAIT, LONGEST_WAIT = 15.0, 3600.0  # seconds between two tries to settle
SENDING_TAKES = 60.0  # seconds, at the most: two tries with the deadlines of the clients


class Outbox:
    """The commitments of this kiosk in one SQLite file (WAL, synchronous=FULL); safe from any thread."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=5000"):
            self._database.execute(f"PRAGMA {pragma}").fetchall()
        with self._writing() as database:
            database.execute(SCHEMA)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def write(self, key: str, desk: str, kept: Mapping[str, str], now: float) -> None:
        """Put a commitment on disk, before it is sent; for a minute only its sender asks after it."""
        row = (key, desk, json.dumps(dict(kept)), State.SENDING, now + SENDING_TAKES)
        with self._writing() as database:
            database.execute(
                "INSERT INTO commitments (key, desk, kept, state, due) VALUES (?, ?, ?, ?, ?)", row
            )

    def settle(self, key: str, state: State) -> None:
        """Note the end of a commitment and wipe what was kept for it."""
        with self._writing() as database:
            database.execute(
                "UPDATE commitments SET state = ?, kept = '{}' WHERE key = ? AND state IN (?, ?)",
                (state, key, *OPEN),
            )
        with self._lock:
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def put_off(self, key: str, now: float) -> None:
        """Note that the fate is still unknown, and wait longer before asking again."""
        with self._writing() as database:
            database.execute(
                "UPDATE commitments SET state = ?, due = ? + min(?, ? * (1 << min(tries, 10))),"
                " tries = tries + 1 WHERE key = ? AND state IN (?, ?)",
                (State.UNKNOWN, now, LONGEST_WAIT, FIRST_WAIT, key, *OPEN),
            )

    def due(self, now: float) -> list[Pending]:
        """Return the commitments whose fate should be asked after now."""
        with self._lock:
            rows = self._database.execute(
                "SELECT key, desk, kept, tries FROM commitments"
                " WHERE state IN (?, ?) AND due <= ? ORDER BY due",
                (*OPEN, now),
            ).fetchall()
        return [Pending(key, desk, json.loads(kept), tries) for key, desk, kept, tries in rows]

    def fates(self) -> dict[str, tuple[str, State]]:
        """Return the desk and the fate of every commitment, by its key."""
        with self._lock:
            rows = self._database.execute("SELECT key, desk, state FROM commitments ORDER BY due")
            return {key: (desk, State(state)) for key, desk, state in rows}

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._database.close()
