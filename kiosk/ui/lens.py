"""The lens: what is under the finger or has the focus, much larger, in a band away from it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.piece import brush_for, rounded
from kiosk.ui.spot import Spot
from kiosk.ui.typeset import Laid, Type

TIMES = (2.5, 2.2, 1.9, 1.6)
"""How many times the body's size the words are: the first at which all of them have room."""
LEADING = 1.3


class Lens(QWidget):
    """A band as wide as the window, above or below what it shows; touches go through it.

    Where even the smallest size has no room for all the words, it shows those near the finger.
    """

    def __init__(self, look: Look, bar_top: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._bar_top = look, bar_top
        self._laid: Laid | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_spot(self, spot: Spot | None, finger_y: int | None = None) -> None:
        """Show a spot's words, or nothing; `finger_y` is how far down the window the finger lies."""
        if spot is None or not spot.name:
            self.hide()
            return
        room = self._room_beside(spot.place)
        self._laid = self._fitting(spot, room.height() - 2 * self._padding, finger_y)
        height = self._laid.height + 2 * self._padding
        above = room.y() < spot.place.y()
        y = room.y() if above else room.bottom() + 1 - height
        self.setGeometry(0, y, room.width(), height)
        self.raise_()
        self.show()
        self.update()

    def _room_beside(self, place: QRect) -> QRect:
        """Return the room above or below a place, whichever is larger, but the bar where it can be seen."""
        window, gap = self._look.metrics.panel, self._look.metrics.gap
        above = QRect(0, 0, window.width, max(0, place.top() - gap))
        top = place.bottom() + 1 + gap
        bottom = self._bar_top if place.bottom() < self._bar_top else window.height
        below = QRect(0, top, window.width, max(0, bottom - top))
        return above if above.height() >= below.height() else below

    def _fitting(self, spot: Spot, room: int, finger_y: int | None) -> Laid:
        """Return the words in the largest size at which they fit, name and the rest, or the name alone."""
        whole = ". ".join(filter(None, (spot.name.rstrip("。."), spot.more)))
        for text in dict.fromkeys((whole, spot.name)):
            for times in TIMES:
                laid = self._lay(text, times)
                if laid.height <= room:
                    return laid
        smallest = self._lay(spot.name, TIMES[-1])
        pieces = smallest.pieces(max(1, room // smallest.kind.line))
        down = 0.0 if finger_y is None else (finger_y - spot.place.y()) / max(1, spot.place.height())
        return self._lay(pieces[min(len(pieces) - 1, max(0, int(down * len(pieces))))], TIMES[-1])

    def _lay(self, text: str, times: float) -> Laid:
        kind = Type(round(self._look.metrics.em * times), bold=True, leading=LEADING)
        return self._look.lay(text, kind, self._look.metrics.panel.width - 2 * self._look.metrics.margin)

    @property
    def _padding(self) -> int:
        return self._look.metrics.gap // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper with a strong edge, and the words."""
        painter, roles, metrics = brush_for(self), self._look.roles, self._look.metrics
        rounded(painter, QRectF(self.rect()), metrics.corner, roles.surface, roles.focus, metrics.ring)
        if self._laid is not None:
            self._laid.paint(painter, metrics.margin, self._padding, roles.ink)
