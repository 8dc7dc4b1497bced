"""The looks that pages are measured in, the extremes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from random import Random

from kiosk.domain.comfort import Comfort, Hand, Theme
from kiosk.domain.panel import PANELS
from kiosk.text import Language
from kiosk.visit.stage import Stage


@dataclass(frozen=True)
class Look:
    """One way to see a page: panel, size, colours, language, and whether all is low at the left.

    With `shapes` everything is measured; else only what colours change.
    """

    panel: str
    size: int
    theme: Theme
    language: Language
    low_left: bool = False
    shapes: bool = True

    def __str__(self) -> str:
        low = ", low and at the left" if self.low_left else ""
        return f"{self.panel}, size {self.size + 1}, {self.theme.value}, {self.language.value}{low}"

    def worn_by(self, stage: Stage) -> Stage:
        """Return a stage in this look."""
        hand = Hand.LEFT if self.low_left else Hand.RIGHT
        comfort = Comfort(
            language=self.language,
            size=self.size,
            theme=self.theme,
            motion=False,
            low=self.low_left,
            hand=hand,
        )
        return replace(stage, comfort=comfort)


def looks(
    panels: Sequence[str], sizes: Sequence[int], themes: Sequence[Theme], languages: Sequence[Language]
) -> list[Look]:
    """Return all looks worth measuring, so that whoever stops early has met the worst.

    Where things stand depends on no theme: it is measured in the first of `themes`, low and at the left in
    the smallest and the largest type. Which colours meet depends on no size: the other themes are measured
    where strokes are thinnest (the smallest type on the coarsest panel) and where they are thickest.
    """
    panels = sorted(panels, key=lambda name: PANELS[name].pixels_per_mm)
    ends = [(panels[0], min(sizes)), (panels[-1], max(sizes))]
    found = [
        Look(panel, size, themes[0], language) for panel, size, language in product(panels, sizes, languages)
    ]
    found += [replace(look, low_left=True) for look in found if look.size in {min(sizes), max(sizes)}]
    found += [
        Look(panel, size, theme, language, shapes=False)
        for (panel, size), theme, language in product(dict.fromkeys(ends), themes[1:], languages)
    ]
    Random(1).shuffle(found)
    return sorted(found, key=lambda look: _turn(look, ends))


def _turn(look: Look, ends: Sequence[tuple[str, int]]) -> int:
    """Return when a look's turn is: first the largest type on the finest panel, by day and by night."""
    if (look.panel, look.size) == ends[-1] and not look.low_left:
        return 0 if look.shapes else 1 + (look.theme is not Theme.YELLOW_ON_BLACK)
    if (look.panel, look.size) in ends:
        return 3
    return 4 if look.size in {size for _, size in ends} else 5
