"""A whole kiosk without a window: real HTTP to the real sandbox, threads, outbox and all."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from kiosk.assembly import Kiosk, Surroundings, assemble
from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.profile import sandbox_settings
from kiosk.sandbox.running import RunningSandbox
from kiosk.settings import Settings
from kiosk.storyboard.walker import Walker
from kiosk.terminal import QueueRunner
from tests.visit.worlds import Events


@dataclass
class Hall:
    """A kiosk, its sandbox, and a scripted visitor in front of it."""

    kiosk: Kiosk
    sandbox: RunningSandbox
    walker: Walker
    events: Events
    titles: list[str]
    pump: Callable[[], None]


@contextmanager
def a_hall(state: Path) -> Iterator[Hall]:
    runner, events, titles = QueueRunner(), Events(), list[str]()
    with RunningSandbox(SandboxOptions(pace=AT_ONCE)) as sandbox:
        operators, national = sandbox_settings(sandbox.url)
        settings = msgspec.structs.replace(Settings(), operators=operators, national=national)
        around = Surroundings(runner, events, time.monotonic, lambda: datetime.now(UTC), state)
        kiosk = assemble(settings, around, practice=True)

        def pump() -> None:
            try:
                call = runner.calls.get(timeout=0.02)
            except queue.Empty:
                return
            if call is not None:
                call()

        def saw() -> None:
            titles.append(kiosk.reception.stage.screen.title.message)

        yield Hall(kiosk, sandbox, Walker(kiosk.reception, sandbox.phone, pump, saw), events, titles, pump)
        runner.close()
        kiosk.outbox.close()
