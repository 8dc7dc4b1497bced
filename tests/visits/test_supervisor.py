"""One process per visit: the spare takes over, the old one ends, failures are replaced."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk import supervisor
from kiosk.supervisor import Supervisor

FAKE = Path(__file__).parent / "fake_window.py"


@contextmanager
def supervised(how: str, diary: Path) -> Iterator[None]:
    served = Supervisor([sys.executable, str(FAKE), how, str(diary)], sleep=lambda _: time.sleep(0.01))
    thread = threading.Thread(target=served.run)
    thread.start()
    try:
        yield
    finally:
        served.stop()
        thread.join(20)
        assert not thread.is_alive()


def words(diary: Path) -> list[tuple[str, str]]:
    lines = diary.read_text().splitlines() if diary.exists() else []
    return [(line.split()[0], line.split()[1]) for line in lines]


def wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 15
    while not true():
        assert time.monotonic() < until
        time.sleep(0.01)


def shown(diary: Path) -> list[str]:
    return [pid for pid, word in words(diary) if word == "show"]


def test_each_visit_has_a_process_of_its_own_that_ends_with_it(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    with supervised("one visit after the other", diary):
        wait_for(lambda: len(shown(diary)) >= 3)
    served = shown(diary)
    assert len(set(served)) == len(served)
    assert set(served[:2]) <= {pid for pid, word in words(diary) if word == "ended"}


def test_a_window_that_crashes_is_replaced_by_the_spare(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    with supervised("crashes", diary):
        wait_for(lambda: len(set(shown(diary))) >= 2)


def test_windows_that_cannot_start_are_tried_again(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    with supervised("cannot start", diary):
        wait_for(lambda: len([word for _, word in words(diary) if word == "failed"]) >= 3)


def test_a_window_that_will_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "ENDS_WITHIN", 0.3)
    diary = tmp_path / "diary"
    with supervised("will not end", diary):
        wait_for(lambda: bool(shown(diary)))


def test_a_spare_that_fails_is_replaced_before_it_is_needed(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    with supervised("only the first lives", diary):
        wait_for(lambda: len([word for _, word in words(diary) if word == "failed"]) >= 2)
    assert len(shown(diary)) == 1
