"""What the visitor has typed, counted or signed on a page and not yet given as an answer."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.consent import Point, Signature
from kiosk.screens import Enter, Screen, Sign, Tally
from kiosk.ui.digits import after_key


@dataclass
class Draft:
    """The digits, the counts and the strokes so far; it lives as long as its page."""

    typed: str = field(default="", repr=False)
    counts: dict[Hashable, int] = field(default_factory=dict)
    strokes: list[list[Point]] = field(default_factory=list, repr=False)

    @staticmethod
    def of(screen: Screen[Any]) -> Draft:
        """Begin with what the screen starts from."""
        if isinstance(screen, Tally):
            return Draft(counts={row.key: row.start for row in screen.rows})
        return Draft()

    def press(self, key: str, screen: Enter) -> None:
        """Take one key of the pad."""
        self.typed = after_key(self.typed, key, screen.kind, screen.length)

    def count(self, what: Hashable, number: int, screen: Tally[Any]) -> None:
        """Take a new count, kept between none and the most there may be."""
        self.counts[what] = max(0, min(screen.most, number))

    def draw(self, point: Point, *, begins: bool) -> None:
        """Take a point of the signature; one that `begins` starts a new stroke."""
        if begins or not self.strokes:
            self.strokes.append([])
        self.strokes[-1].append(point)

    def start_anew(self) -> None:
        """Let go of every stroke."""
        self.strokes.clear()

    def answer(self, screen: Screen[Any]) -> object:
        """Return the answer that going on gives: the digits, the counts, the strokes, or nothing."""
        if isinstance(screen, Enter):
            return self.typed
        if isinstance(screen, Tally):
            return dict(self.counts)
        if isinstance(screen, Sign):
            return Signature(tuple(map(tuple, self.strokes)))
        return None
