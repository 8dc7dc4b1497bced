"""What is pressed on a page: cards to choose, the way forward, and other ways.

Longer than most files: the kinds of button share their measures and the way they are painted.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from kiosk.screens import Tone
from kiosk.ui.blocks import Button, Shape
from kiosk.ui.look import Look
from kiosk.ui.piece import Touchable, brush_for, rounded
from kiosk.ui.typeset import Laid, Type

ROOMY_TILE_MM, ROOMY_PADDING_MM = 17, 7
"""The icon's tile and the padding of a large card, at least."""

LEAST_BESIDE_EM = 6
"""So many ems the words of a card need beside its figure."""
USUAL_FIGURE_EM = 2.8
"""The room for a figure, in its own ems: shorter ones get it too, so that neighbours look alike."""


class Slab(Touchable):
    """A button that stands a lip's height out of the page and sinks when it is pressed."""

    def slab(self, painter: QPainter, fill: str, pressed: str, edge: str) -> int:
        """Paint the body; return how far what is on it has sunk, in pixels."""
        metrics = self.look.metrics
        lip, corner = metrics.lip, metrics.corner
        full = QRectF(0, 0, self.width(), self.height())
        if self.sunk:
            rounded(painter, full.adjusted(0, lip, 0, 0), corner, pressed, edge, metrics.edge)
            return lip
        rounded(painter, full, corner, edge)
        rounded(painter, full.adjusted(0, 0, 0, -lip), corner, fill, edge, metrics.edge)
        return 0


class Plain(Slab):
    """A button with centred words: the way forward when it is filled, another way when it is not."""

    def __init__(self, look: Look, block: Button, act: Callable[[], None]) -> None:
        super().__init__(look, block.key, block.label, act)
        self.block = block

    @property
    def _filled(self) -> bool:
        return self.block.shape is Shape.FORWARD

    @property
    def _icon_room(self) -> int:
        return round(self.look.metrics.em * 1.7) if self.block.icon else 0

    def _laid(self, width: int) -> Laid:
        return self.look.lay(self.block.label, self.look.button, width - self._beside + self._given_up(width))

    def _given_up(self, width: int) -> int:
        """The room of an icon that would cost a line where lines are scarce: then the words stand alone."""
        if not (self._icon_room and self.look.metrics.scarce):
            return 0
        room, label, kind = width - self._beside, self.block.label, self.look.button
        fewer = (
            self.look.lay(label, kind, room + self._icon_room).lines < self.look.lay(label, kind, room).lines
        )
        return self._icon_room if fewer else 0

    @property
    def _beside(self) -> int:
        return round(self.look.metrics.em * 1.4) + self._icon_room

    def natural_width(self) -> int:
        """Return the width at which the words need one line."""
        return self.look.lay(self.block.label, self.look.strong, 100_000).width + self._beside + 2

    def lines_at(self, width: int) -> int:
        """Return how many lines the words need at a width."""
        return self._laid(width).lines

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the words, at least that of a main target."""
        metrics = self.look.metrics
        padding = round(metrics.em * (0.75 if metrics.panel.portrait else 0.15 if metrics.scarce else 0.4))
        return max(metrics.main_target, self._laid(width).height + 2 * padding) + metrics.lip

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body, the words in its middle and the icon after them."""
        painter, roles = brush_for(self), self.look.roles
        if self._filled:
            sunk = self.slab(painter, roles.accent, roles.accent_pressed, roles.ink)
            ink = roles.on_accent_pressed if self.sunk else roles.on_accent
        else:
            sunk = self.slab(painter, roles.surface, roles.pressed, roles.edge)
            ink = roles.on_pressed if self.sunk else roles.ink
        laid = self._laid(self.width())
        icon_room = self._icon_room - self._given_up(self.width())
        x = (self.width() - laid.width - icon_room) // 2
        y = (self.height() - self.look.metrics.lip - laid.height) // 2 + sunk
        laid.paint(painter, x, y, ink, centred_in=laid.width)
        if icon_room:
            side = round(self.look.metrics.em * 1.2)
            top = (self.height() - self.look.metrics.lip - side) // 2 + sunk
            icon = self.look.art.icon(self.block.icon, ink, side)
            painter.drawPixmap(x + laid.width + icon_room - side, top, icon)


class Card(Slab):
    """One choice: icon in a tinted tile, label, detail, and why it cannot be taken where it cannot."""

    def __init__(self, look: Look, block: Button, act: Callable[[], None]) -> None:
        super().__init__(look, block.key, block.label, act)
        self.block, self._danger = block, block.tone is Tone.DANGER
        self.setAccessibleName(": ".join(filter(None, (block.label, block.figure))))
        self.setAccessibleDescription(" ".join(filter(None, (block.detail, block.hindrance))))
        if block.chosen:
            self.setCheckable(True)
            self.setChecked(True)

    @property
    def _padding(self) -> int:
        metrics = self.look.metrics
        usual = round(metrics.em * (0.8 if metrics.panel.portrait else 0.45))
        return max(usual, metrics.px(ROOMY_PADDING_MM)) if self.block.roomy else usual

    @property
    def _name(self) -> Type:
        return self.look.large_label if self.block.roomy else self.look.label

    @property
    def _tile(self) -> int:
        """The side of the icon's tile in pixels; 0 without an icon."""
        metrics = self.look.metrics
        ems = 2.8 if metrics.panel.portrait else 1.6 if metrics.scarce else 2.2
        side = max(round(metrics.em * ems), metrics.px(ROOMY_TILE_MM) if self.block.roomy else 0)
        return side if self.block.icon else 0

    @property
    def _sign(self) -> int:
        """The side of the arrow or tick at the right, in pixels; 0 where room is scarce."""
        needed = self.block.chosen or self.block.hindrance or not self.look.metrics.scarce
        return round(self.look.metrics.em * 1.15) if needed else 0

    @property
    def _edge(self) -> str:
        roles = self.look.roles
        return roles.on_danger if self._danger else roles.accent if self.block.chosen else roles.edge

    def _texts(self, width: int) -> list[tuple[Laid, str]]:
        """Return label, detail and hindrance with the roles they are painted in."""
        below = bool(self.block.figure) and not self._figure_room(width)
        return self._texts_within(self._text_room(width), figure_below=below)

    def _texts_within(self, room: int, *, figure_below: bool) -> list[tuple[Laid, str]]:
        roles, look, block = self.look.roles, self.look, self.block
        ink, soft = (roles.on_danger, roles.on_danger) if self._danger else (roles.ink, roles.soft)
        texts = [(look.lay(block.label, self._name, room), soft if block.hindrance else ink)]
        if figure_below:
            texts.append((look.widest_figure(block.figure, room, self._figure_size), self._figure_ink))
        if block.detail:
            texts.append((look.lay(block.detail, look.body, room), soft))
        if block.hindrance:
            texts.append((look.lay(block.hindrance, look.body, room), roles.on_care))
        return texts

    def _text_left(self) -> int:
        return self._padding + (self._tile + round(self.look.metrics.em * 0.7) if self._tile else 0)

    @property
    def _text_right(self) -> int:
        return self._padding + (self._sign + round(self.look.metrics.em * 0.4) if self._sign else 0)

    def _text_room(self, width: int) -> int:
        room = width - self._text_left() - self._text_right - self._figure_room(width)
        return max(self.look.metrics.em, room)

    @property
    def _figure_size(self) -> float:
        return 1.9 if self.block.roomy else 1.6

    @property
    def _figure_ink(self) -> str:
        return self.look.roles.soft if self.block.hindrance else self.look.roles.accent

    @property
    def _figure(self) -> Laid:
        return self.look.lay(self.block.figure, self.look.figure(self._figure_size), 100_000)

    def _figure_room(self, width: int) -> int:
        """Return what a figure takes at the right of the words; 0 where it stands below them instead."""
        if not self.block.figure:
            return 0
        usual = round(self._figure.kind.px * USUAL_FIGURE_EM)
        taken = max(self._figure.width, usual) + self.look.metrics.em
        left = width - self._text_left() - self._text_right - taken
        return taken if left >= LEAST_BESIDE_EM * self.look.metrics.em else 0

    def comfortable_at(self, width: int, most: int) -> bool:
        """Tell whether the words have room at a width: a name of at most so many lines, and no torn words."""
        room = self._text_room(width)
        widest = max(self.block.label.split() or [""], key=len)
        whole = self.look.lay(widest, self._name, 100_000).width
        torn = whole > room and not any("一" <= c <= "鿿" for c in widest)
        return room >= 5 * self.look.metrics.em and not torn and self._texts(width)[0][0].lines <= most

    def height_at(self, width: int, room: int) -> int:
        """Return the height of the words or of the tile, at least that of a main target."""
        words = sum(laid.height for laid, _ in self._texts(width))
        figure = self._figure.height if self._figure_room(width) else 0
        words = max(words, figure) + 2 * self._padding
        metrics = self.look.metrics
        return max(metrics.main_target, words, self._tile + 2 * self._padding) + metrics.lip

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body, the tile, the words and the sign at the right."""
        painter, roles = brush_for(self), self.look.roles
        surface = roles.danger if self._danger else roles.surface
        sunk = self.slab(painter, surface, roles.pressed, self._edge)
        if self.block.chosen:
            self._paint_chosen_edge(painter, sunk)
        middle = (self.height() - self.look.metrics.lip) // 2 + sunk
        if self._tile:
            self._paint_tile(painter, middle)
        texts = self._texts(self.width())
        y = middle - sum(laid.height for laid, _ in texts) // 2
        for laid, ink in texts:
            laid.paint(painter, self._text_left(), y, roles.on_pressed if self.sunk else ink)
            y += laid.height
        if self._figure_room(self.width()):
            x = self.width() - self._text_right - self._figure.width
            ink = roles.on_pressed if self.sunk else self._figure_ink
            self._figure.paint(painter, x, middle - self._figure.height // 2, ink)
        if self._sign:
            self._paint_sign(painter, middle)

    def _paint_chosen_edge(self, painter: QPainter, sunk: int) -> None:
        width = self.look.metrics.px(1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.look.roles.accent), width))
        body = QRectF(0, sunk, self.width(), self.height() - self.look.metrics.lip)
        radius = self.look.metrics.corner
        painter.drawRoundedRect(body.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)

    def _paint_tile(self, painter: QPainter, middle: int) -> None:
        roles, side = self.look.roles, self._tile
        hindered = bool(self.block.hindrance)
        fill, ink = (roles.sunken, roles.soft) if hindered else (roles.tint, roles.on_tint)
        if self._danger:
            fill, ink = roles.on_danger, roles.danger
        left, top = self._padding, middle - side // 2
        rounded(painter, QRectF(left, top, side, side), self.look.metrics.corner, fill)
        icon_side = round(side * 0.6)
        inset = (side - icon_side) // 2
        icon = self.look.art.icon(self.block.icon, ink, icon_side)
        painter.drawPixmap(left + inset, top + inset, icon)

    def _paint_sign(self, painter: QPainter, middle: int) -> None:
        roles, side = self.look.roles, self._sign
        left = self.width() - self._padding - side
        ink = roles.on_pressed if self.sunk else roles.on_danger if self._danger else roles.soft
        if self.block.chosen:
            ink = roles.on_accent
            box = QRectF(left, middle - side / 2, side, side)
            rounded(painter, box, side / 2, roles.accent)
            side = round(side * 0.7)
            left += (self._sign - side) // 2
        name = "tick" if self.block.chosen else "info" if self.block.hindrance else "chevron-right"
        painter.drawPixmap(left, middle - side // 2, self.look.art.icon(name, ink, side))
