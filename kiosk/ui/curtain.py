"""The curtain: one colour over the whole window, while the visit goes on by ear (requirement 24)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.comfort import Comfort

COLOUR = "#000000"


class Curtain(QWidget):
    """Covers everything, also what comes later; a touch reaches nothing below, unless a finger explores."""

    def __init__(self, window: QWidget, touched: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._touched = window, touched
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def draw(self, comfort: Comfort) -> None:
        """Cover the window, or show it."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, comfort.exploring)
        self.setGeometry(self._window.rect())
        self.setVisible(comfort.curtain)
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Take touches before Qt makes mouse presses of them."""
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchBegin:
                self._touched()
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Notice a touch."""
        self._touched()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep it from what is below."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one colour."""
        QPainter(self).fillRect(self.rect(), QColor(COLOUR))
