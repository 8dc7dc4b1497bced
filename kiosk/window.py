"""The kiosk in its window: desk, voice and window wired together, from first paint to the last."""

from __future__ import annotations

import signal
import sys
import time

from kiosk.assembly import Surroundings, assemble, china_time, state_folder
from kiosk.catalogues import words_of
from kiosk.domain.events import Event
from kiosk.log import JsonLog
from kiosk.settings import Settings
from kiosk.ui.application import application
from kiosk.ui.pool import QtRunner
from kiosk.ui.timing import every, soon
from kiosk.ui.window import KioskWindow
from kiosk.voice.choose import choose_speaker
from kiosk.voice.player import Narrator
from kiosk.voice.teller import Teller

SETTLE_EVERY = 15.0  # seconds
STARTED_AT = time.monotonic()


def run_window(settings: Settings, *, practice: bool, full_screen: bool) -> int:
    """Open the kiosk and serve until the process is told to end."""
    app = application(sys.argv[:1])
    log, runner = JsonLog(), QtRunner()
    around = Surroundings(runner, log, time.monotonic, china_time, state_folder(settings))
    kiosk = assemble(settings, around, practice=practice)
    speaker = choose_speaker(settings.voice.engine, log)
    narrator = Narrator(speaker, runner.post, lambda caption: window.show_caption(caption))  # noqa: PLW0108 - made below
    teller = Teller(kiosk.reception, narrator, words_of)
    window = KioskWindow(
        kiosk.reception,
        settings.panel.panel(),
        words_of,
        clock=time.monotonic,
        now_local=around.now,
        on_repeat=teller.repeat,
        on_interrupt=narrator.hush,
    )
    timers = [
        every(SETTLE_EVERY, lambda: runner.submit(kiosk.commitments.settle_what_is_due)),
        every(0.5, teller.stay_while_speaking),
    ]
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: app.quit())
    window.open(full_screen=full_screen)
    soon(lambda: log(Event.STARTED, number=round((time.monotonic() - STARTED_AT) * 1000)))
    status = app.exec()

    for timer in timers:
        timer.stop()
    narrator.hush()
    runner.close()
    window.finish()
    speaker.close()
    kiosk.outbox.close()
    log(Event.STOPPED)
    return int(status)
