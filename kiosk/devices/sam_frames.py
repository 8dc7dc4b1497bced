"""What readers of resident ID cards say on a serial line (GA 467): preamble, length, words and a check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import reduce
from operator import xor

PREAMBLE = bytes.fromhex("AA AA AA 96 69")
LONGEST = 2314
"""The most bytes that may follow a length: an answer with fingerprints, which this kiosk never asks for."""


class Status(IntEnum):
    """What the third status byte says, as far as it makes a difference here."""

    GOOD = 0x90
    FOUND = 0x9F
    BAD_COMMAND = 0x21
    WRONG_TYPE = 0x40
    NOT_READ = 0x41
    BROKEN = 0x60
    NOT_AUTHORISED = 0x66
    NO_CARD = 0x80
    NOT_SELECTED = 0x81


@dataclass(frozen=True)
class Answer:
    """What a reader says: three status bytes, and perhaps a card's text and photo."""

    sw1: int
    sw2: int
    sw3: int
    data: bytes = field(default=b"", repr=False)


def _check(counted: bytes | bytearray) -> int:
    """Return the XOR of all bytes; that of a whole frame, check included, is 0."""
    return reduce(xor, counted, 0)


def framed(words: bytes) -> bytes:
    """Put words into a frame; the check is the XOR of everything after the preamble."""
    counted = (len(words) + 1).to_bytes(2) + words
    return PREAMBLE + counted + bytes((_check(counted),))


def framed_answer(answer: Answer) -> bytes:
    """Put an answer into a frame, as a reader does."""
    return framed(bytes((answer.sw1, answer.sw2, answer.sw3)) + answer.data)


FIND = framed(b"\x20\x01")
SELECT = framed(b"\x20\x02")
READ_TEXT_AND_PHOTO = framed(b"\x30\x01")
"""There is no reading of text alone; fingerprints (30 10) are never asked for."""


def answer_in(words: bytes) -> Answer | None:
    """Return the answer that a frame holds; None where it is too short for one."""
    return Answer(words[0], words[1], words[2], words[3:]) if len(words) >= 3 else None


class Frames:
    """Finds frames in a stream that comes in any pieces, whatever else is in it.

    Every preamble is followed on its own, also inside what another has promised: so a length that lies, or a
    frame that was cut off, never swallows the good frame behind it.
    """

    def __init__(self) -> None:
        self._last = b""
        self._begun: list[bytearray] = []

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Take a piece of the stream; gives the words of each good frame as it becomes whole."""
        for byte in piece:
            yield from self._take(byte)

    def _take(self, byte: int) -> list[bytes]:
        for frame in self._begun:
            frame.append(byte)
        whole = [bytes(frame[2:-1]) for frame in self._begun if _left(frame) == 0 and _check(frame) == 0]
        self._begun = [frame for frame in self._begun if _left(frame) > 0]
        self._last = (self._last + bytes((byte,)))[-len(PREAMBLE) :]
        if self._last == PREAMBLE:
            self._begun.append(bytearray())
        return whole


def _left(frame: bytearray) -> int:
    """Return how many bytes a frame still needs, 0 when it is whole; -1 where its length cannot be right."""
    if len(frame) < 2:
        return 2 - len(frame)
    length = int.from_bytes(frame[:2])
    return 2 + length - len(frame) if 2 <= length <= LONGEST else -1
