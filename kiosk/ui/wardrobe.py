"""Dresses the window for a visitor: theme, sizes, words and drawings in one look."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.comfort import Comfort, Theme
from kiosk.domain.comfort import Hand as Side
from kiosk.domain.glossary import Glossary
from kiosk.domain.panel import Panel
from kiosk.text import Language, Words
from kiosk.ui.art import Art
from kiosk.ui.hand import Hand
from kiosk.ui.look import Look
from kiosk.ui.metrics import Metrics
from kiosk.ui.theme import ROLES
from kiosk.ui.trade import NO_TERMS, TradeWords
from kiosk.ui.typeset import Typesetter


class Wardrobe:
    """Makes looks, and keeps the drawings of every theme that was worn."""

    def __init__(
        self, panel: Panel, words_of: Callable[[Language], Words], hand: Hand, glossary: Glossary = NO_TERMS
    ) -> None:
        self._panel, self._words_of, self._hand, self._glossary = panel, words_of, hand, glossary
        self._arts: dict[Theme, Art] = {}

    def look_for(self, comfort: Comfort) -> Look:
        """Return the look that a visitor's comfort asks for."""
        roles = ROLES[comfort.theme]
        art = self._arts.setdefault(comfort.theme, Art(roles))
        metrics = Metrics(self._panel, comfort.size, comfort.low, comfort.hand is Side.LEFT)
        words, trade = self._words_of(comfort.language), TradeWords(self._glossary, comfort.language)
        return Look(metrics, roles, words, art, Typesetter(), self._hand, trade)

    @property
    def missing_drawings(self) -> set[str]:
        """Return the icons and pictures that were asked for and are not in assets/."""
        return {name for art in self._arts.values() for name in art.missing}


def worn(comfort: Comfort) -> tuple[object, ...]:
    """Return what of a comfort is seen: when it changes, another look is needed."""
    return (
        comfort.language,
        comfort.size,
        comfort.theme,
        comfort.voice,
        comfort.motion,
        comfort.signing,
        comfort.hand,
        comfort.low,
    )
