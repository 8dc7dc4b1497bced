"""A visitor who sees nothing: she hears Orca, and has arrows, digits, Enter and F10."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from kiosk.catalogues import words_of
from kiosk.storyboard.script import Adjust, Approve, Help, LayCard
from kiosk.text import Language
from kiosk.ui.bar import ITEMS
from kiosk.ui.hand import STEADY_S
from tests.orca.beforehand import Act, Visited
from tests.orca.judging import Heard, Stop, bare, plain
from tests.orca.stack import Stack
from tests.orca.window import NOWHERE, Control

LONGEST_WAIT = 25.0  # seconds for one page to come
MOST_STOPS = 80


class LostVisitor(Exception):  # noqa: N818 - it reads as what it says
    """What was expected did not come, or cannot be found by the keyboard."""


class Visitor:
    """Walks the pages that were written down beforehand; `heard` is told of each page when it is left."""

    def __init__(self, stack: Stack, language: Language, heard: Callable[[Heard], None]) -> None:
        self._stack, self._heard = stack, heard
        self._bar = {item.label.shown(words_of(language)) for item in ITEMS}
        self._known = set[str]()
        self._last = ""
        self._lies = False

    def walk(self, pages: Iterable[Visited], *, whole: bool) -> None:
        """Do on every page what was written down; `whole`: go through all of a page when it is new."""
        for visited in pages:
            page = self.arrive(visited)
            page.whole = whole and visited.title not in self._known
            self._known.add(visited.title)
            if page.whole:
                self._go_through(page)
            self._act(page)
            self._heard(page)

    def arrive(self, visited: Visited) -> Heard:
        """Wait until the keyboard is on the heading of a page, and hear what is said then."""
        self._wait_for(
            lambda at: at.role == "heading" and plain(at.name) == plain(visited.title), visited.title
        )
        if self._lies:  # it was read: lifted any sooner, a busy machine would not have seen it
            self._stack.cards.lift()
            self._lies = False
        said = self._stack.orca.said()
        return Heard(visited, said, shown=self._stack.window.shown())

    def _act(self, page: Heard) -> None:
        visited = page.visited
        if visited.leaves:
            self._stack.window.press("F10")
        elif visited.act is not None:
            self._do(visited.act)
        code = self._stack.sandbox.phone.last_code(f"+86{visited.code_of}") if visited.code_of else ""
        for digit in code or visited.typed:
            self.press(page, digit)
        for names in visited.presses:
            self.find(page, names)
            self.enter()

    def enter(self) -> None:
        """Press Enter, with ears for nothing but what follows."""
        self._stack.orca.said()
        self._stack.window.press("Return")
        self._leave_heading()

    def _do(self, act: Act) -> None:
        match act:
            case Approve():
                self._stack.sandbox.phone.approve(self._stack.user_code(), act.person)
            case LayCard():
                self._stack.cards.lay(act.person)
                self._lies = True
            case Help():
                self._stack.window.press("F1")
            case Adjust():
                self._stack.window.press("F3")

    def _leave_heading(self) -> None:
        """Give what comes next the time to come."""
        time.sleep(0.25)

    # ------------------------------------------------------------------ the keyboard

    def press(self, page: Heard, key: str) -> Control:
        """Press a key, and hear what is said then; return what the keyboard is on."""
        if key == self._last and key not in {"Up", "Down"}:
            time.sleep(STEADY_S)  # or it is taken for a tremor
        self._last = key
        self._stack.window.press(key)
        said = self._stack.orca.said()
        at = self._stack.window.focused()
        if key in {"Up", "Down"}:
            page.stops.append(Stop(at, tuple(said)))
        else:
            page.arriving += said
        if at not in page.shown:  # another part of the page, or another count
            page.shown += self._stack.window.shown()
        return at

    def _go_through(self, page: Heard) -> None:
        """Go down through all of the page, until the bar."""
        for _ in range(MOST_STOPS):
            if self.press(page, "Down").name in self._bar:
                return
        raise LostVisitor(f"“{page.visited.title}” never ends: {_names(page.stops)}")

    def find(self, page: Heard, names: Sequence[str]) -> None:
        """Go to what has one of the names; up, and without listening again, where it was passed already."""
        wanted = {bare(name) for name in names}
        passed = wanted & {bare(stop.at.name) for stop in page.stops}
        at = self._stack.window.focused()
        for _ in range(MOST_STOPS):
            if bare(at.name) in wanted:
                return
            at = self._hurry("Up", at) if passed else self.press(page, "Down")
        raise LostVisitor(f"{names} is not on “{page.visited.title}”: {_names(page.stops)}")

    def _hurry(self, key: str, last: Control) -> Control:
        """Press a key, and go on as soon as the keyboard is on something else."""
        self._stack.window.press(key)
        self._wait_for(lambda at: at not in {last, NOWHERE}, f"what follows “{last.name}”")
        return self._stack.window.focused()

    def _wait_for(self, there: Callable[[Control], bool], what: str) -> None:
        until = time.monotonic() + LONGEST_WAIT
        while not there(at := self._stack.window.focused()):
            if time.monotonic() > until:
                raise LostVisitor(f"waited for “{what}”, but the keyboard is on {at}")
            time.sleep(0.03)


def _names(stops: Sequence[Stop]) -> list[str]:
    return list(dict.fromkeys(stop.at.name for stop in stops))
