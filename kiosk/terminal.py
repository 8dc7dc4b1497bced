"""The kiosk in a terminal: the same conversation without a screen, for machines that have none."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TextIO

from kiosk.journeys.talking import Command
from kiosk.screens import Enter, Fact, Scan, Screen, Sign, Slip, Tally, Tell, choices_of
from kiosk.text import Language, Text, Words, t
from kiosk.visit.reception import Reception
from kiosk.visit.stage import Stage
from kiosk.voice.script import in_rows
from kiosk.voice.telling import what_is_drawn

WordsIn = Callable[[Language], Words]
AtDevices = Callable[[str], Text | None]
"""Does what a line says to the devices, and tells what was done; None where it says nothing to them."""
LISTENING = t("Listening. Speak now.")
THINKING = t("One moment")
NO_PEN = t("You cannot sign here. Please choose another way.")
BAR = t("b back, r repeat, h help, a adjust, e end")
BAR_WHERE_IT_LISTENS = t("b back, r repeat, h help, a adjust, t speak, e end")


class QueueRunner:
    """Worker threads whose results come back through one queue (see `Runner`)."""

    def __init__(self) -> None:
        self.calls: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self._pool = ThreadPoolExecutor(max_workers=6, thread_name_prefix="errand")

    def submit(self, job: Callable[[], None]) -> None:
        """Run a job on a worker thread."""
        self._pool.submit(job)

    def post(self, call: Callable[[], None]) -> None:
        """Run a call in the loop's own thread."""
        self.calls.put(call)

    def close(self) -> None:
        """Take no more jobs, and wait for those under way."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Terminal:
    """Prints each stage and takes a line for an answer, until its input ends."""

    def __init__(
        self,
        desk: Reception,
        runner: QueueRunner,
        words_of: WordsIn,
        lines: Iterable[str],
        out: TextIO,
        *,
        at_devices: AtDevices = lambda _: None,
    ) -> None:
        self._desk = desk
        self._runner = runner
        self._words_of = words_of
        self._lines = lines
        self._out = out
        self._at_devices = at_devices
        self._printed: list[str] = []
        self._turn = 0

    def run(self) -> None:
        """Talk until the input ends; then end the visit that was under way."""
        self._desk.subscribe(self._show)
        self._show(self._desk.stage)
        threading.Thread(target=self._listen, name="keyboard", daemon=True).start()
        while True:
            try:
                call = self._runner.calls.get(timeout=0.25)
            except queue.Empty:
                self._desk.tick()
                continue
            if call is None:
                self._desk.close()
                return
            call()

    def _listen(self) -> None:
        try:
            for line in self._lines:
                self._runner.post(partial(self._take, line.strip()))
        finally:
            self._runner.calls.put(None)

    def _take(self, typed: str) -> None:
        """Take one line: a letter of the bar, or an answer to the screen."""
        desk = self._desk
        done = self._at_devices(typed)
        bar: dict[str, Callable[[], None]] = {
            "b": desk.back,
            "r": self._repeat,
            "h": desk.help,
            "a": desk.adjust,
            "t": desk.talk,
            "e": desk.end,
        }
        if done is not None:
            print(f"  {done.shown(self._words_of(desk.stage.comfort.language))}", file=self._out, flush=True)
        elif typed in bar:
            bar[typed]()
        elif desk.stage.alert is not None:
            desk.touched()
        else:
            desk.answer(desk.stage.page, answer_from(typed, desk.stage.in_front.screen))

    def _repeat(self) -> None:
        self._printed = []
        self._show(self._desk.stage)

    def _show(self, stage: Stage) -> None:
        """Print the stage; where only a part of it is new, only that part."""
        words = self._words_of(stage.comfort.language)
        turned, self._turn = stage.talk.turn != self._turn, stage.talk.turn
        if turned and stage.talk.remark is not None:
            print(f"  > {stage.talk.remark.shown(words)}", file=self._out, flush=True)
        lines = list(lines_of(stage, words))
        new = [line for line in lines if line not in self._printed] if self._printed else lines
        if new and not (stage.waiting and self._printed):
            print(*new, sep="\n", file=self._out, flush=True)
        self._printed = lines
        if turned:
            self._do_wish(stage)

    def _do_wish(self, stage: Stage) -> None:
        """Do what was spoken and only whoever shows the screens can do."""
        if stage.talk.wish is Command.AGAIN:
            self._repeat()
        elif stage.talk.wish is Command.NEXT and isinstance(stage.screen, Tell):
            self._desk.answer(stage.page, None)


def answer_from(typed: str, screen: Screen[Any]) -> object:
    """Read a line as an answer: the number of a choice, digits, or the numbers of a tally in their order."""
    options = choices_of(screen)
    if isinstance(screen, Tally):
        numbers = typed.split()
        whole = all(number.isdecimal() for number in numbers) and len(numbers) == len(screen.rows)
        return (
            {row.key: int(number) for row, number in zip(screen.rows, numbers, strict=True)}
            if whole
            else None
        )
    if isinstance(screen, Enter) and not (typed.isdecimal() and 1 <= int(typed) <= len(options)):
        return typed
    if options:
        return (
            options[int(typed) - 1].answer if typed.isdecimal() and 1 <= int(typed) <= len(options) else typed
        )
    return None


def lines_of(stage: Stage, words: Words) -> Iterator[str]:
    """Write a stage as lines of text."""
    if stage.alert is not None:
        yield f"\n  {stage.alert.shown(words)}"
        return
    stage = stage.in_front
    screen = stage.screen
    yield f"\n=== {screen.title.shown(words)}"
    yield from (f"  {text.shown(words)}" for text in screen.body)
    yield from (f"  {text.shown(words)}" for text in in_rows(screen))
    yield from (line_of(fact, words) for fact in screen.facts)
    if isinstance(screen, Scan):
        yield f"  {screen.code}"
        yield from (f"  {text.shown(words)}" for text in (screen.place, screen.match) if text is not None)
    slip = getattr(screen, "slip", None)
    if slip is not None:
        yield from slip_lines(slip, words)
    if isinstance(screen, Tally):
        yield from (f"  {row.label.shown(words)}: {row.start}" for row in screen.rows)
    if stage.problem is not None:
        yield f"  ! {stage.problem.shown(words)}"
    for number, option in enumerate(choices_of(screen), start=1):
        figure = f": {option.figure.shown(words)}" if option.figure else ""
        detail = f" - {option.detail.shown(words)}" if option.detail else ""
        hindrance = f" ({option.hindrance.shown(words)})" if option.hindrance else ""
        yield f"  [{number}] {option.label.shown(words)}{figure}{detail}{hindrance}"
        if option.picture:
            yield f"      {what_is_drawn(option.picture).shown(words)}"
    if isinstance(screen, Sign):
        yield f"  {NO_PEN.shown(words)}"
    proceed = getattr(screen, "proceed", None)
    if proceed is not None and not isinstance(screen, Sign):
        yield f"  [Enter] {proceed.shown(words)}"
    bar = BAR_WHERE_IT_LISTENS if stage.talk.possible else BAR
    yield f"  {bar.shown(words)}"
    if stage.talk.listening:
        yield f"  {LISTENING.shown(words)}"
    if stage.talk.thinking:
        yield f"  {THINKING.shown(words)}"


def line_of(fact: Fact, words: Words) -> str:
    """Write one fact as a line."""
    note = f" ({fact.note.shown(words)})" if fact.note else ""
    return f"  {fact.label.shown(words)}: {fact.value.shown(words)}{note}"


def slip_lines(slip: Slip, words: Words) -> Iterator[str]:
    """Write a slip as lines."""
    yield f"  --- {slip.title.shown(words)}"
    yield from (f"  {n}. {text.shown(words)}" for n, text in enumerate(slip.steps, 1))
    yield from (line_of(fact, words) for fact in slip.lines)
    yield from (f"  {text.shown(words)}" for text in slip.advice)
