"""The visitor's way through the window by keys: every key is taken here, and acts once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QKeyEvent

from kiosk.text import t
from kiosk.ui.doing import Doing
from kiosk.ui.field import Field
from kiosk.ui.hand import Hand
from kiosk.ui.keyboard import STEPS, Deed, deed_of, key_of_pad, towards
from kiosk.ui.labels import Heading
from kiosk.ui.listeners import Listeners
from kiosk.ui.piece import Piece, Touchable
from kiosk.ui.scene import Scene

LOOKING = {*STEPS, Deed.NEXT, Deed.PREVIOUS, Deed.NEXT_PART, Deed.PREVIOUS_PART}
"""Keys that only look around; pressing them fast is no tremor."""


BY_EAR = {Deed.LEFT: Deed.PREVIOUS_PART, Deed.RIGHT: Deed.NEXT_PART}
"""What these arrows do `by_ear`: nothing that is heard is at the left or the right."""


class Walker:
    """Turns keys into deeds; `by_ear`, up and down go through everything that can be read, one by one."""

    def __init__(
        self,
        hand: Hand,
        scene: Callable[[], Scene],
        deeds: Mapping[Deed, Callable[[], None]],
        doing: Doing,
        heard: Listeners,
        *,
        keys: Mapping[int, Deed],
        by_ear: Callable[[], bool],
        turn_to: Callable[[int], None],
    ) -> None:
        self._hand, self._scene, self._deeds = hand, scene, deeds
        self._doing, self._heard, self._keys = doing, heard, keys
        self._by_ear, self._turn_to = by_ear, turn_to

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it meant anything."""
        deed = self._meant(deed_of(event.key(), event.modifiers(), self._keys))
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

    def _meant(self, deed: Deed | None) -> Deed | None:
        return BY_EAR.get(deed, deed) if deed is not None and self._by_ear() else deed

    def _press(self) -> None:
        focused = self._scene().focused()
        if not isinstance(focused, Touchable):
            if not self._scene().page.explain(focused):
                self._doing.press_nothing()
        elif focused.closed:
            self._heard.remark(t("One moment, please."))
        elif focused.isEnabled():
            focused.act()

    def _walk(self, deed: Deed) -> None:
        if self._by_ear():
            self._step(back=deed in {Deed.UP, Deed.PREVIOUS}, pressed=deed in {Deed.NEXT, Deed.PREVIOUS})
            return
        scene = self._scene()
        stops, focused = scene.stops(), scene.focused()
        if focused not in stops:
            to = len(stops) - 1 if deed is Deed.PREVIOUS else 0
        elif deed in STEPS:
            to = towards([scene.place_of(stop) for stop in stops], stops.index(focused), deed)
        else:
            to = (stops.index(focused) + (1 if deed is Deed.NEXT else -1)) % len(stops)
        stops[to].setFocus()
        self._heard.focus(stops[to].accessibleName(), to + 1, len(stops))

    def _step(self, *, back: bool, pressed: bool) -> None:
        """Go one by one through the page, whatever part a thing stands on, and through the bar.

        With `pressed`, only what can be pressed counts.
        """
        scene = self._scene()
        order = scene.everything()
        at = self._place_in(order, back)
        while True:
            at = (at + (-1 if back else 1)) % len(order)
            part, thing = order[at]
            if not pressed or isinstance(thing, Touchable):
                break
        if part not in {None, scene.page.part}:
            self._turn_to(part)
        thing.setFocus()
        self._tell(thing, [stop for _, stop in order if isinstance(stop, Touchable)])

    def _place_in(self, order: Sequence[tuple[int | None, Piece | Touchable]], back: bool) -> int:
        """Return where the keyboard is; on the heading, before what is first on its part."""
        scene = self._scene()
        focused, part = scene.focused(), scene.page.part
        things = [thing for _, thing in order]
        if isinstance(focused, Heading) and part > 1:
            first = [number for number, _ in order].index(part)
            return first if back else first - 1
        return things.index(focused) if focused in things else len(order) if back else -1

    def _tell(self, thing: Piece | Touchable, stops: Sequence[Touchable]) -> None:
        """Tell what the keyboard is on: what can be pressed with its place among its like."""
        if isinstance(thing, Touchable):
            self._heard.focus(thing.accessibleName(), stops.index(thing) + 1, len(stops))
        elif isinstance(thing, Field):
            self._heard.typed_so_far(self._doing.draft.typed)
        elif self._scene().page.terms_on(thing):
            self._heard.read_of_trade(thing.accessibleName())
        else:
            self._heard.read(thing.accessibleName())
