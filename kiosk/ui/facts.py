"""What is known: a label, its value as a figure or as words, perhaps a note and a mark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.screens import Mark
from kiosk.ui.blocks import FactLine
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.typeset import Laid

MARK_ICONS = {Mark.WAITING: "hourglass", Mark.DONE: "tick-circle", Mark.CARE: "alert"}
LEAST_BESIDE = 1.5
"""A figure smaller than this, in ems of the body, would rather stand below its label."""
LEAST_LABEL = 5
"""So many ems a label and its note need beside a figure."""


@dataclass(frozen=True)
class _Set:
    """Label, value, note in lines; the value `beside` the label or below it, the note `under` the label."""

    label: Laid
    value: Laid
    note: Laid | None = None
    beside: bool = False
    under: bool = False

    @property
    def left(self) -> int:
        """The height of what stands at the left of the value."""
        return self.label.height + (self.note.height if self.note and self.under else 0)

    @property
    def row(self) -> int:
        """The height of label and value."""
        return max(self.left, self.value.height) if self.beside else self.label.height + self.value.height

    @property
    def height(self) -> int:
        """The height of everything."""
        return self.row + (self.note.height if self.note and not self.under else 0)


class Fact(Piece):
    """A label at the left and its value at the right, where both fit; else one above the other."""

    def __init__(self, look: Look, block: FactLine) -> None:
        super().__init__(look, block.key, ". ".join(filter(None, (block.label, block.value, block.note))))
        self.block = block
        self.first = True
        """Whether it is the first on its paper; the others have a line above them."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Label, value and note."""
        return (self.block.label, self.block.value, self.block.note)

    @property
    def _padding(self) -> int:
        metrics = self.look.metrics
        return round(metrics.em * (0.4 if metrics.panel.portrait else 0.1 if metrics.scarce else 0.2))

    @property
    def _sign(self) -> int:
        """The room a mark takes, in pixels."""
        return round(self.look.metrics.em * 1.6) if self.block.mark is not Mark.NONE else 0

    def _set(self, width: int) -> _Set:
        return self._as_figure(width) if self.block.big else self._as_words(width)

    def _as_figure(self, width: int) -> _Set:
        """Set the value as large as it can be: beside the label, or, where it must, below it."""
        look, upright = self.look, self.look.metrics.panel.portrait
        most = 2.3 if upright else 1.9
        for tenths in range(round(most * 10), round(LEAST_BESIDE * 10) - 1, -2):
            value = look.lay(self.block.value, look.figure(tenths / 10), width)
            beside = self._beside(value, width) if value.lines == 1 else None
            if beside is not None:
                return beside
        value = look.widest_figure(self.block.value, width - self._sign, most)
        return _Set(look.lay(self.block.label, look.body, width), value, self._note(width))

    def _beside(self, value: Laid, width: int) -> _Set | None:
        """Set label and note at the left of a value, or return None where a label has no room there."""
        look, em = self.look, self.look.metrics.em
        room = width - self._sign - value.width - round(em * 1.2)
        label = look.lay(self.block.label, look.body, max(1, room))
        if label.lines > 1:
            return None
        note = look.lay(self.block.note, look.body, room) if self.block.note else None
        if note is not None and (note.lines > 1 or room < LEAST_LABEL * em):
            return _Set(label, value, self._note(width), beside=True)
        return _Set(label, value, note, beside=True, under=note is not None)

    def _as_words(self, width: int) -> _Set:
        look = self.look
        value = look.lay(self.block.value, look.strong, width - self._sign)
        beside = self._beside(value, width) if value.lines == 1 else None
        return beside or _Set(look.lay(self.block.label, look.body, width), value, self._note(width))

    def _note(self, width: int) -> Laid | None:
        measure = min(width, self.look.metrics.measure)
        return self.look.lay(self.block.note, self.look.body, measure) if self.block.note else None

    def height_at(self, width: int, room: int) -> int:
        """Return the height of label, value and note."""
        return self._set(width).height + 2 * self._padding

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above, the words and the mark."""
        painter, roles, width = brush_for(self), self.look.roles, self.width()
        as_set, top = self._set(width), self._padding
        label, value, note = as_set.label, as_set.value, as_set.note
        if not self.first:
            rounded(painter, QRectF(0, 0, width, max(1, self.look.metrics.px(0.3))), 0, roles.line)
        left = top + (as_set.row - as_set.left) // 2 if as_set.beside else top
        self.write(painter, label, 0, left, roles.soft)
        x = width - value.width if as_set.beside else self._sign
        y = top + ((as_set.row - value.height) // 2 if as_set.beside else label.height)
        self._paint_mark(painter, x - self._sign, y, value.kind.line)
        self.write(painter, value, x, y, roles.accent if self.block.big else roles.ink)
        if note:
            low = left + label.height if as_set.under else top + as_set.row
            self.write(painter, note, 0, low, roles.soft)

    def _paint_mark(self, painter: QPainter, x: int, y: int, line: int) -> None:
        if self.block.mark is Mark.NONE:
            return
        side, roles = round(self.look.metrics.em * 1.2), self.look.roles
        ink = {Mark.DONE: roles.on_done, Mark.CARE: roles.on_care}.get(self.block.mark, roles.soft)
        icon = self.look.art.icon(MARK_ICONS[self.block.mark], ink, side)
        painter.drawPixmap(x, y + (line - side) // 2, icon)
