"""Visitors with two switches, with one, or with one finger that listens: each presses in a way of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.screens import Welcome
from kiosk.ui.buttons import Plain
from kiosk.ui.piece import Touchable
from kiosk.ui.setting import is_next_part
from kiosk.ui.window import KioskWindow

FINGERS = QTest.createTouchDevice()
MOVE, TAKE = Qt.Key.Key_F13, Qt.Key.Key_F14
LONGEST_WAY = 150
"""After so many moves of the frame, over all parts of a page, a visitor gives up."""
STEP = 40
"""A finger searches in steps of so many pixels: less than the least target."""

Press = Callable[[KioskWindow, str], None]


def held_by(window: KioskWindow) -> tuple[Touchable, ...]:
    """Return what is in the frame now."""
    tour = window._reaching._scanner._tour
    if not tour.begun:
        return ()
    return (tour.stop,) if tour.stop is not None else tour.group.stops


def leads_on(window: KioskWindow, thing: Touchable, name: str) -> bool:
    """Tell whether a button turns to another part of a page that does not show what is looked for here."""
    here = {button.accessibleName() for button in window._scene.stops()}
    return isinstance(thing, Plain) and is_next_part(thing.block) and name not in here


def take(window: KioskWindow, name: str, go_on: Callable[[], None]) -> None:
    """Go on until what has a name is in the frame, take it, and on the way whatever leads to it.

    At rest any press begins, in the hall's own language.
    """
    if isinstance(window._stage.screen, Welcome):
        QTest.keyClick(window, TAKE)
        return
    for _ in range(LONGEST_WAY):
        held = held_by(window)
        names = [thing.accessibleName() for thing in held]
        if name not in names and not any(leads_on(window, thing, name) for thing in held):
            go_on()
            continue
        QTest.keyClick(window, TAKE)
        if names == [name]:
            return
    raise AssertionError(f"the frame never came to {name!r}")


def by_two_switches(window: KioskWindow, name: str) -> None:
    """Move with one switch, take with the other."""
    take(window, name, lambda: QTest.keyClick(window, MOVE))


def by_one_switch(window: KioskWindow, name: str) -> None:
    """Wait while the frame moves by itself, and press the only switch."""
    scanner = window._reaching._scanner
    if not scanner.on and window._stage.visit:
        QTest.keyClick(window, TAKE)
    take(window, name, scanner.time_to_move)


class ByListening:
    """Slides a finger over the whole screen until it hears a name, lifts it, and taps twice in a corner."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def listen(self, name: str, *place: int) -> None:
        self.heard.append(name)

    def __call__(self, window: KioskWindow, name: str) -> None:
        for _ in range(window.parts):
            if self._search(window, lambda heard: heard == name):
                self._tap_twice(window)
                return
            assert self._search(window, lambda heard: heard in self._turns(window)), name
            self._tap_twice(window)
        raise AssertionError(f"no finger ever heard {name!r}")

    def _turns(self, window: KioskWindow) -> set[str]:
        stops = window._scene.stops()
        return {stop.accessibleName() for stop in stops if leads_on(window, stop, "")}

    def _search(self, window: KioskWindow, wanted: Callable[[str], bool]) -> bool:
        corner = QPoint(1, 1)
        self._send(window, "press", corner)
        at, found = corner, False
        for y in range(STEP // 2, window.height(), STEP):
            for x in range(STEP // 2, window.width(), STEP):
                self.heard.clear()
                at = QPoint(x, y)
                self._send(window, "move", at)
                found = bool(self.heard) and wanted(self.heard[-1])
                if found:
                    break
            if found:
                break
        self._send(window, "release", at)
        return found

    def _tap_twice(self, window: KioskWindow) -> None:
        corner = QPoint(1, 1)
        for what in ("press", "release") * 2:
            self._send(window, what, corner)

    def _send(self, window: KioskWindow, what: str, at: QPoint) -> None:
        touch = QTest.touchEvent(window, FINGERS, False)
        getattr(touch, what)(1, at, window)
        touch.commit()
