"""The visitor's way through the window by keys: every key is taken here, and acts once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeyEvent

from kiosk.ui.hand import Hand
from kiosk.ui.keyboard import STEPS, Deed, deed_of, key_of_pad, towards
from kiosk.ui.piece import Touchable
from kiosk.ui.scene import Scene

LOOKING = {*STEPS, Deed.NEXT, Deed.PREVIOUS, Deed.NEXT_PART, Deed.PREVIOUS_PART}
"""Keys that only look around; pressing them fast is no tremor."""


class Walker:
    """Turns keys into deeds; `typed` takes what the pad would, `begin` a key pressed beside everything."""

    def __init__(
        self,
        hand: Hand,
        scene: Callable[[], Scene],
        deeds: Mapping[Deed, Callable[[], None]],
        typed: Callable[[str], None],
        begin: Callable[[], None],
    ) -> None:
        self._hand, self._scene, self._deeds = hand, scene, deeds
        self._typed, self._begin = typed, begin

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
            self._typed(pad)
        elif deed is Deed.ACT:
            self._press()
        elif deed is not None:
            self._deeds.get(deed, lambda: self._walk(deed))()
        return True

    def _press(self) -> None:
        focused = self._scene().focused()
        if not isinstance(focused, Touchable):
            self._begin()
        elif focused.isEnabled() and not focused.closed:
            focused.act()

    def _walk(self, deed: Deed) -> None:
        scene = self._scene()
        stops, focused = scene.stops(), scene.focused()
        if focused not in stops:
            stops[-1 if deed is Deed.PREVIOUS else 0].setFocus()
            return
        now = stops.index(focused)
        if deed in STEPS:
            places = [scene.place_of(stop) for stop in stops]
            stops[towards(places, now, deed)].setFocus()
        else:
            stops[(now + (1 if deed is Deed.NEXT else -1)) % len(stops)].setFocus()
