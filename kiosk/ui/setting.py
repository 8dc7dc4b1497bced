"""What every arrangement starts from: a page, the room for it, how it looks, and who makes its widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect

from kiosk.text import t
from kiosk.ui.blocks import Block, Button, PageOf, Shape, Sheet, TallyLine
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.calendar import CalendarSheet
from kiosk.ui.flow import PUSH, Kind, Part, Row, Spacing, Stack, in_rows
from kiosk.ui.foot import Foot
from kiosk.ui.look import Look
from kiosk.ui.making import Thing
from kiosk.ui.pictured import PictureCard, best_set

NEXT_PART = "next part"
ASIDE = 0.34
"""How much of the width buttons take at the right of a low panel."""
WIDE_EM = 30
"""From this width on, choices stand side by side."""
DRAWN_LINES = 3
"""So many lines the name of a choice may take below its drawing."""
FEW = 4
"""So many choices may have large cards."""
CARD_MM = 45
"""The height to which cards grow where there is room."""
CARD_COLUMNS = {0: (1,), 1: (1,), 2: (2, 1), 3: (3, 1, 2), 4: (2, 1, 3), 5: (2, 3, 1)}
"""For so many choices on a wide page, the numbers of columns to try, the most pleasant first."""


@dataclass(frozen=True)
class Setting:
    """A page, the body it stands in below its heading, the look, and `make` for the widget of a block."""

    page: PageOf
    body: QRect
    look: Look
    make: Callable[[Block], Thing]
    reach: int = 0
    """How far below the body's top the first thing to touch may stand, in pixels."""
    tight: bool = False
    """Whether what is only read stands closer together."""
    least_drawing: float = 0
    """How high drawings to choose from must be, in millimetres, so that a picture may stand beside them."""
    easy: bool = False
    """Whether the names of choices may take one line only where they stand side by side."""

    @property
    def gap(self) -> int:
        """The gap between things, in pixels."""
        return self.look.metrics.gap

    @property
    def upright(self) -> bool:
        """Whether the panel is higher than wide."""
        return self.look.metrics.panel.portrait

    @property
    def spacing(self) -> Spacing:
        """The spaces within a stack."""
        metrics = self.look.metrics
        sheet = round(metrics.em * (0.7 if self.upright else 0.25 if metrics.scarce else 0.5))
        gap, sheet = (metrics.gap // 2, sheet // 2) if self.tight else (metrics.gap, sheet)
        push = 1.0 if metrics.lowered else PUSH
        return Spacing(gap, sheet, self.reach, metrics.px(CARD_MM), push, metrics.left_handed)

    def below(self, y: int) -> Setting:
        """Return the setting of what begins at a height of the page, where less of it is out of reach."""
        return replace(self, reach=max(0, self.reach - (y - self.body.y())))

    def lowest(self, tall: int) -> int:
        """Return how far below the body's top something so tall is to stand, so that it can be reached."""
        return max(0, self.body.height() - tall) if self.look.metrics.lowered else self.reach

    # ------------------------------------------------------------------ rows and columns

    def rows(self, blocks: Sequence[Block], columns: int = 1) -> list[Row]:
        """Return blocks in rows; plain cards below drawings stand in at most two columns."""
        things = [(self.make(block), block.sheet) for block in blocks]
        sheets = dict(things)
        kinds = {thing: kind_of(thing) for thing in sheets}
        plain = sum(kind is Kind.CARDS for kind in kinds.values())
        below_drawings = min(columns, 2, plain) if Kind.DRAWN in kinds.values() else columns

        def columns_of(sheet: Sheet, kind: Kind) -> int:
            usual = columns if kind is Kind.DRAWN or sheet is Sheet.TALLY else 1
            return below_drawings if kind is Kind.CARDS else usual

        return in_rows([thing for thing, _ in things], sheets.__getitem__, kinds.__getitem__, columns_of)

    def stack(self, blocks: Sequence[Block], width: int, room: int, columns: int = 1) -> Stack:
        """Return blocks below each other."""
        return Stack(self.rows(blocks, columns), width, room, self.spacing)

    def columns(self, blocks: Sequence[Block], width: int, lines: int = 2) -> list[int]:
        """Return the numbers of columns to try, the most pleasant first; a name has at most so many lines."""
        if any(isinstance(block, TallyLine) for block in blocks):
            return [1, 2] if width >= self.look.metrics.em * WIDE_EM else [1]
        cards = [card for card in map(self.make, blocks) if isinstance(card, Card)]
        drawn = sum(isinstance(card, PictureCard) for card in cards)
        if drawn:
            lines = DRAWN_LINES
            wanted: Sequence[int] = [count for count in range(drawn, 0, -1) if -drawn % count <= 1]
        elif width >= self.look.metrics.em * WIDE_EM:
            wanted = CARD_COLUMNS.get(len(cards), (2, 3, 1))
            wanted = (1,) if self.upright and cards and cards[0].block.roomy else wanted
        else:
            wanted = (1, 2) if len(cards) > 1 else (1,)
        return [count for count in wanted if count == 1 or self._comfortable(cards, width, count, lines)]

    def _comfortable(self, cards: Sequence[Card], width: int, columns: int, lines: int) -> bool:
        each = (width - (columns - 1) * self.gap) // columns
        return all(card.comfortable_at(each, lines) for card in cards)

    def fitting(self, blocks: Sequence[Block], width: int, room: int) -> Stack | None:
        """Return the most pleasant stack that fits into a room: with large cards where they are few."""
        if any(isinstance(block, Button) and block.picture for block in blocks):
            return self._fitting_with_drawings(blocks, width, room)
        for tried, lines in ((roomy(blocks), 1), (blocks, 1), (blocks, 1 if self.easy else 2)):
            for columns in self.columns(tried, width, lines) if tried else ():
                stack = self.stack(tried, width, room, columns)
                if stack.fits(room):
                    return stack
        return None

    def _fitting_with_drawings(self, blocks: Sequence[Block], width: int, room: int) -> Stack | None:
        """Return the stack that fits and has the largest drawings."""
        stacks = [self.stack(blocks, width, room, columns) for columns in self.columns(blocks, width)]
        least = self.look.metrics.px(self.least_drawing)
        fitting = [stack for stack in stacks if stack.fits(room) and drawings_in(stack, room) >= least]
        # A few millimetres less do not matter where more drawings stand side by side.
        centimetre = self.look.metrics.px(10)
        return max(fitting, key=lambda stack: drawings_in(stack, room) // centimetre, default=None)

    # ------------------------------------------------------------------ the foot

    def stacked(self, stack: Stack, place: QRect, *feet: Callable[[Part], None]) -> Part:
        """Return a part with a stack in a place, and the feet below or beside it."""
        part = Part()
        stack.place(part, place.x(), place.y(), place.height())
        for put in feet:
            put(part)
        return part

    def foot(self, buttons: Sequence[Button], width: int) -> Foot:
        """Return the buttons at the bottom."""
        made = [self.make(button) for button in buttons]
        return Foot([plain for plain in made if isinstance(plain, Plain)], width, self.look.metrics)

    def next_button(self, part: int, parts: int, *, forward: bool) -> Button:
        """Return the button to the next part; the last part's leads back to the first."""
        if part == parts:
            label = t("First part {part}/{parts}", part=part, parts=parts)
        else:
            label = t("More {part}/{parts}", part=part, parts=parts)
        shape = Shape.FORWARD if forward and part < parts else Shape.PLAIN
        return Button(key=(NEXT_PART, part), shape=shape, label=self.look.shown(label))

    def with_foot(
        self, place: QRect, buttons: Sequence[Button], *, aside: bool = False
    ) -> tuple[QRect, Callable[[Part], None]]:
        """Return the room that buttons leave in a place, and what puts them into a part.

        They stand at the bottom, or, `aside`, below each other at the right.
        """
        width = round(place.width() * ASIDE)
        foot, x = self.foot(buttons, width), place.right() + 1 - width
        room = place.adjusted(0, 0, -width - 2 * self.gap, 0)
        if not aside or not buttons or foot.height > place.height() - self.reach:
            foot, x = self.foot(buttons, place.width()), place.x()
            room = place.adjusted(0, 0, 0, -foot.height)
        return room, lambda part: foot.place(part, x, place.bottom() + 1)


def kind_of(thing: Thing) -> Kind:
    """Return what a thing is in a stack."""
    if isinstance(thing, PictureCard):
        return Kind.DRAWN
    if isinstance(thing, CalendarSheet):
        return Kind.DAYS
    return Kind.CARDS if isinstance(thing, Card) else Kind.READ


def drawings_in(stack: Stack, room: int) -> int:
    """Return how high, in pixels, the drawings to choose from are in a stack; 0 without any."""
    rows = [row for row in stack.rows if row.kind is Kind.DRAWN]
    cards = [
        (box, stack.column_width(row), stack.height_in(row, room))
        for row in rows
        for box in row.boxes
        if isinstance(box, PictureCard)
    ]
    return best_set(cards).tall if cards else 0


def roomy(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with large cards, or nothing where there are none or too many."""
    cards = sum(isinstance(block, Button) for block in blocks)
    if not 0 < cards <= FEW:
        return []
    return [replace(block, roomy=True) if isinstance(block, Button) else block for block in blocks]


def is_next_part(button: Button) -> bool:
    """Tell whether a button leads to another part of the same page."""
    return isinstance(button.key, tuple) and button.key[0] == NEXT_PART
