"""The ballot box: it keeps the day and three answers, and neither rows nor bytes tell an order."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from kiosk.devices.ports import DeviceError, RatingBox
from kiosk.devices.rating_box import BallotBox
from kiosk.domain.ratings import Managed, Rating

DAY = date(2026, 11, 23)
GOOD, LOW, HALF = Rating(Managed.YES, 5, 4), Rating(Managed.NO, None, 1), Rating(None, 2, None)
HEADER = 100
"""The bytes of SQLite's file header, which counts changes."""


def a_box(path: Path) -> BallotBox:
    return BallotBox(path, lambda: DAY)


def test_what_is_dropped_is_kept_with_its_day(tmp_path: Path) -> None:
    box = a_box(tmp_path / "state" / "ratings.sqlite")
    assert box.dropped() == []
    for rating in (GOOD, LOW, HALF):
        box.drop(rating)
    kept = box.dropped()
    assert {day for day, _ in kept} == {DAY} and {rating for _, rating in kept} == {GOOD, LOW, HALF}


def test_a_row_knows_nothing_but_the_day_and_the_answers(tmp_path: Path) -> None:
    path = tmp_path / "ratings.sqlite"
    a_box(path).drop(GOOD)
    with closing(sqlite3.connect(path)) as box:
        columns = [name for _, name, *_ in box.execute("PRAGMA table_info(ratings)")]
        [(key, *answers)] = box.execute("SELECT * FROM ratings")
    assert columns == ["key", "day", "managed", "clear", "wait"]
    assert len(key) == 16 and answers == ["2026-11-23", "yes", 5, 4]
    assert [file.name for file in tmp_path.iterdir()] == ["ratings.sqlite"]


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
