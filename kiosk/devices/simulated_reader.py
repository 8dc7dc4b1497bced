"""A reader of no hardware: it speaks the bytes of a real one on a pseudo-terminal. Not for Windows."""

from __future__ import annotations

import os
import select
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from types import TracebackType

from kiosk.devices.sam_frames import (
    FIND,
    READ_TEXT_AND_PHOTO,
    SELECT,
    Answer,
    Frames,
    Status,
    framed,
    framed_answer,
)
from kiosk.devices.simulated_card import Chip

HERE = hasattr(os, "openpty")
"""Whether this system has pseudo-terminals."""


@dataclass(frozen=True)
class Trouble:
    """How a reader misbehaves; as it stands, not at all."""

    worn: int = 0
    """So many readings fail before one succeeds."""
    says: Status | None = None
    """What it answers to everything."""
    dead: bool = False
    """It answers nothing."""
    garbage: bytes = b""
    """What is on the line before every answer."""
    most: int = 4096
    """Of an answer, no more bytes than these arrive, …"""
    piece: int = 4096
    """… in pieces of so many bytes, …"""
    pause: float = 0.0
    """… so many seconds apart."""


class SimulatedModule:
    """What is inside a reader: it knows whether a card lies there, and how far its reading has come."""

    def __init__(self) -> None:
        self._chip: Chip | None = None
        self._found = self._selected = self._spent = False
        self._lock = threading.Lock()
        self.trouble = Trouble()

    def lay(self, chip: Chip | None) -> None:
        """Put a card on the reader in place of what lay there, or take it away."""
        with self._lock:
            self._chip = chip
            self._found = self._selected = self._spent = False

    def answer(self, command: bytes) -> Answer:
        """Answer a command, given as a whole frame."""
        with self._lock:
            if self.trouble.says is not None:
                return Answer(0, 0, self.trouble.says)
            answers = {FIND: self._find, SELECT: self._select, READ_TEXT_AND_PHOTO: self._read}
            return answers.get(command, self._refuse)()

    def _find(self) -> Answer:
        self._found, self._selected = self._chip is not None and not self._spent, False
        return Answer(0, 0, Status.FOUND, bytes(4)) if self._found else Answer(0, 0, Status.NO_CARD)

    def _select(self) -> Answer:
        self._selected, self._found = self._found, False
        return Answer(0, 0, Status.GOOD, bytes(8)) if self._selected else Answer(0, 0, Status.NOT_SELECTED)

    def _read(self) -> Answer:
        """Give the card's text; after that the card is not found again until it has been lifted."""
        selected, self._selected = self._selected, False
        if self._chip is None or not selected:
            return Answer(0, 0, Status.NOT_READ)
        if self.trouble.worn:
            self.trouble = replace(self.trouble, worn=self.trouble.worn - 1)
            return Answer(0, 0, Status.NOT_READ)
        self._spent = True
        return Answer(0, 0, Status.GOOD, self._chip.data())

    def _refuse(self) -> Answer:
        return Answer(0, 0, Status.BAD_COMMAND)


class SimulatedReader:
    """`with SimulatedReader() as reader:` there is a reader at `reader.path`, until the end of the block."""

    def __init__(self) -> None:
        self._module = SimulatedModule()
        self._ours, self._theirs = os.openpty()
        self._woken, self._wake = os.pipe()
        self._thread = threading.Thread(target=self._serve, name="card-reader", daemon=True)

    @property
    def path(self) -> str:
        """The serial port that a driver opens."""
        return os.ttyname(self._theirs)

    def lay(self, chip: Chip) -> None:
        """Lay a card on the reader, in place of what lay there."""
        self._module.lay(chip)

    def lift(self) -> None:
        """Take the card away."""
        self._module.lay(None)

    def misbehave(self, trouble: Trouble) -> None:
        """Misbehave from now on; with a plain Trouble(), behave again."""
        self._module.trouble = trouble

    def _serve(self) -> None:
        frames = Frames()
        while self._woken not in select.select([self._ours, self._woken], [], [])[0]:
            for words in frames.feed(os.read(self._ours, 4096)):
                self._say(words)

    def _say(self, words: bytes) -> None:
        """Answer a command; what finds no room on the line is lost, as it is on a real one."""
        trouble = self._module.trouble
        if trouble.dead:
            return
        line = trouble.garbage + framed_answer(self._module.answer(framed(words)))[: trouble.most]
        for start in range(0, len(line), trouble.piece):
            time.sleep(trouble.pause if start else 0)
            with suppress(BlockingIOError):
                os.write(self._ours, line[start : start + trouble.piece])

    def __enter__(self) -> SimulatedReader:
        import tty  # noqa: PLC0415 - there is none on Windows

        tty.setraw(self._theirs)
        os.set_blocking(self._ours, False)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._wake)
        self._thread.join()
        for end in (self._woken, self._ours, self._theirs):
            os.close(end)
