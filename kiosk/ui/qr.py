"""A code to scan with one's own phone: the code, the digits to compare, and how long it still works."""

from __future__ import annotations

from collections.abc import Callable

import qrcode
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from qrcode.constants import ERROR_CORRECT_M

from kiosk.text import t
from kiosk.ui.blocks import Match, Qr, TimeLeft
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.theme import QR_DARK, QR_LIGHT
from kiosk.ui.typeset import Laid

QUIET = 4
"""Modules of light around a code (ISO/IEC 18004)."""
SIDE_MM = 200
"""As large as helps: beyond it a phone has to be held further away to see all of it."""
STEP_S = 10
"""The time left is told in steps of this many seconds: nothing hurries."""


class QrCode(Piece):
    """A QR code, dark on light in every theme; each new code stands a little elsewhere."""

    role = QAccessible.Role.Graphic

    def __init__(self, look: Look, block: Qr) -> None:
        super().__init__(look, block.key, block.alt)
        self.block = block
        code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
        code.add_data(block.code)
        code.make()
        self._rows: list[list[bool]] = code.get_matrix()

    def wanted_width(self, room: int) -> int:
        """Return the width it would like to have beside other things, at most `room`."""
        return min(room, self.look.metrics.px(SIDE_MM))

    def height_at(self, width: int, room: int) -> int:
        """Return its side, within the room."""
        return min(width, room, self.look.metrics.px(SIDE_MM))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the light paper and the dark modules on whole pixels."""
        painter = brush_for(self)
        side = min(self.width(), self.height())
        left = (self.width() - side) // 2
        corner = self.look.metrics.corner
        rounded(painter, QRectF(left, 0, side, side), corner, QR_LIGHT, self.look.roles.edge, 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        count = len(self._rows)
        module = side // (count + 2 * QUIET)
        spare = side - module * (count + 2 * QUIET)
        reach = min(spare, module) // 2
        shift = sum(self.block.code.encode()) % (2 * reach + 1) - reach
        start = module * QUIET + spare // 2 + shift
        dark = QColor(QR_DARK)
        for row, cells in enumerate(self._rows):
            for column, is_dark in enumerate(cells):
                if is_dark:
                    x, y = left + start + column * module, start + row * module
                    painter.fillRect(QRect(x, y, module, module), dark)


class MatchDigits(Piece):
    """The digits that the phone must show as well, as large as they can be."""

    def __init__(self, look: Look, block: Match) -> None:
        super().__init__(look, block.key, f"{block.label}: {block.digits}")
        self.block = block

    def _parts(self, width: int) -> tuple[Laid, Laid, bool]:
        """Return words and digits, and whether they stand side by side."""
        upright = self.look.metrics.panel.portrait
        most = 5.0 if upright else 2.0
        digits = self.look.widest_figure(self.block.digits, width, most)
        room = width - digits.width - self.look.metrics.gap
        beside = self.look.lay(self.block.label, self.look.body, max(1, room))
        if not upright and beside.lines <= 2 and room > 5 * self.look.metrics.em:
            return beside, digits, True
        return self.look.lay(self.block.label, self.look.body, width), digits, False

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the words and the digits."""
        label, digits, beside = self._parts(width)
        return max(label.height, digits.height) if beside else label.height + digits.height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words above the digits, or at their left."""
        painter, roles = brush_for(self), self.look.roles
        label, digits, beside = self._parts(self.width())
        if not beside:
            label.paint(painter, 0, 0, roles.soft)
            digits.paint(painter, 0, label.height, roles.accent)
            return
        label.paint(painter, 0, (self.height() - label.height) // 2, roles.soft)
        left = label.width + self.look.metrics.gap
        digits.paint(painter, left, (self.height() - digits.height) // 2, roles.accent)


class Remaining(Piece):
    """How long the code still works: a sentence and a bar that shrinks, without haste."""

    role = QAccessible.Role.ProgressBar

    def __init__(self, look: Look, block: TimeLeft, left: Callable[[str, int], float]) -> None:
        super().__init__(look, block.key, "")
        self.block = block
        self._left = left
        self._seconds = 0.0
        self.let_time_pass()

    def let_time_pass(self) -> None:
        """Show the time that is left now."""
        self._seconds = max(0.0, self._left(self.block.code, self.block.lasts))
        sentence = self._sentence()
        if sentence != self.accessibleName():
            self.setAccessibleName(sentence)
        self.update()

    def _sentence(self) -> str:
        if self._seconds <= 0:
            return self.look.shown(t("A new code is coming."))
        rounded_up = -int(-self._seconds // STEP_S) * STEP_S
        minutes, seconds = divmod(rounded_up, 60)
        if minutes and seconds:
            text = t("Works for {minutes} min {seconds} s more", minutes=minutes, seconds=seconds)
        elif minutes:
            text = t("Works for {minutes} min more", minutes=minutes)
        else:
            text = t("Works for {seconds} s more", seconds=seconds)
        return self.look.shown(text)

    @property
    def _bar(self) -> int:
        return self.look.metrics.px(2.4)

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the sentence and the bar."""
        laid = self.look.lay(self.accessibleName(), self.look.body, width)
        return laid.height + 2 * self._bar

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sentence and what is left of the bar."""
        painter, roles, bar = brush_for(self), self.look.roles, self._bar
        laid = self.look.lay(self.accessibleName(), self.look.body, self.width())
        laid.paint(painter, 0, 0, roles.soft)
        top = laid.height + bar // 2
        rounded(painter, QRectF(0, top, self.width(), bar), bar / 2, roles.sunken, roles.edge, 1)
        share = self._seconds / self.block.lasts if self.block.lasts else 0
        if share > 0:
            rounded(painter, QRectF(0, top, max(bar, self.width() * share), bar), bar / 2, roles.accent)
