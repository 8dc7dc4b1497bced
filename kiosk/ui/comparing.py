"""What a commitment changes: as it is now, an arrow, and as it will be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.look import Look
from kiosk.ui.metrics import LEADING
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.rows import ChangeRow, Changes
from kiosk.ui.typeset import Laid, Type

ARROW_EM, LABEL_SHARE, LEAST_LABEL_EM = 2.4, 0.3, 4.5
LEAST_BIG = 1.2
"""Values too long for columns at full size may shrink to so many times the body."""


class Way(Enum):
    """How a row is set: its label left of both values, above them, or all below each other."""

    ACROSS = "across"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True)
class _Set:
    """One row in lines."""

    label: Laid
    now: Laid
    after: Laid

    @property
    def values(self) -> int:
        """The height of both values side by side."""
        return max(self.now.height, self.after.height)


class Comparison(Piece):
    """A table of what changes; where its columns have no room, all stands below each other."""

    def __init__(self, look: Look, block: Changes) -> None:
        super().__init__(look, block.key, block.said)
        self.block = block

    @property
    def texts(self) -> tuple[str, ...]:
        """Every label and its values."""
        return tuple(text for row in self.block.rows for text in (row.label, row.now, row.after))

    @property
    def _padding(self) -> int:
        metrics = self.look.metrics
        return round(metrics.em * (0.35 if metrics.panel.portrait else 0.1 if metrics.scarce else 0.15))

    @property
    def _big(self) -> float:
        """How many times the body the sum is that a change is about."""
        metrics = self.look.metrics
        return 2.4 if metrics.panel.portrait else 1.4 if metrics.scarce else 1.9

    # ------------------------------------------------------------------ measuring

    @property
    def _sizes(self) -> list[float]:
        """How many times the body a big value may be, the largest first."""
        tenths = range(round(self._big * 10), round(LEAST_BIG * 10) - 1, -3)
        return [ten / 10 for ten in tenths if any(row.big for row in self.block.rows)] or [1.0]

    def _value(self, text: str, row: ChangeRow, width: int, size: float, *, bold: bool) -> Laid:
        kind = replace(self.look.figure(size) if row.big else Type(self.look.metrics.em), bold=bold)
        laid = self.look.lay(text, kind, max(1, width))
        if laid.lines == 1:
            return laid
        return self.look.lay(text, replace(kind, leading=LEADING), max(1, width))

    def _column(self, way: Way, width: int) -> int:
        """Return how wide each of both columns of values is."""
        left = round(width * LABEL_SHARE) + self.look.metrics.em if way is Way.ACROSS else 0
        return width if way is Way.BELOW else (width - left - self._arrow) // 2

    @property
    def _arrow(self) -> int:
        return round(self.look.metrics.em * ARROW_EM)

    def _sets(self, way: Way, width: int, size: float) -> list[_Set]:
        column = self._column(way, width)
        label = round(width * LABEL_SHARE) if way is Way.ACROSS else width
        return [
            _Set(
                self.look.lay(row.label, self.look.body, label),
                self._value(row.now_alone if way is Way.BELOW else row.now, row, column, size, bold=False),
                self._value(row.after_alone if way is Way.BELOW else row.after, row, column, size, bold=True),
            )
            for row in self.block.rows
        ]

    def _way(self, width: int) -> tuple[Way, list[_Set]]:
        """Return the first way in which nothing is crowded, big values as large as it can be."""
        ways = [way for way in (Way.ACROSS, Way.ABOVE) if self._wide_enough(way, width)]
        for size in self._sizes:
            for way in ways:
                sets = self._sets(way, width, size)
                pairs = zip(self.block.rows, sets, strict=True)
                if all(self._has_room(row, one, way) for row, one in pairs):
                    return way, sets
        return Way.BELOW, self._sets(Way.BELOW, width, self._big)

    def _wide_enough(self, way: Way, width: int) -> bool:
        """Tell whether labels, and the words above both columns, have room."""
        labels = way is Way.ABOVE or width * LABEL_SHARE >= LEAST_LABEL_EM * self.look.metrics.em
        column = self._column(way, width)
        heads = (self.look.lay(head, self.look.body, 100_000) for head in (self.block.now, self.block.after))
        return labels and all(head.width <= column for head in heads)

    @staticmethod
    def _has_room(row: ChangeRow, one: _Set, way: Way) -> bool:
        most = 1 if row.big or way is Way.ACROSS else 2
        values = (one.now, one.after)
        return one.label.lines <= 2 and all(laid.lines <= most and not laid.torn for laid in values)

    def _tall(self, way: Way, one: _Set) -> int:
        """Return the height of a row without the air around it."""
        if way is Way.ACROSS:
            return max(one.label.height, one.values)
        if way is Way.ABOVE:
            return one.label.height + one.values
        return one.label.height + one.now.height + one.after.height

    @property
    def _head(self) -> int:
        """The height of the words above the columns."""
        return self.look.strong.line

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the head and all rows."""
        way, sets = self._way(width)
        rows = sum(self._tall(way, one) + 2 * self._padding for one in sets)
        return rows + (0 if way is Way.BELOW else self._head)

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head and the rows, with a line between them."""
        painter, width = brush_for(self), self.width()
        way, sets = self._way(width)
        lead = sets[0].label.height if self._label_leads(way) else 0
        y = 0 if way is Way.BELOW else self._paint_head(painter, way, lead)
        for number, (row, one) in enumerate(zip(self.block.rows, sets, strict=True)):
            if number:
                line = QRectF(0, y, width, max(1, self.look.metrics.px(0.3)))
                rounded(painter, line, 0, self.look.roles.line)
            self._paint_row(painter, way, row, one, y + self._padding)
            y += self._tall(way, one) + 2 * self._padding

    def _lefts(self, way: Way) -> tuple[int, int]:
        """Return where both columns begin."""
        column = self._column(way, self.width())
        return self.width() - 2 * column - self._arrow, self.width() - column

    def _label_leads(self, way: Way) -> bool:
        """Tell whether the only row's label stands above the words over both columns, as a title does."""
        return way is Way.ABOVE and len(self.block.rows) == 1

    def _paint_head(self, painter: QPainter, way: Way, y: int) -> int:
        column, roles = self._column(way, self.width()), self.look.roles
        for text, x in zip((self.block.now, self.block.after), self._lefts(way), strict=True):
            self.look.lay(text, self.look.body, column).paint(painter, x, y, roles.soft)
        return self._head

    def _paint_row(self, painter: QPainter, way: Way, row: ChangeRow, one: _Set, y: int) -> None:
        roles = self.look.roles
        after = roles.accent if row.big else roles.ink
        tall = self._tall(way, one)
        middle = (tall - one.label.height) // 2 if way is Way.ACROSS else 0
        if self._label_leads(way):
            self.write(painter, one.label, 0, 0, roles.ink)
        else:
            self.write(painter, one.label, 0, y + middle, roles.soft)
        if way is Way.BELOW:
            y += one.label.height
            self.write(painter, one.now, 0, y, roles.soft)
            self.write(painter, one.after, 0, y + one.now.height, after)
            return
        y += tall - one.values if way is Way.ABOVE else (tall - one.values) // 2
        now_at, after_at = self._lefts(way)
        self.write(painter, one.now, now_at, y + (one.values - one.now.height) // 2, roles.soft)
        self.write(painter, one.after, after_at, y + (one.values - one.after.height) // 2, after)
        side = round(self.look.metrics.em * 1.2)
        x = after_at - self._arrow + (self._arrow - side) // 2 - self.look.metrics.em // 4
        painter.drawPixmap(x, y + (one.values - side) // 2, self.look.art.icon("forward", roles.soft, side))
