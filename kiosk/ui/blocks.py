"""What stands on a page, as plain values in the visitor's own language; widgets are made from them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from kiosk.screens import Mark, Tone, Typed


class Sheet(Enum):
    """The paper that neighbouring blocks share."""

    NONE = "none"
    FACTS = "facts"
    SLIP = "slip"
    TALLY = "tally"
    CHANGES = "changes"
    CHART = "chart"
    STEPS = "steps"
    CARE = "care"
    DANGER = "danger"
    DAYS = "days"


class Manner(Enum):
    """How words are set."""

    BODY = "body"
    HELP = "help"
    PROBLEM = "problem"
    TITLE = "title"
    ADVICE = "advice"
    STEP = "step"
    """What to do with one's own hands, as large as what a screen says."""


class Shape(Enum):
    """How a button looks: a card to choose, the way forward, another way, or the way to more of a page."""

    CARD = "card"
    FORWARD = "forward"
    PLAIN = "plain"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One thing on a page; `key` finds it again when the page changes."""

    key: Hashable
    sheet: Sheet = Sheet.NONE


@dataclass(frozen=True, kw_only=True)
class Headline(Block):
    """The question the screen asks."""

    text: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, kw_only=True)
class Prose(Block):
    """A paragraph."""

    text: str
    manner: Manner = Manner.BODY
    number: int = 0
    """Which step it is, painted before its words; 0: none."""


@dataclass(frozen=True, kw_only=True)
class FactLine(Block):
    """A label and its value."""

    label: str
    value: str
    note: str = ""
    mark: Mark = Mark.NONE
    big: bool = False


@dataclass(frozen=True, kw_only=True)
class Button(Block):
    """Something to press; `answer` is given when it is."""

    label: str
    shape: Shape
    answer: Any = field(default=None, compare=False)
    figure: str = ""
    detail: str = ""
    icon: str = ""
    hindrance: str = ""
    chosen: bool = False
    tone: Tone = Tone.CALM
    picture: str = ""
    """The drawing that is the choice; `alt` says what it shows."""
    alt: str = ""
    roomy: bool = False
    """A card with larger words, icon and padding, where there are few of them and room to spare."""


@dataclass(frozen=True, kw_only=True)
class TallyLine(Block):
    """Something that is counted, with less and more."""

    label: str
    counted: Hashable
    icon: str = ""
    most: int = 99


@dataclass(frozen=True, kw_only=True)
class TypedField(Block):
    """Where the typed digits stand, in their groups."""

    kind: Typed
    length: int
    wrong: bool = False


@dataclass(frozen=True, kw_only=True)
class Keys(Block):
    """The big pad of digits."""

    kind: Typed


@dataclass(frozen=True, kw_only=True)
class SignBox(Block):
    """The box to sign in."""


@dataclass(frozen=True, kw_only=True)
class Drawing(Block):
    """A picture, and the words for those who do not see it."""

    name: str
    alt: str
    needed: bool = False
    """Whether it may not be left out."""


@dataclass(frozen=True, kw_only=True)
class Qr(Block):
    """A code to scan with one's own phone."""

    code: str = field(repr=False)
    alt: str


@dataclass(frozen=True, kw_only=True)
class Match(Block):
    """The digits that must be the same on both screens."""

    label: str
    digits: str


@dataclass(frozen=True, kw_only=True)
class TimeLeft(Block):
    """How long a code can still be used; `lasts` in seconds from when it is first shown."""

    code: str = field(repr=False)
    lasts: int


@dataclass(frozen=True, kw_only=True)
class Busy(Block):
    """A quiet sign that something is being done."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Greeting(Block):
    """The resting face: hall, clock, day and greetings."""

    hall: str
    greetings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PageOf:
    """A whole page.

    `figure` stands left (or on top). `before`, `beside` and `after` are read in this order; where there is
    too little room, only `beside` stays with the figure and the way forward.
    """

    heading: Headline
    figure: Drawing | Keys | SignBox | Qr | Greeting | None = None
    before: tuple[Block, ...] = ()
    beside: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()
    foot: tuple[Button, ...] = ()

    @property
    def everything(self) -> tuple[Block, ...]:
        """All that is read and chosen, in reading order."""
        return (*self.before, *self.beside, *self.after)

    def without_help(self) -> PageOf:
        """Return the page without its courtesies: Help explains it as well, and the voice does."""

        def kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
            return tuple(b for b in blocks if not (isinstance(b, Prose) and b.manner is Manner.HELP))

        return replace(self, before=kept(self.before), beside=kept(self.beside), after=kept(self.after))
