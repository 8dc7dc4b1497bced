"""The low end of a page: the way forward at the right, other ways at its left, or above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from kiosk.ui.blocks import Shape
from kiosk.ui.buttons import Plain
from kiosk.ui.flow import Part
from kiosk.ui.metrics import Metrics

FORWARD_SHARE, PLAIN_SHARE = 1.5, 1.0
"""The way forward is the biggest filled shape."""
LEAST_FORWARD = 0.44


class Foot:
    """The buttons at the bottom of one part of a page."""

    def __init__(self, buttons: Sequence[Plain], width: int, metrics: Metrics) -> None:
        self._metrics = metrics
        self._width = width
        self._rows = self._in_rows(list(buttons))

    def _in_rows(self, buttons: list[Plain]) -> list[list[tuple[Plain, int]]]:
        if not buttons:
            return []
        together = self._one_row(buttons)
        if together is not None:
            return [together]
        if len(buttons) > 2:
            rest = self._one_row(buttons[1:])
            if rest is not None:
                return [[(buttons[0], self._alone(buttons[0]))], rest]
            others = self._one_row(buttons[:-1])
            if others is not None:
                return [others, [(buttons[-1], self._width)]]
        return [[(button, self._width)] for button in buttons]

    def _one_row(self, buttons: list[Plain]) -> list[tuple[Plain, int]] | None:
        """Share the width, or return None where the words would need more than two lines."""
        gap = self._metrics.gap
        if len(buttons) == 1:
            return [(buttons[0], self._alone(buttons[0]))]
        shares = [FORWARD_SHARE if b.block.shape is Shape.FORWARD else PLAIN_SHARE for b in buttons]
        room = self._width - gap * (len(buttons) - 1)
        most = 1 if self._metrics.scarce else 2
        row = list(zip(buttons, [int(room * share / sum(shares)) for share in shares], strict=True))
        if all(button.lines_at(width) <= most and width > 0 for button, width in row):
            return row
        # What their words need, and all the rest for the last: the way forward.
        widths = [button.natural_width() for button in buttons]
        widths[-1] += room - sum(widths)
        enough = widths[-1] >= buttons[-1].natural_width()
        return list(zip(buttons, widths, strict=True)) if enough else None

    def _alone(self, button: Plain) -> int:
        natural = button.natural_width()
        if button.block.shape is not Shape.FORWARD:
            return min(self._width, max(natural, int(self._width * 0.3)))
        if self._width < self._metrics.em * 18:
            return self._width
        return min(self._width, max(natural + 2 * self._metrics.em, int(self._width * LEAST_FORWARD)))

    def _row_height(self, row: list[tuple[Plain, int]]) -> int:
        return max(button.height_at(width, 0) for button, width in row)

    @property
    def height(self) -> int:
        """The height of all buttons, with a gap above them; 0 without any."""
        gap = self._metrics.gap
        return sum(self._row_height(row) + gap for row in self._rows)

    @property
    def width(self) -> int:
        """The width it was made for."""
        return self._width

    def place(self, part: Part, x: int, bottom: int) -> None:
        """Put the buttons into a part, the last row's lower edge at `bottom`."""
        y = bottom - self.height
        for row in self._rows:
            y += self._metrics.gap
            height = self._row_height(row)
            used = sum(width for _, width in row) + self._metrics.gap * (len(row) - 1)
            alone_left = len(row) == 1 and row[0][0].block.shape is not Shape.FORWARD
            left = x if alone_left else x + self._width - used
            for button, width in row:
                part.places.append((button, QRect(left, y, width, height)))
                left += width + self._metrics.gap
            y += height
