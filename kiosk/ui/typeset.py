"""Words set in lines: measured and painted by the same code, with our own line height and even last lines.

Longer than most files: how a text breaks, how rough that looks and where its signs stand are one matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextLine, QTextOption

from kiosk.ui.metrics import LEADING

FAMILIES = ["Noto Sans SC", "Noto Sans CJK SC"]
# Where the ideographs of Noto Sans CJK stand on their baseline, in em.
HAN_ASCENT = 0.88
ORPHAN_EM = 3
"""A last line shorter than this looks lost; the lines above give it some of theirs."""
OPENING, CLOSING = "（“‘《", "）”’》"
STOPS = "。？！.?!"
"""A sentence ends with these; where two fill two lines, each has its own."""
WORDS = 3
"""Of a text with so many spaces no word stands alone on the last line."""
COUNT = re.compile(r"\d+/\d+")
HAN, PROPORTIONAL = "\u2e80", QFont.Tag("pwid")
"""Where the signs of East Asia begin, and the feature of the font that sets quotation marks for others."""
PAUSES = "，。：；？！、 "
"""After these signs the eye rests anyway."""


@dataclass(frozen=True)
class Type:
    """How words are set: pixels of an em, weight, line height in em, and whether lines are evened out."""

    px: int
    bold: bool = False
    leading: float = LEADING
    even: bool = False

    @property
    def line(self) -> int:
        """The height of one line in pixels."""
        return round(self.px * self.leading)

    def font(self, *, han: bool = True) -> QFont:
        """Return the font; without Han beside them, quotation marks are as narrow as letters."""
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(self.px)
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if not han:
            font.setFeature(PROPORTIONAL, 1)
        return font


class Laid:
    """A text in lines, ready to be painted."""

    def __init__(self, text: str, kind: Type, width: int, first: int | None = None) -> None:
        """Break `text` at `width`; the first line at a width of its own where one is given."""
        self.text = text
        self.kind = kind
        self._layout = QTextLayout(text, kind.font(han=any(sign >= HAN for sign in text)))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._break(max(1, width), max(1, width if first is None else first))

    def _break(self, width: int, first: int) -> None:
        self._layout.beginLayout()
        number = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width if number else first)
            middle = (self.kind.leading - 1) / 2 * self.kind.px
            baseline = number * self.kind.line + middle + HAN_ASCENT * self.kind.px
            line.setPosition(QPointF(0, baseline - line.ascent()))
            number += 1
        self._layout.endLayout()

    @cached_property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    @cached_property
    def height(self) -> int:
        """The height of all lines in pixels."""
        return self.lines * self.kind.line

    @cached_property
    def width(self) -> int:
        """The width of the longest line in pixels."""
        return max((self._advance(i) for i in range(self.lines)), default=0)

    @property
    def last(self) -> int:
        """The width of the last line in pixels."""
        return self._advance(self.lines - 1) if self.lines else 0

    @property
    def first(self) -> int:
        """The width of the first line in pixels."""
        return self._advance(0) if self.lines else 0

    def _advance(self, number: int) -> int:
        return int(self._layout.lineAt(number).naturalTextWidth() + 0.999)

    @cached_property
    def torn(self) -> int:
        """How many words or numbers are broken between two lines."""
        return sum(_of_one_word(self.text[end - 1 : end + 1]) for end in self._ends)

    @property
    def _ends(self) -> list[int]:
        return [self._layout.lineAt(i).textStart() for i in range(1, self.lines)]

    @property
    def lost(self) -> bool:
        """Whether the last line is so short that it looks lost, or one word of several."""
        short = self.last < ORPHAN_EM * self.kind.px or self._leaves_a_word
        return short and not self._counts_alone

    @property
    def _leaves_a_word(self) -> bool:
        """Whether one word of an alphabet stands alone on the last line."""
        last = self.text[self._ends[-1] :].strip() if self._ends else ""
        return self.text.count(" ") >= WORDS and " " not in last and "" < last < HAN

    @property
    def _counts_alone(self) -> bool:
        """Whether the last line of a button or heading is a count of parts, such as 3/3."""
        words, _, count = self.text.rpartition(" ")
        alone = self._ends[-1:] == [len(words) + 1]
        return self.kind.even and alone and COUNT.fullmatch(count) is not None

    @property
    def rough(self) -> tuple[int, bool, int, bool, int, bool]:
        """How roughly it breaks: words torn, a line lost, brackets open, no end, no pause, no count alone."""
        deep = sum(_depth(self.text[:end]) for end in self._ends)
        restless = sum(self.text[end - 1] not in PAUSES for end in self._ends)
        return (self.torn, self.lost, deep, not self._ends_first, restless, not self._counts_alone)

    @property
    def _ends_first(self) -> bool:
        """Whether a sentence ends with the first line, and fills a good part of it."""
        end = self.text[: self._ends[0]].rstrip()[-1:] if self._ends else ""
        return end != "" and end in STOPS and self.first * 3 >= self.width

    def pieces(self, most: int) -> tuple[str, ...]:
        """Return the text cut into pieces of at most `most` lines."""
        starts = [self._layout.lineAt(i).textStart() for i in range(0, self.lines, max(1, most))]
        ends = [*starts[1:], len(self.text)]
        return tuple(self.text[start:end].strip() for start, end in zip(starts, ends, strict=True))

    def boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """Return where the signs from `start` to `end` stand: x, y, width and height on each line."""
        found = []
        for number in range(self.lines):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                found.append((left, float(number * self.kind.line), right - left, float(self.kind.line)))
        return found

    def underlines(
        self, start: int, end: int, below: float, centred_in: int = 0
    ) -> list[tuple[float, float, float]]:
        """Return what lies `below` the baseline of the signs from `start` to `end`, in em of it.

        On each line x, y and width in pixels; lines stand as `paint` paints them.
        """
        down, found = ((self.kind.leading - 1) / 2 + HAN_ASCENT + below) * self.kind.px, []
        for x, y, width, _ in self.boxes(start, end):
            aside = (centred_in - self._advance(int(y // self.kind.line))) / 2 if centred_in else 0
            found.append((x + aside, y + down, width))
        return found

    def paint(self, painter: QPainter, x: int, y: int, colour: str, *, centred_in: int = 0) -> None:
        """Paint the lines with their top left corner at x, y; each centred where a width is given."""
        painter.setPen(QColor(colour))
        if not centred_in:
            self._layout.draw(painter, QPointF(x, y))
            return
        for number in range(self.lines):
            self._layout.lineAt(number).draw(
                painter, QPointF(x + (centred_in - self._advance(number)) / 2, y)
            )


def _of_one_word(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def _depth(text: str) -> int:
    """Return how many brackets and quotation marks are open at the end of a text."""
    return sum((sign in OPENING) - (sign in CLOSING) for sign in text)


def _x(line: QTextLine, position: int) -> float:
    """Return where a sign begins on its line, in pixels."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


class Typesetter:
    """Sets words in lines, and remembers what it has set."""

    def __init__(self) -> None:
        self._set: dict[tuple[str, Type, int], Laid] = {}

    def lay(self, text: str, kind: Type, width: int) -> Laid:
        """Set a text within a width; even kinds, and lost last lines, are set narrower where that helps."""
        key = (text, kind, width)
        if key not in self._set:
            self._set[key] = self._best(Laid(text, kind, width), width)
        return self._set[key]

    def _best(self, laid: Laid, width: int) -> Laid:
        words = " " in laid.text or not laid.text[-2:].isascii()
        if laid.lines < 2 or not (laid.kind.even or words):
            return laid
        if laid.lines == 2:
            return self._in_two(laid, width)
        if laid.kind.even:
            return self._evened(laid, width)
        return self._without_orphan(laid, width) if laid.lost else laid

    def _in_two(self, laid: Laid, width: int) -> Laid:
        """Find the best place for the one break; of places as good, even kinds take the middle."""
        tried = [laid]
        while True:
            one = Laid(laid.text, laid.kind, width, tried[-1].first - 1)
            if one.lines != 2 or one.first >= tried[-1].first:
                return min(tried, key=lambda one: (one.rough, one.width if laid.kind.even else 0))
            tried.append(one)

    def _evened(self, laid: Laid, width: int) -> Laid:
        """Find the narrowest setting with as many lines, by halving."""
        low, high, best = width // 2, width, laid
        while high - low > laid.kind.px // 4:
            middle = (low + high) // 2
            tried = Laid(laid.text, laid.kind, middle)
            if tried.lines > laid.lines or tried.torn > laid.torn:
                low = middle
            else:
                high, best = middle, tried
        return best

    def _without_orphan(self, laid: Laid, width: int) -> Laid:
        for step in range(1, 5):
            tried = Laid(laid.text, laid.kind, width - step * laid.kind.px)
            if tried.lines > laid.lines or tried.torn > laid.torn:
                return laid
            if not tried.lost:
                return tried
        return laid
