"""The reader of resident ID cards on a serial port."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from serial import Serial

from kiosk.devices.card_text import SIZE, resident_card
from kiosk.devices.ports import CardError, CardProblem, DeviceError
from kiosk.devices.sam_frames import FIND, READ_TEXT_AND_PHOTO, SELECT, Answer, Frames, Status, answer_in
from kiosk.domain.id_cards import IdCard
from kiosk.screens import Stop

GLANCE = 0.05  # seconds between two looks at whether anybody still waits
OUT_OF_ORDER = {Status.BAD_COMMAND, Status.BROKEN, Status.NOT_AUTHORISED}
LENGTHS = 4
"""Bytes before the text that tell how long text and photo are."""


@dataclass(frozen=True)
class Pace:
    """Seconds: between two looks for a card, for an answer, and for the long answer with text and photo."""

    pause: float = 0.3
    command: float = 2.0
    reading: float = 3.0


class SerialCardReader:
    """A reader that speaks GA 467; its port is open only while somebody is asked for a card."""

    def __init__(self, path: str, baud: int, today: Callable[[], date], pace: Pace | None = None) -> None:
        self._path, self._baud, self._today = path, baud, today
        self._pace = pace or Pace()
        self._one_at_a_time = threading.Lock()

    @property
    def present(self) -> bool:
        """There is one, also where it does not answer just now."""
        return True

    def read(self, *, stop: Stop) -> IdCard:
        """Wait for a card and read it (see CardReader); who asks while another waits comes after it."""
        while not self._one_at_a_time.acquire(timeout=GLANCE):
            _give_up_when(stop)
        try:
            with self._port() as port:
                text = _Talk(port, self._pace, stop).text_of_a_card()
        finally:
            self._one_at_a_time.release()
        return resident_card(text, self._today())

    @contextmanager
    def _port(self) -> Iterator[Serial]:
        """Open the port; whatever fails on it, also later, is a failure of the device."""
        try:
            port = Serial(self._path, self._baud, timeout=GLANCE, write_timeout=self._pace.command)
        except Exception as error:  # pyserial lets errors of the terminal's own through
            raise DeviceError(f"the card reader cannot be opened: {type(error).__name__}") from error
        try:
            with port:
                yield port
        except OSError as error:
            raise DeviceError(f"the card reader is gone: {type(error).__name__}") from error


class _Talk:
    """One conversation with the reader, until a card has been read or nobody waits any more."""

    def __init__(self, port: Serial, pace: Pace, stop: Stop) -> None:
        self._port, self._pace, self._stop = port, pace, stop
        self._silent = False

    def text_of_a_card(self) -> bytes:
        """Wait for a card and return its text; raises CardError(NOT_READ) where a second try fails too."""
        while not self._is_there():
            self._stop.wait(self._pace.pause)
        text = self._text()
        if text is None and self._is_there():
            text = self._text()
        if text is None:
            raise CardError(CardProblem.NOT_READ)
        return text

    def _is_there(self) -> bool:
        """Look for a card; after a reading, readers see none until it is lifted."""
        return self._status(self._ask(FIND, self._pace.command)) == Status.FOUND

    def _text(self) -> bytes | None:
        """Read the card that was found; its photo is dropped here."""
        if self._status(self._ask(SELECT, self._pace.command)) != Status.GOOD:
            return None
        answer = self._ask(READ_TEXT_AND_PHOTO, self._pace.reading)
        if answer is None or self._status(answer) != Status.GOOD or len(answer.data) < LENGTHS + SIZE:
            return None
        return answer.data[LENGTHS : LENGTHS + SIZE]

    def _status(self, answer: Answer | None) -> int | None:
        """Return what an answer says; raises where it is not about this card but about every one."""
        if answer is None:
            return None
        if answer.sw3 in OUT_OF_ORDER:
            raise DeviceError(f"the card reader is out of order: {answer.sw3:02X}")
        if answer.sw3 == Status.WRONG_TYPE:
            raise CardError(CardProblem.NOT_RESIDENT)
        return answer.sw3

    def _ask(self, command: bytes, seconds: float) -> Answer | None:
        """Send a command; None where no answer comes. Twice in a row, the reader is taken to be dead."""
        answer = self._answer_to(command, seconds)
        _give_up_when(self._stop)
        if answer is None and self._silent:
            raise DeviceError("the card reader does not answer")
        self._silent = answer is None
        return answer

    def _answer_to(self, command: bytes, seconds: float) -> Answer | None:
        self._port.read(self._port.in_waiting)  # what comes late is about something else
        self._port.write(command)
        frames, until = Frames(), time.monotonic() + seconds
        while time.monotonic() < until and not self._stop.is_set():
            for words in frames.feed(self._port.read(self._port.in_waiting or 1)):
                answer = answer_in(words)
                if answer is not None:
                    return answer
        return None


def _give_up_when(stop: Stop) -> None:
    if stop.is_set():
        raise DeviceError("nobody waits for a card any more")
