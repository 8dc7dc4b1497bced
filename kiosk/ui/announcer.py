"""The line that a screen reader says at once, and nobody sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.piece import Piece


class Announcer(Piece):
    """A line that nobody sees; each time it comes up, a screen reader says it, wherever the keyboard is.

    It comes up as a notification does: Orca 43 says those, and leaves out the announcements that Qt knows.
    """

    role = QAccessible.Role.Notification

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "announcer", "")
        self.setParent(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 1, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Have a sentence said."""
        if sentence:
            self.hide()
            self.setAccessibleName(sentence)
            self.show()

    def height_at(self, width: int, room: int) -> int:
        """Take no room."""
        return 1
