"""The box to sign in: ink follows a finger, a pen or a mouse, and a lifted finger ends a stroke."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTouchEvent,
)

from kiosk.domain.consent import Point
from kiosk.text import t
from kiosk.ui.blocks import SignBox
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, brush_for, rounded

THOUSAND = 1000
"""A point is told in thousandths of the box's width, so that ink outlives a change of size."""
SHAPE = 0.5
"""The box is half as high as wide on every panel and at every size: nothing signed is ever cut off."""
LINE = 0.74
"""How far down the box the line to sign on stands; any other place is as good."""
INK, FINEST = 7, 2
"""The width of a stroke, and the least move that is followed, in thousandths."""


class SigningBox(Piece):
    """Paper to sign on; the keyboard passes it by, and its name says so."""

    role = QAccessible.Role.Graphic

    def __init__(self, look: Look, block: SignBox, drawn: Callable[[Point, bool], None]) -> None:
        super().__init__(look, block.key, "")
        self.block = block
        self._drawn = drawn
        self._strokes: Sequence[Sequence[Point]] = ()
        self._finger: int | None = None
        self._pen: Point | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.show_strokes(())

    def show_strokes(self, strokes: Sequence[Sequence[Point]]) -> None:
        """Show what is signed so far."""
        self._strokes = strokes
        name = (
            t("There is ink in the box to sign in.")
            if strokes
            else t("An empty box to sign in. With keys, choose another way.")
        )
        self.setAccessibleName(self.look.shown(name))
        self.update()

    def height_at(self, width: int, room: int) -> int:
        """Return its height, which goes with its width."""
        return round(width * SHAPE)

    # ------------------------------------------------------------------ ink

    def _moved(self, to: QPointF) -> None:
        """Follow the pen; outside the box it leaves no ink, and a new stroke begins where it comes back."""
        if not QRectF(self.rect()).contains(to):
            self._pen = None
            return
        scale = THOUSAND / self.width()
        point = (round(to.x() * scale), round(to.y() * scale))
        before, self._pen = self._pen, point
        if before is None or max(abs(point[0] - before[0]), abs(point[1] - before[1])) >= FINEST:
            self._drawn(point, before is None)
        else:
            self._pen = before

    def event(self, event: QEvent) -> bool:
        """Take touches before Qt makes mouse presses of them; a second finger never draws."""
        if isinstance(event, QTouchEvent):
            self._touched(event)
            event.accept()
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        begins = event.type() == QEvent.Type.TouchBegin and self._finger is None
        if begins and event.points() and self.look.hand.lands(self):
            self._finger, self._pen = event.points()[0].id(), None
        for point in event.points():
            if point.id() == self._finger:
                self._moved(point.position())
                if point.state() == point.state().Released:
                    self._lifted()
        if event.type() in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}:
            self._lifted()

    def _lifted(self) -> None:
        self._finger = self._pen = None
        self.look.hand.lifts(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if self.look.hand.lands(self):
            self._pen = None
            self._moved(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        self._moved(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        self._lifted()

    def hideEvent(self, event: object) -> None:
        """Forget the finger when the page changes under it."""
        self._lifted()

    # ------------------------------------------------------------------ paper

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the line to sign on and the ink."""
        painter, roles, metrics = brush_for(self), self.look.roles, self.look.metrics
        rounded(painter, QRectF(self.rect()), metrics.corner, roles.surface, roles.edge, metrics.px(0.7))
        self._paint_hint(painter)
        ink = QPen(QColor(roles.ink), INK * self.width() / THOUSAND)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(smooth([self._place_of(point) for point in stroke]))

    def _place_of(self, point: Point) -> QPointF:
        return QPointF(point[0], point[1]) * (self.width() / THOUSAND)

    def _paint_hint(self, painter: QPainter) -> None:
        """Paint a line, and below it where to sign."""
        roles, metrics = self.look.roles, self.look.metrics
        inset = round(self.width() * 0.06)
        room = self.width() - 2 * inset
        words = self.look.lay(self.look.shown(t("Sign here")), self.look.body, room)
        y = min(round(self.height() * LINE), self.height() - words.height - metrics.edge)
        rounded(painter, QRectF(inset, y, room, metrics.edge), 0, roles.edge)
        top = y + (self.height() - y - words.height) // 2
        words.paint(painter, inset, top, roles.soft, centred_in=room)


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """Return a curve that passes by the points without corners; a single point is a dot."""
    path = QPainterPath(points[0])
    for here, following in pairwise(points):
        path.quadTo(here, (here + following) / 2)
    path.lineTo(points[-1])
    return path
