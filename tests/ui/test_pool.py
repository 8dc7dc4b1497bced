"""Work goes to threads and comes back to the window's; nothing is lost or leaked on the way."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from kiosk.ui.pool import QtRunner


def test_jobs_run_elsewhere_and_calls_come_back(qtbot: QtBot) -> None:
    runner = QtRunner()
    threads: list[int] = []

    def job() -> None:
        threads.append(threading.get_ident())
        runner.post(lambda: threads.append(threading.get_ident()))

    runner.submit(job)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()
    runner.close()


def test_after_closing_nothing_happens_any_more(qtbot: QtBot) -> None:
    runner = QtRunner()
    done: list[int] = []
    runner.submit(lambda: done.append(1))
    runner.close()
    runner.submit(lambda: done.append(2))
    runner.post(lambda: done.append(3))
    qtbot.wait(20)
    assert done == [1]


def test_what_a_job_lets_escape_is_not_passed_over(qtbot: QtBot) -> None:
    runner = QtRunner()

    def fail() -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        runner.submit(fail)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError
    runner.close()


class _Emitter(QObject):
    fired = Signal(object)


@pytest.mark.parametrize("value", [None, True])
def test_signals_do_not_eat_references(value: object, qtbot: QtBot) -> None:
    emitter = _Emitter()
    heard: list[int] = []
    emitter.fired.connect(lambda _: heard.append(1))
    emitter.fired.emit(value)
    before = sys.getrefcount(value)
    for _ in range(1000):
        emitter.fired.emit(value)
    assert abs(sys.getrefcount(value) - before) < 100
    assert len(heard) == 1001
