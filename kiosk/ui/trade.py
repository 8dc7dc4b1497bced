"""Words of the trade in what a visitor reads: found once in each text, and marked by a row of dots below."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from kiosk.domain.glossary import Glossary, Span, Term
from kiosk.text import Language
from kiosk.ui.typeset import Laid

DOT_MM, DOT_EM = 0.6, 0.09
"""How thick the dots are, at least, and in ems of the words above them."""
BELOW_EM = 0.2
"""How far below their baseline the dots stand."""
NO_TERMS = Glossary()


class TradeWords:
    """Finds the words of a glossary in one language, and remembers what was found in which text."""

    def __init__(self, glossary: Glossary = NO_TERMS, language: Language = Language.ZH_CN) -> None:
        self._glossary, self._language = glossary, language
        self._found: dict[str, tuple[Span, ...]] = {}
        self._tiles: dict[tuple[str, int], QPixmap] = {}

    def in_text(self, shown: str) -> tuple[Span, ...]:
        """Return where words of the trade stand in a text."""
        if shown not in self._found:
            self._found[shown] = self._glossary.spans_in(shown, self._language)
        return self._found[shown]

    def met_in(self, texts: Iterable[str]) -> dict[Term, str]:
        """Return the words met in texts, in their order, each once, and how it is written there."""
        met: dict[Term, str] = {}
        for text in texts:
            for span in self.in_text(text):
                met.setdefault(span.term, text[span.start : span.end])
        return met

    def paint_dots(  # noqa: PLR0917 - where the words stand, and how they are painted
        self, painter: QPainter, laid: Laid, x: int, y: int, ink: str, millimetre: float, centred_in: int
    ) -> None:
        """Paint a row of dots below each word of the trade in a text that is painted with its corner at x, y.

        `millimetre` is how many pixels make one.
        """
        wide = round(max(ceil(DOT_MM * millimetre), DOT_EM * laid.kind.px))
        for span in self.in_text(laid.text):
            for left, top, width in laid.underlines(span.start, span.end, BELOW_EM, centred_in):
                long = 2 * wide * max(2, round((width + wide) / (2 * wide))) - wide
                start = x + left + (width - long) / 2
                painter.drawTiledPixmap(round(start), round(y + top), long, wide, self._tile(ink, wide))

    def _tile(self, ink: str, wide: int) -> QPixmap:
        """Return a dot and the space after it."""
        if (ink, wide) not in self._tiles:
            tile = QPixmap(2 * wide, wide)
            tile.fill(QColor(0, 0, 0, 0))
            painter = QPainter(tile)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawEllipse(0, 0, wide, wide)
            painter.end()
            self._tiles[ink, wide] = tile
        return self._tiles[ink, wide]
