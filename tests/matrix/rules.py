"""What the matrix measures: each requirement with its number, and the worst that was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class Rule:
    """One number of the accessibility requirements; `least` or `most` is what it may be."""

    requirement: str
    what: str
    unit: str
    least: float | None = None
    most: float | None = None

    def holds(self, value: float) -> bool:
        """Tell whether a value keeps to it; what lies under a thousandth is the machine's arithmetic."""
        return (self.least is None or value >= self.least - 0.001) and (
            self.most is None or value <= self.most + 0.001
        )

    def slack(self, value: float) -> float:
        """Return how far a value is from breaking it, as a share of the number; less is worse."""
        if self.least is not None:
            return value / self.least
        return -value / (self.most or 1)


CAPITAL = Rule("A1", "capital H at the default size, seen from where the visitor stands", "°", least=0.7)
LEAST_INK = Rule("A1", "ink of H at the default size", "mm", least=4.8)
STEP_INK = Rule("A1", "ink of H at each size, of what the size promises", "×", least=0.96)
HAN_INK = Rule("A1", "ink of 国 at each size, of the capital that the size promises", "×", least=1.0)
WHOLE = Rule("A2", "texts cut, elided, lost, overlapping or off the window, on a screen", "", most=0)
LEADING = Rule("A3", "line height of running text", "em", least=1.5)
HEADING_LEADING = Rule("A3", "line height of headings, the clock, bar and captions (ours)", "em", least=1.2)
LONGEST = Rule("A3", "longest line", "em", most=40)
TORN = Rule("A3", "words and numbers torn between two lines of a text (ours)", "", most=0)
LAST_LINE = Rule("A3", "last line of a text of several lines (ours)", "em", least=1.5)
TEXT = Rule("A4", "text on its ground, sampled: default and low glare", ": 1", least=10)
STRONG_TEXT = Rule("A4", "text on its ground, sampled: the themes of high contrast", ": 1", least=20)
PAIRS = Rule("A4", "pairs of theme colours for text, by formula, of what the theme promises", "×", least=1)
EDGES = Rule("A4", "edges of controls against what is around them, sampled", ": 1", least=3)
BLIND_EDGES = Rule("A5", "edges of controls, as dichromats see them, sampled", ": 1", least=3)
BLIND_RING = Rule("A5", "focus ring, as dichromats see it, sampled", ": 1", least=3)
BLIND_MARKS = Rule("A5", "edges, marks and focus of the themes, as dichromats see them", ": 1", least=3)
STATES = Rule("A5", "what differs by 3 : 1 between two states, to every kind of eye", "mm²", least=4)
TARGET = Rule("A6", "shorter side of anything to touch", "mm", least=16)
MAIN_TARGET = Rule("A6", "shorter side of cards, the way forward and the bar", "mm", least=20)
GAP = Rule("A6", "gap between things to touch", "mm", least=3.2)
DOTS = Rule("A6", "dots below words that a touch explains (ours)", "mm", least=0.5)
DOT_CONTRAST = Rule("A4", "dots below words that a touch explains, sampled", ": 1", least=3)
HIGHEST = Rule("A9", "highest point to touch above the floor", "mm", most=1220)
LOW_HIGHEST = Rule("A9", "the same, where the visitor wants everything low", "mm", most=1100)
LOWEST = Rule("A9", "lowest point to touch above the floor", "mm", least=380)
RING = Rule("A18", "thickness of the focus ring", "mm", least=1)
RING_CONTRAST = Rule("A18", "focus ring against the same place without it", ": 1", least=3)
ORDER = Rule("A18", "things walked in another order than assistive technology reads", "", most=0)
WORDS = Rule("A22", "sentences of the catalogues too long, untranslated or with words to avoid", "", most=0)
SENTENCE = Rule("A22", "Han in one sentence, its values filled in", "", most=20)
CHOICES = Rule("A22", "choices on one part of a page", "", most=6)
SAME_PLACE = Rule("A27", "how far back, help, adjust and their neighbours move in a visit", "mm", most=0)

RULES = (
    CAPITAL, LEAST_INK, STEP_INK, HAN_INK, WHOLE, LEADING, HEADING_LEADING, LONGEST, TORN, LAST_LINE, TEXT,
    STRONG_TEXT, PAIRS, EDGES, BLIND_EDGES, BLIND_RING, BLIND_MARKS, STATES, TARGET, MAIN_TARGET, GAP, DOTS,
    DOT_CONTRAST, HIGHEST, LOW_HIGHEST, LOWEST, RING, RING_CONTRAST, ORDER, WORDS, SENTENCE, CHOICES,
    SAME_PLACE,
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """One thing that was measured, and where it stands in the window."""

    rule: Rule
    value: float
    what: str = ""
    place: QRect | None = None
    eye: str = ""
    """The kind of dichromacy it was measured for."""

    @property
    def holds(self) -> bool:
        """Whether it is as the rule wants it."""
        return self.rule.holds(self.value)


@dataclass(frozen=True)
class Record:
    """All that was measured of one rule: how often, how often broken, and the worst of it."""

    rule: Rule
    count: int = 0
    broken: tuple[str, ...] = ()
    """Where it was broken, each place once."""
    value: float = 0
    what: str = ""
    picture: str = ""


@dataclass
class Ledger:
    """The records of every rule; `draw` makes a picture of a reading and returns its file's name."""

    records: dict[Rule, Record] = field(default_factory=dict)

    def take(
        self, readings: Iterable[Reading], where: str, draw: Callable[[Reading], str] = lambda _: ""
    ) -> None:
        """Remember readings; the worst so far of each rule is drawn."""
        worst: dict[Rule, Reading] = {}
        for reading in readings:
            rule, value = reading.rule, reading.value
            old = self.records.get(rule) or Record(rule)
            what = f"{where}: {reading.what}".rstrip(": ")
            if old.count == 0 or rule.slack(value) < rule.slack(old.value):
                worst[rule] = reading
                old = replace(old, value=value, what=what, picture="")
            if not reading.holds and what not in old.broken:
                old = replace(old, broken=(*old.broken, what))
            self.records[rule] = replace(old, count=old.count + 1)
        for rule, reading in worst.items():
            self.records[rule] = replace(self.records[rule], picture=draw(reading))

    def add(self, other: Ledger) -> None:
        """Take in what another ledger holds."""
        for rule, theirs in other.records.items():
            ours = self.records.get(rule)
            if ours is None:
                self.records[rule] = theirs
                continue
            worse = theirs if rule.slack(theirs.value) < rule.slack(ours.value) else ours
            broken = tuple(dict.fromkeys(ours.broken + theirs.broken))
            self.records[rule] = replace(worse, count=ours.count + theirs.count, broken=broken)

    @property
    def broken(self) -> list[str]:
        """Every place where a rule is broken."""
        return [
            f"{rule.requirement} {rule.what}: {where}"
            for rule in self.records
            for where in self.records[rule].broken
        ]
