"""The sandbox's database: opened by URL, created and filled when empty, safe under many requests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime

from sqlalchemy import Connection, Engine, StaticPool, create_engine, func, make_url, select

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.seed import fill
from kiosk.sandbox.tables import METADATA, people


class Store:
    """One database. SQLite takes one request at a time; PostgreSQL locks by row."""

    def __init__(self, url: str, now: datetime) -> None:
        self._engine = engine_for(url)
        lite = self._engine.dialect.name == "sqlite"
        self._turn = threading.Lock() if lite else nullcontext()
        with self.begin() as db:
            METADATA.create_all(db)
            if db.execute(select(func.count()).select_from(people)).scalar_one() == 0:
                fill(db, now)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Open a transaction; what was noted before a `Problem` stays, any other error undoes it."""
        with self._turn, self._engine.connect() as db:
            try:
                yield db
            except Problem:
                db.commit()
                raise
            db.commit()

    def reseed(self, now: datetime) -> None:
        """Forget everything and begin with the people as they were at first."""
        with self.begin() as db:
            for table in reversed(METADATA.sorted_tables):
                db.execute(table.delete())
            fill(db, now)

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()


def engine_for(url: str) -> Engine:
    """Open the database; a plain postgresql:// URL is served by psycopg 3."""
    if url in {"", "sqlite://", "sqlite:///:memory:"}:
        return create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(parsed, pool_pre_ping=True)
