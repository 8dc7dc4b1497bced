"""What is read on a page: headings, paragraphs, facts and pictures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent

from kiosk.screens import Mark, Tone
from kiosk.ui.blocks import Drawing, FactLine, Headline, Manner, Prose, Sheet
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.typeset import Laid, Type

TONE_ICONS = {Tone.CARE: "alert", Tone.DANGER: "stop", Tone.DONE: "tick-circle"}
MARK_ICONS = {Mark.WAITING: "hourglass", Mark.DONE: "tick-circle", Mark.CARE: "alert"}


class Heading(Piece):
    """The question, with a sign of its tone beside it where it is not calm."""

    role = QAccessible.Role.Heading

    def __init__(self, look: Look, block: Headline) -> None:
        super().__init__(look, block.key, block.text)
        self.block = block
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def _badge(self) -> int:
        """The side of the sign, in pixels; 0 without one."""
        return round(self.look.heading.px * 1.35) if self.block.tone in TONE_ICONS else 0

    def _laid(self, width: int) -> Laid:
        indent = self._badge + self.look.metrics.gap if self._badge else 0
        return self.look.lay(self.block.text, self.look.heading, width - indent)

    def height_at(self, width: int, room: int) -> int:
        """Return the height of its lines."""
        return max(self._badge, self._laid(width).height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign and the words."""
        painter = brush_for(self)
        laid, x = self._laid(self.width()), 0
        if self._badge:
            ink, fill = _tone_colours(self.look, self.block.tone)
            top = max(0, (self.look.heading.line - self._badge) // 2)
            rounded(painter, QRectF(0, top, self._badge, self._badge), self.look.metrics.corner, fill)
            side = round(self._badge * 0.66)
            inset = (self._badge - side) // 2
            painter.drawPixmap(inset, top + inset, self.look.art.icon(TONE_ICONS[self.block.tone], ink, side))
            x = self._badge + self.look.metrics.gap
        laid.paint(painter, x, 0, self.look.roles.ink)


def _tone_colours(look: Look, tone: Tone) -> tuple[str, str]:
    roles = look.roles
    return {
        Tone.CARE: (roles.on_care, roles.care),
        Tone.DANGER: (roles.on_danger, roles.danger),
        Tone.DONE: (roles.on_done, roles.done),
    }.get(tone, (roles.ink, roles.ground))


class Paragraph(Piece):
    """A paragraph; help and problems stand on paper of their own, with a sign."""

    def __init__(self, look: Look, block: Prose) -> None:
        super().__init__(look, block.key, block.text)
        self.block = block
        if block.manner is Manner.TITLE:
            self.role = QAccessible.Role.Heading

    @property
    def _type(self) -> Type:
        if self.block.manner is Manner.BODY:
            return (
                self.look.lead
                if self.block.sheet in {Sheet.NONE, Sheet.CARE, Sheet.DANGER}
                else self.look.body
            )
        return self.look.strong if self.block.manner in {Manner.TITLE, Manner.PROBLEM} else self.look.body

    @property
    def _padding(self) -> int:
        framed = self.block.manner in {Manner.HELP, Manner.PROBLEM}
        return round(self.look.metrics.em * 0.5) if framed else 0

    @property
    def _icon(self) -> str:
        icons = {Manner.HELP: "info", Manner.PROBLEM: "alert", Manner.ADVICE: "tick"}
        return icons.get(self.block.manner, "")

    @property
    def _indent(self) -> int:
        return round(self.look.metrics.em * 1.75) if self._icon else 0

    def laid(self, width: int) -> Laid:
        """Return the words in lines at a width."""
        measure = min(self.look.metrics.measure, width - 2 * self._padding - self._indent)
        return self.look.lay(self.block.text, self._type, measure)

    def height_at(self, width: int, room: int) -> int:
        """Return the height of its lines and its frame."""
        return self.laid(width).height + 2 * self._padding

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the sign and the words."""
        painter = brush_for(self)
        roles, em, pad = self.look.roles, self.look.metrics.em, self._padding
        laid = self.laid(self.width())
        ink = roles.soft if self.block.manner is Manner.BODY else roles.ink
        ink = {Sheet.CARE: roles.on_care, Sheet.DANGER: roles.on_danger}.get(self.block.sheet, ink)
        if pad:
            problem = self.block.manner is Manner.PROBLEM
            fill, ink = (roles.danger, roles.on_danger) if problem else (roles.sunken, roles.ink)
            edge = roles.on_danger if problem else roles.line
            rounded(
                painter,
                QRectF(self.rect()),
                self.look.metrics.corner,
                fill,
                edge,
                self.look.metrics.edge,
            )
        if self._icon:
            side = round(em * 1.2)
            icon = self.look.art.icon(self._icon, ink, side)
            painter.drawPixmap(pad, pad + (laid.kind.line - side) // 2, icon)
        laid.paint(painter, pad + self._indent, pad, ink)


class Fact(Piece):
    """A label and its value on one line where both fit, else one above the other."""

    def __init__(self, look: Look, block: FactLine) -> None:
        super().__init__(look, block.key, ". ".join(filter(None, (block.label, block.value, block.note))))
        self.block = block
        self.first = True
        """Whether it is the first on its paper; the others have a line above them."""

    @property
    def _padding(self) -> int:
        return round(self.look.metrics.em * (0.5 if self.look.metrics.panel.portrait else 0.2))

    @property
    def _sign(self) -> int:
        """The room a mark takes, in pixels."""
        return round(self.look.metrics.em * 1.6) if self.block.mark is not Mark.NONE else 0

    def _parts(self, width: int) -> tuple[Laid, Laid, Laid | None, bool]:
        """Return label, value and note, and whether label and value share a line."""
        look, block = self.look, self.block
        label = look.lay(block.label, look.body, width)
        if block.big:
            value, beside = self._figure(label, width)
        else:
            value = look.lay(block.value, look.strong, width - self._sign)
            beside = self._side_by_side(label, value, width)
        note = look.lay(block.note, look.body, min(width, look.metrics.measure)) if block.note else None
        return label, value, note, beside

    def _figure(self, label: Laid, width: int) -> tuple[Laid, bool]:
        """Return the value as large as it can be: below the label, or beside it on a lying panel."""
        look = self.look
        if look.metrics.panel.portrait or label.lines > 1:
            return look.widest_figure(self.block.value, width - self._sign, 2.6), False
        room = width - self._sign - label.width - round(look.metrics.em * 1.2)
        value = look.widest_figure(self.block.value, max(1, room), 1.9)
        if value.lines == 1:
            return value, True
        return look.widest_figure(self.block.value, width - self._sign, 1.9), False

    def _side_by_side(self, label: Laid, value: Laid, width: int) -> bool:
        room = width - self._sign - round(self.look.metrics.em * 1.2)
        return label.lines == value.lines == 1 and label.width + value.width <= room

    def height_at(self, width: int, room: int) -> int:
        """Return the height of label, value and note."""
        label, value, note, beside = self._parts(width)
        tall = max(label.height, value.height) if beside else label.height + value.height
        return tall + (note.height if note else 0) + 2 * self._padding

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above, the words and the mark."""
        painter = brush_for(self)
        roles, width = self.look.roles, self.width()
        label, value, note, beside = self._parts(width)
        if not self.first:
            rounded(painter, QRectF(0, 0, width, max(1, self.look.metrics.px(0.3))), 0, roles.line)
        y = self._padding
        label.paint(painter, 0, y + max(0, value.height - label.height) // 2 * beside, roles.soft)
        if not beside:
            y += label.height
        x = width - value.width if beside else self._sign
        self._paint_mark(painter, x - self._sign, y, value.kind.line)
        value.paint(painter, x, y, roles.accent if self.block.big else roles.ink)
        if note:
            note.paint(painter, 0, y + max(value.height, label.height * beside), roles.soft)

    def _paint_mark(self, painter: QPainter, x: int, y: int, line: int) -> None:
        if self.block.mark is Mark.NONE:
            return
        side = round(self.look.metrics.em * 1.2)
        roles = self.look.roles
        ink = {Mark.DONE: roles.on_done, Mark.CARE: roles.on_care}.get(self.block.mark, roles.soft)
        painter.drawPixmap(
            x, y + (line - side) // 2, self.look.art.icon(MARK_ICONS[self.block.mark], ink, side)
        )


class Illustration(Piece):
    """A drawing in the theme's tones, as large as there is room for."""

    role = QAccessible.Role.Graphic

    def __init__(self, look: Look, block: Drawing) -> None:
        super().__init__(look, block.key, block.alt)
        self.block = block

    def height_at(self, width: int, room: int) -> int:
        """Return the height at a width, kept within the room."""
        return min(room, round(width / self.look.art.shape(self.block.name)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing in the middle of its place."""
        picture = self.look.art.picture(self.block.name, self.width(), self.height())
        x, y = (self.width() - picture.width()) // 2, (self.height() - picture.height()) // 2
        brush_for(self).drawPixmap(x, y, picture)
