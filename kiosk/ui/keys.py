"""The keys of a pad: digits, and icons with their words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent

from kiosk.ui.buttons import Slab
from kiosk.ui.look import Look
from kiosk.ui.piece import brush_for, rounded


class Key(Slab):
    """One key of a pad: a digit, or an icon with its word."""

    def __init__(self, look: Look, key: str, label: str, icon: str, act: Callable[[], None]) -> None:
        super().__init__(look, ("key", key), label, act)
        self.icon_name = icon

    def height_at(self, width: int, room: int) -> int:
        """Return the height of a main target, or of the figure on it."""
        return max(self.look.metrics.main_target, self.look.figure(1.3).line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body and what is on it."""
        painter, roles, metrics = brush_for(self), self.look.roles, self.look.metrics
        if not self.isEnabled():
            rounded(painter, QRectF(self.rect()), metrics.corner, roles.sunken)
            sunk, ink = 0, roles.soft
        else:
            sunk = self.slab(painter, roles.surface, roles.pressed, roles.edge)
            ink = roles.on_pressed if self.sunk else roles.ink
        kind = self.look.strong if self.icon_name else self.look.figure(1.0 if metrics.scarce else 1.35)
        bare = self.icon_name in {"minus", "plus"} or (self.icon_name and metrics.scarce)
        word = "" if bare else self.text()
        laid = self.look.lay(word, kind, self.width()) if word else None
        side = round(metrics.em * 1.3) if self.icon_name else 0
        tall = side + (laid.height if laid else 0)
        y = (self.height() - metrics.lip - tall) // 2 + sunk
        if side:
            icon = self.look.art.icon(self.icon_name, ink, side)
            painter.drawPixmap((self.width() - side) // 2, y, icon)
        if laid:
            laid.paint(painter, 0, y + side, ink, centred_in=self.width())
