"""What every chart has in common: a title, a scale, and bars that differ by more than colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from kiosk.screens import Mark
from kiosk.ui.facts import MARK_ICONS
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, rounded
from kiosk.ui.rows import BarRow, Chart
from kiosk.ui.typeset import Laid


class Diagram(Piece):
    """What every chart has: a title, a scale, and how a bar of each mark is filled."""

    def __init__(self, look: Look, block: Chart) -> None:
        super().__init__(look, block.key, block.said)
        self.block = block

    @property
    def texts(self) -> tuple[str, ...]:
        """The title and every label."""
        return (self.block.title, *(row.label for row in self.block.rows))

    def _title(self, width: int) -> Laid:
        return self.look.lay(self.block.title, self.look.strong, width)

    def title_at(self, width: int) -> int:
        """Return the height of the title at a width; 0 without one."""
        return self._title(width).height if self.block.title else 0

    def paint_title(self, painter: QPainter) -> int:
        """Paint the title, and return where it ends."""
        if self.block.title:
            self.write(painter, self._title(self.width()), 0, 0, self.look.roles.ink)
        return self.title_at(self.width())

    def share(self, row: BarRow) -> float:
        """Return how long a bar is, from 0 to 1 of the longest."""
        most = max(one.amount for one in self.block.among)
        return max(0, row.amount) / most if most > 0 else 0

    def fill(self, painter: QPainter, place: QRectF, mark: Mark) -> None:
        """Fill a bar: solid, hollow while it is waited for, striped where it asks for care."""
        roles, edge = self.look.roles, self.look.metrics.px(0.5)
        ink = {Mark.CARE: roles.on_care, Mark.DONE: roles.on_done}.get(mark, roles.accent)
        radius = min(place.width(), place.height(), self.look.metrics.px(1.2)) / 2
        solid = mark not in {Mark.CARE, Mark.WAITING}
        rounded(painter, place, radius, ink if solid else roles.surface, ink, edge)
        if mark is Mark.CARE:
            self._stripe(painter, place.adjusted(edge, edge, -edge, -edge), ink)

    def _stripe(self, painter: QPainter, place: QRectF, ink: str) -> None:
        """Paint slanting stripes within a place."""
        step, tall, stripes = self.look.metrics.px(2.2), place.height(), QPainterPath()
        for number in range(int((place.width() + tall) / step) + 1):
            low = QPointF(place.left() - tall + number * step, place.bottom())
            high, thick = low + QPointF(tall, -tall), QPointF(step * 0.45, 0)
            stripes.addPolygon(QPolygonF([low, high, high + thick, low + thick, low]))
        within = QPainterPath()
        within.addRect(place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawPath(stripes.intersected(within))

    def paint_mark(self, painter: QPainter, mark: Mark, x: float, y: float) -> None:
        """Paint a mark's sign, where there is one, with its top left corner at x, y."""
        if mark is not Mark.NONE:
            roles = self.look.roles
            ink = {Mark.DONE: roles.on_done, Mark.CARE: roles.on_care}.get(mark, roles.soft)
            painter.drawPixmap(round(x), round(y), self.look.art.icon(MARK_ICONS[mark], ink, self.sign))

    @property
    def sign(self) -> int:
        """The side of a mark's sign."""
        return round(self.look.metrics.em * 1.1)
