"""A large calendar to choose a day from: the months, the names of the weekdays, and a week in every row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent, QResizeEvent

from kiosk.ui.blocks import Button
from kiosk.ui.day_field import DayField, Fill, Filling
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for
from kiosk.ui.typeset import Laid, Type
from kiosk.ui.weeks import WEEK, Calendar

NUMBER_EMS, SCARCE_EMS = (1.4, 1.2, 1.0), (1.0,)
"""How large the numbers of days may be, in ems of the body, the most pleasant first."""
LEADING, SCARCE_LEADING = 1.4, 1.2
"""The line height of what stands above the weeks, in em: single lines that need little air."""
WISHED_SHAPE = 0.75
"""A field likes to be so many times as high as wide."""


class CalendarSheet(Piece):
    """Weeks below each other; where a field has no room for its number, it fits into no room at all."""

    def __init__(self, look: Look, block: Calendar, pressed: Callable[[Button], None]) -> None:
        super().__init__(look, block.key, block.title)
        self.block = block
        self._places: list[tuple[DayField, int, int]] = []
        for row, week in enumerate(block.weeks):
            for column, day in enumerate(week):
                if day is not None:
                    field = DayField(look, day, partial(pressed, day.button))
                    field.setParent(self)
                    self._places.append((field, row, column))

    @property
    def fields(self) -> tuple[DayField, ...]:
        """The days in reading order."""
        return tuple(place[0] for place in self._places)

    # ------------------------------------------------------------------ measures

    @property
    def _gap(self) -> int:
        return max(self.look.metrics.least_gap, round(self.look.metrics.gap * 0.6))

    def _column(self, width: int) -> int:
        return (width - (len(WEEK) - 1) * self._gap) // len(WEEK)

    def _closer(self, kind: Type) -> Type:
        return replace(kind, leading=SCARCE_LEADING if self.look.metrics.scarce else LEADING)

    def _title(self, width: int) -> Laid:
        return self.look.lay(self.block.title, self._closer(self.look.label), width)

    def _names(self) -> list[Laid]:
        kind = self._closer(self.look.strong)
        return [self.look.lay(name, kind, 100_000) for name in self.block.weekdays]

    def _head(self, width: int) -> int:
        """The height of the months and of the weekdays' names."""
        return self._title(width).height + self._names()[0].height + self._gap // 2

    def _number_px(self, width: int) -> int:
        """Return how large the numbers are; 0 where there is no room for them, or for the weekdays."""
        column = self._column(width)
        if column < self.look.metrics.main_target or max(name.width for name in self._names()) > column:
            return 0
        wanted = SCARCE_EMS if self.look.metrics.scarce else NUMBER_EMS
        sizes = (round(self.look.metrics.em * ems) for ems in wanted)
        wide = column - self.look.metrics.em * 0.3
        return next((px for px in sizes if all(f.number(px).width <= wide for f in self.fields)), 0)

    def comfortable_at(self, width: int) -> bool:
        """Tell whether there is room for seven days side by side."""
        return self._number_px(width) > 0

    def _words_at(self, width: int, fill: Fill) -> int:
        """Return the height of the highest words of a field."""
        filling = Filling(fill, self._number_px(width) or self.look.metrics.em)
        return max(field.words_at(self._column(width), filling) for field in self.fields)

    def _least_field(self, width: int, fill: Fill = Fill.NUMBER) -> int:
        air = 0 if self.look.metrics.scarce else self._gap // 2
        needed = self._words_at(width, fill) + self.look.metrics.lip + air
        return max(self.look.metrics.main_target, needed)

    def _most_fill(self, width: int) -> Fill:
        column = self._column(width)
        return Fill.WORDS if all(f.has_room_for_words(column) for f in self.fields) else Fill.TAG

    def _height(self, width: int, field: int) -> int:
        weeks = len(self.block.weeks)
        return self._head(width) + weeks * field + (weeks - 1) * self._gap

    def height_at(self, width: int, room: int) -> int:
        """Return the least height; more than the room where seven days cannot stand side by side."""
        needed = self._height(width, self._least_field(width))
        return needed if self.comfortable_at(width) else max(needed, room + 1)

    def wish_at(self, width: int) -> int:
        """Return the height at which every field is pleasant and has room for its words."""
        words = self._least_field(width, self._most_fill(width)) + self._gap
        return self._height(width, max(words, round(self._column(width) * WISHED_SHAPE)))

    # ------------------------------------------------------------------ what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the days in their places, and fill them all alike with as much as there is room for."""
        width, column, gap = self.width(), self._column(self.width()), self._gap
        weeks, top = len(self.block.weeks), self._head(self.width())
        tall = (self.height() - top - (weeks - 1) * gap) // weeks
        fills = [fill for fill in Fill if fill <= self._most_fill(width)]
        fill = max((fill for fill in fills if self._least_field(width, fill) <= tall), default=Fill.NUMBER)
        filling = Filling(fill, self._number_px(width) or self.look.metrics.em)
        for field, row, place in self._places:
            field.setGeometry(QRect(place * (column + gap), top + row * (tall + gap), column, tall))
            field.show_filled(filling, self._words_at(width, fill))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months and the names of the weekdays."""
        painter, width, roles = brush_for(self), self.width(), self.look.roles
        title = self._title(width)
        title.paint(painter, 0, 0, roles.ink, centred_in=width)
        for place, name in enumerate(self._names()):
            x = place * (self._column(width) + self._gap)
            name.paint(painter, x, title.height, roles.soft, centred_in=self._column(width))
