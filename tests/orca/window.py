"""The kiosk's window as another process meets it: where the keyboard is, what is shown, and keys to press."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from tests.visits.at_spi import DEEPEST, DOCK, SHOWING, library

FOCUSED = 12
"""A state by its number in AT-SPI."""
KEY_SYM = 3
"""How AT-SPI is told that a key is named by its X keysym."""
KEYSYMS = {
    "BackSpace": 0xFF08,
    "Return": 0xFF0D,
    "Down": 0xFF54,
    "Up": 0xFF52,
    "F1": 0xFFBE,
    "F3": 0xFFC0,
    "F10": 0xFFC7,
}


@dataclass(frozen=True)
class Control:
    """Something in the window, as AT-SPI tells it."""

    name: str
    role: str
    description: str = ""


NOWHERE = Control("", "")


class Window:
    """Reads the shown window anew each time it is asked, and presses keys as a keyboard does (XTEST)."""

    def __init__(self) -> None:
        self._atspi = library()
        self._atspi.atspi_accessible_get_description.restype = ctypes.c_char_p
        self._atspi.atspi_init()

    def press(self, key: str) -> None:
        """Press a key and let it go: one of KEYSYMS, or a digit."""
        keysym = KEYSYMS.get(key) or ord(key)
        self._atspi.atspi_generate_keyboard_event(keysym, None, KEY_SYM, None)

    def focused(self) -> Control:
        """Return what has the keyboard; NOWHERE where nothing has."""
        return next((self._told(thing) for thing in self._shown() if self._is(thing, FOCUSED)), NOWHERE)

    def shown(self) -> list[Control]:
        """Return all that is shown."""
        return [self._told(thing) for thing in self._shown()]

    def _shown(self) -> Iterator[ctypes.c_void_p]:
        desktop = ctypes.c_void_p(self._atspi.atspi_get_desktop(0))
        for program in self._held_by(desktop):
            if self._told(program).name != DOCK:
                for window in self._held_by(program):
                    yield from self._walk(window, 0)

    def _walk(self, thing: ctypes.c_void_p, depth: int) -> Iterator[ctypes.c_void_p]:
        if not self._is(thing, SHOWING) or depth > DEEPEST:
            return
        yield thing
        for held in self._held_by(thing):
            yield from self._walk(held, depth + 1)

    def _held_by(self, thing: ctypes.c_void_p) -> Iterator[ctypes.c_void_p]:
        for number in range(self._atspi.atspi_accessible_get_child_count(thing, None)):
            child = self._atspi.atspi_accessible_get_child_at_index(thing, number, None)
            if child:
                yield ctypes.c_void_p(child)

    def _is(self, thing: ctypes.c_void_p, state: int) -> bool:
        states = ctypes.c_void_p(self._atspi.atspi_accessible_get_state_set(thing))
        return bool(self._atspi.atspi_state_set_contains(states, state))

    def _told(self, thing: ctypes.c_void_p) -> Control:
        atspi = self._atspi
        name, role, about = (
            (ask(thing, None) or b"").decode()
            for ask in (
                atspi.atspi_accessible_get_name,
                atspi.atspi_accessible_get_role_name,
                atspi.atspi_accessible_get_description,
            )
        )
        return Control(name, role, about)
