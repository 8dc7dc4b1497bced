# ruff: noqa: N802 - Qt names its overridable methods in camelCase
"""A paint device that draws nothing and remembers every text with its place and clip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Written:
    """Words on the window, where they stand, and the widget they belong to."""

    text: str
    place: QRectF
    """As wide as the words and one em high."""
    owner: QRect


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.items: list[tuple[str, QRectF]] = []

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        pass

    def drawPath(self, path: object) -> None:
        pass

    def drawPixmap(self, rect: object, pixmap: object, source: object) -> None:
        pass

    def drawTextItem(self, point: Any, item: QTextItem) -> None:
        # The ink of Han stands within 0.88 em above and 0.12 em below the baseline.
        em = item.font().pixelSize()
        place = QRectF(point.x(), point.y() - 0.88 * em, item.width(), em)
        self.items.append((item.text(), self.painter().combinedTransform().mapRect(place)))


class _Device(QPaintDevice):
    def __init__(self, size: QRect) -> None:
        super().__init__()
        self._size = size
        self.engine = _Engine()

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        kinds = QPaintDevice.PaintDeviceMetric
        known = {
            kinds.PdmWidth: self._size.width(),
            kinds.PdmHeight: self._size.height(),
            kinds.PdmDpiX: 96,
            kinds.PdmDpiY: 96,
            kinds.PdmPhysicalDpiX: 96,
            kinds.PdmPhysicalDpiY: 96,
            kinds.PdmDepth: 32,
            kinds.PdmNumColors: 2**24,
            kinds.PdmDevicePixelRatio: 1,
            kinds.PdmDevicePixelRatioScaled: 65536,
        }
        return known.get(metric, 0)


def _recorded(widget: QWidget) -> list[tuple[str, QRectF]]:
    device = _Device(widget.rect())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return device.engine.items


def written_on(window: QWidget) -> list[Written]:
    """Return every text that the visible widgets of a window paint."""
    found: list[Written] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            origin = widget.mapTo(window, QPoint(0, 0))
            owner = QRect(origin, widget.size())
            for text, place in _recorded(widget):
                found.append(Written(text, place.translated(QPointF(origin)), owner))
    return found


def written_by(widget: QWidget) -> list[str]:
    """Return every text that a widget and what it holds paint."""
    return [text for part in (widget, *widget.findChildren(QWidget)) for text, _ in _recorded(part)]
