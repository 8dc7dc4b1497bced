"""Exploring by touch: one finger slides and hears what lies under it; two quick taps act (requirement 31).

Lifting does nothing, so that a hand may search as long as it likes. What the taps act on is what was heard
last, wherever they land. A single tap says what lies under it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import hypot

from PySide6.QtCore import QPoint, QTimer

from kiosk.text import t
from kiosk.ui.field import Field
from kiosk.ui.hand import Hand
from kiosk.ui.listeners import Listeners
from kiosk.ui.piece import Piece, Touchable
from kiosk.ui.scene import Scene
from kiosk.ui.spot import Spot
from kiosk.ui.spots import everything_on, spot_of, thing_at

TAP_MS = 300
"""A finger that stays longer than this explores; one that lifts before has tapped."""
TWICE_MS = 600
"""So long after a tap a second one belongs to it."""
STILL_MM, TOGETHER_MM = 8, 60
"""A tap may slide so far, and its second half may land so far away."""
HOW = t("Slide one finger over the screen to listen. To choose, tap twice.")
CLOSED = t("Not to be used now.")


class Explorer:
    """What the finger has heard last; `found` is called whenever that is something else."""

    def __init__(
        self, hand: Hand, scene: Callable[[], Scene], heard: Listeners, found: Callable[[], None]
    ) -> None:
        self._hand, self._scene, self._heard, self._found = hand, scene, heard, found
        self._last: Hashable = None
        self._under: Hashable = None
        self._began = self._at = QPoint()
        self._exploring = self._twice = False
        self._first_tap: QPoint | None = None
        self._staying, self._alone = _once(TAP_MS, self._explore), _once(TWICE_MS, self._one_tap)

    @property
    def spot(self) -> Spot | None:
        """What was heard last."""
        thing = self._thing
        return None if thing is None else spot_of(self._scene(), thing)

    def forget(self) -> None:
        """Another page has come: nothing on it has been heard yet."""
        self._last = self._under = self._first_tap = None
        self._alone.stop()

    # ------------------------------------------------------------------------ the finger

    def landed(self, at: QPoint) -> None:
        """Begin to explore where the finger stays or slides; until then it may be a tap."""
        self._hand.lands(self)
        self._began = self._at = at
        self._exploring, self._under = False, None
        self._twice = self._first_tap is not None and self._near(self._first_tap, TOGETHER_MM)
        self._alone.stop()
        self._staying.start()

    def moved(self, to: QPoint) -> None:
        """Say what the finger has come to."""
        self._at = to
        if self._exploring or not self._near(self._began, STILL_MM):
            self._explore()

    def lifted(self, *, lost: bool) -> None:
        """Take two quick taps as one deed, and one as a question; after exploring, nothing."""
        self._staying.stop()
        self._hand.lifts(self)
        tapped = not (self._exploring or lost)
        if tapped and self._twice:
            self._first_tap = None
            self._act()
        elif tapped:
            self._first_tap = self._at
            self._alone.start()

    def _near(self, point: QPoint, millimetres: float) -> bool:
        away = self._at - point
        return hypot(away.x(), away.y()) <= self._scene().look.metrics.px(millimetres)

    # ------------------------------------------------------------------------ what it means

    def _explore(self) -> None:
        self._exploring, self._first_tap = True, None
        self._staying.stop()
        thing = thing_at(self._scene(), self._at)
        key = None if thing is None else thing.key
        if key != self._under and thing is not None:
            self._hear(thing)
        self._under = key

    def _one_tap(self) -> None:
        self._first_tap = None
        thing = thing_at(self._scene(), self._at)
        if thing is not None:
            self._hear(thing)

    def _hear(self, thing: Touchable | Piece) -> None:
        """Say a thing; the silence and the tick before it mark its border."""
        self._last = thing.key
        self._heard.interrupt()
        stops = self._scene().stops()
        if thing in stops:
            thing.setFocus()
            self._heard.focus(thing.accessibleName(), stops.index(thing) + 1, len(stops))
        elif isinstance(thing, Touchable):
            self._heard.read(thing.accessibleName())
            self._heard.remark(CLOSED)
        elif isinstance(thing, Field):
            self._heard.typed_so_far(thing.typed)
        elif self._scene().page.terms_on(thing):
            self._heard.read_of_trade(thing.accessibleName())
        else:
            self._heard.read(thing.accessibleName())
        self._found()

    @property
    def _thing(self) -> Touchable | Piece | None:
        things = everything_on(self._scene())
        return next((thing for thing in things if thing.key == self._last), None)

    def _act(self) -> None:
        """Press what was heard last; where that cannot be pressed, say how this goes."""
        thing = self._thing
        if isinstance(thing, Touchable) and thing.isEnabled():
            thing.click()
        elif not self._scene().page.explain(thing):
            self._heard.remark(CLOSED if isinstance(thing, Touchable) else HOW)


def _once(milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
