"""What is laid over the window: the focus ring, and the frame that says help is on its way."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.piece import brush_for

STRONG_MM = 2.6
"""The thickness of the ring that switches move."""


class FocusRing(QWidget):
    """A ring laid over the window; touches go through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._around = parent
        self._thick = look.metrics.ring
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, place: QRect | None, *, strong: bool = False) -> None:
        """Stand around a place in the window, or go away; a strong one is seen from afar, for switches."""
        if place is None:
            self.hide()
            return
        metrics = self._look.metrics
        self._thick = metrics.px(STRONG_MM) if strong else metrics.ring
        reach = self._thick + metrics.px(0.4)
        parent = self._around.rect()
        self.setGeometry(place.adjusted(-reach, -reach, reach, reach).intersected(parent))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, with a line of the ground on its inner side so that it shows on any fill."""
        painter, metrics, roles = brush_for(self), self._look.metrics, self._look.roles
        ring = self._thick
        outer = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        thin = metrics.px(0.4)
        inner = QRectF(self.rect()).adjusted(*(ring + thin / 2,) * 2, *(-ring - thin / 2,) * 2)
        painter.setPen(QPen(QColor(roles.ground), thin))
        painter.drawRoundedRect(inner, metrics.corner, metrics.corner)
        painter.setPen(QPen(QColor(roles.focus), ring))
        painter.drawRoundedRect(outer, metrics.corner + ring, metrics.corner + ring)


class CallFrame(QWidget):
    """A frame around all but the bar while a person has been called; touches go through it.

    Around the bar it would hide the focus ring of its buttons.
    """

    def __init__(self, look: Look, place: QRect, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(place)
        self.hide()

    def show_called(self, called: bool) -> None:
        """Stand around the page, or go away."""
        self.setVisible(called)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame alone."""
        painter, width = brush_for(self), self._look.metrics.px(1.6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._look.roles.on_care), width))
        painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))
