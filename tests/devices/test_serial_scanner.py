"""The scanner's driver and its simulator over a real pseudo-terminal: codes, halves, noise, unplugging."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.devices.absent import NoScanner
from kiosk.devices.ports import DeviceError
from kiosk.devices.serial_scanner import MOST, SerialScanner
from kiosk.devices.simulated_scanner import SimulatedScanner

CARD = "KIOSKCOMFORT1:L0"


@pytest.fixture
def simulated() -> Iterator[SimulatedScanner]:
    with SimulatedScanner() as simulated:
        yield simulated


def scanner_at(path: str, silence: float = 5.0) -> SerialScanner:
    return SerialScanner(path, 9600, silence)


class Waiting:
    """Somebody who waits for a code before the scanner."""

    def __init__(self, scanner: SerialScanner) -> None:
        self.stop = threading.Event()
        self._pool = ThreadPoolExecutor()
        self._code: Future[str] = self._pool.submit(scanner.read, stop=self.stop)
        time.sleep(0.15)  # until the port is open: what comes sooner is meant for nobody

    def code(self) -> str:
        try:
            return self._code.result(10)
        finally:
            self.stop.set()
            self._pool.shutdown()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"{CARD}\r".encode(), CARD),
        (f"{CARD}\n".encode(), CARD),
        (f"\r\n\n{CARD}\r\nanother\r\n".encode(), CARD),
        ("设置\r".encode(), "设置"),
        (b"\xff\x00A\r", "\ufffd\x00A"),
        (b"9" * (MOST + 100) + b"\r", "9" * MOST),
    ],
    ids=["CR", "LF", "empty lines", "Chinese", "noise", "too long"],
)
def test_a_code_is_a_line(simulated: SimulatedScanner, line: bytes, code: str) -> None:
    waiting = Waiting(scanner_at(simulated.path))
    for start in range(0, len(line), 1000):
        simulated.send(line[start : start + 1000])
        time.sleep(0.02)
    assert waiting.code() == code


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1, max_size=60))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_code_comes_through(simulated: SimulatedScanner, code: str) -> None:
    waiting = Waiting(scanner_at(simulated.path))
    simulated.show(code)
    assert waiting.code() == code


def test_what_was_shown_before_is_another_visitors(simulated: SimulatedScanner) -> None:
    simulated.show("the last visitor's")
    waiting = Waiting(scanner_at(simulated.path))
    simulated.show(CARD)
    assert waiting.code() == CARD


def test_half_a_code_is_dropped(simulated: SimulatedScanner) -> None:
    waiting = Waiting(scanner_at(simulated.path, silence=0.1))
    simulated.send(b"KIOSKCOM")
    time.sleep(0.5)
    simulated.show(CARD)
    assert waiting.code() == CARD


def test_who_no_longer_waits_gets_nothing_and_the_next_one_comes_in_turn(simulated: SimulatedScanner) -> None:
    scanner = scanner_at(simulated.path)
    first, given_up, second = Waiting(scanner), Waiting(scanner), Waiting(scanner)
    given_up.stop.set()
    assert given_up.code() == ""
    first.stop.set()
    assert first.code() == ""
    time.sleep(0.2)
    simulated.show(CARD)
    assert second.code() == CARD and scanner.present


def test_codes_that_nobody_takes_never_block_who_shows_them(simulated: SimulatedScanner) -> None:
    for _ in range(100):
        simulated.show("9" * 1000)


def test_a_scanner_that_is_unplugged_meanwhile_is_told() -> None:
    with ExitStack() as plug:
        waiting = Waiting(scanner_at(plug.enter_context(SimulatedScanner()).path))
        plug.close()
        with pytest.raises(DeviceError, match="is gone"):
            waiting.code()


def test_a_port_that_is_not_there_cannot_be_opened() -> None:
    with pytest.raises(DeviceError, match="cannot be opened"):
        scanner_at("/dev/nowhere").read(stop=threading.Event())


def test_a_kiosk_without_a_scanner_says_so() -> None:
    assert not NoScanner().present
    with pytest.raises(DeviceError, match="no code scanner"):
        NoScanner().read(stop=threading.Event())
