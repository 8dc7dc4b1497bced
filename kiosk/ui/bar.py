"""The bar: back, again, help, adjust and end, at the same place on every screen; for a left hand mirrored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.keys import WHAT_KEYS_DO
from kiosk.text import Text, t
from kiosk.ui.frame import BAR_LEADING
from kiosk.ui.look import Look
from kiosk.ui.piece import Touchable, brush_for, rounded
from kiosk.ui.typeset import Laid, Type


@dataclass(frozen=True)
class BarItem:
    """One button of the bar: its short word, its icon, and what it does in a sentence."""

    key: str
    label: Text
    icon: str
    does: Text


BACK = BarItem("back", t("Back"), "back", WHAT_KEYS_DO["back"])
AGAIN = BarItem("again", t("Again"), "repeat", WHAT_KEYS_DO["again"])
HELP = BarItem("help", t("Help"), "help", WHAT_KEYS_DO["help"])
ADJUST = BarItem("adjust", t("Adjust"), "adjust", WHAT_KEYS_DO["adjust"])
END = BarItem("end", t("End"), "end", WHAT_KEYS_DO["end"])
ITEMS = (BACK, AGAIN, HELP, ADJUST, END)


class BarButton(Touchable):
    """One button of the bar: its icon above its word, beside it, or left out where type is very large."""

    def __init__(self, look: Look, item: BarItem, act: Callable[[], None]) -> None:
        super().__init__(look, ("bar", item.key), look.shown(item.label), act)
        self.setAccessibleDescription(look.shown(item.does))
        self._icon = item.icon
        self.with_icon = True

    def height_at(self, width: int, room: int) -> int:
        """Return the height of a main target."""
        return self.look.metrics.main_target

    @property
    def _side(self) -> int:
        return round(self.look.metrics.em * 1.2)

    def width_beside(self) -> int:
        """Return the width that the icon beside the word needs."""
        laid = self.look.lay(self.text(), self.look.strong, 100_000)
        return laid.width + self._side + self.look.metrics.em

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body where it can be used, and icon and word."""
        painter, roles, metrics = brush_for(self), self.look.roles, self.look.metrics
        ink = roles.ink
        if not self.isEnabled():
            ink = roles.soft
        elif self.sunk:
            rounded(painter, QRectF(self.rect()), metrics.corner, roles.pressed, roles.edge, metrics.edge)
            ink = roles.on_pressed
        else:
            rounded(painter, QRectF(self.rect()), metrics.corner, roles.surface, roles.edge, metrics.edge)
        kind = Type(metrics.em, bold=self.isEnabled(), leading=BAR_LEADING)
        self._paint_words(painter, self.look.lay(self.text(), kind, self.width()), ink)

    def _paint_words(self, painter: QPainter, laid: Laid, ink: str) -> None:
        side, middle = self._side if self.with_icon else 0, self.height() // 2
        if not side:
            laid.paint(painter, 0, middle - laid.height // 2, ink, centred_in=self.width())
            return
        icon = self.look.art.icon(self._icon, ink, side)
        if self.look.metrics.panel.portrait:
            top = middle - (side + laid.height) // 2
            painter.drawPixmap((self.width() - side) // 2, top, icon)
            laid.paint(painter, 0, top + side, ink, centred_in=self.width())
            return
        gap = self.look.metrics.em // 3
        left = (self.width() - side - gap - laid.width) // 2
        painter.drawPixmap(left, middle - side // 2, icon)
        laid.paint(painter, left + side + gap, middle - laid.height // 2, ink)


class Bar(QWidget):
    """The five buttons side by side on a strip of their own."""

    def __init__(
        self, look: Look, deeds: dict[str, Callable[[], None]], place: QRect, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setGeometry(place)
        self.buttons = [BarButton(look, item, deeds[item.key]) for item in ITEMS]
        metrics = look.metrics
        gap, margin = metrics.gap, metrics.margin
        width = (place.width() - 2 * margin - gap * (len(self.buttons) - 1)) // len(self.buttons)
        inset = metrics.gap // 2
        icons = metrics.panel.portrait or all(button.width_beside() <= width for button in self.buttons)
        for number, button in enumerate(self.buttons):
            button.setParent(self)
            button.with_icon = icons
            place_of = len(ITEMS) - 1 - number if metrics.left_handed else number
            x = margin + (place.width() - 2 * margin - width) * place_of // (len(ITEMS) - 1)
            button.setGeometry(x, inset, width, place.height() - 2 * inset)

    def enable(self, key: str, enabled: bool) -> None:
        """Let a button be used, or not for now."""
        for item, button in zip(ITEMS, self.buttons, strict=True):
            if item.key == key:
                button.setEnabled(enabled)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip."""
        painter, roles = brush_for(self), self._look.roles
        rounded(painter, QRectF(self.rect()), 0, roles.sunken)
        rounded(painter, QRectF(0, 0, self.width(), max(1, self._look.metrics.px(0.3))), 0, roles.line)
