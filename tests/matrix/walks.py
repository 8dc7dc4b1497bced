"""The walk by keys: its order, and the ring around each thing it comes to."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.domain.panel import Panel
from kiosk.ui.meaning import MeaningTouch
from tests.matrix import rules
from tests.matrix.colours import DICHROMACIES, Pixels, pixels_of, within
from tests.matrix.rules import Reading
from tests.matrix.samples import ring_of
from tests.ui.conftest import Kiosk


def walked(kiosk: Kiosk) -> Reading:
    """A18: walk everything by the Tab key, and compare with what assistive technology reads."""
    names = read_names(kiosk.window)
    walk = [focused.accessibleName() for focused in _tabbed(kiosk, len(names))]
    astray = sum(one != other for one, other in zip(walk, names, strict=True))
    return Reading(rules.ORDER, astray, f"{', '.join(walk)} instead of {', '.join(names)}")


def _tabbed(kiosk: Kiosk, times: int) -> Iterator[QWidget]:
    """Press Tab so many times, from where the page begins, and yield what has the focus."""
    kiosk.window._scene.focus(None)
    for _ in range(times):
        kiosk.clock.now += 1
        QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Tab)
        yield kiosk.window.focusWidget()


def rings(kiosk: Kiosk, pixels: Pixels, known: set[Hashable]) -> Iterator[Reading]:
    """A18 and A5: measure the ring around each thing, but for those that are known.

    `pixels` are the window without a ring.
    """
    around, panel = kiosk.window._scene.ring, kiosk.panel
    for thing in _tabbed(kiosk, len(kiosk.window._scene.stops())):
        name, place = thing.accessibleName(), around.geometry()
        looks = (name, thing.isEnabled(), place.getRect())
        if looks not in known:
            known.add(looks)
            shown = pixels_of(kiosk.window.grab(place).toImage())
            yield from ring(shown, within(pixels, place), panel, name, place)


def ring(shown: Pixels, hidden: Pixels, panel: Panel, name: str, place: QRect) -> Iterator[Reading]:
    """Compare a place with the ring and without."""
    reach = panel.px(4)
    thick, strong = ring_of(shown, hidden, reach)
    yield Reading(rules.RING, thick / panel.pixels_per_mm, name, place)
    yield Reading(rules.RING_CONTRAST, strong, name, place)
    for kind, eye in DICHROMACIES.items():
        seen = ring_of(shown, hidden, reach, eye)[1]
        yield Reading(rules.BLIND_RING, seen, f"{name} ({kind})", place, kind)


def read_names(window: QWidget) -> list[str]:
    """Return what assistive technology finds to press, in its order."""
    found: list[str] = []
    _gather(QAccessible.queryAccessibleInterface(window), found)
    return found


def _gather(thing: QAccessibleInterface, found: list[str]) -> None:
    state = thing.state()
    if state.invisible or state.disabled:
        return
    if isinstance(thing.object(), MeaningTouch):
        return  # no stop for keys: Help explains the screen in three, and nobody walks a longer way for it
    if thing.role() in {QAccessible.Role.Button, QAccessible.Role.CheckBox}:
        found.append(thing.text(QAccessible.Text.Name))
    for number in range(thing.childCount()):
        child = thing.child(number)
        if child is not None:
            _gather(child, found)
