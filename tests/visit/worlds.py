"""A world for sessions: threads that run when told, a clock that is set, an outbox on disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.domain.events import Event
from kiosk.screens import Commits, Journey
from kiosk.text import Text, t
from kiosk.visit.commitments import Commitments
from kiosk.visit.outbox import Outbox, State
from kiosk.visit.runner import Runner
from kiosk.visit.session import Session
from kiosk.visit.world import Ended, World


class DirectRunner:
    """Runs a job when it is submitted, and the calls in their turn."""

    def __init__(self) -> None:
        self._calls: deque[Callable[[], None]] = deque()
        self._posting = False

    def submit(self, job: Callable[[], None]) -> None:

        job()

    def post(self, call: Callable[[], None]) -> None:

        self._calls.append(call)
        if self._posting:
            return
        self._posting = True
        try:
            while self._calls:
                self._calls.popleft()()
        finally:
            self._posting = False


class HeldRunner:
    """Keeps jobs until they are let go, so that a test decides when an answer comes."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []

    def submit(self, job: Callable[[], None]) -> None:
        self.jobs.append(job)

    def post(self, call: Callable[[], None]) -> None:
        call()

    def let_go(self) -> None:
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job()


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Events:
    seen: list[tuple[Event, str]] = field(default_factory=list)

    def __call__(self, event: Event, *, what: object = "", number: int = 0) -> None:
        self.seen.append((event, str(what)))


class FakeDesk:
    """A desk whose answers are written down beforehand; exceptions among them are raised."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.keys: list[str] = []

    @property
    def name(self) -> str:
        return "fake"

    @property
    def settles(self) -> bool:
        return True

    def _next(self, key: str) -> str:
        self.keys.append(key)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    def send(self, request: str, key: str) -> str:
        return self._next(key)

    def keep(self, request: str) -> Mapping[str, str]:
        return {"request": request}

    def settle(self, kept: Mapping[str, str], key: str) -> str:
        return self._next(key)


@dataclass
class Stage:
    """A world with one session on it."""

    world: World
    clock: Clock
    events: Events
    outbox: Outbox
    ends: list[object] = field(default_factory=list)
    helped: list[bool] = field(default_factory=list)
    forgotten: list[bool] = field(default_factory=list)

    def walk(self, begin: Callable[[], Journey[Any]]) -> Session[Any]:
        def ended(end: Ended[Any]) -> None:
            self.ends.append(end.outcome)

        session: Session[Any] = Session(begin, self.world, lambda: None, ended)
        session.start()
        return session


@contextmanager
def a_stage(
    runner: Runner | None = None, desks: Mapping[str, Commits[Any, Any]] | None = None
) -> Iterator[Stage]:
    with TemporaryDirectory() as folder:
        clock, events = Clock(), Events()
        outbox = Outbox(Path(folder) / "outbox.sqlite")
        helped: list[bool] = []
        forgotten: list[bool] = []
        commitments = Commitments(outbox, desks or {}, clock, events)
        world = World(
            runner or DirectRunner(),
            commitments,
            clock,
            events,
            ask_for_help=lambda: helped.append(True),
            forget=lambda: forgotten.append(True),
        )
        yield Stage(world, clock, events, outbox, helped=helped, forgotten=forgotten)
        outbox.close()


def title_of(session: Session[Any]) -> str:
    assert session.screen is not None
    return session.screen.title.message


def words(message: str) -> Text:
    return t(message)  # the test's own sentences are in no catalogue


def fate_of(outbox: Outbox, key: str) -> State | None:
    _, fate = outbox.fates().get(key, ("", None))
    return fate
