"""The real window over real HTTP, in English: a kiosk, a sandbox beside it, and the cards of its people."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QTest

from kiosk.assembly import Kiosk, Surroundings, assemble
from kiosk.catalogues import words_of
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.domain.events import no_log
from kiosk.domain.panel import PANELS
from kiosk.practice import practising, today
from kiosk.sandbox.cards import LaidCards
from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from kiosk.settings import Settings
from kiosk.text import Language
from kiosk.ui.listeners import Listeners
from kiosk.ui.pool import QtRunner
from kiosk.ui.window import KioskWindow
from kiosk.visit.reception import Reception


@dataclass(frozen=True)
class Opened:
    """A window that is open, and all that a visitor of it needs."""

    window: KioskWindow
    kiosk: Kiosk
    sandbox: RunningSandbox
    cards: LaidCards

    @staticmethod
    def pause() -> None:
        """Let things happen for a moment."""
        QTest.qWait(5)


@contextmanager
def an_open_window(
    state: Path, panel: str, listening: Callable[[Reception], Listeners] = lambda _: Listeners()
) -> Iterator[Opened]:
    """Open a window on a panel; `listening` gives who is told of what happens in it."""
    runner, ticks = QtRunner(), itertools.count()
    with RunningSandbox(SandboxOptions(pace=AT_ONCE)) as sandbox, SimulatedReader() as reader:
        settings = practising(Settings(language=Language.EN), (sandbox.url, sandbox.url), reader.path)
        around = Surroundings(runner, no_log, time.monotonic, lambda: datetime.now(UTC), state)
        kiosk = assemble(settings, around, practice=True)
        window = KioskWindow(
            kiosk.reception,
            PANELS[panel],
            words_of,
            clock=lambda: float(next(ticks)),  # no press is a tremor
            now_local=lambda: datetime.now(UTC),
            listeners=listening(kiosk.reception),
            glossary=kiosk.glossary,
        )
        window.open(full_screen=False)
        assert QTest.qWaitForWindowActive(window)
        try:
            yield Opened(window, kiosk, sandbox, LaidCards(reader, today))
        finally:
            window.finish()
            window.deleteLater()
            runner.close()
            kiosk.outbox.close()
