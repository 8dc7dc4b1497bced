"""Captions: what the voice says, in a strip above the bar, the phrase being spoken marked."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.frame import CAPTION_LEADING
from kiosk.ui.look import Look
from kiosk.ui.piece import brush_for, rounded
from kiosk.ui.typeset import Laid, Type

MS_A_SIGN = {True: 330, False: 65}
"""How long a sign is heard, Chinese or not, for phrases longer than the strip."""


class Caption(Protocol):
    """What is being said: the phrase now, and those around it."""

    @property
    def before(self) -> str:
        """What was said just before."""

    @property
    def now(self) -> str:
        """What is being said."""

    @property
    def after(self) -> str:
        """What comes next."""


class CaptionStrip(QWidget):
    """One or two lines; a phrase that needs more is shown piece by piece."""

    def __init__(self, look: Look, lines: int, place: QRect, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._most = lines
        self.setGeometry(place)
        self._parts: list[tuple[str, bool]] = []
        self._queue: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next_piece)

    @property
    def _type(self) -> Type:
        return Type(self._look.metrics.em, leading=CAPTION_LEADING)

    @property
    def _left(self) -> int:
        return self._look.metrics.margin + round(self._look.metrics.em * 1.7)

    @property
    def _room(self) -> int:
        return self.width() - self._left - self._look.metrics.margin

    def show_caption(self, caption: Caption | None) -> None:
        """Show a caption, or nothing."""
        self._timer.stop()
        self._queue = []
        self._parts = []
        if caption is not None and caption.now:
            self._fit(caption)
        self.setAccessibleName(caption.now if caption else "")
        self.update()

    def _fit(self, caption: Caption) -> None:
        """Show the phrase with its neighbours where there is room, else alone, else in pieces."""
        words = [(caption.before, False), (caption.now, True), (caption.after, False)]
        whole = [(text, now) for text, now in words if text]
        ways = (whole, [w for w in whole if w[0] is not caption.before], [(caption.now, True)])
        for way in ways:
            if self._lay("".join(self._spaced(way))).lines <= self._most:
                self._parts = way
                return
        self._queue = list(self._lay(caption.now).pieces(self._most))
        self._next_piece()

    def _next_piece(self) -> None:
        if not self._queue:
            return
        piece = self._queue.pop(0)
        self._parts = [(piece, True)]
        chinese = any("一" <= sign <= "鿿" for sign in piece)
        self._timer.start(MS_A_SIGN[chinese] * len(piece))
        self.update()

    def _spaced(self, parts: list[tuple[str, bool]]) -> list[str]:
        latin = self._look.words.language.value == "en"
        return [text + (" " if latin and i + 1 < len(parts) else "") for i, (text, _) in enumerate(parts)]

    def _lay(self, text: str) -> Laid:
        return Laid(text, self._type, self._room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip, a sign of sound, the words and the mark under those being said."""
        painter, roles, em = brush_for(self), self._look.roles, self._look.metrics.em
        rounded(painter, QRectF(self.rect()), 0, roles.sunken)
        rounded(painter, QRectF(0, 0, self.width(), max(1, self._look.metrics.px(0.3))), 0, roles.line)
        if not self._parts:
            return
        texts = self._spaced(self._parts)
        laid = self._lay("".join(texts))
        top = (self.height() - laid.height) // 2
        side = round(em * 1.2)
        icon = self._look.art.icon("volume", roles.soft, side)
        painter.drawPixmap(self._look.metrics.margin, top + (laid.kind.line - side) // 2, icon)
        self._paint_mark(painter, laid, texts, top)
        laid.paint(painter, self._left, top, roles.ink)

    def _paint_mark(self, painter: QPainter, laid: Laid, texts: list[str], top: int) -> None:
        start = 0
        for text, (_, now) in zip(texts, self._parts, strict=True):
            if now:
                for x, y, width, height in laid.boxes(start, start + len(text.rstrip())):
                    box = QRectF(self._left + x - 3, top + y, width + 6, height)
                    rounded(painter, box, self._look.metrics.corner / 2, self._look.roles.tint)
                    rule = self._look.metrics.px(0.7)
                    low = QRectF(box.x(), box.bottom() - rule, box.width(), rule)
                    rounded(painter, low, 0, self._look.roles.accent)
            start += len(text)
