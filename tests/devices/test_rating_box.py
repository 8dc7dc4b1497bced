"""The ballot box: it keeps the month and three answers, and neither rows, bytes nor times tell more."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from kiosk.devices.ports import DeviceError, RatingBox
from kiosk.devices.rating_box import WITH_DAYS, BallotBox, made_ready
from kiosk.domain.calendar import CHINA
from kiosk.domain.ratings import Managed, Rating

DAY, MONTH = date(2026, 11, 23), date(2026, 11, 1)
GOOD, LOW, HALF = Rating(Managed.YES, 5, 4), Rating(Managed.NO, None, 1), Rating(None, 2, None)
OLD = Rating(Managed.NO, None, None)
"""What remains of a rating of the first form: its third question was another."""
HEADER = 100
"""The bytes of SQLite's file header, which counts changes."""


def a_box(path: Path) -> BallotBox:
    return BallotBox(path, lambda: DAY)


def test_what_is_dropped_is_kept_with_its_month(tmp_path: Path) -> None:
    box = a_box(tmp_path / "state" / "ratings.sqlite")
    assert box.dropped() == []
    for rating in (GOOD, LOW, HALF):
        box.drop(rating)
    kept = box.dropped()
    assert {month for month, _ in kept} == {MONTH} and {rating for _, rating in kept} == {GOOD, LOW, HALF}


def test_a_row_knows_nothing_but_the_month_and_the_answers(tmp_path: Path) -> None:
    path = tmp_path / "ratings.sqlite"
    a_box(path).drop(GOOD)
    with closing(sqlite3.connect(path)) as box:
        columns = [name for _, name, *_ in box.execute("PRAGMA table_info(ratings)")]
        [(key, *answers)] = box.execute("SELECT * FROM ratings")
    assert columns == ["key", "month", "managed", "clear", "manner"]
    assert len(key) == 16 and answers == ["2026-11", "yes", 5, 4]
    assert [file.name for file in tmp_path.iterdir()] == ["ratings.sqlite"]


def test_the_files_own_time_is_the_first_of_the_month(tmp_path: Path) -> None:
    box, path = a_box(tmp_path / "ratings.sqlite"), tmp_path / "ratings.sqlite"
    for touch in (lambda: box.drop(GOOD), box.dropped):
        touch()
        assert datetime.fromtimestamp(path.stat().st_mtime, CHINA) == datetime(2026, 11, 1, tzinfo=CHINA)
        assert path.stat().st_atime == path.stat().st_mtime


def with_days(path: Path) -> None:
    """Write a file of the first form, which kept the day."""
    with closing(sqlite3.connect(path)) as box:
        columns = "key BLOB PRIMARY KEY, day TEXT NOT NULL, managed TEXT, clear INTEGER, wait INTEGER"
        box.execute(f"CREATE TABLE ratings ({columns}) WITHOUT ROWID")
        box.execute("INSERT INTO ratings VALUES (x'01', '2026-10-17', 'no', NULL, 1)")
        box.commit()


def test_a_file_that_kept_days_keeps_their_months_alone(tmp_path: Path) -> None:
    path = tmp_path / "ratings.sqlite"
    with_days(path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(a_box(path).drop, [GOOD] * 4))
    assert sorted(a_box(path).dropped(), key=lambda kept: kept[0])[0] == (date(2026, 10, 1), OLD)
    assert len(a_box(path).dropped()) == 5 and b"2026-10-17" not in path.read_bytes()


def test_a_file_that_somebody_else_has_made_new_already_stays(tmp_path: Path) -> None:
    path, statements = tmp_path / "ratings.sqlite", iter([True, None])
    with_days(path)
    a_box(path).drop(GOOD)

    class Late(sqlite3.Connection):
        def execute(self, sql: str, *more: Any) -> Any:
            return super().execute("SELECT 1" if sql == WITH_DAYS and next(statements) else sql, *more)

    with closing(sqlite3.connect(path, isolation_level=None, factory=Late)) as box:
        made_ready(box)
    assert len(a_box(path).dropped()) == 2


def test_the_bytes_are_the_same_whoever_came_first(tmp_path: Path) -> None:
    ratings = {b"1": GOOD, b"2": LOW, b"3": HALF}
    files = []
    for number, order in enumerate(permutations(ratings)):
        keys, path = iter(order), tmp_path / f"{number}.sqlite"
        box = BallotBox(path, lambda: DAY, keys.__next__)
        for key in order:
            box.drop(ratings[key])
        files.append(path.read_bytes()[HEADER:])
    assert len(files) == 6 and len(set(files)) == 1


def test_many_may_drop_at_once(tmp_path: Path) -> None:
    box: RatingBox = a_box(tmp_path / "ratings.sqlite")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(box.drop, [GOOD] * 20))
    assert len(a_box(tmp_path / "ratings.sqlite").dropped()) == 20


def test_a_box_that_is_being_read_keeps_a_rating_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "ratings.sqlite"
    box = a_box(path)
    box.drop(GOOD)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM ratings").fetchall()
        box.drop(LOW)
        reader.execute("COMMIT")
    assert len(box.dropped()) == 2


def test_a_box_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ratings.sqlite"
    path.mkdir()
    with pytest.raises(DeviceError, match="kept"):
        a_box(path).drop(GOOD)
    spoiled = tmp_path / "spoiled.sqlite"
    spoiled.write_bytes(b"x" * 4096)
    with pytest.raises(DeviceError, match="kept"):
        a_box(spoiled).dropped()
