"""What is read on a page: headings, paragraphs and pictures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPaintEvent

from kiosk.screens import Tone
from kiosk.ui.blocks import Drawing, Headline, Manner, Prose, Sheet
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.typeset import Laid, Type

TONE_ICONS = {Tone.CARE: "alert", Tone.DANGER: "stop", Tone.DONE: "tick-circle"}


class Heading(Piece):
    """The question, with a sign of its tone beside it where it is not calm."""

    role = QAccessible.Role.Heading

    def __init__(self, look: Look, block: Headline) -> None:
        super().__init__(look, block.key, block.text)
        self.block = block
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def texts(self) -> tuple[str, ...]:
        """The question."""
        return (self.block.text,)

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
        self.write(painter, laid, x, 0, self.look.roles.ink)


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
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.block.text,)

    @property
    def _type(self) -> Type:
        if self.block.manner is Manner.BODY:
            return (
                self.look.lead
                if self.block.sheet in {Sheet.NONE, Sheet.CARE, Sheet.DANGER}
                else self.look.body
            )
        if self.block.manner is Manner.STEP:
            return self.look.lead
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
        return round(self.look.metrics.em * 1.75) if self._icon or self.block.number else 0

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
        if self.block.number:
            number = self.look.lay(str(self.block.number), self._type, self._indent)
            number.paint(painter, 0, 0, roles.accent)
        self.write(painter, laid, pad + self._indent, pad, ink)


class Illustration(Piece):
    """A drawing in the theme's tones, as large as there is room for."""

    role = QAccessible.Role.Graphic

    def __init__(self, look: Look, block: Drawing) -> None:
        super().__init__(look, block.key, block.alt)
        self.block = block
        self._lit = True

    @property
    def blinks(self) -> bool:
        """Whether something in the drawing blinks."""
        return self.look.art.blinks(self.block.name)

    def show_lit(self, lit: bool) -> None:
        """Show what blinks lit or dark."""
        if lit is not self._lit:
            self._lit = lit
            self.update()

    def height_at(self, width: int, room: int) -> int:
        """Return the height at a width, kept within the room."""
        return min(room, round(width / self.look.art.shape(self.block.name)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing in the middle of its place."""
        picture = self.look.art.picture(self.block.name, self.width(), self.height(), lit=self._lit)
        x, y = (self.width() - picture.width()) // 2, (self.height() - picture.height()) // 2
        brush_for(self).drawPixmap(x, y, picture)
