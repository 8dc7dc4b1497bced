"""Choices that are drawings, to be compared with the real thing: as large as fits, all at one size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.blocks import Button
from kiosk.ui.buttons import Card
from kiosk.ui.look import Look
from kiosk.ui.piece import brush_for
from kiosk.ui.typeset import Laid

LEAST_MM, MOST_MM = 24, 125
"""How high a drawing is at least and at most: with less room a page has parts, and more helps nobody."""
LEAST_EM = 2.4
"""How high it is at least where the type is large: who needs large type needs large drawings."""
SHARES = (1.0, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3)
"""How much of a card's height a drawing with its words beside it may take, the most pleasant first."""
LEAST_WORDS_EM = 5
PALE = 0.45
"""How strongly a drawing is painted that cannot be chosen now."""


@dataclass(frozen=True)
class Drawn:
    """How the drawings of a page are set: how high in pixels, and whether the words stand beside them.

    Where no one way suits all cards, `beside` is None: each has its words where they have room.
    """

    tall: int
    beside: bool | None = None
    words: int = 0
    """How high the highest words below a drawing are, so that neighbours look alike."""


class PictureCard(Card):
    """One choice that is a drawing, with its words below it, or beside it where the card is wide and low."""

    def __init__(self, look: Look, block: Button, act: Callable[[], None]) -> None:
        super().__init__(look, block, act)
        self.setAccessibleName(f"{self.accessibleName().rstrip(' 。.')}. {block.alt}")
        self.drawn = Drawn(0)
        self._lit = True

    # ------------------------------------------------------------------ measures

    @property
    def _sign(self) -> int:
        """The side of the tick or sign at the right; a drawing needs no arrow."""
        needed = self.block.chosen or self.block.hindrance
        return round(self.look.metrics.em * 1.15) if needed else 0

    @property
    def _air(self) -> int:
        """The space between a drawing and its words."""
        return round(self.look.metrics.em * 0.35)

    @property
    def _shape(self) -> float:
        return self.look.art.shape(self.block.picture)

    @property
    def least(self) -> int:
        """The least height of the drawing, in pixels."""
        return max(self.look.metrics.px(LEAST_MM), round(self.look.metrics.em * LEAST_EM))

    def _inner(self, height: int) -> int:
        return height - self.look.metrics.lip - 2 * self._padding

    def _room_below(self, width: int) -> int:
        """Return the width for words that stand below the drawing."""
        return width - self._padding - self._text_right

    def _room_beside(self, width: int, tall: int) -> int:
        """Return the width for words that stand beside a drawing of a height."""
        return self._room_below(width) - round(tall * self._shape) - 2 * self._air

    def _words(self, room: int) -> list[tuple[Laid, str]]:
        return self._texts_within(room, figure_below=bool(self.block.figure))

    def words_height(self, room: int) -> int:
        """Return the height of the words within a width, in pixels."""
        return sum(laid.height for laid, _ in self._words(room))

    def words_below(self, width: int) -> int:
        """Return the height of the words below a drawing on a card of a width, in pixels."""
        return self.words_height(self._room_below(width))

    def _fits_beside(self, width: int, tall: int, height: int) -> bool:
        room = self._room_beside(width, tall)
        if room < LEAST_WORDS_EM * self.look.metrics.em:
            return False
        words = [laid for laid, _ in self._words(room)]
        return sum(laid.height for laid in words) <= height and not any(laid.torn for laid in words)

    def _widest(self, width: int) -> int:
        """Return how high a drawing may be that has a width for itself."""
        return min(self.look.metrics.px(MOST_MM), int((width - 2 * self._padding) / self._shape))

    def drawing_at(self, width: int, height: int, *, beside: bool) -> int:
        """Return how high the drawing can be on a card; 0 where its words leave it no room."""
        room = self._inner(height)
        if not beside:
            return max(0, min(room - self._air - self.words_below(width), self._widest(width)))
        most = min(room, self.look.metrics.px(MOST_MM))
        tried = (*(max(self.least, int(most * share)) for share in SHARES), self.least)
        return next((tall for tall in tried if self._fits_beside(width, tall, room)), 0)

    def comfortable_at(self, width: int, most: int) -> bool:
        """Tell whether the words have room below a drawing that is not too small."""
        return super().comfortable_at(width, most) and self._widest(width) >= self.least

    def _text_left(self) -> int:
        return self._padding

    def height_at(self, width: int, room: int) -> int:
        """Return the least height: of the smallest drawing with its words below or beside it."""
        least = self.least
        needed = least + self._air + self.words_below(width)
        beside = max(least, self.words_height(max(1, self._room_beside(width, least))))
        if beside < needed and self._fits_beside(width, least, beside):
            needed = beside
        return needed + 2 * self._padding + self.look.metrics.lip

    def wish_at(self, width: int) -> int:
        """Return the height at which the drawing is as large as the width allows."""
        words = self.words_below(width) + self._air
        return self._widest(width) + words + 2 * self._padding + self.look.metrics.lip

    # ------------------------------------------------------------------ what is shown

    @property
    def blinks(self) -> bool:
        """Whether something in the drawing blinks."""
        return self.look.art.blinks(self.block.picture)

    def show_lit(self, lit: bool) -> None:
        """Show what blinks lit or dark."""
        if lit is not self._lit:
            self._lit = lit
            self.update()

    def show_drawn(self, drawn: Drawn) -> None:
        """Set the drawing as all of its page are set."""
        self.drawn = drawn
        self.update()

    @property
    def _beside(self) -> bool:
        """Whether the words stand beside the drawing."""
        if self.drawn.beside is not None:
            return self.drawn.beside
        return self.drawing_at(self.width(), self.height(), beside=False) < self.drawn.tall

    def _places(self) -> tuple[QRect, QRect]:
        """Return where the drawing stands, and where its words begin."""
        tall, pad, body = self.drawn.tall, self._padding, self.height() - self.look.metrics.lip
        wide = round(tall * self._shape)
        if self._beside:
            room = self._room_beside(self.width(), tall)
            words = QRect(pad + wide + 2 * self._air, (body - self.words_height(room)) // 2, room, 0)
            return QRect(pad, (body - tall) // 2, wide, tall), words
        top = (body - tall - self._air - max(self.drawn.words, self.words_below(self.width()))) // 2
        words = QRect(pad, top + tall + self._air, self._room_below(self.width()), 0)
        return QRect((self.width() - wide) // 2, top, wide, tall), words

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body, the drawing, the words and the sign."""
        painter, roles = brush_for(self), self.look.roles
        sunk = self.slab(painter, roles.surface, roles.pressed, self._edge)
        if self.block.chosen:
            self._paint_chosen_edge(painter, sunk)
        drawing, words = (place.translated(0, sunk) for place in self._places())
        self._paint_drawing(painter, drawing)
        y = words.y()
        for laid, ink in self._words(words.width()):
            colour = roles.on_pressed if self.sunk else ink
            laid.paint(painter, words.x(), y, colour, centred_in=0 if self._beside else words.width())
            y += laid.height
        if self._sign:
            self._paint_sign(painter, (words.y() + y) // 2)

    def _paint_drawing(self, painter: QPainter, place: QRect) -> None:
        picture = self.look.art.picture(self.block.picture, place.width(), place.height(), lit=self._lit)
        painter.setOpacity(PALE if self.block.hindrance else 1)
        painter.drawPixmap(place.topLeft(), picture)
        painter.setOpacity(1)


def best_set(cards: Sequence[tuple[PictureCard, int, int]]) -> Drawn:
    """Return how cards of their widths and heights show their drawings largest, all at one size."""
    below, beside, either = 10_000, 10_000, 10_000
    for card, width, height in cards:
        one, other = (card.drawing_at(width, height, beside=way) for way in (False, True))
        below, beside, either = min(below, one), min(beside, other), min(either, max(one, other))
    words = max(card.words_below(width) for card, width, _ in cards)
    if max(below, beside) < min(either, cards[0][0].least):
        return Drawn(either)
    return Drawn(beside, beside=True) if beside > below else Drawn(below, beside=False, words=words)


def set_alike(places: Iterable[tuple[object, QRect]]) -> None:
    """Set all drawings of a page at one size, whatever part they stand on."""
    cards = [(card, place.width(), place.height()) for card, place in places if isinstance(card, PictureCard)]
    if cards:
        drawn = best_set(cards)
        for card, _, _ in cards:
            card.show_drawn(drawn)
