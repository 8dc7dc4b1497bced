"""Reads the window of a kiosk as a screen reader does: over AT-SPI, from a process of its own.

Run on a D-Bus session of its own with a display; prints the first screen and the one after it as JSON.
libatspi is spoken to directly, so that nothing but at-spi2-core is needed.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent.parent
LIBRARY = "libatspi.so.0"
ENABLED, FOCUSABLE, SHOWING = 8, 11, 25
"""States by their numbers in AT-SPI."""
LONGEST_WAIT = 60.0
DEEPEST = 12
NOTHING = "nothing has this name"
DOCK = "dock"
"""The program with everybody's ID cards beside the practice kiosk, which is none of it."""


def library() -> ctypes.CDLL:
    """Load libatspi; raises OSError where it is not installed."""
    atspi = ctypes.CDLL(LIBRARY)
    for name in (
        "get_desktop", "accessible_get_child_at_index", "accessible_get_action_iface",
        "accessible_get_state_set",
    ):  # fmt: skip
        getattr(atspi, f"atspi_{name}").restype = ctypes.c_void_p
    for name in ("accessible_get_name", "accessible_get_role_name"):
        getattr(atspi, f"atspi_{name}").restype = ctypes.c_char_p
    return atspi


@contextmanager
def a_kiosk() -> Iterator[None]:
    """The whole program in a process of its own, from its first screen on."""
    with TemporaryDirectory() as state:
        settings = Path(state) / "kiosk.toml"
        settings.write_text(
            f'state = "{state}"\nlanguage = "en"\n[voice]\nengine = "silent"\n'
            '[sandbox]\nhost = "127.0.0.1"\nport = 0\n'
        )
        command = [sys.executable, str(ROOT / "main.py"), "--windowed", "--settings", str(settings)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as kiosk:
            assert kiosk.stderr is not None
            for line in kiosk.stderr:
                if '"window_shown"' in line:
                    break
            try:
                yield
            finally:
                kiosk.terminate()


class Reader:
    """Walks the tree of everything that is shown."""

    def __init__(self) -> None:
        self._atspi = library()
        self._atspi.atspi_init()
        self._things: dict[str, ctypes.c_void_p] = {}

    def press(self, name: str) -> None:
        """Press a button that was read."""
        action = ctypes.c_void_p(self._atspi.atspi_accessible_get_action_iface(self._things[name]))
        self._atspi.atspi_action_do_action(action, 0, None)

    def read(self, after: str = NOTHING) -> list[dict[str, Any]]:
        """Return all that the kiosk shows, in order; waits until `after` is gone and there is a button."""
        until = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < until:
            desktop = ctypes.c_void_p(self._atspi.atspi_get_desktop(0))
            for program in self._held_by(desktop):
                found = list(self._walk(program, 0))
                gone = after not in {one["name"] for one in found if one["showing"]}
                if found[0]["name"] != DOCK and gone and any("button" in one["role"] for one in found):
                    return found
            time.sleep(0.5)
        return []

    def _held_by(self, thing: ctypes.c_void_p) -> Iterator[ctypes.c_void_p]:
        for number in range(self._atspi.atspi_accessible_get_child_count(thing, None)):
            child = self._atspi.atspi_accessible_get_child_at_index(thing, number, None)
            if child:
                yield ctypes.c_void_p(child)

    def _walk(self, thing: ctypes.c_void_p, depth: int) -> Iterator[dict[str, Any]]:
        told = self._told(thing)
        self._things[told["name"]] = thing
        yield told
        for held in self._held_by(thing) if depth < DEEPEST else ():
            yield from self._walk(held, depth + 1)

    def _told(self, thing: ctypes.c_void_p) -> dict[str, Any]:
        atspi = self._atspi
        action = atspi.atspi_accessible_get_action_iface(thing)
        states = ctypes.c_void_p(atspi.atspi_accessible_get_state_set(thing))
        return {
            "name": (atspi.atspi_accessible_get_name(thing, None) or b"").decode(),
            "role": (atspi.atspi_accessible_get_role_name(thing, None) or b"").decode(),
            "actions": atspi.atspi_action_get_n_actions(ctypes.c_void_p(action), None) if action else 0,
            "enabled": bool(atspi.atspi_state_set_contains(states, ENABLED)),
            "focusable": bool(atspi.atspi_state_set_contains(states, FOCUSABLE)),
            "showing": bool(atspi.atspi_state_set_contains(states, SHOWING)),
        }


if __name__ == "__main__":
    with a_kiosk():
        reader = Reader()
        first = reader.read()
        reader.press("English")
        print(json.dumps([first, reader.read(after="English")]))
