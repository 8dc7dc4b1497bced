"""Lying bars: words, bar and figure in one line where there is room, else the bar below its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.screens import Mark
from kiosk.ui.charts import Diagram
from kiosk.ui.piece import brush_for
from kiosk.ui.rows import BarRow
from kiosk.ui.typeset import Laid

BAR_EM, LEAST_BAR_EM, AIR_EM = 0.85, 8, 0.8
"""How thick a bar is, how long the longest must be to stand in line with its words, and the air beside it."""
LABEL_SHARE = 0.36


class LyingBars(Diagram):
    """One bar below the other; all figures end at the right edge."""

    @property
    def _bar(self) -> int:
        ems = BAR_EM * (1.5 if self.look.metrics.panel.portrait else 1)
        return max(self.look.metrics.px(3), round(self.look.metrics.em * ems))

    @property
    def _padding(self) -> int:
        metrics = self.look.metrics
        return round(metrics.em * (0.25 if metrics.panel.portrait else 0.08))

    @property
    def _sign_room(self) -> int:
        marked = any(row.mark is not Mark.NONE for row in self.block.among)
        return round(self.sign * 1.35) if marked else 0

    def _words(self, row: BarRow, width: int) -> tuple[Laid, Laid]:
        look = self.look
        return look.lay(row.label, look.body, width), look.lay(
            row.value, look.strong, width - self._sign_room
        )

    def _columns(self, width: int) -> tuple[int, int] | None:
        """Return how wide labels and figures are beside their bars, or None where bars would be short."""
        words = [self._words(row, 100_000) for row in self.block.among]
        label = max(one.width for one, _ in words)
        value = max(other.width for _, other in words) + self._sign_room
        air = 2 * round(self.look.metrics.em * AIR_EM)
        room = width - label - value - air
        good = label <= width * LABEL_SHARE and room >= LEAST_BAR_EM * self.look.metrics.em
        return (label, value) if good else None

    def _above(self, row: BarRow, width: int) -> tuple[Laid, Laid, bool]:
        """Return the words above a bar, and whether the figure stands beside the label."""
        label, value = self._words(row, width)
        room = width - self._sign_room - self.look.metrics.em
        return label, value, label.lines == value.lines == 1 and label.width + value.width <= room

    def _tall(self, row: BarRow, width: int) -> int:
        """Return the height of one bar with its words."""
        if self._columns(width) is not None:
            return self.look.body.line + 2 * self._padding
        label, value, beside = self._above(row, width)
        words = label.height if beside else label.height + value.height
        return words + self._bar + 4 * self._padding

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the title and every bar."""
        return self.title_at(width) + sum(self._tall(row, width) for row in self.block.rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title and every bar with its words."""
        painter, width = brush_for(self), self.width()
        y, columns = self.paint_title(painter), self._columns(width)
        for row in self.block.rows:
            if columns is None:
                self._paint_below(painter, row, y)
            else:
                self._paint_in_line(painter, row, y, columns)
            y += self._tall(row, width)

    def _paint_in_line(self, painter: QPainter, row: BarRow, y: int, columns: tuple[int, int]) -> None:
        (label, value), top = self._words(row, 100_000), y + self._padding
        left = columns[0] + round(self.look.metrics.em * AIR_EM)
        long = self.width() - left - columns[1] - round(self.look.metrics.em * AIR_EM)
        self.write(painter, label, 0, top, self.look.roles.soft)
        self._paint_value(painter, row, value, top)
        self._paint_bar(painter, row, QRectF(left, top + (label.kind.line - self._bar) / 2, long, self._bar))

    def _paint_below(self, painter: QPainter, row: BarRow, y: int) -> None:
        label, value, beside = self._above(row, self.width())
        self.write(painter, label, 0, y + self._padding, self.look.roles.soft)
        low = y + self._padding + (0 if beside else label.height)
        self._paint_value(painter, row, value, low)
        top = low + max(value.height, label.height if beside else 0) + self._padding
        self._paint_bar(painter, row, QRectF(0, top, self.width(), self._bar))

    def _paint_value(self, painter: QPainter, row: BarRow, value: Laid, y: int) -> None:
        x = self.width() - value.width
        value.paint(painter, x, y, self.look.roles.ink)
        self.paint_mark(painter, row.mark, x - self._sign_room, y + (value.kind.line - self.sign) / 2)

    def _paint_bar(self, painter: QPainter, row: BarRow, room: QRectF) -> None:
        """Paint a bar from the left; nothing at all is still a thin line."""
        room.setWidth(max(self.look.metrics.px(0.8), room.width() * self.share(row)))
        self.fill(painter, room, row.mark)
