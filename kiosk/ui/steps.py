"""How far a thing has come: steps in a line with a tick, a number or a sign of care, or below each other."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.rows import StepLine, StepRow, StepState
from kiosk.ui.typeset import Laid

DISC_EM = 1.8
"""The width of a step's disc, in ems of the body."""
LEAST_COLUMN_EM = 4
"""So many ems a step's words need in a lying line."""
MOST_LINES = 2


class StepTrail(Piece):
    """Discs joined by a line, with their words below them where there is room, else beside them."""

    def __init__(self, look: Look, block: StepLine) -> None:
        super().__init__(look, block.key, block.said)
        self.block = block

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of every step."""
        return tuple(row.label for row in self.block.rows)

    @property
    def _disc(self) -> int:
        return round(self.look.metrics.em * DISC_EM)

    @property
    def _gap(self) -> int:
        return round(self.look.metrics.em * (0.2 if self.look.metrics.scarce else 0.45))

    def _words(self, row: StepRow, width: int) -> Laid:
        under_way = row.state in {StepState.NOW, StepState.HALTED}
        return self.look.lay(row.label, self.look.strong if under_way else self.look.body, max(1, width))

    def _lying(self, width: int) -> list[Laid] | None:
        """Return the words below the discs, or None where they have no room there."""
        column = width // len(self.block.rows) - self._gap
        words = [self._words(row, column) for row in self.block.rows]
        good = all(laid.lines <= MOST_LINES and not laid.torn for laid in words)
        return words if good and column >= LEAST_COLUMN_EM * self.look.metrics.em else None

    def _standing(self, width: int) -> list[Laid]:
        return [self._words(row, width - self._disc - 2 * self._gap) for row in self.block.rows]

    def _tall(self, laid: Laid) -> int:
        """The height of one step that stands among others."""
        return max(self._disc, laid.height) + self._gap

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the discs and the words."""
        words = self._lying(width)
        if words is None:
            return sum(self._tall(laid) for laid in self._standing(width))
        return self._disc + self._gap // 2 + max(laid.height for laid in words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps."""
        painter, words = brush_for(self), self._lying(self.width())
        if words is None:
            self._paint_standing(painter, self._standing(self.width()))
        else:
            self._paint_lying(painter, words)

    def _paint_lying(self, painter: QPainter, words: list[Laid]) -> None:
        column, disc = self.width() // len(words), self._disc
        for number, (row, laid) in enumerate(zip(self.block.rows, words, strict=True)):
            x, left = number * column, number * column + (column - disc) // 2
            if number:
                self._join(painter, row, QRectF(left - column + disc, disc / 2, column - disc, 0))
            self._paint_disc(painter, row, left, 0)
            self.write(painter, laid, x, disc + self._gap // 2, self._ink(row), column)

    def _paint_standing(self, painter: QPainter, words: list[Laid]) -> None:
        y = 0
        for number, (row, laid) in enumerate(zip(self.block.rows, words, strict=True)):
            if number:
                above = self._tall(words[number - 1])
                self._join(
                    painter, row, QRectF(self._disc / 2, y - above + self._disc, 0, above - self._disc)
                )
            self._paint_disc(painter, row, 0, y)
            top = y + max(0, self._disc - laid.kind.line) // 2
            self.write(painter, laid, self._disc + 2 * self._gap, top, self._ink(row))
            y += self._tall(laid)

    def _ink(self, row: StepRow) -> str:
        return self.look.roles.soft if row.state is StepState.TO_COME else self.look.roles.ink

    def _join(self, painter: QPainter, row: StepRow, way: QRectF) -> None:
        """Join a step with the one before: thick as far as things have come, thin from there."""
        metrics, roles = self.look.metrics, self.look.roles
        thick = metrics.edge if row.state is StepState.TO_COME else metrics.px(1.1)
        ink = roles.edge if row.state is StepState.TO_COME else roles.accent
        half = thick / 2
        lying = way.height() == 0
        rounded(painter, way.adjusted(*((0, -half, 0, half) if lying else (-half, 0, half, 0))), 0, ink)

    def _paint_disc(self, painter: QPainter, row: StepRow, x: int, y: int) -> None:
        roles, metrics, side = self.look.roles, self.look.metrics, self._disc
        fill, ink, edge, icon = {
            StepState.DONE: (roles.done, roles.on_done, roles.on_done, "tick"),
            StepState.NOW: (roles.accent, roles.on_accent, roles.accent, ""),
            StepState.HALTED: (roles.care, roles.on_care, roles.on_care, "alert"),
            StepState.TO_COME: (roles.ground, roles.soft, roles.edge, ""),
        }[row.state]
        rounded(painter, QRectF(x, y, side, side), side / 2, fill, edge, metrics.edge)
        if icon:
            small = round(side * 0.6)
            inset = (side - small) // 2
            painter.drawPixmap(x + inset, y + inset, self.look.art.icon(icon, ink, small))
            return
        number = self.look.lay(str(row.number), self.look.strong, side)
        number.paint(painter, x, y + (side - number.height) // 2, ink, centred_in=side)
