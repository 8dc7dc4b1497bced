"""How everything looks for this visitor: theme, sizes, drawings and words, handed to every widget."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.text import Text, Words
from kiosk.ui.art import Art
from kiosk.ui.hand import Hand
from kiosk.ui.metrics import Metrics
from kiosk.ui.theme import Roles
from kiosk.ui.trade import TradeWords
from kiosk.ui.typeset import Laid, Type, Typesetter


@dataclass(frozen=True)
class Look:
    """Everything a widget needs to measure, paint and be touched."""

    metrics: Metrics
    roles: Roles
    words: Words
    art: Art
    typesetter: Typesetter
    hand: Hand
    trade: TradeWords = field(default_factory=TradeWords)

    def shown(self, text: Text) -> str:
        """Return a sentence in the visitor's language."""
        return text.shown(self.words)

    @property
    def body(self) -> Type:
        """Plain words."""
        return Type(self.metrics.em)

    @property
    def lead(self) -> Type:
        """The sentences under a heading: a little larger where the panel is tall."""
        return Type(round(self.metrics.em * (1.15 if self.metrics.panel.portrait else 1.0)))

    @property
    def label(self) -> Type:
        """The name of a choice."""
        return Type(round(self.metrics.em * (1.15 if self.metrics.panel.portrait else 1.0)), bold=True)

    @property
    def large_label(self) -> Type:
        """The name of a choice where there are few and room to spare."""
        return Type(round(self.metrics.em * (1.3 if self.metrics.panel.portrait else 1.2)), bold=True)

    @property
    def strong(self) -> Type:
        """Words that are looked for: labels of choices, values."""
        return Type(self.metrics.em, bold=True)

    @property
    def button(self) -> Type:
        """The words on a button."""
        return Type(self.metrics.em, bold=True, even=True)

    @property
    def heading(self) -> Type:
        """The question a screen asks."""
        return Type(self.metrics.heading, bold=True, leading=self.metrics.heading_leading, even=True)

    def figure(self, ratio: float) -> Type:
        """The figure that is the point: `ratio` times the body."""
        return Type(round(self.metrics.em * ratio), bold=True, leading=1.2)

    def lay(self, text: str, kind: Type, width: int) -> Laid:
        """Set words in lines within a width."""
        return self.typesetter.lay(text, kind, width)

    def widest_figure(self, text: str, width: int, most: float) -> Laid:
        """Set a figure as large as one line holds, from `most` times the body down to the body itself."""
        for tenths in range(round(most * 10), 10, -2):
            laid = self.lay(text, self.figure(tenths / 10), width)
            if laid.lines == 1:
                return laid
        return self.lay(text, replace(self.strong), width)
