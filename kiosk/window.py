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
from kiosk.ui.pool import QtRunner
from kiosk.ui.timing import Timer, every, soon
from kiosk.ui.window import KioskWindow
from kiosk.voice.choose import choose_speaker
from kiosk.voice.player import Caption, Narrator
from kiosk.voice.teller import Teller

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
    window = KioskWindow(
        kiosk.reception,
        settings.panel.panel(),
        words_of,
        clock=time.monotonic,
        now_local=around.now,
        on_repeat=teller.repeat,
        on_interrupt=narrator.hush,
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
    kiosk.outbox.close()
    return int(status)
