"""Words of the trade in what a visitor reads: found once in each text, and marked by a row of dots below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

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


def dot_width(laid: Laid, millimetre: float) -> float:
    """Return how thick the dots below a text are, in pixels; `millimetre` is how many of them make one."""
    return max(DOT_MM * millimetre, DOT_EM * laid.kind.px)


def paint_dots(  # noqa: PLR0917 - what words are painted with, and their dots
    painter: QPainter,
    laid: Laid,
    spans: Iterable[Span],
    at: QPointF,
    colour: str,
    millimetre: float,
    centred_in: int,
) -> None:
    """Paint a row of dots below each word, from its first sign to its last; `at` is where the text begins."""
    wide, dots = dot_width(laid, millimetre), QPainterPath()
    for span in spans:
        for x, y, width in laid.underlines(span.start, span.end, BELOW_EM, centred_in):
            count = max(2, round((width + wide) / (2 * wide)))
            step = (width - wide) / (count - 1)
            for number in range(count):
                middle = QPointF(at.x() + x + wide / 2 + number * step, at.y() + y + wide / 2)
                dots.addEllipse(middle, wide / 2, wide / 2)
    painter.fillPath(dots, QColor(colour))
