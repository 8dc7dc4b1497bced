"""A whole kiosk without a window: real HTTP to the real sandbox, threads, outbox and all."""

from __future__ import annotations

import queue
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.assembly import Kiosk, Surroundings, assemble
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.practice import practising, today
from kiosk.sandbox.cards import LaidCards
from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from kiosk.settings import Settings
from kiosk.storyboard.walker import Walker
from kiosk.terminal import QueueRunner
from kiosk.visit.stage import Stage
from tests.visit.worlds import Events


@dataclass
class Hall:
    """A kiosk, its sandbox, and a scripted visitor in front of it."""

    kiosk: Kiosk
    sandbox: RunningSandbox
    walker: Walker
    events: Events
    titles: list[str]
    stages: list[Stage]
    clock: Clock
    outbox: Path
    speech: SimulatedSpeech
    pump: Callable[[], None]

    def commitment_keys(self) -> list[str]:
        """Return the idempotency keys of all commitments of this kiosk."""
        with closing(sqlite3.connect(self.outbox)) as database:
            return [key for (key,) in database.execute("SELECT key FROM commitments")]


@dataclass
class Clock:
    """The real time, which a test can let run ahead."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@contextmanager
def a_hall(state: Path, wanted: Settings | None = None, visitor: type[Walker] = Walker) -> Iterator[Hall]:
    """Open a hall with these settings for a visitor of this kind."""
    runner, events, titles, clock = QueueRunner(), Events(), list[str](), Clock()
    stages = list[Stage]()
    with (
        RunningSandbox(SandboxOptions(pace=AT_ONCE)) as sandbox,
        SimulatedReader() as reader,
        SimulatedSpeech(state / "speech") as speech,
    ):
        settings = practising(
            wanted or Settings(), (sandbox.url, sandbox.url), reader.path, speech=speech.path
        )
        around = Surroundings(runner, events, time.monotonic, clock, state)
        kiosk = assemble(settings, around, practice=True)

        def pump() -> None:
            try:
                call = runner.calls.get(timeout=0.02)
            except queue.Empty:
                return
            if call is not None:
                call()

        def saw() -> None:
            stages.append(kiosk.reception.stage)
            titles.append(stages[-1].screen.title.message)

        walker = visitor(kiosk.reception, sandbox.phone, LaidCards(reader, today), pump, saw)
        outbox = state / "outbox.sqlite"
        yield Hall(kiosk, sandbox, walker, events, titles, stages, clock, outbox, speech, pump)
        kiosk.listener.close()
        runner.close()
        kiosk.outbox.close()
