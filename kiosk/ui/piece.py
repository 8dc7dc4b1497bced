"""What every thing on a page has in common: it measures itself, paints itself and has a name."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QTouchEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from kiosk.ui.look import Look
from kiosk.ui.typeset import Laid


class Piece(QWidget):
    """Something that is seen and read, not touched."""

    role = QAccessible.Role.StaticText

    def __init__(self, look: Look, key: Hashable, name: str) -> None:
        super().__init__()
        self.look = look
        self.key = key
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.marked = False
        """Whether its words of the trade are marked, since a touch explains them."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What it writes that may hold words of the trade, in reading order."""
        return ()

    def mark(self, marked: bool) -> None:
        """Mark its words of the trade, or leave them plain."""
        if marked is not self.marked:
            self.marked = marked
            self.update()

    def write(  # noqa: PLR0917 - what words are painted with
        self, painter: QPainter, laid: Laid, x: int, y: int, ink: str, centred_in: int = 0
    ) -> None:
        """Paint words with their top left corner at x, y, and dots below those that a touch explains."""
        laid.paint(painter, x, y, ink, centred_in=centred_in)
        if self.marked:
            millimetre = self.look.metrics.panel.pixels_per_mm
            self.look.trade.paint_dots(painter, laid, x, y, ink, millimetre, centred_in)

    def height_at(self, width: int, room: int) -> int:
        """Return the height needed at a width, both in pixels; `room` is the most there is."""
        raise NotImplementedError

    def wish_at(self, width: int) -> int:
        """Return the height it would like to have at a width, in pixels; 0 where it has no wish."""
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window."""
        event.ignore()


class Touchable(QAbstractButton):
    """The one button: acts on release inside, for one finger, once; keys come from the window."""

    def __init__(self, look: Look, key: Hashable, name: str, act: Callable[[], None]) -> None:
        super().__init__()
        self.look = look
        self.key = key
        self.act = act
        self.held = False
        """Its answer is on its way: it stays pressed."""
        self.closed = False
        """An answer is on its way: nothing else can be pressed."""
        self.setText(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.clicked.connect(self._clicked)
        self._finger: int | None = None

    def height_at(self, width: int, room: int) -> int:
        """Return the height needed at a width, both in pixels; `room` is the most there is."""
        raise NotImplementedError

    def wish_at(self, width: int) -> int:
        """Return the height it would like to have at a width, in pixels; 0 where it has no wish."""
        return 0

    @property
    def sunk(self) -> bool:
        """Whether it looks pressed."""
        return self.isDown() or self.held

    def _clicked(self) -> None:
        if not self.closed and self.look.hand.counts((self.key, self.text())):
            self.act()

    def nextCheckState(self) -> None:
        """Stay checked or unchecked: only a new stage changes that."""

    def event(self, event: QEvent) -> bool:
        """Take touches before Qt makes mouse presses of them; a second finger never counts."""
        if isinstance(event, QTouchEvent):
            self._touched(event)
            event.accept()
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchBegin and event.points():
            if self.isEnabled() and self.look.hand.lands(self):
                self._finger = event.points()[0].id()
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.setDown(True)
        elif event.type() == QEvent.Type.TouchCancel:
            self._let_go()
        else:
            self._followed(event)

    def _followed(self, event: QTouchEvent) -> None:
        for point in event.points():
            if point.id() != self._finger:
                continue
            inside = self.rect().contains(point.position().toPoint())
            if event.type() == QEvent.Type.TouchEnd or point.state() == point.state().Released:
                self._let_go()
                if inside:
                    self.click()
            else:
                self.setDown(inside)

    def _let_go(self) -> None:
        self._finger = None
        self.setDown(False)
        self.look.hand.lifts(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Sink at once, under the first button of a mouse."""
        if self.look.hand.lands(self):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act when released inside."""
        self.look.hand.lifts(self)
        super().mouseReleaseEvent(event)

    def hideEvent(self, event: object) -> None:
        """Forget the finger when the page changes under it."""
        self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()


def rounded(  # noqa: PLR0917 - what Qt's own drawing takes
    painter: QPainter, rect: QRectF, radius: float, fill: str, edge: str = "", width: float = 0
) -> None:
    """Fill a rounded rectangle, with an edge inside it where one is given."""
    painter.setPen(QPen(QColor(edge), width) if edge and width else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    half = width / 2 if edge else 0
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def brush_for(widget: QWidget) -> QPainter:
    """Return a painter for a widget with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


class Names:
    """Tells assistive technology what our own widgets are; it keeps what Qt does not keep alive."""

    def __init__(self) -> None:
        self._kept: dict[int, QAccessibleInterface] = {}
        QAccessible.installFactory(self.interface_of)

    def interface_of(self, _class: str, widget: QObject) -> QAccessibleInterface | None:
        """Return the accessible interface of a piece; Qt's own for everything else."""
        if not isinstance(widget, Piece):
            return None
        interface = QAccessibleWidget(widget, widget.role)  # a name given here would never change again
        number = id(widget)
        self._kept[number] = interface
        widget.destroyed.connect(lambda *_: self._kept.pop(number, None))
        return interface
