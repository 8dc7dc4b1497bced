"""One day of a calendar: free ones stand out of the page, taken ones lie flat and are struck through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from kiosk.text import t
from kiosk.ui.buttons import Slab
from kiosk.ui.look import Look
from kiosk.ui.piece import brush_for, rounded
from kiosk.ui.typeset import Laid, Type
from kiosk.ui.weeks import DayPlace

PADDING_MM, TODAY_MM, STRIKE_MM = 1.8, 1.0, 0.7


class Fill(IntEnum):
    """What every field of a calendar has room for below its number: nothing, its tag, its words too."""

    NUMBER = 0
    TAG = 1
    WORDS = 2


@dataclass(frozen=True)
class Filling:
    """How all fields of a calendar are filled: with what, and how large their numbers are, in pixels."""

    fill: Fill
    number_px: int


class DayField(Slab):
    """A day to touch."""

    def __init__(self, look: Look, day: DayPlace, act: Callable[[], None]) -> None:
        super().__init__(look, day.button.key, day.button.label, act)
        self.day = day
        self._filling, self._tall = Filling(Fill.NUMBER, look.metrics.em), 0
        label, detail = day.button.label, day.button.detail
        named = t("{label}: {value}", label=label, value=detail)
        self.setAccessibleName(look.shown(named) if detail else label)
        self.setAccessibleDescription(day.button.hindrance)

    @property
    def _free(self) -> bool:
        return not self.day.button.hindrance

    # ------------------------------------------------------------------ measures

    def _room(self, width: int) -> int:
        return width - 2 * self.look.metrics.px(PADDING_MM)

    def number(self, number_px: int) -> Laid:
        """Return the day's number in a type of so many pixels."""
        return self.look.lay(self.day.number, Type(number_px, bold=True, leading=1.2), 100_000)

    def _line(self, words: str) -> Laid:
        return self.look.lay(words, self.look.body, 100_000)

    def _below(self, width: int, fill: Fill) -> list[Laid]:
        """Return the lines below the number: its tag where it has room, and words such as Full."""
        tag, words = self._line(self.day.tag), self._line(self.day.button.detail)
        tagged = fill >= Fill.TAG and self.day.tag and tag.width <= self._room(width)
        return [*([tag] if tagged else []), *([words] if fill is Fill.WORDS and words.text else [])]

    def _beside(self, number: Laid) -> Laid | None:
        """Return the tag to stand beside the number where nothing stands below it, if there is room."""
        tag = self._line(self.day.tag)
        room = self._room(self.width()) - number.width - 3 * self._air
        return tag if self._filling.fill is Fill.NUMBER and self.day.tag and tag.width <= room else None

    @property
    def _air(self) -> int:
        return round(self.look.metrics.em * 0.3)

    def has_room_for_words(self, width: int) -> bool:
        """Tell whether its words fit into one line at a width."""
        return self._line(self.day.button.detail).width <= self._room(width)

    def words_at(self, width: int, filling: Filling) -> int:
        """Return the height of its number and all that is below it, in pixels.

        A number stands in the middle where only few have a tag below them.
        """
        below = sum(laid.height for laid in self._below(width, filling.fill))
        return self.number(filling.number_px).height + below * (2 if filling.fill is Fill.TAG else 1)

    # ------------------------------------------------------------------ what is shown

    def show_filled(self, filling: Filling, tall: int) -> None:
        """Fill it as all of its calendar; the highest words among them take so many pixels."""
        self._filling, self._tall = filling, tall
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body, the number, and what is beside or below it."""
        painter, roles = brush_for(self), self.look.roles
        number = self.number(self._filling.number_px)
        tall = self._tall if self._filling.fill is Fill.WORDS else number.height
        y = self._paint_body(painter) + (self.height() - self.look.metrics.lip - tall) // 2
        beside = self._beside(number)
        soft = roles.on_pressed if self.sunk else roles.soft
        ink = roles.ink if self._free and not self.sunk else soft
        x = (self.width() - number.width - (beside.width + self._air if beside else 0)) // 2
        number.paint(painter, x, y, ink)
        if not self._free:
            self._strike(painter, QRectF(x, y, number.width, number.height), ink)
        if beside:
            beside.paint(
                painter, x + number.width + self._air, y + (number.height - beside.height) // 2, soft
            )
        y += number.height
        for laid in self._below(self.width(), self._filling.fill):
            laid.paint(painter, 0, y, soft, centred_in=self.width())
            y += laid.height

    def _paint_body(self, painter: QPainter) -> int:
        """Paint what lies under the words, and a frame around today; return how far they have sunk."""
        roles, metrics = self.look.roles, self.look.metrics
        body, sunk = QRectF(0, 0, self.width(), self.height() - metrics.lip), 0
        if self._free:
            sunk = self.slab(painter, roles.surface, roles.pressed, roles.edge)
        else:
            rounded(painter, body, metrics.corner, roles.pressed if self.sunk else roles.sunken)
        if self.day.today:
            width = metrics.px(TODAY_MM)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(roles.accent), width))
            frame = body.translated(0, sunk).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            painter.drawRoundedRect(frame, metrics.corner, metrics.corner)
        return sunk

    def _strike(self, painter: QPainter, number: QRectF, ink: str) -> None:
        """Strike the number of a taken day through."""
        thick, over = self.look.metrics.px(STRIKE_MM), self.look.metrics.em * 0.2
        line = QRectF(number.x() - over, number.center().y() - thick / 2, number.width() + 2 * over, thick)
        rounded(painter, line, thick / 2, ink)
