"""Upright columns, as for the months of a year, with as many words as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent

from kiosk.screens import Mark
from kiosk.ui.charts import Diagram
from kiosk.ui.piece import brush_for, rounded
from kiosk.ui.typeset import Laid, Type

WIDE_EM, SHARE = 2.2, 0.62
"""How wide a column is at most, and how much of its place it takes."""

_Placed = tuple[int, Laid, int]
"""The number of a column, its words, and where they begin."""


class UprightBars(Diagram):
    """Columns on a line: figures above them, names below; those marked and the last are named first."""

    @property
    def _plot(self) -> int:
        """The height of the highest column."""
        metrics = self.look.metrics
        if metrics.panel.portrait:
            return round(min(12 * metrics.em, max(8 * metrics.em, 0.22 * metrics.panel.height)))
        return round(metrics.em * (1.4 if metrics.scarce else 4))

    @property
    def _line(self) -> int:
        return self.look.body.line

    @property
    def _signs(self) -> int:
        """The height that signs take above the figures; where room is scarce, stripes alone must do."""
        marked = any(row.mark is not Mark.NONE for row in self.block.rows)
        return self.sign if marked and not self.look.metrics.scarce else 0

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the title, the columns and the words around them."""
        words = self.title_at(width) + self._signs + 2 * self._line
        return words + self._plot + self.look.metrics.edge

    @property
    def _step(self) -> float:
        """How far the columns stand apart."""
        return self.width() / len(self.block.rows)

    def _columns(self, base: int) -> list[QRectF]:
        """Return where the columns stand that end at a base line; nothing at all is still a thin line."""
        wide = min(self._step * SHARE, self.look.metrics.em * WIDE_EM)
        tall = [max(self.look.metrics.px(0.8), self._plot * self.share(row)) for row in self.block.rows]
        lefts = [self._step * (number + 0.5) - wide / 2 for number in range(len(tall))]
        return [QRectF(left, base - high, wide, high) for left, high in zip(lefts, tall, strict=True)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title, the columns and their words."""
        painter, look = brush_for(self), self.look
        base = self.paint_title(painter) + self._signs + self._line + self._plot
        columns = self._columns(base)
        for row, column in zip(self.block.rows, columns, strict=True):
            self.fill(painter, column, row.mark)
        rounded(painter, QRectF(0, base, self.width(), look.metrics.edge), 0, look.roles.edge)
        for number, laid, x in self._figures(columns):
            top = min(round(columns[i].top()) for i in self._under(laid, x, columns)) - self._line
            laid.paint(painter, x, top, look.roles.ink)
            if self._signs:
                middle = columns[number].center().x() - self.sign / 2
                self.paint_mark(painter, self.block.rows[number].mark, middle, top - self.sign)
        for _, laid, x in self._names():
            self.write(painter, laid, x, base + look.metrics.edge, look.roles.soft)

    def _first(self, number: int) -> tuple[bool, int]:
        """Rank a column: those marked first, the highest of them before the others."""
        row = self.block.rows[number]
        marked = row.mark is Mark.CARE
        return (not marked, -row.amount if marked else 0)

    def _figures(self, columns: list[QRectF]) -> list[_Placed]:
        """Return the figures, the highest first; none but those marked may stand above a higher neighbour."""
        rows = self.block.rows
        order = sorted(range(len(rows)), key=lambda i: (*self._first(i), -rows[i].amount, -i))
        placed = self._placed([row.value for row in rows], self.look.strong, order)

        def stands(one: _Placed) -> bool:
            number, laid, x = one
            own = columns[number].top()
            lower = all(columns[i].top() >= own for i in self._under(laid, x, columns))
            return lower or rows[number].mark is Mark.CARE

        return self._apart([one for one in placed if stands(one)])

    def _names(self) -> list[_Placed]:
        """Return the names, those marked and the last first."""
        rows = self.block.rows
        last = len(rows) - 1
        order = sorted(range(len(rows)), key=lambda i: (*self._first(i), i != last, -i))
        return self._apart(self._placed([row.label for row in rows], self.look.body, order))

    def _placed(self, texts: list[str], kind: Type, order: list[int]) -> list[_Placed]:
        """Return words above or below the middle of their columns, within the chart."""
        placed = []
        for number in order:
            laid = self.look.lay(texts[number], kind, self.width())
            middle = round(self._step * (number + 0.5) - laid.width / 2)
            placed.append((number, laid, max(0, min(self.width() - laid.width, middle))))
        return placed

    def _apart(self, placed: list[_Placed]) -> list[_Placed]:
        """Return those that have room beside the ones before them."""
        found: list[_Placed] = []
        air = self.look.metrics.em // 3
        for number, laid, x in placed:
            after, before = x + laid.width + air, x - air
            if all(after <= there or there + other.width <= before for _, other, there in found):
                found.append((number, laid, x))
        return found

    @staticmethod
    def _under(laid: Laid, x: int, columns: list[QRectF]) -> list[int]:
        """Return the columns that words at x stand above."""
        return [i for i, c in enumerate(columns) if c.left() < x + laid.width and x < c.right()]
