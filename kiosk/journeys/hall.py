"""What every journey is handed: the hall it happens in, and the desks it may turn to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kiosk.devices.absent import NoListener
from kiosk.devices.ports import CallLight, CardReader, CodeScanner, Listener, RatingBox, StaffDesk
from kiosk.domain.guard import Guard
from kiosk.domain.keys import USUAL_KEYS, Keys
from kiosk.domain.people import National, Operator
from kiosk.domain.scams import Scam
from kiosk.domain.trees import Tree
from kiosk.operators.ports import Operators
from kiosk.screens import Fact
from kiosk.text import Code, Label, Language, Text


class Deed(Enum):
    """What a visitor can have done with a thing: a number, an extra; or what befell her."""

    REPORTED = "reported"
    STOPPED = "stopped"
    ASKED_BACK = "asked_back"
    STAFF_ASKED = "staff_asked"
    IN_USE = "in_use"
    KNOWN = "known"
    LIMITED = "limited"
    PUT_ON_LIST = "put_on_list"
    """A number was reported to the shared list of cheats."""
    CHEATED = "cheated"
    """She said that she was cheated herself, and was helped."""


@dataclass(frozen=True)
class Done:
    """One thing that was done, and the line about it for a slip, where there is one."""

    deed: Deed
    thing: str
    line: Fact | None = None


class Deeds:
    """What this visitor has done so far, in order; a fresh one for each visit."""

    def __init__(self) -> None:
        self._done: tuple[Done, ...] = ()

    def add(self, deed: Deed, thing: str, line: Fact | None = None) -> None:
        """Note that something was done with a thing, by its id; done once more, it counts as the newest."""
        others = (done for done in self._done if (done.deed, done.thing) != (deed, thing))
        self._done = (*others, Done(deed, thing, line))

    def all(self) -> tuple[Done, ...]:
        """Return everything that was done, the oldest first."""
        return self._done

    def of(self, deed: Deed) -> frozenset[str]:
        """Return the ids of all things that this was done with."""
        return frozenset(done.thing for done in self._done if done.deed is deed)


def nothing_to_explain(screen: object, language: Language) -> tuple[Text, ...]:
    """Know no word of the trade."""
    return ()


@dataclass(frozen=True)
class Hall:
    """The hall, this kiosk, the operators served, the desks behind them, and the day."""

    place: Label
    kiosk: Code
    operators: tuple[Operator, ...]
    desks: Operators
    light: CallLight
    id_cards: CardReader
    scanner: CodeScanner
    staff: StaffDesk
    today: date
    ratings: RatingBox
    entrance: str
    """The public page of the national query, for the visitor's own phone."""
    guard: Guard
    """Messages that guard a number, and hotlines that help."""
    national: frozenset[National] = frozenset(National)
    """The national queries that the kiosk itself may file."""
    trees: tuple[Tree, ...] = ()
    """What can be wrong, symptom by symptom."""
    area: str = ""
    """The administrative division that the hall lies in, to ask for outages; empty where it is not set."""
    scams: tuple[Scam, ...] = ()
    """The tricks that go round just now."""
    listener: Listener = field(default_factory=NoListener)
    """Who listens to a visitor that speaks."""
    signs: bool = False
    """Whether there are clips in sign language."""
    explain: Callable[[object, Language], tuple[Text, ...]] = nothing_to_explain
    """Says what the words of the trade on a screen mean, as they stand there in a language."""
    deeds: Deeds = field(default_factory=Deeds)
    keys: Keys = field(default_factory=lambda: USUAL_KEYS)
    """What the keys of this kiosk's keypad do."""

    def operator(self, operator_id: str) -> Operator:
        """Return one of the operators by its id."""
        return next(operator for operator in self.operators if operator.id == operator_id)
