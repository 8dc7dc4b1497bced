"""How Linux tells what is in a jack: by a switch among its input devices (linux/input.h)."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from struct import Struct

INPUT_DEVICES = Path("/proc/bus/input/devices")
EVENT = Struct("llHHi")
"""struct input_event: seconds, microseconds, type, code and value, in the machine's own sizes."""
SWITCH, HEADPHONES = 0x05, 0x02
"""EV_SW and SW_HEADPHONE_INSERT (linux/input-event-codes.h)."""
STATES = 0x8008451B
"""EVIOCGSW(8): ask for the present state of up to 64 switches, a bit each."""

Ask = Callable[[int, int, bytearray], object]


def jacks_in(devices: Path = INPUT_DEVICES) -> Iterator[Path]:
    """Find every input device with a switch for headphones; none where there is no list of devices."""
    try:
        listed = devices.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for about in listed.split("\n\n"):
        switches = re.search(r"(?m)^B: SW=(?:[0-9a-f]+ )*([0-9a-f]+)$", about)
        handler = re.search(r"(?m)^H: Handlers=.*\b(event\d+)", about)
        if switches and handler and int(switches[1], 16) >> HEADPHONES & 1:
            yield Path("/dev/input", handler[1])


def event_for(plugged: bool) -> bytes:
    """Return the event that tells of headphones put in or pulled out."""
    return EVENT.pack(0, 0, SWITCH, HEADPHONES, int(plugged))


def plugged_after(events: bytes, before: bool) -> bool:
    """Return whether headphones are in after these events; what tells of something else changes nothing."""
    whole = len(events) // EVENT.size * EVENT.size
    for _, _, kind, code, value in EVENT.iter_unpack(events[:whole]):
        if (kind, code) == (SWITCH, HEADPHONES):
            before = bool(value)
    return before


def ask_linux(descriptor: int, request: int, answer: bytearray) -> object:
    """Ask an open device; raises OSError where it does not know the question."""
    from fcntl import ioctl  # noqa: PLC0415 - there is none on Windows

    return ioctl(descriptor, request, answer)


def is_plugged(descriptor: int, ask: Ask = ask_linux) -> bool:
    """Ask an open input device whether headphones are in; False where it has no switches to ask."""
    bits = bytearray(8)
    try:
        ask(descriptor, STATES, bits)
    except OSError:
        return False
    return bool(int.from_bytes(bits, sys.byteorder) >> HEADPHONES & 1)
