"""The big pad of digits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible

from kiosk.screens import Typed
from kiosk.text import t
from kiosk.ui.blocks import Keys
from kiosk.ui.digits import CLEAR, DELETE
from kiosk.ui.keys import Key
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece


class Pad(Piece):
    """Ten digits as on a telephone; delete and clear stand at their right."""

    role = QAccessible.Role.Grouping

    def __init__(self, look: Look, block: Keys, pressed: Callable[[str], None]) -> None:
        super().__init__(look, block.key, look.shown(t("Number pad")))
        self.block = block
        last = "X" if block.kind is Typed.ID_TAIL else ""
        rows = ("123", "456", "789", f"{last or ' '}0 ")
        self._places: list[tuple[Key, int, int, int]] = []
        for row, digits in enumerate(rows):
            for column, digit in enumerate(digits):
                if digit != " ":
                    self._add(digit, digit, "", (row, column, 1), pressed)
            if row == 0:
                self._add(DELETE, look.shown(t("Delete")), "backspace", (0, 3, 2), pressed)
            if row == 2:
                self._add(CLEAR, look.shown(t("Clear")), "clear", (2, 3, 2), pressed)

    def _add(
        self, key: str, label: str, icon: str, place: tuple[int, int, int], pressed: Callable[[str], None]
    ) -> None:
        button = Key(self.look, key, label, icon, lambda: pressed(key))
        button.setParent(self)
        self._places.append((button, *place))

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys in reading order."""
        return tuple(place[0] for place in self._places)

    @property
    def _gap(self) -> int:
        return max(self.look.metrics.least_gap, round(self.look.metrics.gap * 0.7))

    @property
    def _word_width(self) -> int:
        """The width of the column of words; of icons alone where room is scarce."""
        if self.look.metrics.scarce:
            return round(self.look.metrics.main_target * 1.2)
        widest = max(
            self.look.lay(k.text(), self.look.strong, 100_000).width for k in self.keys if k.icon_name
        )
        return max(self.look.metrics.main_target, widest + self.look.metrics.em)

    def wanted_width(self, room: int) -> int:
        """Return the width it would like to have beside other things, at most `room`."""
        metrics = self.look.metrics
        roomy = 0 if metrics.scarce else max(round(metrics.em * 2.6), metrics.px(42 * metrics.squeeze))
        digit = max(metrics.main_target, roomy)
        return min(room, 3 * (digit + self._gap) + self._word_width)

    def height_at(self, width: int, room: int) -> int:
        """Return the height of four rows of keys: tall where there is room, never under the target."""
        metrics = self.look.metrics
        wanted = max(metrics.main_target, round(metrics.em * 2.1), metrics.px(33))
        least = max(metrics.target, round(metrics.em * (1.15 if metrics.scarce else 1.45))) + metrics.lip
        tall = max(least, min(wanted, (room - 3 * self._gap) // 4))
        return 4 * tall + 3 * self._gap

    def resizeEvent(self, event: object) -> None:
        """Put the keys in their places."""
        gap, words = self._gap, self._word_width
        digit = (self.width() - words - 3 * gap) // 3
        tall = (self.height() - 3 * gap) // 4
        for button, row, column, rows in self._places:
            width = words if column == 3 else digit
            x, y = column * (digit + gap), row * (tall + gap)
            button.setGeometry(QRect(x, y, width, rows * tall + (rows - 1) * gap))
