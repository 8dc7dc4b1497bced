"""Icons and pictures: SVG files in the colours of a theme, drawn once and remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.drawings import ASSETS, drawing_in
from kiosk.ui.theme import Roles, recoloured

BLINKS = "blinks"
"""The id of the group of a picture that is lit and dark in turn, as a lamp that blinks."""
EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" viewBox="0 0 4 3"/>'


class Art:
    """All drawings of one theme."""

    def __init__(self, roles: Roles, assets: Path = ASSETS) -> None:
        self._roles = roles
        self._assets = assets
        self._pixmaps: dict[tuple[str, str, int, int], QPixmap] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self.missing: set[str] = set()
        """What was asked for and is not there, or is no drawing: nothing is drawn for it; tests look here."""

    def icon(self, name: str, colour: str, side: int) -> QPixmap:
        """Return an icon of `side` pixels in a colour."""
        return self._drawn(self._icon(name, colour), (name, colour), QSize(side, side))

    def picture(self, name: str, width: int, height: int, *, lit: bool = True) -> QPixmap:
        """Return a picture as large as fits in width and height; what blinks in it is `lit` or dark."""
        renderer = self._picture(name, lit=lit)
        size = renderer.defaultSize().scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
        return self._drawn(renderer, (name, "" if lit else BLINKS), size)

    def blinks(self, name: str) -> bool:
        """Tell whether something in a picture blinks."""
        return self._picture(name).elementExists(BLINKS)

    def shape(self, name: str) -> float:
        """Return how many times wider than high a picture is."""
        size = self._picture(name).defaultSize()
        return size.width() / size.height()

    def _icon(self, name: str, colour: str) -> QSvgRenderer:
        def paint(drawing: str) -> str:
            return drawing.replace("currentColor", colour)

        key = (name, colour)
        if key not in self._renderers:
            self._renderers[key] = self._renderer("icons", name, paint)
        return self._renderers[key]

    def _picture(self, name: str, *, lit: bool = True) -> QSvgRenderer:
        def paint(drawing: str) -> str:
            dark = drawing if lit else drawing.replace(f'id="{BLINKS}"', f'id="{BLINKS}" display="none"')
            return recoloured(dark, self._roles)

        key = (name, "" if lit else BLINKS)
        if key not in self._renderers:
            self._renderers[key] = self._renderer("pictures", name, paint)
        return self._renderers[key]

    def _renderer(self, kind: str, name: str, paint: Callable[[str], str]) -> QSvgRenderer:
        renderer = _rendered(paint(self._read(kind, name)))
        if renderer.isValid() and not renderer.defaultSize().isEmpty():
            return renderer
        self.missing.add(f"{kind}/{name}.svg")
        return _rendered(EMPTY)

    def _read(self, kind: str, name: str) -> str:
        drawing = drawing_in(self._assets / kind / f"{name}.svg")
        if drawing is None:
            self.missing.add(f"{kind}/{name}.svg")
        return drawing or EMPTY

    def _drawn(self, renderer: QSvgRenderer, name: tuple[str, str], size: QSize) -> QPixmap:
        key = (*name, size.width(), size.height())
        if key not in self._pixmaps:
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]


def _rendered(drawing: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.encode()))
