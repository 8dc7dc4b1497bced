"""The quiet line at the top: who is signed in, practice, a call for help, and that nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.text import Hearing, Text, just, t
from kiosk.ui.frame import STATUS_LEADING
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded
from kiosk.ui.typeset import Type
from kiosk.visit.stage import Stage


@dataclass(frozen=True)
class Sign:
    """One thing the line says, with its icon; a marked one stands on care's colour."""

    icon: str
    text: Text
    short: Text
    """What it says where room is scarce."""
    marked: bool = False


def signs_of(stage: Stage, busy: bool, *, resting: bool = False) -> list[Sign]:
    """Return what the line says, the most important first; it says as many as have room."""
    signs = []
    if stage.talk.listening:
        signs.append(Sign("microphone", t("Listening. Speak now."), t("Listening"), marked=True))
    if resting:
        signs.append(Sign("pause", t("Press your switch to go on"), t("Press switch"), marked=True))
    if busy or stage.talk.thinking:
        signs.append(Sign("hourglass", t("One moment"), t("Wait"), marked=True))
    if stage.signed_in is not None and stage.alert is None:
        name = stage.signed_in
        signs.append(Sign("user", t("Signed in: {name}", name=name), just(name)))
    if stage.hearing is Hearing.HEADPHONES:
        signs.append(Sign("headphones", t("You alone hear it"), t("Headphones")))
    if stage.practice:
        signs.append(Sign("touch", t("Practice, not real"), t("Demo"), marked=True))
    if stage.helper_called:
        signs.append(Sign("bell", t("Staff are called"), t("Called"), marked=True))
    signs.append(Sign("shield-tick", t("Nothing is kept here"), t("Private")))
    return signs


class StatusLine(Piece):
    """The signs side by side, from the left."""

    role = QAccessible.Role.StatusBar

    def __init__(self, look: Look, place: QRect, parent: QWidget) -> None:
        super().__init__(look, "status", "")
        self.setParent(parent)
        self.setGeometry(place)
        self._signs: list[Sign] = []

    def show_signs(self, signs: list[Sign]) -> None:
        """Show these, as far as there is room; the last are left out first."""
        self._signs = signs
        while len(self._signs) > 1 and self._width() > self.width():
            self._signs = self._signs[:-1]
        self.setAccessibleName(". ".join(self.look.shown(sign.text) for sign in self._signs))
        self.update()

    @property
    def _type(self) -> Type:
        return Type(self.look.metrics.em, leading=STATUS_LEADING)

    def _words(self, sign: Sign) -> str:
        return self.look.shown(sign.short if self.look.metrics.low else sign.text)

    def _sign_width(self, sign: Sign) -> int:
        laid = self.look.lay(self._words(sign), self._type, 100_000)
        return laid.width + round(self.look.metrics.em * (1.5 + (0.9 if sign.marked else 0)))

    def _width(self) -> int:
        return (
            sum(self._sign_width(sign) + self.look.metrics.em for sign in self._signs) - self.look.metrics.em
        )

    def height_at(self, width: int, room: int) -> int:
        """Return the height of one line."""
        return self._type.line

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every sign; at the right end where it stands in the caption strip."""
        painter, roles, em = brush_for(self), self.look.roles, self.look.metrics.em
        x = self.width() - self._width() if self.look.metrics.low else 0
        if self.look.metrics.low:
            rounded(painter, QRectF(self.rect()), 0, roles.sunken)
        for sign in self._signs:
            width, inset = self._sign_width(sign), round(em * 0.45) if sign.marked else 0
            ink = roles.on_care if sign.marked else roles.soft
            if sign.marked:
                box = QRectF(x, 0, width, self.height())
                rounded(painter, box, self.look.metrics.corner, roles.care, roles.on_care, 1)
            side = round(em * 1.1)
            icon = self.look.art.icon(sign.icon, ink, side)
            painter.drawPixmap(x + inset, (self.height() - side) // 2, icon)
            laid = self.look.lay(self._words(sign), self._type, 100_000)
            laid.paint(painter, x + inset + round(em * 1.5), (self.height() - laid.height) // 2, ink)
            x += width + em
