"""The resting face: the time and day, large; and the quiet sign that something is being done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPaintEvent

from kiosk.text import DayOfWeek, just
from kiosk.ui.blocks import Busy, Greeting
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.typeset import Laid, Type


class Face(Piece):
    """Hall, clock, day, and a greeting in each of the hall's languages."""

    def __init__(self, look: Look, block: Greeting, now: Callable[[], datetime]) -> None:
        super().__init__(look, block.key, "")
        self.block = block
        self._now = now
        self.let_time_pass()

    def let_time_pass(self) -> None:
        """Show the minute it is."""
        now = self._now()
        self._clock = f"{now.hour}:{now.minute:02}"
        self._day = self.look.shown(just(DayOfWeek(now.date())))
        name = ". ".join(filter(None, (self.block.hall, self._clock, self._day, *self.block.greetings)))
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.update()

    def _lines(self, width: int, room: int) -> list[tuple[Laid, str, int]]:
        """Return each line with its role and the space above it; what has no room is left out, last first."""
        look, roles, em = self.look, self.look.roles, self.look.metrics.em
        clock_px = min(round(em * 7), int(width / 2.9), int(room * 0.42))
        clock = look.lay(self._clock, Type(max(em, clock_px), bold=True, leading=1.05), width)
        day = look.lay(self._day, look.figure(1.5 if width > 14 * em else 1.0), width)
        lines = [(clock, roles.accent, 0), (day, roles.ink, em // 4)]
        if self.block.hall:
            lines.insert(0, (look.lay(self.block.hall, look.strong, width), roles.soft, 0))
        for i, greeting in enumerate(self.block.greetings):
            laid = look.lay(greeting, look.figure(1.25), width)
            lines.append((laid, roles.ink, round(em * (1.6 if i == 0 else 0.4))))
        while len(lines) > 2 and sum(laid.height + above for laid, _, above in lines) > room:
            lines.pop()
        return lines

    def wanted_width(self, room: int) -> int:
        """Return the width it would like to have beside other things."""
        return round(room * 0.52)

    def height_at(self, width: int, room: int) -> int:
        """Return the height of all lines that have room."""
        return sum(laid.height + above for laid, _, above in self._lines(width, room))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, from the middle of the height given."""
        painter = brush_for(self)
        lines = self._lines(self.width(), self.height())
        y = (self.height() - sum(laid.height + above for laid, _, above in lines)) // 2
        for laid, ink, above in lines:
            laid.paint(painter, 0, y + above, ink)
            y += above + laid.height


class BusySign(Piece):
    """Three dots, one of them dark in turn; still where motion is off."""

    def __init__(self, look: Look, block: Busy, moving: bool) -> None:
        super().__init__(look, block.key, block.text)
        self.block = block
        self._turn = 0
        if moving:
            timer = QTimer(self)
            timer.setInterval(600)
            timer.timeout.connect(self._on)
            timer.start()

    def _on(self) -> None:
        self._turn = (self._turn + 1) % 3
        self.update()

    def height_at(self, width: int, room: int) -> int:
        """Return the height of one line."""
        return self.look.lay(self.block.text, self.look.body, width - 4 * self.look.metrics.em).height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots and the words."""
        painter, roles, em = brush_for(self), self.look.roles, self.look.metrics.em
        side = em * 0.6
        for i in range(3):
            fill = roles.accent if i == self._turn else roles.ground
            top = (self.look.body.line - side) / 2
            rounded(painter, QRectF(i * em * 0.95, top, side, side), side / 2, fill, roles.accent, em * 0.09)
        laid = self.look.lay(self.block.text, self.look.body, self.width() - 4 * em)
        laid.paint(painter, round(em * 3.4), 0, roles.soft)
