"""The button to speak: at the end of the caption strip on every screen, for whoever wants it there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.keys import WHAT_KEYS_DO
from kiosk.text import t
from kiosk.ui.frame import BAR_LEADING
from kiosk.ui.look import Look
from kiosk.ui.piece import Touchable, brush_for, rounded
from kiosk.ui.typeset import Type

SPEAK, STOP = t("Speak"), t("Stop")


class TalkButton(Touchable):
    """A microphone and a word; while the kiosk listens or thinks it stays pressed, and stops it."""

    def __init__(self, look: Look, act: Callable[[], None], place: QRect, parent: QWidget) -> None:
        super().__init__(look, "talk", look.shown(SPEAK), act)
        self.setAccessibleDescription(look.shown(WHAT_KEYS_DO["talk"]))
        self.setParent(parent)
        self.setGeometry(place)
        self._at_work = False

    def show_at_work(self, at_work: bool) -> None:
        """Show whether the kiosk listens, or thinks about what it heard."""
        if at_work is not self._at_work:
            self._at_work = at_work
            word = self.look.shown(STOP if at_work else SPEAK)
            self.setText(word)
            self.setAccessibleName(word)
            self.update()

    def height_at(self, width: int, room: int) -> int:
        """Return the height of a thing to touch."""
        return self.look.metrics.target

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body, the microphone, and the word where lines are not scarce."""
        painter, roles, metrics = brush_for(self), self.look.roles, self.look.metrics
        sunk = self.sunk or self._at_work
        ink, fill = (roles.on_pressed, roles.pressed) if sunk else (roles.ink, roles.surface)
        rounded(painter, QRectF(self.rect()), metrics.corner, fill, roles.edge, metrics.edge)
        word = "" if metrics.scarce else self.text()
        laid = self.look.lay(word, Type(metrics.em, bold=True, leading=BAR_LEADING), self.width())
        side, gap = round(metrics.em * 1.2), metrics.em // 3 if word else 0
        left, middle = (self.width() - side - gap - laid.width) // 2, self.height() // 2
        painter.drawPixmap(left, middle - side // 2, self.look.art.icon("microphone", ink, side))
        laid.paint(painter, left + side + gap, middle - laid.height // 2, ink)
