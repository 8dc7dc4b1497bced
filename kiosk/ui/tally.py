"""A row that is counted up and down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent

from kiosk.text import t
from kiosk.ui.blocks import TallyLine
from kiosk.ui.keys import Key
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.typeset import Laid


class Counter(Piece):
    """What is counted at the left; less, how many, and more at the right, or below where room is short.

    For a left hand the keys stand at the left.
    """

    def __init__(self, look: Look, block: TallyLine, changed: Callable[[int], None]) -> None:
        super().__init__(look, block.key, block.label)
        self.block = block
        self.first = True
        self._number = 0
        less, more = (
            look.shown(t("One less: {what}", what=block.label)),
            look.shown(t("One more: {what}", what=block.label)),
        )
        self.less = Key(look, f"less {block.key}", less, "minus", lambda: changed(self._number - 1))
        self.more = Key(look, f"more {block.key}", more, "plus", lambda: changed(self._number + 1))
        for key in (self.less, self.more):
            key.setParent(self)

    def show_number(self, number: int) -> None:
        """Show how many there are; a key at its limit stays where the keyboard is on it."""
        self._number = number
        focused = self.window().focusWidget()
        self.less.setEnabled(number > 0 or focused is self.less)
        self.more.setEnabled(number < self.block.most or focused is self.more)
        name = t("{what}: {number}", what=self.block.label, number=number)
        self.setAccessibleName(self.look.shown(name))
        self.update()

    @property
    def _key(self) -> int:
        return max(self.look.metrics.main_target, round(self.look.metrics.em * 1.7))

    @property
    def _figure_width(self) -> int:
        return round(self.look.metrics.em * 1.3 * 1.6)

    @property
    def _controls(self) -> int:
        return 2 * self._key + self._figure_width + 2 * self.look.metrics.least_gap

    @property
    def _padding(self) -> int:
        metrics = self.look.metrics
        return max(metrics.least_gap // 2 + 1, round(metrics.em * (0.4 if metrics.panel.portrait else 0.12)))

    def _label(self, width: int) -> tuple[Laid, bool]:
        """Return the words, and whether the controls stand beside them."""
        room = width - self._controls - self.look.metrics.gap
        beside = self.look.lay(self.block.label, self.look.strong, max(1, room))
        if room > 4 * self.look.metrics.em and beside.lines <= 2:
            return beside, True
        return self.look.lay(self.block.label, self.look.strong, width), False

    def height_at(self, width: int, room: int) -> int:
        """Return the height of words and controls."""
        laid, beside = self._label(width)
        tall = max(laid.height, self._key) if beside else laid.height + self._key
        return tall + 2 * self._padding

    def resizeEvent(self, event: object) -> None:
        """Put less and more at the right end, or where the hand is."""
        key, gap = self._key, self.look.metrics.least_gap
        top = self.height() - self._padding - key
        if self._label(self.width())[1]:
            top = (self.height() - key) // 2
        between = key + self._figure_width + 2 * gap
        left = 0 if self.look.metrics.left_handed else self.width() - key - between
        self.less.setGeometry(left, top, key, key)
        self.more.setGeometry(left + between, top, key, key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above, the words and the figure between the keys."""
        painter, roles = brush_for(self), self.look.roles
        if not self.first:
            rounded(painter, QRectF(0, 0, self.width(), max(1, self.look.metrics.px(0.3))), 0, roles.line)
        laid, beside = self._label(self.width())
        y = (self.height() - laid.height) // 2 if beside else self._padding
        aside = self._controls + self.look.metrics.gap if beside and self.look.metrics.left_handed else 0
        laid.paint(painter, aside, y, roles.ink)
        figure = self.look.lay(str(self._number), self.look.figure(1.3), self.width())
        middle = self.less.y() + self.less.height() // 2
        left = self.less.x() + self.less.width()
        ink = roles.accent if self._number else roles.soft
        figure.paint(painter, left, middle - figure.height // 2, ink, centred_in=self.more.x() - left)
