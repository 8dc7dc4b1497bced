"""A speaker whose engine lives in another process: it can neither hold up the kiosk nor hang it.

A worker turns one sentence after another into sound, the next one while the last is heard; a small player
sounds them. Everything is decided on one thread, which takes its tasks from a queue: no call blocks, and
nothing is locked. A worker or player that dies, hangs or talks nonsense is tried again a few times; then
captions go on in silence, the log says so once, and after a rest the voice is given another chance.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread

from kiosk.domain.events import Event, Log
from kiosk.voice.child_sound import Sound
from kiosk.voice.ports import Heard, Speaker, Utterance
from kiosk.voice.talk import Talk
from kiosk.voice.worker_process import Answer, WorkerProcess


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds, and how often to try again before falling silent."""

    start: float = 10.0
    answer: float = 5.0
    drain: float = 5.0
    """Beyond the length of a sound, until its player must have ended."""
    tries: int = 3
    rest: float = 60.0
    """From falling silent until the voice is tried again."""


class ProcessSpeaker:
    """Speaks through a worker process; `quiet` takes over where there is no voice to be had."""

    def __init__(
        self,
        command: Sequence[str],
        sound: Sound,
        quiet: Speaker,
        log: Log,
        patience: Patience | None = None,
    ) -> None:
        self._command, self._sound, self._quiet, self._log = command, sound, quiet, log
        self._patience = patience or Patience()
        self._tasks: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._worker: WorkerProcess | None = None
        self._ready = False
        self._asked: tuple[int, Talk, int] | None = None  # the request's number, for which phrase of what
        self._requests = 0
        self._waiting_since = 0.0
        self._talk: Talk | None = None
        self._strikes = 0
        self._reported = False
        self._silent_until = 0.0
        self._closed = False
        self._thread = Thread(target=self._run, name="voice", daemon=True)
        self._thread.start()

    def speak(self, utterance: Utterance, heard: Callable[[Heard], None]) -> None:
        """Say it, stopping whatever was being said."""
        self._tasks.put(partial(self._begin, utterance, heard))

    def stop(self) -> None:
        """Be silent."""
        self._tasks.put(self._hush)

    def close(self) -> None:
        """Be silent, end the worker, and wait until it is gone."""
        self._tasks.put(self._finish)
        self._thread.join(5)

    # ------------------------------------------------ from here on, everything runs on the one thread

    def _run(self) -> None:
        self._start_worker()
        while not self._closed:
            with suppress(Empty):
                self._tasks.get(timeout=self._pause())()
            self._look_round()

    def _pause(self) -> float | None:
        """Return how long nothing needs to be looked at."""
        talk = self._talk
        if talk and (talk.began is not None or talk.phrase in talk.sounds):
            return 0.02
        return 0.1 if self._asked or (self._worker and not self._ready) else None

    def _begin(self, utterance: Utterance, heard: Callable[[Heard], None]) -> None:
        self._hush()
        self._talk = Talk(utterance, heard)
        if self._worker is None:
            self._second_chance()

    def _hush(self) -> None:
        self._talk = None
        self._sound.stop()
        self._quiet.stop()

    def _finish(self) -> None:
        self._hush()
        self._end_worker()
        self._quiet.close()
        self._closed = True

    def _look_round(self) -> None:
        """See what has come to its end, what has taken too long, and what can be done next."""
        waited = time.monotonic() - self._waiting_since
        if self._worker and not self._ready and waited > self._patience.start:
            self._strike_worker()
        if self._asked and waited > self._patience.answer:
            self._strike_worker()
        if self._talk and self._talk.began is not None:
            self._look_at_sound(self._talk, self._talk.began)
        self._go_on()

    def _look_at_sound(self, talk: Talk, began: float) -> None:
        seconds, passed = talk.sounds[talk.phrase].seconds, time.monotonic() - began
        ended = self._sound.ended()
        if ended is None and passed < seconds + self._patience.drain:
            return
        if not ended:
            self._strike_sound(talk)
        elif passed >= seconds * 0.9:  # a sink without a device swallows sound at once; captions must not
            self._strikes, self._reported = 0, False
            talk.go_on()

    def _go_on(self) -> None:
        """Begin what is there, skip what makes no sound, and ask for the sound that is needed next."""
        talk = self._talk
        while talk and talk.began is None and not talk.is_over and not talk.text(talk.phrase)[0]:
            talk.go_on()
        if talk and talk.is_over:
            self._talk = None
            talk.tell(None)
        elif talk and talk.began is None and talk.phrase in talk.sounds:
            self._play(talk)
        self._ask()

    def _play(self, talk: Talk) -> None:
        try:
            self._sound.play(talk.sounds[talk.phrase].wav, talk.utterance.hearing)
        except OSError:
            self._strike_sound(talk)
        else:
            talk.began = time.monotonic()
            talk.tell(talk.phrase)

    def _ask(self) -> None:
        talk = self._talk
        if not (talk and self._worker and self._ready) or self._asked:
            return
        phrase = talk.wanted()
        if phrase is None:
            return
        self._requests += 1
        self._asked, self._waiting_since = (self._requests, talk, phrase), time.monotonic()
        text, language = talk.text(phrase)
        request = {"id": self._requests, "text": text, "language": language}
        try:
            self._worker.ask(request | {"rate": talk.utterance.rate, "volume": talk.utterance.volume})
        except OSError:
            self._strike_worker()

    def _answered(self, worker: WorkerProcess, answer: Answer | None) -> None:
        """Take what a worker tells; an answer that nobody asked for is as bad as none."""
        if worker is not self._worker:
            return
        if answer and answer.id == 0 and not self._ready:
            self._ready = True
        elif answer and self._asked and answer.id == self._asked[0] and answer.wav:
            _, talk, phrase = self._asked
            self._asked = None
            talk.sounds[phrase] = answer
        else:
            self._strike_worker()

    def _start_worker(self) -> None:
        self._ready, self._waiting_since = False, time.monotonic()
        try:
            self._worker = WorkerProcess(
                self._command, lambda worker, answer: self._tasks.put(partial(self._answered, worker, answer))
            )
        except OSError:
            self._fall_silent()

    def _end_worker(self) -> None:
        worker, self._worker, self._asked, self._ready = self._worker, None, None, False
        if worker:
            worker.end()

    def _strike_worker(self) -> None:
        self._end_worker()
        self._strikes += 1
        if self._strikes > self._patience.tries:
            self._fall_silent()
        else:
            self._start_worker()

    def _strike_sound(self, talk: Talk) -> None:
        talk.began = None
        self._sound.stop()
        self._strikes += 1
        if self._strikes > self._patience.tries:
            self._end_worker()
            self._fall_silent()

    def _second_chance(self) -> None:
        if time.monotonic() < self._silent_until:
            self._caption_the_rest()
        else:
            self._strikes = self._patience.tries
            self._start_worker()

    def _fall_silent(self) -> None:
        self._sound.stop()
        self._silent_until = time.monotonic() + self._patience.rest
        if not self._reported:
            self._reported = True
            self._log(Event.VOICE_FAILED)
        self._caption_the_rest()

    def _caption_the_rest(self) -> None:
        talk, self._talk = self._talk, None
        if talk:
            talk.leave_to(self._quiet)
