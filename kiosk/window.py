"""The window of one visit: desk, voice and window wired together, warm until it is to be shown."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from functools import partial

from kiosk.assembly import Kiosk, Surroundings, assemble, china_time, keys_of, state_folder
from kiosk.catalogues import words_of
from kiosk.domain.events import Event, Log
from kiosk.log import JsonLog
from kiosk.one_visit import VisitOver, listen, say
from kiosk.settings import Settings
from kiosk.ui.application import application
from kiosk.ui.listeners import Listeners
from kiosk.ui.pool import QtRunner
from kiosk.ui.timing import Timer, every, soon
from kiosk.ui.window import KioskWindow
from kiosk.voice.child_sound import Cards
from kiosk.voice.choose import choose_speaker, choose_ticks
from kiosk.voice.player import Caption, Narrator
from kiosk.voice.private import PrivateSpeaker
from kiosk.voice.sign_clips import clips_in
from kiosk.voice.teller import Teller
from kiosk.voice.ticks import Ticks

LISTEN_EVERY = 0.5  # seconds


def run_window(settings: Settings, *, practice: bool, full_screen: bool) -> int:
    """Get ready, show the window when told, and say when its visit is over; end when the input ends."""
    app = application(["kiosk"])
    log, runner = JsonLog(sys.stderr), QtRunner()
    around = Surroundings(runner, log, time.monotonic, china_time, state_folder(settings))
    kiosk = assemble(settings, around, practice=practice)
    visit = OneVisit(settings, kiosk, runner, log)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the supervisor ends a window by ending its input
    show = partial(visit.show, full_screen=full_screen)
    listen(partial(runner.post, show), partial(runner.post, app.exit), sys.stdin)
    say("ready")
    status = app.exec()
    visit.end()
    return int(status)


class OneVisit:
    """Everything a visitor sees and hears at one kiosk, until the visit is over."""

    def __init__(self, settings: Settings, kiosk: Kiosk, runner: QtRunner, log: Log) -> None:
        self._kiosk, self._runner, self._log = kiosk, runner, log
        cards = Cards(settings.voice.loudspeaker, settings.voice.headphones)
        self._speaker = PrivateSpeaker(choose_speaker(settings.voice.engine, log, cards))
        self._narrator = Narrator(self._speaker, runner.post, self._caption)
        self._teller = Teller(kiosk.reception, self._narrator, words_of)
        self._ticks = Ticks(kiosk.reception, choose_ticks(settings.voice.engine, cards))
        self._timers: list[Timer] = []
        self._window = KioskWindow(
            kiosk.reception,
            settings.panel.panel(),
            words_of,
            clock=time.monotonic,
            now_local=china_time,
            listeners=told_to(self._teller, self._interrupt, self._plugged),
            signs=clips_in(settings.signs.folder),
            keys=keys_of(settings),
            glossary=kiosk.glossary,
            screen_reader=settings.voice.engine == "screen-reader",
        )
        kiosk.reception.subscribe(VisitOver(lambda: say("over")).follow)

    def show(self, *, full_screen: bool) -> None:
        """Bring the window to the front, begin to listen to the voice, and notice headphones."""
        self._window.open(full_screen=full_screen)
        headphones = self._kiosk.headphones
        headphones.watch(self._plugged)
        self._speaker.hear(headphones.plugged)
        self._kiosk.reception.headphones(headphones.plugged, begins=False)
        self._timers = [every(LISTEN_EVERY, self._teller.stay_while_speaking)]
        soon(self._shown)

    def end(self) -> None:
        """Give everything back: timers and devices first, then threads, then the window, then the voice."""
        for timer in self._timers:
            timer.stop()
        self._kiosk.headphones.close()
        self._kiosk.reception.close()
        self._narrator.hush()
        self._kiosk.listener.close()
        self._runner.close()
        self._window.finish()
        self._speaker.close()
        self._ticks.close()
        self._kiosk.outbox.close()

    def _shown(self) -> None:
        say("shown")
        self._log(Event.WINDOW_SHOWN)

    def _plugged(self, plugged: bool) -> None:
        """Let no private word out, at once and from any thread; then tell the desk on its own."""
        self._speaker.hear(plugged)
        self._runner.post(partial(self._kiosk.reception.headphones, plugged))

    def _interrupt(self) -> None:
        self._teller.acted()
        self._ticks.touch()

    def _caption(self, caption: Caption | None) -> None:
        self._window.show_caption(caption)


def told_to(teller: Teller, interrupt: Callable[[], None], plugged: Callable[[bool], None]) -> Listeners:
    """Return who is told what happens at the window: the teller says it."""
    return Listeners(
        repeat=teller.repeat,
        interrupt=interrupt,
        focus=teller.focused,
        typed=teller.typed,
        counted=teller.counted,
        read=teller.read,
        read_of_trade=teller.read_of_trade,
        turned=teller.turned,
        typed_so_far=teller.typed_so_far,
        spell=teller.spell,
        pause=teller.pause,
        sentence=teller.say_last_again,
        remark=teller.remark,
        explain=teller.explain,
        plugged=plugged,
        speaking=lambda: teller.speaking,
    )
