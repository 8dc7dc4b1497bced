"""The field that typed digits stand in: in groups, covered, or as a sum of money."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.screens import Typed
from kiosk.text import Money, Text, t, tn
from kiosk.ui.blocks import TypedField
from kiosk.ui.digits import grouped, groups
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.typeset import Laid, Type

SLOT_EM, BREAK_EM = 0.8, 0.6
"""The width of one sign's place, and of the space between groups."""
LARGEST_TENTHS, LEADING, SCARCE_LEADING = range(19, 9, -1), 1.5, 1.25
"""How large a number of any length may be, in tenths of the body, and its line height in em."""
RULE_EM = 0.12
"""So far above the lower end of the line stands the rule under a sign."""
DOT_EM = 0.34
"""The width of a dot that covers a digit."""


class Field(Piece):
    """A place for every sign, in the groups that people read numbers in."""

    def __init__(self, look: Look, block: TypedField) -> None:
        super().__init__(look, block.key, "")
        self.block = block
        self._typed = ""
        self.show_typed("")

    @property
    def typed(self) -> str:
        """What is typed so far."""
        return self._typed

    def show_typed(self, typed: str) -> None:
        """Show what is typed so far."""
        self._typed = typed
        self.setAccessibleName(self.look.shown(self._said(typed) if typed else t("Nothing is typed yet")))
        self.update()

    def _said(self, typed: str) -> Text:
        spelled = " ".join(grouped(typed, self.block.kind, self.block.length))
        return t("Typed so far: {digits}", digits=spelled)

    def _type(self, width: int) -> Type:
        sizes = groups(self.block.kind, self.block.length)
        ems = self.block.length * SLOT_EM + (len(sizes) - 1) * BREAK_EM
        room = width - 2 * self._padding
        most = self.look.metrics.em * (1.0 if self.look.metrics.scarce else 1.9)
        return Type(max(8, min(round(most), int(room / ems))), bold=True, leading=1.5)

    @property
    def _padding(self) -> int:
        return round(self.look.metrics.em * 0.45)

    def height_at(self, width: int, room: int) -> int:
        """Return the height of one line of large digits."""
        metrics = self.look.metrics
        air = 2 * metrics.px(0.7) if metrics.scarce else 2 * (self._padding // 2)
        return max(self._type(width).line + air, metrics.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, a rule under every place and the signs above the rules."""
        painter, kind = self._paper(), self._type(self.width())
        top, x, place = (self.height() - kind.line) // 2, self._padding, 0
        for size in groups(self.block.kind, self.block.length):
            for _ in range(size):
                self._paint_place(painter, kind, x, top, place)
                x, place = x + round(kind.px * SLOT_EM), place + 1
            x += round(kind.px * BREAK_EM)

    def _paper(self) -> QPainter:
        """Paint the paper, and return what goes on painting."""
        painter, roles, metrics = brush_for(self), self.look.roles, self.look.metrics
        edge, thick = (roles.on_danger, metrics.px(0.9)) if self.block.wrong else (roles.edge, metrics.edge)
        rounded(painter, QRectF(self.rect()), metrics.corner, roles.surface, edge, thick)
        return painter

    def _paint_place(self, painter: QPainter, kind: Type, x: int, top: int, place: int) -> None:
        roles, width = self.look.roles, round(kind.px * SLOT_EM)
        rule, thick = max(2, kind.px // 16), len(self._typed) == place
        ink, low = roles.accent if thick else roles.edge, top + kind.line - rule - kind.px * RULE_EM
        rounded(painter, QRectF(x + kind.px * 0.07, low, width - kind.px * 0.14, rule), rule / 2, ink)
        if place < len(self._typed):
            self._paint_sign(painter, kind, QRect(x, top - rule, width, kind.line), self._typed[place])

    def _paint_sign(self, painter: QPainter, kind: Type, place: QRect, sign: str) -> None:
        laid = self.look.lay(sign, kind, place.width() * 2)
        laid.paint(painter, place.x(), place.y(), self.look.roles.ink, centred_in=place.width())


class CoveredField(Field):
    """A place for every digit of a password: dots for eyes, and only their number for ears."""

    def _said(self, typed: str) -> Text:
        return tn("One digit is typed", "{count} digits are typed", len(typed))

    def _paint_sign(self, painter: QPainter, kind: Type, place: QRect, sign: str) -> None:
        side = kind.px * DOT_EM
        left = place.x() + (place.width() - side) / 2
        dot = QRectF(left, place.y() + (place.height() - side) / 2, side, side)
        rounded(painter, dot, side / 2, self.look.roles.ink)


class SumField(Field):
    """A sum of money as it grows, with its unit where money has it."""

    def _sum(self, typed: str) -> Money:
        return Money.yuan(int(typed))

    def _said(self, typed: str) -> Text:
        return t("Typed so far: {digits}", digits=self._sum(typed))

    def _words(self) -> str:
        """The sum, or the bare unit while there is none."""
        words = self.look.words
        return self._sum(self._typed).shown(words) if self._typed else Money(0).shown(words).replace("0", "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the sum in its middle and a rule under the room it may take."""
        painter, kind, roles = self._paper(), self._type(self.width()), self.look.roles
        laid = self.look.lay(self._words(), kind, self.width())
        top, rule = (self.height() - kind.line) // 2, max(2, kind.px // 16)
        laid.paint(painter, 0, top - rule, roles.ink if self._typed else roles.soft, centred_in=self.width())
        width = round(kind.px * SLOT_EM * (self.block.length + 1))
        ink = roles.accent if len(self._typed) < self.block.length else roles.edge
        place = QRectF((self.width() - width) / 2, top + kind.line - rule, width, rule)
        rounded(painter, place, rule / 2, ink)


class NumberField(Field):
    """A number of any length as it grows: a code, or a telephone number in the groups it is read in."""

    def _full(self) -> str:
        """The longest there may be."""
        return " ".join(grouped("2" * self.block.length, self.block.kind, self.block.length))

    def _type(self, width: int) -> Type:
        """As large as keeps the longest in one line, but never under the body: then it takes two."""
        look, room = self.look, width - 2 * self._padding
        leading = SCARCE_LEADING if look.metrics.scarce else LEADING
        kinds = [replace(look.figure(tenths / 10), leading=leading) for tenths in LARGEST_TENTHS]
        one_line = (kind for kind in kinds if look.lay(self._full(), kind, 100_000).width <= room)
        return next(one_line, kinds[-1])

    def _laid(self, text: str, width: int) -> Laid:
        return self.look.lay(text, self._type(width), width - 2 * self._padding)

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the longest number."""
        air = 2 * (self._padding // 2)
        return max(self._laid(self._full(), width).height + air, self.look.metrics.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, and the digits with a rule where the next one goes."""
        painter, roles = self._paper(), self.look.roles
        typed = " ".join(grouped(self._typed, self.block.kind, self.block.length))
        laid, kind = self._laid(typed, self.width()), self._type(self.width())
        top = (self.height() - self._laid(self._full(), self.width()).height) // 2
        laid.paint(painter, self._padding, top, roles.ink)
        if len(self._typed) < self.block.length:
            rule, slot = max(2, kind.px // 16), round(kind.px * SLOT_EM)
            x = min(self._padding + laid.last, self.width() - self._padding - slot)
            y = top + max(laid.height, kind.line) - 2 * rule
            rounded(painter, QRectF(x, y, slot, rule), rule / 2, roles.accent)


def field_for(look: Look, block: TypedField) -> Field:
    """Return the field for a kind of digits."""
    kinds: dict[Typed, type[Field]] = {
        Typed.SECRET: CoveredField,
        Typed.YUAN: SumField,
        Typed.ANY_NUMBER: NumberField,
        Typed.FAULT: NumberField,
    }
    return kinds.get(block.kind, Field)(look, block)
