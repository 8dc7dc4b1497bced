"""What the kiosk may ask of its devices; drivers and simulators stand beside this file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Protocol

from kiosk.domain.id_cards import IdCard
from kiosk.domain.ratings import Rating
from kiosk.domain.sayings import Saying
from kiosk.screens import Stop
from kiosk.text import Language


class CallLight(Protocol):
    """The sign that a visitor wants a person: a lamp, a bell, a message to the desk."""

    def call(self) -> None:
        """Ask for staff. Returns at once; raises DeviceError where the sign cannot be given."""

    def off(self) -> None:
        """Nobody is needed any more; raises DeviceError where the sign stays."""


class CardReader(Protocol):
    """The reader of resident ID cards."""

    @property
    def present(self) -> bool:
        """Whether there is a reader at this kiosk; where there is none, staff look at the card."""

    def read(self, *, stop: Stop) -> IdCard:
        """Wait until a card lies on the reader, and read it.

        Runs on a worker thread and returns early when `stop` is set. Raises CardError for a card that cannot
        be read or used, DeviceError where the reader itself does not answer.
        """


class CardProblem(Enum):
    """Why a card on the reader could not be read."""

    NOT_READ = "not_read"
    """It lies badly, was lifted too soon, or is worn."""
    NOT_RESIDENT = "not_resident"
    """It is another kind of document (type J, I or Y): staff look at it."""
    NOT_GENUINE = "not_genuine"
    """Its number or its days cannot be right: staff look at it."""


class StaffDesk(Protocol):
    """The staff of the hall, known to this kiosk by their numbers and PINs."""

    @property
    def enlisted(self) -> bool:
        """Whether any staff are known; where none are, what needs a staff check is done at the counter."""

    def check(self, number: str, pin: str) -> None:
        """Return when the PIN is the staff member's own; raises StaffError. May take half a second."""


class Headphones(Protocol):
    """The socket for the visitor's own headphones."""

    @property
    def plugged(self) -> bool:
        """Whether headphones are in, so that the visitor alone hears the voice."""

    def watch(self, changed: Callable[[bool], None]) -> None:
        """Be told, from any thread and within 100 ms, when they are put in or pulled out; once a kiosk."""

    def close(self) -> None:
        """Tell nothing more."""


class CodeScanner(Protocol):
    """The scanner that reads a QR code from a visitor's phone or paper."""

    @property
    def present(self) -> bool:
        """Whether there is a scanner at this kiosk."""

    def read(self, *, stop: Stop) -> str:
        """Wait for a code and return its text; returns early, empty, when `stop` is set.

        Runs on a worker thread. Raises DeviceError where the scanner itself does not answer.
        """


class Misheard(Enum):
    """Why nothing was understood of what a visitor said."""

    SILENCE = "silence"
    UNCLEAR = "unclear"


class Listener(Protocol):
    """The ear of the kiosk: a microphone and whatever recognises speech."""

    def hears(self, language: Language) -> bool:
        """Whether there is one that knows this language; without one nothing of it is offered."""

    def listen(
        self, sayings: Sequence[Saying], language: Language, *, stop: Stop, over: Callable[[], None]
    ) -> Saying | Misheard:
        """Listen until something was said, for some seconds at most, and return which saying it was.

        Runs on a worker thread and returns early when `stop` is set; calls `over` when it listens no more and
        makes out what was said. Nothing else that was said comes out of it, and nothing of it is kept. Raises
        DeviceError where it does not answer.
        """

    def close(self) -> None:
        """Listen no more, and give everything back."""


class RatingBox(Protocol):
    """Where ratings are dropped: closed like a ballot box, and nobody sees whose they are."""

    def drop(self, rating: Rating) -> None:
        """Keep a rating; raises DeviceError where it cannot be kept."""


class StaffProblem(Enum):
    """Why a staff member was not recognised."""

    WRONG = "wrong"
    LOCKED = "locked"
    """Too many wrong PINs; `wait` tells the seconds until the next try."""


class DeviceError(Exception):
    """A device does not do what it should."""


class CardError(DeviceError):
    """A card could not be read or used; nothing of what was read is in the message."""

    def __init__(self, problem: CardProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class StaffError(DeviceError):
    """A staff member was not recognised."""

    def __init__(self, problem: StaffProblem, wait: float = 0) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.wait = wait
