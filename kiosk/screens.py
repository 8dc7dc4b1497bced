"""The whole vocabulary of a conversation: every step that a journey can await, and what it answers.

A screen is one frozen value that says what is said and asked. Windows, voices, captions, keypads and
storyboards are rendered from it. The other steps (read, commit, once, watch) reach the world through the
session that walks the journey; a journey itself touches nothing. One long file: it is the language that all
journeys are written in, and is read once from top to bottom.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar

from kiosk.domain.comfort import Switches
from kiosk.domain.consent import Signature
from kiosk.text import Text, t

A_co = TypeVar("A_co", covariant=True)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)

Fingerprint = tuple[object, ...]
Journey = Coroutine["Step[Any]", Any, T]
"""A conversation under way; it yields steps, is sent their answers, and returns its outcome."""


class Step(Generic[A_co]):
    """Something a journey awaits; awaiting it gives its answer."""

    def __await__(self) -> Generator[Step[Any], Any, A_co]:
        answer: A_co = yield self
        return answer

    def fingerprint(self) -> Fingerprint:
        """Tell what is asked, so that a second walk can be held against the first."""
        return (type(self).__name__,)


# ---------------------------------------------------------------------------------------- screens


class Tone(Enum):
    """How a screen feels: calm, asking for care, warning of danger, or well done."""

    CALM = "calm"
    CARE = "care"
    DANGER = "danger"
    DONE = "done"


class Mark(Enum):
    """What stands beside a fact: nothing, a wait, a tick, or a sign that asks for care."""

    NONE = "none"
    WAITING = "waiting"
    DONE = "done"
    CARE = "care"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of what is known: a label, its value, perhaps a note. `big` values are the point."""

    label: Text
    value: Text
    note: Text | None = None
    mark: Mark = Mark.NONE
    big: bool = False


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A drawing from assets/pictures, with the words for those who do not see it."""

    name: str
    alt: Text
    needed: bool = False
    """Whether it shows how something is done: it is never left out, even where it needs a part of its own."""


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What the visitor takes home: shown large now, printed where there is a printer. No full numbers."""

    title: Text
    lines: tuple[Fact, ...]
    advice: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = ()
    """What to do with one's own hands, in this order; it stands first and large."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar of a chart: its name, its figure in words, and its length in any unit that all bars share."""

    label: Text
    value: Text
    amount: int
    mark: Mark = Mark.NONE


@dataclass(frozen=True, kw_only=True)
class Bars:
    """A sum made visible: a few lying bars with words, or many upright ones (months) as a small chart."""

    title: Text
    bars: tuple[Bar, ...]
    upright: bool = False


@dataclass(frozen=True, kw_only=True)
class Steps:
    """A line of steps: `done` of them are behind, the next is under way, or `halted` until somebody acts."""

    steps: tuple[Text, ...]
    done: int
    halted: bool = False


@dataclass(frozen=True, kw_only=True)
class Screen(Step[A_co]):
    """What every screen says, whatever it asks."""

    title: Text
    body: tuple[Text, ...] = ()
    bars: Bars | None = None
    steps: Steps | None = None
    facts: tuple[Fact, ...] = ()
    picture: Picture | None = None
    help: Text | None = None
    tone: Tone = Tone.CALM
    private: bool = False
    """Something personal is to be shown or laid down here, so the kiosk does not listen."""
    quiet: bool = False
    """What she says here is asked back by its place alone, for those nearby need not hear it."""

    def fingerprint(self) -> Fingerprint:
        """Tell this screen from others by its kind and its heading."""
        return (type(self).__name__, self.title.message)

    def problem_with(self, answer: object) -> Text | None:
        """Say in plain words why an answer cannot be taken, or None when it can."""
        return None

    def taken(self, answer: object) -> object:
        """Return a good answer in the form that the journey gets."""
        return answer


@dataclass(frozen=True, kw_only=True)
class Option(Generic[T_co]):
    """One choice: its answer, its words, its icon, perhaps a sum of money or a count as its `figure`.

    `hindrance` says why it cannot be taken now.
    """

    answer: T_co
    label: Text
    figure: Text | None = None
    detail: Text | None = None
    icon: str | None = None
    hindrance: Text | None = None
    chosen: bool = False
    tone: Tone = Tone.CALM
    """Danger marks the one choice that nobody may overlook."""
    picture: Picture | None = None
    """What is to be compared with the real thing: the drawing is the choice, the words stand below it."""


@dataclass(frozen=True, kw_only=True)
class Choose(Screen[T_co]):
    """Ask the visitor to choose one of a few things."""

    options: tuple[Option[T_co], ...]

    def fingerprint(self) -> Fingerprint:
        """Tell choices apart by what can be answered as well."""
        return (*super().fingerprint(), tuple(option.answer for option in self.options))

    def problem_with(self, answer: object) -> Text | None:
        """Take only what was offered; say why where it cannot be chosen now."""
        for option in self.options:
            if option.answer == answer:
                return option.hindrance
        return t("Please choose from the screen.")


TAKEN = t("This day is taken. Please choose another one.")


@dataclass(frozen=True, kw_only=True)
class PickDay(Choose[date]):
    """Ask for a day, on a large calendar; the options are the days that are free, each with its words.

    `first` is today. Days between the options are shown too, and say that they are taken.
    """

    first: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that is shown: from today to the last that is free."""
        last = max((self.first, *(option.answer for option in self.options)))
        return tuple(self.first + timedelta(days=after) for after in range((last - self.first).days + 1))

    def problem_with(self, answer: object) -> Text | None:
        """Take only a day that is free; of the others that are shown say that they are taken."""
        free = any(option.answer == answer for option in self.options)
        return super().problem_with(answer) if free or answer not in self.days else TAKEN


@dataclass(frozen=True, kw_only=True)
class Tell(Screen[None]):
    """Tell the visitor something; one button goes on."""

    proceed: Text = field(default_factory=lambda: t("Go on"))
    slip: Slip | None = None


@dataclass(frozen=True, kw_only=True)
class Agree(Screen[bool]):
    """Ask for a clear yes or no. Nothing is pre-chosen, and no is always possible."""

    yes: Text
    no: Text

    def problem_with(self, answer: object) -> Text | None:
        """Take only a clear yes or no."""
        return None if isinstance(answer, bool) else t("Please choose from the screen.")


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that a commitment changes: as it is now, and as it will be."""

    label: Text
    now: Text
    after: Text
    big: bool = False


@dataclass(frozen=True, kw_only=True)
class Review(Agree):
    """The last look before a commitment (A26): what changes, from when, what it costs, how to undo it.

    The session carries out no commitment that was not agreed to on a review. `changes` stand side by side,
    `facts` below them.
    """

    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sign(Screen[Signature | T]):
    """Ask for a signature, drawn with a finger or a pen anywhere in a large box.

    `other` are the ways round it (a code by SMS, staff); their answers come back in its place.
    """

    proceed: Text = field(default_factory=lambda: t("I have signed"))
    other: tuple[Option[T], ...] = ()

    def problem_with(self, answer: object) -> Text | None:
        """Take a signature that has some ink, or a way round it."""
        if any(option.answer == answer for option in self.other):
            return None
        if isinstance(answer, Signature) and answer.is_drawn:
            return None
        return t("The box is still empty. Please sign anywhere in it.")


class NotGood(Exception):  # noqa: N818 - it reads as what it says
    """What was typed cannot be used; `text` says why, without blame."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.message)
        self.text = text


class Typed(Enum):
    """What kind of thing is typed, so that it is grouped, covered and spoken rightly."""

    PHONE = "phone"
    CODE = "code"
    ID_TAIL = "id_tail"
    ANY_NUMBER = "any_number"
    """Any telephone number, also a short one: shown in full, since it is a stranger's."""
    FAULT = "fault"
    """The digits of a fault's code, as a box at home shows it: shown in full and in one piece."""
    YUAN = "yuan"
    """A sum in whole yuan, of at most `length` digits."""
    SECRET = "secret"  # noqa: S105 - the name of a kind
    """A password of digits: covered on screen, never spoken, not even on headphones."""
    STAFF = "staff"
    """A staff member's number."""


@dataclass(frozen=True, kw_only=True)
class Enter(Screen[str]):
    """Ask for digits on the big pad. `parse` returns them in their proper form or raises NotGood."""

    kind: Typed
    length: int
    parse: Callable[[str], str]
    proceed: Text = field(default_factory=lambda: t("Go on"))
    problem: Text | None = None
    other: tuple[Option[str], ...] = ()
    """Ways out beside typing (send the code again); their answers come back in place of the digits."""

    def problem_with(self, answer: object) -> Text | None:
        """Say what is wrong with the digits, in the parser's own words."""
        if any(option.answer == answer for option in self.other):
            return None
        try:
            self.parse(str(answer))
        except NotGood as not_good:
            return not_good.text
        return None

    def taken(self, answer: object) -> object:
        """Return the digits in their proper form, or the way out that was chosen instead."""
        if any(option.answer == answer for option in self.other):
            return answer
        return self.parse(str(answer))


@dataclass(frozen=True, kw_only=True)
class Row(Generic[T_co]):
    """One line of a tally: what is counted, and how many before the visitor changes it."""

    key: T_co
    label: Text
    icon: str | None = None
    start: int = 0


@dataclass(frozen=True, kw_only=True)
class Tally(Screen[Mapping[T, int]]):
    """Ask how many of each: a row with less and more for every kind of thing."""

    rows: tuple[Row[T], ...]
    most: int = 99
    proceed: Text = field(default_factory=lambda: t("Go on"))

    def fingerprint(self) -> Fingerprint:
        """Tell tallies apart by what is counted as well."""
        return (*super().fingerprint(), tuple(row.key for row in self.rows))

    def problem_with(self, answer: object) -> Text | None:
        """Take only whole numbers from zero to `most`, one for each row."""
        wanted = {row.key for row in self.rows}
        good = (
            isinstance(answer, Mapping)
            and set(answer) == wanted
            and all(isinstance(number, int) and 0 <= number <= self.most for number in answer.values())
        )
        return None if good else t("Please choose from the screen.")


@dataclass(frozen=True, kw_only=True)
class Scan(Choose[T_co]):
    """Show a QR code to scan with one's own phone, and the ways round it.

    `code` is what the QR holds (a URL), `site` its host for the eye to check, None where it opens no page but
    a message. Where the phone shows the same, `match` are the digits to compare on both screens and `place`
    the hall and kiosk; `lasts` is the validity in seconds, None where it does not run out.
    """

    code: str = field(repr=False)
    site: Text | None = None
    match: Text | None = None
    place: Text | None = None
    lasts: int | None = None


@dataclass(frozen=True, kw_only=True)
class Welcome(Choose[T_co]):
    """Rest: greet whoever comes, in the hall's languages.

    The options are the languages, each named in itself; a touch anywhere else takes the first.
    """

    greetings: tuple[Text, ...] = ()
    hall: Text | None = None


@dataclass(frozen=True, kw_only=True)
class TryOut(Choose[T_co]):
    """A choice to try switches on: answered by them at this pace, whether they are switched on or not."""

    switches: Switches
    pace: int
    """An index of PACES."""


@dataclass(frozen=True, kw_only=True)
class Working(Choose[T_co]):
    """Something takes a while: what is being done, and, when it takes long, the way to a person."""


def choices_of(screen: Screen[Any]) -> tuple[Option[Any], ...]:
    """Return all that can be chosen on a screen, a clear yes and no among it, in the order shown."""
    match screen:
        case Agree():
            return (Option(answer=True, label=screen.yes), Option(answer=False, label=screen.no))
        case Choose():
            return screen.options
        case Enter() | Sign():
            return screen.other
        case _:
            return ()


def asks_for_something_personal(screen: Screen[Any]) -> bool:
    """Tell whether something personal is typed, signed or shown on a screen: nobody is to say it aloud."""
    return screen.private or isinstance(screen, Enter | Sign)


# ------------------------------------------------------------------------------------ other steps


class Stop(Protocol):
    """A sign that nobody waits for the answer any more."""

    def is_set(self) -> bool:
        """Tell whether to give up."""

    def wait(self, timeout: float | None = None) -> bool:
        """Sleep for at most `timeout` seconds, waking at once when it is time to give up."""


@dataclass(frozen=True)
class Read(Step[T]):
    """Ask the outside world something; asking again does no harm."""

    call: Callable[..., T]
    arguments: tuple[object, ...]
    stoppable: bool = False
    doing: Text | None = None
    """What to say while it takes long."""

    def fingerprint(self) -> Fingerprint:
        """Tell reads apart by what is called with what."""
        return ("Read", getattr(self.call, "__qualname__", repr(self.call)), self.arguments)

    def run(self, stop: Stop) -> T:
        """Ask; called on a worker thread."""
        return self.call(*self.arguments, stop=stop) if self.stoppable else self.call(*self.arguments)


def read(call: Callable[..., T], *arguments: object, doing: Text | None = None) -> Read[T]:
    """Ask the outside world; on failure the session offers to try again, get help or stop."""
    return Read(call, arguments, doing=doing)


def until_told(call: Callable[..., T], *arguments: object) -> Read[T]:
    """Wait for something that happens elsewhere; `call` takes `stop` and gives up when it is set."""
    return Read(call, arguments, stoppable=True)


@dataclass(frozen=True)
class Failed:
    """A read of a watch that brought no answer, and why."""

    error: Exception


@dataclass(frozen=True)
class Watched(Generic[K, R, T_co]):
    """How a watch ended: what had arrived, and the visitor's answer (None when all arrived by itself)."""

    arrived: Mapping[K, R | Failed]
    answer: T_co | None


@dataclass(frozen=True)
class Watch(Step[Watched[K, R, T]]):
    """A screen that changes while several reads, all started at once, bring their answers.

    With `until_all` the conversation goes on by itself once everything has arrived; otherwise the visitor
    says when.
    """

    reads: tuple[tuple[K, Read[R]], ...]
    show: Callable[[Mapping[K, R | Failed]], Screen[T]]
    until_all: bool = False

    def fingerprint(self) -> Fingerprint:
        """Tell watches apart by what is asked; what arrives first does not matter."""
        return ("Watch", tuple((key, asked.fingerprint()) for key, asked in self.reads))


class Commits(Protocol[T_contra, R_co]):
    """Something that can be changed at an operator, once and only once for each key."""

    @property
    def name(self) -> str:
        """Name it for the outbox; stable over releases."""

    @property
    def settles(self) -> bool:
        """Whether a request whose answer was lost can be followed up without the visitor."""

    def send(self, request: T_contra, key: str) -> R_co:
        """Send the request under an idempotency key; the same key never acts twice."""

    def keep(self, request: T_contra) -> Mapping[str, str]:
        """Return what settling needs after a cut, and nothing more; it is on disk until settled."""

    def settle(self, kept: Mapping[str, str], key: str) -> R_co:
        """Find out what became of a request; send it again, under its key, where what was kept allows."""


@dataclass(frozen=True)
class Commit(Step[R]):
    """Change something at the operator: written to disk first, then sent, and never undone by going back."""

    desk: Commits[Any, R]
    request: object
    doing: Text | None = None

    def fingerprint(self) -> Fingerprint:
        """Tell commitments apart by what is asked of whom."""
        return ("Commit", self.desk.name, self.request)


def commit(desk: Commits[T, R], request: T, *, doing: Text | None = None) -> Commit[R]:
    """Change something at the operator; on an unknown outcome the session tells the visitor and ends."""
    return Commit(desk, request, doing)


@dataclass(frozen=True)
class Do(Step[T]):
    """Do something at this kiosk itself, at once: light the call light, enlarge the type.

    `live` things are done again on every walk (looking at the comfort settings); others only once.
    """

    call: Callable[..., T]
    arguments: tuple[object, ...]
    live: bool = False

    def fingerprint(self) -> Fingerprint:
        """Tell deeds apart by what is done."""
        return ("Do", getattr(self.call, "__qualname__", repr(self.call)))


def do(call: Callable[..., T], *arguments: object) -> Do[T]:
    """Do something at this kiosk, once however often the journey is walked again."""
    return Do(call, arguments)


def look(call: Callable[..., T], *arguments: object) -> Do[T]:
    """Look at something of this kiosk, afresh on every walk."""
    return Do(call, arguments, live=True)


@dataclass(frozen=True)
class Known(Generic[T_co]):
    """Something the visit already knows."""

    value: T_co


@dataclass(frozen=True)
class Opened(Step["Known[Any] | None"]):
    """The beginning of a part that is asked once a visit; answered at once where it is known."""

    key: str

    def fingerprint(self) -> Fingerprint:
        """Tell parts apart by their key."""
        return ("Opened", self.key)


@dataclass(frozen=True)
class Closed(Step[None]):
    """The end of a part that is asked once: the visit remembers its value."""

    key: str
    value: object


@dataclass(frozen=True)
class Once(Generic[T]):
    """A part of a conversation that is held once a visit, such as signing in; later it is remembered."""

    key: str
    part: Callable[[], Journey[T]]

    def __await__(self) -> Generator[Step[Any], Any, T]:
        known = yield Opened(self.key)
        if known is not None:
            value: T = known.value
            return value
        answer = yield from self.part().__await__()
        yield Closed(self.key, answer)
        return answer
