"""How things share a page: measured, then in fewer columns, then in parts; words never shrink or scroll.

Longer than most files: each attempt is made from what the one before has measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Protocol, TypeVar

from PySide6.QtCore import QRect

from kiosk.ui.blocks import Sheet

MOST_CARDS = 6
"""Never more choices than this on one part of a page."""
STRETCH = 1.25
"""How many times as high as needed cards may be where there is room."""
PUSH = 0.4
"""How much of the room left over stands above what is touched; the rest below it."""


class Box(Protocol):
    """Anything that knows its height."""

    def height_at(self, width: int, room: int) -> int:
        """Return the height needed at a width; `room` is the most there is."""

    def wish_at(self, width: int) -> int:
        """Return the height it would like to have at a width; what has no wish returns 0."""


class Kind(Enum):
    """What a row holds: something to read or count, cards, cards with drawings, or a calendar."""

    READ = "read"
    CARDS = "cards"
    DRAWN = "drawn"
    DAYS = "days"


@dataclass(frozen=True)
class Row:
    """Things side by side, each as wide as one of `columns`."""

    boxes: tuple[Box, ...]
    columns: int = 1
    sheet: Sheet = Sheet.NONE
    kind: Kind = Kind.READ

    @property
    def cards(self) -> bool:
        """Whether it holds choices."""
        return self.kind in {Kind.CARDS, Kind.DRAWN}

    @property
    def touched(self) -> bool:
        """Whether it is there to be touched."""
        return self.kind is not Kind.READ or self.sheet is Sheet.TALLY


@dataclass(frozen=True)
class Spacing:
    """Lengths in pixels: between things, and around what stands on a sheet.

    `reach` is how far below the top of a stack the first thing to touch may stand (requirement 9);
    `card` is the height to which cards grow where there is room.
    """

    gap: int
    sheet: int
    reach: int = 0
    card: int = 0
    push: float = PUSH
    from_right: bool = False
    """Whether rows begin at the right, since the whole page is to be mirrored."""


@dataclass
class Part:
    """One part of a page: every box with its place, and the sheets behind them."""

    places: list[tuple[Box, QRect]] = field(default_factory=list)
    sheets: list[tuple[Sheet, QRect]] = field(default_factory=list)
    first_on_sheet: list[Box] = field(default_factory=list)

    def boxes(self) -> list[Box]:
        """Return the boxes in reading order."""
        return [box for box, _ in self.places]

    def mirrored(self, area: QRect) -> Part:
        """Return the part with left and right exchanged within an area."""

        def across(place: QRect) -> QRect:
            return QRect(area.x() + area.right() - place.right(), place.y(), place.width(), place.height())

        places = [(box, across(place)) for box, place in self.places]
        sheets = [(sheet, across(place)) for sheet, place in self.sheets]
        return Part(places, sheets, self.first_on_sheet)


class Stack:
    """Rows below each other at one width."""

    def __init__(self, rows: Sequence[Row], width: int, room: int, spacing: Spacing) -> None:
        self.rows = list(rows)
        self.width = width
        self._room = room
        self._spacing = spacing

    def column_width(self, row: Row) -> int:
        """Return how wide each thing of a row is."""
        inner = self.width - 2 * self._inset(row)
        gap = self._spacing.sheet * 3 if row.sheet is not Sheet.NONE else self._spacing.gap
        return (inner - (row.columns - 1) * gap) // row.columns

    def _inset(self, row: Row) -> int:
        return self._spacing.sheet if row.sheet is not Sheet.NONE else 0

    def row_height(self, row: Row) -> int:
        """Return the height of the highest thing of a row."""
        width = self.column_width(row)
        return max(box.height_at(width, self._room) for box in row.boxes)

    def _joined(self, number: int) -> bool:
        """Tell whether a row shares its sheet with the row above."""
        row = self.rows[number]
        return number > 0 and row.sheet is not Sheet.NONE and self.rows[number - 1].sheet is row.sheet

    def _above(self, number: int) -> int:
        """Return the space above a row."""
        if self._joined(number):
            return 0
        return (self._spacing.gap if number else 0) + self._inset(self.rows[number])

    def _below(self, number: int) -> int:
        last = number + 1 == len(self.rows) or not self._joined(number + 1)
        return self._inset(self.rows[number]) if last else 0

    def _first_touched(self) -> int | None:
        return next((i for i, row in enumerate(self.rows) if row.touched), None)

    def _height_of(self, numbers: range) -> int:
        return sum(self._above(i) + self.row_height(self.rows[i]) + self._below(i) for i in numbers)

    def _out_of_reach(self) -> int:
        """Return the space needed above the first thing to touch, so that it is within reach."""
        first = self._first_touched()
        if first is None:
            return 0
        return max(0, self._spacing.reach - self._height_of(range(first)))

    def within(self, reach: int) -> Stack:
        """Return the same rows where the first thing to touch may stand so far below the top."""
        return Stack(self.rows, self.width, self._room, replace(self._spacing, reach=reach))

    @property
    def touched(self) -> bool:
        """Whether anything in it is there to be touched."""
        return self._first_touched() is not None

    def height(self) -> int:
        """Return the height of all rows and the spaces between them."""
        return self._height_of(range(len(self.rows))) + self._out_of_reach()

    @property
    def cards(self) -> int:
        """How many choices there are."""
        return sum(len(row.boxes) for row in self.rows if row.cards)

    def fits(self, room: int) -> bool:
        """Tell whether all rows stand within a height, with no more than six choices."""
        return self.height() <= room and self.cards <= MOST_CARDS

    def place(self, part: Part, x: int, y: int, room: int) -> None:
        """Put the rows into a part from x, y down; what grows and air take their share of the spare room."""
        spare = max(0, room - self.height())
        grown = sum(self.height_in(row, room) - self.row_height(row) for row in self.rows)
        push = self._out_of_reach() + int((spare - grown) * self._spacing.push)
        first, sheet_top = self._first_touched(), y
        for number, row in enumerate(self.rows):
            y += push if number == first else 0
            if not self._joined(number):
                sheet_top = y + self._above(number) - self._inset(row)
                part.first_on_sheet.extend(row.boxes)
            y += self._above(number)
            height = self.height_in(row, room)
            self._place_row(part, row, QRect(x + self._inset(row), y, 0, height))
            y += height + self._below(number)
            if self._below(number):
                part.sheets.append((row.sheet, QRect(x, sheet_top, self.width, y - sheet_top)))

    @property
    def _growing(self) -> list[Row]:
        """The rows that grow where there is room: drawings and calendars before all others."""
        large = [row for row in self.rows if row.kind in {Kind.DRAWN, Kind.DAYS}]
        return large or [row for row in self.rows if row.cards]

    def height_in(self, row: Row, room: int) -> int:
        """Return the height of a row where the whole stack stands in a room; rows that grow are alike."""
        growing, needed = self._growing, self.row_height(row)
        if row not in growing:
            return needed
        highest = max(map(self.row_height, growing))
        spare = max(0, room - self.height())
        share = (spare + sum(map(self.row_height, growing))) // len(growing)
        return needed if share < highest else min(share, max(highest, self._most(growing, highest)))

    def _most(self, growing: Sequence[Row], highest: int) -> int:
        """Return the height up to which rows grow: to their wish, and plain cards to a pleasant height."""
        wishes = [box.wish_at(self.column_width(row)) for row in growing for box in row.boxes]
        return max(wishes) or max(self._spacing.card, int(highest * STRETCH))

    def _place_row(self, part: Part, row: Row, place: QRect) -> None:
        width = self.column_width(row)
        inner = self.width - 2 * self._inset(row)
        step = (inner - width) // (row.columns - 1) if row.columns > 1 else 0
        for number, box in enumerate(row.boxes):
            column = row.columns - 1 - number if self._spacing.from_right else number
            tall = place.height() if row in self._growing else box.height_at(width, self._room)
            part.places.append((box, QRect(place.x() + column * step, place.y(), width, tall)))


T = TypeVar("T", bound=Box)


def in_rows(
    boxes: Iterable[T],
    sheet_of: Callable[[T], Sheet],
    kind_of: Callable[[T], Kind],
    columns_of: Callable[[Sheet, Kind], int],
) -> list[Row]:
    """Put neighbours of a kind side by side in as many columns as their kind has."""
    rows: list[Row] = []
    for box in boxes:
        sheet, kind = sheet_of(box), kind_of(box)
        wide = columns_of(sheet, kind)
        last = rows[-1] if rows else None
        if last and wide > 1 and last.columns == wide and last.kind is kind and len(last.boxes) < wide:
            rows[-1] = Row((*last.boxes, box), wide, sheet, kind)
        else:
            rows.append(Row((box,), wide, sheet, kind))
    return rows


def in_parts(
    rows: Sequence[Row], width: int, room: int, spacing: Spacing, last_room: int | None = None
) -> list[list[Row]]:
    """Fill parts of a height one after another; the last may have less room, for the way forward."""
    parts: list[list[Row]] = [[]]
    for row in rows:
        tried = [*parts[-1], row]
        if not parts[-1] or Stack(tried, width, room, spacing).fits(room):
            parts[-1] = tried
        else:
            parts.append([row])
    if last_room is not None and not Stack(parts[-1], width, last_room, spacing).fits(last_room):
        alone = Stack(parts[-1][-1:], width, last_room, spacing).fits(last_room)
        parts.append([parts[-1].pop()] if alone and len(parts[-1]) > 1 else [])
    return parts
