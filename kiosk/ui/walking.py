"""The visitor's way through the window by keys: every key is taken here, and acts once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeyEvent

from kiosk.ui.doing import Doing
from kiosk.ui.hand import Hand
from kiosk.ui.keyboard import STEPS, Deed, deed_of, key_of_pad, towards
from kiosk.ui.piece import Touchable
from kiosk.ui.scene import Scene

LOOKING = {*STEPS, Deed.NEXT, Deed.PREVIOUS, Deed.NEXT_PART, Deed.PREVIOUS_PART}
"""Keys that only look around; pressing them fast is no tremor."""


class Walker:
    """Turns keys into deeds; `told` hears what the keyboard has walked to, its place and of how many."""

    def __init__(
        self,
        hand: Hand,
        scene: Callable[[], Scene],
        deeds: Mapping[Deed, Callable[[], None]],
        doing: Doing,
        told: Callable[[str, int, int], None],
    ) -> None:
        self._hand, self._scene, self._deeds = hand, scene, deeds
        self._doing, self._told = doing, told

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it meant anything."""
        deed = deed_of(event.key(), event.modifiers())
        pad = key_of_pad(event.key(), event.modifiers())
        if event.isAutoRepeat() or (deed is None and pad is None):
            return False
        looking = deed in LOOKING
        if not self._hand.key_counts(("key", event.key()), looking=looking):
            return True
        if pad is not None:
            self._doing.type(pad)
        elif deed is Deed.ACT:
            self._press()
        elif deed is not None:
            self._deeds.get(deed, lambda: self._walk(deed))()
        return True

    def _press(self) -> None:
        focused = self._scene().focused()
        if not isinstance(focused, Touchable):
            self._doing.begin()
        elif focused.isEnabled() and not focused.closed:
            focused.act()

    def _walk(self, deed: Deed) -> None:
        scene = self._scene()
        stops, focused = scene.stops(), scene.focused()
        if focused not in stops:
            to = len(stops) - 1 if deed is Deed.PREVIOUS else 0
        elif deed in STEPS:
            to = towards([scene.place_of(stop) for stop in stops], stops.index(focused), deed)
        else:
            to = (stops.index(focused) + (1 if deed is Deed.NEXT else -1)) % len(stops)
        stops[to].setFocus()
        self._told(stops[to].accessibleName(), to + 1, len(stops))
