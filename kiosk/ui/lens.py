"""The lens: what is under the finger or has the focus, much larger, in a band away from it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.text import Language
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
        self._lines: list[Laid] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_spot(self, spot: Spot | None, finger_y: int | None = None) -> None:
        """Show a spot's words, or nothing; `finger_y` is how far down the window the finger lies."""
        room = QRect() if spot is None else self._room_beside(spot.place)
        if spot is None or not spot.name or room.isEmpty():
            self.hide()
            return
        self._lines = self._fitting(spot, room.height() - 2 * self._padding, finger_y)
        height = _height_of(self._lines) + 2 * self._padding
        above = room.y() < spot.place.y()
        self.setGeometry(0, room.y() if above else room.bottom() + 1 - height, room.width(), height)
        self.raise_()
        self.show()
        self.update()

    def _room_beside(self, place: QRect) -> QRect:
        """Return the room above or below a place, whichever is larger; nothing where neither has a line.

        The bar stays to be seen where there is room without it.
        """
        window, gap = self._look.metrics.panel, self._look.metrics.gap
        least = round(self._look.metrics.em * TIMES[-1] * LEADING) + 2 * self._padding
        top = place.bottom() + 1 + gap
        above = QRect(0, 0, window.width, place.top() - gap)
        below = QRect(0, top, window.width, self._bar_top - top)
        room = max(above, below, key=QRect.height)
        if room.height() < least:
            room = QRect(0, top, window.width, window.height - top)
        return room if room.height() >= least else QRect()

    def _fitting(self, spot: Spot, room: int, finger_y: int | None) -> list[Laid]:
        """Return the words in the largest size that has room for all of them, else for the name alone."""
        name = self._written(spot.name)
        for more in dict.fromkeys((spot.more, "")):
            for times in TIMES:
                lines = [self._lay(name, times, bold=True)]
                lines += [self._lay(more, times, bold=False)] if more else []
                if _height_of(lines) <= room:
                    return lines
        laid = self._lay(name, TIMES[-1], bold=True)
        pieces = laid.pieces(max(1, room // laid.kind.line))
        down = 0.0 if finger_y is None else (finger_y - spot.place.y()) / max(1, spot.place.height())
        here = min(len(pieces) - 1, max(0, int(down * len(pieces))))
        return [self._lay(pieces[here], TIMES[-1], bold=True)]

    def _written(self, name: str) -> str:
        """Return a name as it is read: in Chinese its parts stand apart by a comma of their own."""
        return name if self._look.words.language is Language.EN else name.replace(". ", "，")

    def _lay(self, text: str, times: float, *, bold: bool) -> Laid:
        kind = Type(round(self._look.metrics.em * times), bold=bold, leading=LEADING)
        return self._look.lay(text, kind, self._look.metrics.panel.width - 2 * self._look.metrics.margin)

    @property
    def _padding(self) -> int:
        return self._look.metrics.gap // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper with a strong edge, and the words."""
        painter, roles, metrics = brush_for(self), self._look.roles, self._look.metrics
        rounded(painter, QRectF(self.rect()), metrics.corner, roles.surface, roles.focus, metrics.ring)
        y = self._padding
        for laid in self._lines:
            laid.paint(painter, metrics.margin, y, roles.ink)
            y += laid.height


def _height_of(lines: list[Laid]) -> int:
    return sum(laid.height for laid in lines)
