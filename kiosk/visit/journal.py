"""What was answered so far, so that a journey can be walked again up to any screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.screens import Closed, Fingerprint, Known, Opened, Review, Step


class Drifted(Exception):  # noqa: N818 - it reads as what it says
    """A journey asked something else on its second walk than on its first; it is not pure."""

    def __init__(self, remembered: Fingerprint, asked: Fingerprint) -> None:
        super().__init__(f"the journey asked {asked[:2]!r} where it had asked {remembered[:2]!r}")
        self.remembered = remembered
        self.asked = asked


class Kind(Enum):
    """What an entry means for going back."""

    SCREEN = "screen"
    """A person answered: one can go back to here."""
    RESULT = "result"
    """Something was read, known or done; walked through without stopping."""
    COMMITMENT = "commitment"
    """Something changed at an operator: never go back past it."""


class By(Enum):
    """Who gave an answer."""

    VISITOR = "visitor"
    KIOSK = "kiosk"


@dataclass(frozen=True)
class Entry:
    """One step and what came of it: a value, or an error that was raised in the journey."""

    kind: Kind
    fingerprint: Fingerprint
    value: object = None
    error: Exception | None = None
    by: By = By.KIOSK


class Journal:
    """The entries of one session, and how far a new walk has come in them."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._walked = 0

    def note(self, entry: Entry) -> None:
        """Add an entry at the end."""
        self._entries.append(entry)
        self._walked = len(self._entries)

    def remembered(self, step: Step[object]) -> Entry | None:
        """Return what this step was answered on an earlier walk; raises Drifted when it was another step."""
        if self._walked == len(self._entries):
            return None
        entry = self._entries[self._walked]
        if entry.fingerprint != step.fingerprint():
            raise Drifted(entry.fingerprint, step.fingerprint())
        self._walked += 1
        return entry

    def close(self, step: Closed) -> None:
        """Fold a part that is asked once into one entry that knows its value."""
        opened = Opened(step.key).fingerprint()
        at = max(i for i, entry in enumerate(self._entries) if entry.fingerprint == opened)
        folded = self._entries[at:]
        committed = any(entry.kind is Kind.COMMITMENT for entry in folded)
        del self._entries[at:]
        kind = Kind.COMMITMENT if committed else Kind.RESULT
        self.note(Entry(kind, opened, Known(step.value)))

    @property
    def reviewed(self) -> bool:
        """Whether a review was agreed to since the last commitment."""
        for entry in reversed(self._entries):
            if entry.kind is Kind.COMMITMENT:
                return False
            if entry.fingerprint[0] == Review.__name__ and entry.value is True:
                return True
        return False

    @property
    def can_go_back(self) -> bool:
        """Whether there is a screen to go back to, on this side of the last commitment."""
        return self._last_screen() is not None

    def cut(self) -> None:
        """Forget the last screen's answer and all that followed; the next walk stops there."""
        del self._entries[self._last_screen() :]
        self._walked = 0

    def _last_screen(self) -> int | None:
        for at in range(len(self._entries) - 1, -1, -1):
            if self._entries[at].kind is Kind.COMMITMENT:
                return None
            if self._entries[at].kind is Kind.SCREEN:
                return at
        return None
