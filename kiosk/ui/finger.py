"""One finger on the whole window, before any widget feels it: where it lands, goes and lifts."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent


class Follows(Protocol):
    """Who is told of the finger; places are in pixels of the window."""

    @property
    def takes_all(self) -> bool:
        """Whether no widget is to feel the finger."""

    def landed(self, at: QPoint) -> None:
        """The finger has come."""

    def moved(self, to: QPoint) -> None:
        """The finger has gone on without lifting."""

    def lifted(self, *, lost: bool) -> None:
        """The finger has gone; it is `lost` where somebody else has taken its touch over."""


class Finger(QObject):
    """Watches a native window; a second finger never counts, and a mouse is a finger."""

    def __init__(self, told: Follows) -> None:
        super().__init__()
        self._told = told
        self._id: int | None = None
        self._mouse = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the finger; keep its events from the widgets where they are not to feel it."""
        taken = self._told.takes_all
        if isinstance(event, QTouchEvent):
            self._touched(event)
        elif isinstance(event, QMouseEvent):
            self._pointed(event)
        else:
            return False
        if taken:
            event.accept()
        return taken

    def _touched(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchBegin and event.points():
            self._id = event.points()[0].id()
            self._told.landed(event.points()[0].position().toPoint())
            return
        if event.type() == QEvent.Type.TouchCancel:
            self._lift(lost=True)
        for point in event.points():
            if point.id() != self._id:
                continue
            if point.state() == point.state().Updated:
                self._told.moved(point.position().toPoint())
            elif point.state() == point.state().Released:
                self._lift(lost=False)

    def _lift(self, *, lost: bool) -> None:
        if self._id is not None:
            self._id = None
            self._told.lifted(lost=lost)

    def _pointed(self, event: QMouseEvent) -> None:
        """Follow the left button of a mouse, but not what Qt makes of touches."""
        if event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
            return
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseMove and self._mouse:
            self._told.moved(at)
        elif event.button() == Qt.MouseButton.LeftButton:
            landed, self._mouse = self._mouse, event.type() != QEvent.Type.MouseButtonRelease
            if self._mouse and not landed:
                self._told.landed(at)
            elif landed and not self._mouse:
                self._told.lifted(lost=False)
