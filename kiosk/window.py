"""The window of one visit: desk, voice and window wired together, warm until it is to be shown."""

from __future__ import annotations

import signal
import sys
import time
from functools import partial

from kiosk.assembly import Surroundings, assemble, china_time, state_folder
from kiosk.catalogues import words_of
from kiosk.domain.events import Event
from kiosk.log import JsonLog
from kiosk.one_visit import VisitOver, listen, say
from kiosk.settings import Settings
from kiosk.ui.application import application
from kiosk.ui.listeners import Listeners
from kiosk.ui.pool import QtRunner
from kiosk.ui.timing import Timer, every, soon
from kiosk.ui.window import KioskWindow
from kiosk.voice.choose import choose_speaker, choose_ticks
from kiosk.voice.player import Caption, Narrator
from kiosk.voice.teller import Teller
from kiosk.voice.ticks import Ticks

SETTLE_EVERY = 15.0  # seconds


def run_window(settings: Settings, *, practice: bool, full_screen: bool) -> int:
    """Get ready, show the window when told, and say when its visit is over; end when the input ends."""
    app = application(sys.argv[:1])
    log, runner = JsonLog(sys.stderr), QtRunner()
    around = Surroundings(runner, log, time.monotonic, china_time, state_folder(settings))
    kiosk = assemble(settings, around, practice=practice)
    speaker = choose_speaker(settings.voice.engine, log)

    def show_caption(caption: Caption | None) -> None:
        window.show_caption(caption)

    narrator = Narrator(speaker, runner.post, show_caption)
    teller = Teller(kiosk.reception, narrator, words_of)
    ticks = Ticks(kiosk.reception, choose_ticks(settings.voice.engine))

    def interrupt() -> None:
        narrator.hush()
        ticks.touch()

    window = KioskWindow(
        kiosk.reception,
        settings.panel.panel(),
        words_of,
        clock=time.monotonic,
        now_local=around.now,
        listeners=Listeners(
            repeat=teller.repeat,
            interrupt=interrupt,
            focus=teller.focused,
            typed=teller.typed,
            counted=teller.counted,
        ),
    )
    kiosk.reception.subscribe(VisitOver(lambda: say("over")).follow)
    timers: list[Timer] = []

    def show() -> None:
        window.open(full_screen=full_screen)
        settle = partial(runner.submit, kiosk.commitments.settle_what_is_due)
        timers.extend([every(SETTLE_EVERY, settle), every(0.5, teller.stay_while_speaking)])
        soon(lambda: say("shown"))
        soon(lambda: log(Event.WINDOW_SHOWN))

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the supervisor ends a window by ending its input
    listen(partial(runner.post, show), partial(runner.post, app.exit), sys.stdin)
    say("ready")
    status = app.exec()
    for timer in timers:
        timer.stop()
    narrator.hush()
    runner.close()
    window.finish()
    speaker.close()
    ticks.close()
    kiosk.outbox.close()
    return int(status)
