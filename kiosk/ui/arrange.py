"""Finds the places of everything on a page: in one part where it fits, in fewer columns, then in parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect

from kiosk.text import t
from kiosk.ui.blocks import (
    Block,
    Button,
    Drawing,
    Greeting,
    Keys,
    PageOf,
    Prose,
    Qr,
    Shape,
    Sheet,
    TallyLine,
    smaller,
)
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.flow import Box, Part, Row, Spacing, Stack, in_parts, in_rows
from kiosk.ui.foot import Foot
from kiosk.ui.labels import Paragraph
from kiosk.ui.look import Look
from kiosk.ui.making import Thing
from kiosk.ui.pad import Pad

NEXT_PART = "next part"
PICTURE_SHARE = 0.36
"""How much of a lying panel's width a picture takes."""
LEAST_PICTURE, MOST_PICTURE = 0.2, 0.4
"""How much of the height of an upright panel's page a picture takes."""


class Arranger:
    """Arranges one page within an area; `make` gives the widget of a block."""

    def __init__(self, page: PageOf, area: QRect, look: Look, make: Callable[[Block], Thing]) -> None:
        self._page = page
        self._area = area
        self._look = look
        self._make = make
        metrics = look.metrics
        self._gap = metrics.gap
        self._spacing = Spacing(metrics.gap, round(metrics.em * (0.5 if metrics.scarce else 0.8)))
        self._heading = make(page.heading)
        used = self._heading.height_at(area.width(), area.height()) + metrics.gap
        self._body = area.adjusted(0, used, 0, 0)

    def parts(self) -> list[Part]:
        """Return every part of the page, with its heading."""
        parts = self._parts()
        for part in parts:
            height = self._heading.height_at(self._area.width(), self._area.height())
            if not isinstance(self._page.figure, Greeting):
                place = QRect(self._area.x(), self._area.y(), self._area.width(), height)
                part.places.insert(0, (self._heading, place))
        return parts

    def _parts(self) -> list[Part]:
        figure = self._page.figure
        if isinstance(figure, Greeting):
            return [self._resting(figure)]
        everything = (*self._page.before, *self._page.beside, *self._page.after)
        if isinstance(figure, Drawing):
            part = self._with_figure(figure, everything, self._foot_buttons())
            if part is not None:
                return [part]
        if figure is None or isinstance(figure, Drawing):
            return self._reading(everything, self._foot_buttons())
        return self._acting(figure, everything)

    # ------------------------------------------------------------------ rows and columns

    def _rows(self, blocks: Sequence[Block], columns: int) -> list[Row]:
        things = [(self._make(block), block) for block in blocks]
        sheets = {thing: block.sheet for thing, block in things}
        return in_rows(
            [thing for thing, _ in things], sheets.__getitem__, lambda box: isinstance(box, Card), columns
        )

    def _columns(self, blocks: Sequence[Block], width: int) -> list[int]:
        """Return the numbers of columns to try, the most pleasant first."""
        cards = [card for card in map(self._make, blocks) if isinstance(card, Card)]
        tallied = sum(isinstance(block, TallyLine) for block in blocks)
        if tallied:
            return [1, 2] if width >= self._look.metrics.em * 30 else [1]
        wide = width >= self._look.metrics.em * 30
        usual = {0: [1], 1: [1], 2: [2, 1], 3: [3, 1, 2], 4: [2, 1, 3], 5: [2, 3, 1]}.get(
            len(cards), [2, 3, 1]
        )
        wanted = usual if wide else [1, 2] if len(cards) > 1 else [1]
        return [count for count in wanted if count == 1 or self._comfortable(cards, width, count)]

    def _comfortable(self, cards: Sequence[Card], width: int, columns: int) -> bool:
        each = (width - (columns - 1) * self._gap) // columns
        return all(card.comfortable_at(each) for card in cards)

    def _fitting(self, blocks: Sequence[Block], width: int, room: int) -> Stack | None:
        """Return the most pleasant stack that fits into a room with no more than six cards."""
        for columns in self._columns(blocks, width):
            rows = self._rows(blocks, columns)
            stack = Stack(rows, width, room, self._spacing)
            cards = sum(len(row.boxes) for row in rows if row.cards)
            if cards <= 6 and stack.height() <= room:
                return stack
        return None

    # ------------------------------------------------------------------ the foot

    def _foot_buttons(self) -> list[Button]:
        return list(self._page.foot)

    def _foot(self, buttons: Sequence[Button], width: int) -> Foot:
        made = [self._make(button) for button in buttons]
        return Foot([plain for plain in made if isinstance(plain, Plain)], width, self._look.metrics)

    def _next(self, part: int, parts: int, shape: Shape) -> Button:
        """Return the button to the next part; the last leads back to the first."""
        if part == parts:
            label = t("First part ({part}/{parts})", part=part, parts=parts)
        else:
            label = t("More ({part}/{parts})", part=part, parts=parts)
        return Button(key=(NEXT_PART, part), shape=shape, label=self._look.shown(label))

    # ------------------------------------------------------------------ reading from top to bottom

    def _reading(self, blocks: Sequence[Block], foot: list[Button]) -> list[Part]:
        body = self._body
        low = self._foot(foot, body.width())
        stack = self._fitting(blocks, body.width(), body.height() - low.height)
        if stack is not None:
            return [self._column(stack, low, body)]
        return self._read_in_parts(blocks, foot, lead_on=bool(foot))

    def _column(self, stack: Stack, low: Foot, body: QRect) -> Part:
        part = Part()
        spare = body.height() - low.height - stack.height()
        stack.place(part, body.x(), body.y(), max(0, spare))
        low.place(part, body.x(), body.bottom() + 1)
        return part

    def _read_in_parts(self, blocks: Sequence[Block], foot: list[Button], *, lead_on: bool) -> list[Part]:
        """Spread blocks over parts; with `lead_on` the way to the next part is the way forward."""
        body, width = self._body, self._body.width()
        nav = Shape.FORWARD if lead_on else Shape.PLAIN
        room = body.height() - self._foot([self._next(1, 9, nav)], width).height
        last = body.height() - self._foot([self._next(9, 9, Shape.PLAIN), *foot], width).height
        small = self._small_enough(blocks, width, min(room, last))
        spread = [
            in_parts(self._rows(small, columns), width, room, self._spacing, last)
            for columns in self._columns(small, width)
        ]
        groups = min(spread, key=len)
        parts = []
        for number, rows in enumerate(groups, 1):
            ends = number == len(groups)
            buttons = [self._next(number, len(groups), Shape.PLAIN if ends else nav), *(foot if ends else [])]
            parts.append(
                self._column(Stack(rows, width, room, self._spacing), self._foot(buttons, width), body)
            )
        return parts

    def _small_enough(self, blocks: Sequence[Block], width: int, room: int) -> list[Block]:
        """Take apart what is higher than a part of a page."""
        small: list[Block] = []
        for block in blocks:
            small.extend(self._taken_apart(block, width, room))
        return small

    def _taken_apart(self, block: Block, width: int, room: int) -> list[Block]:
        stack = Stack(self._rows([block], 1), width, room, self._spacing)
        if stack.height() <= room:
            return [block]
        pieces = self._cut(block, width, room) if isinstance(block, Prose) else smaller(block)
        if len(pieces) == 1:
            return [block]
        return [part for piece in pieces for part in self._taken_apart(piece, width, room)]

    def _cut(self, block: Prose, width: int, room: int) -> tuple[Block, ...]:
        paragraph = self._make(block)
        assert isinstance(paragraph, Paragraph)
        laid = paragraph.laid(width - (2 * self._spacing.sheet if block.sheet is not Sheet.NONE else 0))
        frame = Stack(self._rows([block], 1), width, room, self._spacing).height() - laid.height
        most = max(1, (room - frame) // laid.kind.line)
        return tuple(
            replace(block, key=(block.key, "cut", i), text=text) for i, text in enumerate(laid.pieces(most))
        )

    # ------------------------------------------------------------------ with a picture, keys or a code

    def _acting(self, figure: Keys | Qr, everything: Sequence[Block]) -> list[Part]:
        """Keep figure and way forward together; what has no room beside them goes to parts of its own."""
        page, foot = self._page, self._foot_buttons()
        whole = self._with_figure(figure, everything, foot)
        if whole is not None:
            return [whole]
        for before, beside in (((), (*page.before, *page.beside)), (page.before, page.beside)):
            nav = self._next(1, 2, Shape.PLAIN)
            if self._with_figure(figure, beside, [nav, *foot]) is None and beside != page.beside:
                continue
            earlier = self._read_in_parts(before, [], lead_on=True) if before else []
            later = self._read_in_parts(page.after, [], lead_on=False) if page.after else []
            return self._joined(earlier, figure, beside, later)
        raise AssertionError("The last way is always taken.")

    def _joined(
        self, earlier: list[Part], figure: Keys | Qr, beside: Sequence[Block], later: list[Part]
    ) -> list[Part]:
        """Number the parts anew: those to read first, the one to act on, those to read after it."""
        page, width, count = self._page, self._body.width(), len(earlier) + 1 + len(later)
        parts: list[Part] = []
        for number in range(1, count + 1):
            acting = number == len(earlier) + 1
            leads_on = number <= len(earlier)
            button = self._next(number, count, Shape.FORWARD if leads_on else Shape.PLAIN)
            if acting:
                part = self._with_figure(figure, beside, [button, *page.foot], force=True)
                assert part is not None
            else:
                part = (earlier + later)[number - 1 - (number > len(earlier))]
                part.places = [p for p in part.places if not isinstance(p[0], Plain)]
                self._foot([button], width).place(part, self._body.x(), self._body.bottom() + 1)
            parts.append(part)
        return parts

    def _with_figure(
        self,
        figure: Drawing | Keys | Qr,
        blocks: Sequence[Block],
        foot: Sequence[Button],
        *,
        force: bool = False,
    ) -> Part | None:
        """Put everything on one part with its figure, or return None where it does not fit."""
        if self._look.metrics.panel.portrait and not isinstance(figure, Qr):
            return self._stacked(figure, blocks, foot, force)
        if self._look.metrics.panel.portrait:
            return self._banded(figure, blocks, foot, force)
        return self._side_by_side(figure, blocks, foot, force)

    def _side_by_side(
        self, figure: Drawing | Keys | Qr, blocks: Sequence[Block], foot: Sequence[Button], force: bool
    ) -> Part | None:
        body, picture = self._body, self._make(figure)
        left = self._figure_width(picture)
        width = body.width() - left - 2 * self._gap
        low = self._foot(foot, width)
        room = body.height() - low.height
        stack = self._fitting(blocks, width, room)
        tall = picture.height_at(left, body.height())
        if not force and (stack is None or tall > body.height()):
            return None
        stack = stack or Stack(self._rows(blocks, 1), width, room, self._spacing)
        column = QRect(body.x() + left + 2 * self._gap, body.y(), width, body.height())
        part = self._column(stack, low, column)
        centred = (body.height() - tall) // 2 if isinstance(figure, Drawing) else 0
        part.places.insert(0, (picture, QRect(body.x(), body.y() + centred, left, tall)))
        return part

    def _figure_width(self, picture: Thing) -> int:
        body = self._body
        wanted = getattr(picture, "wanted_width", None)
        if wanted is None:
            return int(body.width() * PICTURE_SHARE)
        return int(
            wanted(min(int(body.width() * 0.55), body.width() if isinstance(picture, Pad) else body.height()))
        )

    def _stacked(
        self, figure: Drawing | Keys, blocks: Sequence[Block], foot: Sequence[Button], force: bool
    ) -> Part | None:
        """Put a picture above what is asked, or keys between the field and the way forward."""
        body, thing = self._body, self._make(figure)
        low = self._foot(foot, body.width())
        keys = isinstance(figure, Keys)
        above = [b for b in blocks if keys and b not in self._page.after]
        below = [b for b in blocks if b not in above]
        least = thing.height_at(body.width(), int(body.height() * (0.3 if keys else LEAST_PICTURE)))
        room = body.height() - low.height - least - self._gap
        top = self._fitting(above, body.width(), room)
        rest = self._fitting(below, body.width(), room)
        used = sum(s.height() + self._gap for s in (top, rest) if s is not None and s.rows)
        if not force and (top is None or rest is None or used > room + self._gap):
            return None
        part = Part()
        y = body.y()
        if top is not None and top.rows:
            top.place(part, body.x(), y)
            y += top.height() + self._gap
        spare = room + least - used + self._gap
        most = spare if keys else min(spare, int(body.height() * MOST_PICTURE))
        tall = thing.height_at(body.width(), max(least, most))
        part.places.append((thing, QRect(body.x(), y, body.width(), tall)))
        y += tall + self._gap
        if rest is not None and rest.rows:
            rest.place(part, body.x(), y, max(0, body.bottom() + 1 - low.height - y - rest.height()))
        low.place(part, body.x(), body.bottom() + 1)
        return part

    def _banded(
        self, figure: Qr, blocks: Sequence[Block], foot: Sequence[Button], force: bool
    ) -> Part | None:
        """Put a code with what belongs to it side by side, and everything else below."""
        body, code = self._body, self._make(figure)
        side = code.height_at(body.width() // 2, body.height())
        width = body.width() - side - 2 * self._gap
        with_code = [b for b in blocks if b in self._page.beside]
        others = [b for b in blocks if b not in self._page.beside]
        beside = Stack(self._rows(with_code, 1), width, side, self._spacing)
        band = max(side, beside.height())
        low = self._foot(foot, body.width())
        room = body.height() - low.height - band - self._gap
        rest = self._fitting(others, body.width(), room)
        if rest is None and not force:
            return None
        part = Part()
        part.places.append((code, QRect(body.x(), body.y(), side, side)))
        beside.place(part, body.x() + side + 2 * self._gap, body.y() + max(0, (side - beside.height()) // 2))
        if rest is not None:
            rest.place(part, body.x(), body.y() + band + self._gap, max(0, room - rest.height()))
        low.place(part, body.x(), body.bottom() + 1)
        return part

    # ------------------------------------------------------------------ rest

    def _resting(self, figure: Greeting) -> Part:
        """The face above (or left), the question and the way to begin below (or right)."""
        area, face, gap = self._area, self._make(figure), self._gap
        upright = self._look.metrics.panel.portrait
        left = 0 if upright else int(area.width() * 0.48)
        width = area.width() - left - (0 if upright else 2 * gap)
        x = area.x() + (0 if upright else left + 2 * gap)
        low = self._foot(self._foot_buttons(), width)
        stack = Stack(
            [Row((self._heading,)), *self._rows(self._page.before, 1)], width, area.height(), self._spacing
        )
        part = Part()
        top = area.bottom() + 1 - low.height - stack.height()
        if not upright:
            top = area.y() + max(0, (area.height() - low.height - stack.height()) // 2)
        face_rect = QRect(area.x(), area.y(), area.width() if upright else left, area.height())
        if upright:
            face_rect.setBottom(top - 2 * gap)
        part.places.append((face, face_rect))
        stack.place(part, x, top)
        low.place(part, x, area.bottom() + 1 if upright else top + stack.height() + low.height)
        return part


def is_next_part(button: Button) -> bool:
    """Tell whether a button leads to another part of the same page."""
    return isinstance(button.key, tuple) and button.key[0] == NEXT_PART


__all__ = ["Arranger", "Box", "is_next_part"]
