"""Fault trees: what can be wrong, asked and tried one step a screen, until it works or somebody is ordered.

A tree is data that support staff edit (assets/trees); its vocabulary is the six kinds of step below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kiosk.text import Text

MOST_STEPS = 12
"""No way through a tree is longer, what is measured among it."""
MOST_QUESTIONS = 8
"""No way through a tree asks more of her."""
WORKS = "works"
"""The step that “it works now” leads to where a step names no other."""
UNKNOWN = "unknown"
"""What every measurement may come to: nobody signed in, or the operator does not tell."""


class About(Enum):
    """What a symptom is about, and so what the kiosk may look at first."""

    NUMBER = "number"
    HOME = "home"
    TELEVISION = "television"
    NOTHING = "nothing"
    """Nothing that can be measured; nobody is asked who she is."""


class Measurement(Enum):
    """What the network can be asked, and all that it may answer (`outcomes`)."""

    ACCOUNT = ("account", "good", "arrears", "stopped")
    OUTAGE = ("outage", "none", "known")
    SERVICE = ("service", "good", "calls-out-off", "calls-off", "data-off", "data-slow")
    REACH = ("reach", "data", "sms", "none")
    NETWORK = ("network", "old", "new")
    """Whether the SIM card is of the 2G or 3G age."""
    DATA_LEFT = ("data-left", "left", "used-up")
    SIM = ("sim", "good", "broken")
    LINE = ("line", "good", "no-modem", "no-light", "weak-light", "not-let-in", "slow", "crowded", "no-box")

    def __init__(self, name: str, *outcomes: str) -> None:
        self.word = name
        self.outcomes = (*outcomes, UNKNOWN)


class Order(Enum):
    """What an `order` step can set going here."""

    REPAIR = "repair"
    """A repair order, with a technician's visit where `visit` is set."""
    FOLLOW = "follow"
    """An SMS when a known outage is over."""
    STAFF = "staff"
    PAY = "pay"
    RESTORE = "suspend-restore"
    NEW_SIM = "replace-sim"
    """A new card for one that does not work."""
    NEWER_SIM = "replace-sim-old"
    """A new card for one of the 2G or 3G age."""
    OTHER_SIZE = "replace-sim-size"
    CHANGE_PLAN = "change-plan"
    BILL_CHECK = "bill-check"
    FRAUD_GUARD = "fraud-guard"
    COMPLAIN = "complain"


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A drawing of assets/pictures with its words."""

    name: str
    alt: Text


@dataclass(frozen=True, kw_only=True)
class Way:
    """One answer, and the step that it leads to."""

    say: Text
    to: str
    detail: Text | None = None
    icon: str | None = None
    picture: Drawn | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """What all steps have: a sentence or two more, a drawing, and help."""

    more: tuple[Text, ...] = ()
    picture: Drawn | None = None
    help: Text | None = None

    def leads_to(self) -> tuple[tuple[str, str], ...]:
        """Return every way on: its name in the file, and the step it leads to."""
        return ()

    def ways_by_target(self) -> dict[str, list[str]]:
        """Return the steps that it leads to, each with the names of the ways there."""
        ways: dict[str, list[str]] = {}
        for where, target in self.leads_to():
            ways.setdefault(target, []).append(where)
        return ways


@dataclass(frozen=True, kw_only=True)
class Ask(Step):
    """Ask something that she knows."""

    ask: Text
    answers: tuple[Way, ...]

    def leads_to(self) -> tuple[tuple[str, str], ...]:
        """Every answer leads somewhere."""
        return tuple((way.say.message, way.to) for way in self.answers)


@dataclass(frozen=True, kw_only=True)
class Look(Ask):
    """Ask her to look at a thing and to touch the drawing that looks like hers."""


@dataclass(frozen=True, kw_only=True)
class Measure(Step):
    """Ask the network one thing or several; no screen of its own but a wait."""

    measures: tuple[Measurement, ...]
    """What is asked: the first that comes to an outcome named in `on` decides."""
    on: Mapping[str, str]
    """The step that each outcome leads to, where one is named."""
    otherwise: str = ""
    """The step that all other outcomes lead to; empty where every outcome is named."""

    def leads_to(self) -> tuple[tuple[str, str], ...]:
        """Every outcome leads somewhere."""
        return (*self.on.items(), *((("else", self.otherwise),) if self.otherwise else ()))

    def after(self, seen: Mapping[Measurement, str]) -> str:
        """Return the step that follows what was seen; what nobody told is unknown."""
        words = (seen.get(one, UNKNOWN) for one in self.measures)
        return next((self.on[word] for word in words if word in self.on), self.otherwise)


@dataclass(frozen=True, kw_only=True)
class Try(Step):
    """A `do`: something to do with one's own hands; it works now, it does not, or it cannot be done."""

    do: Text
    works: str
    next: str
    cannot: str

    def leads_to(self) -> tuple[tuple[str, str], ...]:
        """The three answers."""
        return (("works", self.works), ("next", self.next), ("cannot", self.cannot))


@dataclass(frozen=True, kw_only=True)
class Ordered(Step):
    """An end: something is set going. `found` says why."""

    order: Order
    found: Text
    visit: bool = False
    """Whether a technician should come."""
    code: Text | None = None
    """What to ask for a fault's code that a screen shows; it goes with the repair. None: nobody asks."""


@dataclass(frozen=True, kw_only=True)
class Solved(Step):
    """An end: it works, or she knows what to do. `more` says what."""

    solved: Text
    well: bool = True
    """Whether all is well; else it is only explained."""


@dataclass(frozen=True, kw_only=True)
class Unread(Step):
    """What a file says of a step that cannot be read: enough to look at the rest, and nobody walks it."""

    ways: tuple[tuple[str, str], ...] = ()
    says: tuple[Text, ...] = ()

    def leads_to(self) -> tuple[tuple[str, str], ...]:
        """Return the ways on that could be made out."""
        return self.ways


@dataclass(frozen=True, kw_only=True)
class Tree:
    """One symptom, and all steps by their names."""

    name: str
    title: Text
    detail: Text
    icon: str
    picture: Drawn
    place: int
    """Where it stands among the symptoms."""
    about: About
    begin: str
    steps: Mapping[str, Step] = field(hash=False)
    lines: Mapping[str, int] = field(default_factory=dict, hash=False, compare=False)
    """The lines of its file, from 1: of each key of the head, and of `steps.NAME`."""

    def measurements(self) -> Iterator[Measurement]:
        """Tell what the network is asked anywhere in the tree, without the line test, which takes long."""
        seen = {one for step in self.steps.values() if isinstance(step, Measure) for one in step.measures}
        return (one for one in Measurement if one in seen and one is not Measurement.LINE)
