"""Staff and their PINs: guessing gets slower, and neither a kill nor a clock makes it faster."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk.devices.ports import DeviceError, StaffDesk, StaffError, StaffProblem
from kiosk.devices.staff_book import StaffBook, wait_after

LIGHT = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
HASHES = {"0001": LIGHT.hash("2468"), "0002": LIGHT.hash("1357")}

KILLED = """
import os, sys
from pathlib import Path
from kiosk.devices.staff_book import StaffBook

class Killed(StaffBook):
    def _is_right(self, number, pin):
        os.kill(os.getpid(), 9)

Killed({"0001": "x"}, Path(sys.argv[1]), lambda: 1000.0).check("0001", "0000")
"""


class Hand:
    """A clock since the machine's start, set by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "staff.sqlite"


def tried(book: StaffDesk, pin: str, number: str = "0001") -> tuple[StaffProblem, float] | None:
    try:
        book.check(number, pin)
    except StaffError as error:
        return error.problem, error.wait
    return None


def wrong_ones(book: StaffDesk, times: int, number: str = "0001") -> None:
    for _ in range(times):
        assert tried(book, "0000", number) is not None


WRONG = (StaffProblem.WRONG, 0)


def test_a_pin_is_its_owners_alone(path: Path, clock: Hand) -> None:
    book = StaffBook(HASHES, path, clock)
    assert book.enlisted
    assert tried(book, "2468") is None
    assert tried(book, "2468", "0002") == WRONG
    assert tried(book, "2468", "0003") == WRONG
    assert not StaffBook({}, path, clock).enlisted


def test_waits_double_from_the_third_wrong_pin_on_up_to_an_hour(path: Path, clock: Hand) -> None:
    book = StaffBook(HASHES, path, clock)
    assert [tried(book, "0000"), tried(book, "0000")] == [WRONG, WRONG]
    waits = []
    for _ in range(9):
        problem = tried(book, "0000")
        assert problem is not None
        waits.append(problem[1])
        clock.seconds += problem[1]
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert wait_after(10**6) == 3600


def test_while_waiting_even_the_right_pin_is_not_looked_at(path: Path, clock: Hand) -> None:
    book = StaffBook(HASHES, path, clock)
    wrong_ones(book, 3)
    clock.seconds += 29
    assert tried(book, "2468") == (StaffProblem.LOCKED, 1)
    assert tried(book, "1357", "0002") is None
    clock.seconds += 1
    assert tried(book, "2468") is None
    assert tried(book, "0000") == WRONG


def test_a_number_that_nobody_has_waits_just_the_same(path: Path, clock: Hand) -> None:
    book = StaffBook(HASHES, path, clock)
    wrong_ones(book, 3, "9999")
    assert tried(book, "2468", "9999") == (StaffProblem.LOCKED, 30)


def test_a_wait_survives_the_kiosk(path: Path, clock: Hand) -> None:
    wrong_ones(StaffBook(HASHES, path, clock), 3)
    clock.seconds += 10
    assert tried(StaffBook(HASHES, path, clock), "2468") == (StaffProblem.LOCKED, 20)


def test_killing_the_kiosk_between_tries_gains_none(path: Path, clock: Hand) -> None:
    for _ in range(3):
        killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, timeout=60)
        assert killed.returncode != 0
    assert tried(StaffBook(HASHES, path, clock), "2468") == (StaffProblem.LOCKED, 30)


@pytest.mark.parametrize("back", [1.0, 999.0, 100000.0])
def test_a_clock_that_goes_back_never_shortens_a_wait(path: Path, clock: Hand, back: float) -> None:
    book = StaffBook(HASHES, path, clock)
    wrong_ones(book, 3)
    clock.seconds -= back
    assert tried(book, "2468") == (StaffProblem.LOCKED, 30)
    clock.seconds += 29
    assert tried(book, "2468") == (StaffProblem.LOCKED, 1)
    clock.seconds += 1
    assert tried(book, "2468") is None


def test_nobody_is_let_in_where_tries_cannot_be_counted(path: Path, clock: Hand) -> None:
    path.mkdir(parents=True)
    with pytest.raises(DeviceError, match="counted") as caught:
        StaffBook(HASHES, path, clock).check("0001", "2468")
    assert not isinstance(caught.value, StaffError)
    spoiled = path.parent / "spoiled.sqlite"
    spoiled.write_bytes(b"x" * 4096)
    with pytest.raises(DeviceError, match="counted"):
        StaffBook(HASHES, spoiled, clock).check("0001", "2468")


def test_a_hash_that_is_none_lets_nobody_in(path: Path, clock: Hand) -> None:
    with pytest.raises(DeviceError, match="checked"):
        StaffBook({"0001": "2468"}, path, clock).check("0001", "2468")


def test_no_pin_is_on_the_disk(path: Path, clock: Hand) -> None:
    wrong_ones(StaffBook(HASHES, path, clock), 1)
    with pytest.raises(StaffError):
        StaffBook(HASHES, path, clock).check("0001", "8642")
    assert all(b"8642" not in file.read_bytes() for file in path.parent.iterdir())
