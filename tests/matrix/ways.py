"""Every journey in every way: by keypad, by switches, by ear, without a sound, with the screen covered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from kiosk.catalogues import words_of
from kiosk.domain.comfort import PACES
from kiosk.journeys.agreeing import Instead
from kiosk.screens import Agree
from kiosk.storyboard.scenes import ARRIVING
from kiosk.storyboard.script import LostVisitor, Scene, Story
from kiosk.ui.listeners import Listeners
from kiosk.ui.window import KioskWindow
from kiosk.visit.reception import Reception
from kiosk.voice.player import Narrator
from kiosk.voice.private import PrivateSpeaker
from kiosk.voice.teller import Teller
from kiosk.window import told_to
from tests.matrix.colours import pixels_of
from tests.ui.walkers import MOVE, TAKE, take
from tests.visits.test_by_hand import Hands, Press, by_ear, by_keyboard, by_touch
from tests.visits.windows import an_open_window
from tests.voice.fakes import FakeSpeaker

CURTAIN = Qt.Key.Key_F11


@dataclass(frozen=True)
class Way:
    """How somebody uses the kiosk; `curtain` covers the screen, `muted` switches the voice off."""

    name: str
    panel: str
    press: Callable[[Counted], Press]
    ear: bool = False
    curtain: bool = False
    muted: bool = False


@dataclass(frozen=True)
class Walked:
    """How a journey went in one way: presses of a key, switch or finger, and seconds waited for the frame."""

    journey: str
    way: str
    presses: int
    waited: float = 0
    by_staff: int = 0
    """How many visits staff took over, since only a finger could have signed."""
    lost: str = ""
    """Why it was not finished."""

    def __str__(self) -> str:
        if self.lost:
            return f"not finished: {self.lost}"
        told = [f"{self.presses:,} presses"]
        told += [f"{self.waited / 60:.0f} min for the frame"] * bool(self.waited)
        told += [f"staff took {self.by_staff} of its visits over in place of a signature"] * bool(
            self.by_staff
        )
        return ", ".join(told)


class Counted(QObject):
    """Counts what the visitor presses, and how long she waits for a frame that moves by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.presses, self.waited = 0, 0.0
        self.hear: Callable[[], object] = lambda: None
        """A frame that moves by itself waits until everything has been said."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Count keys; take none away."""
        self.presses += event.type() == QEvent.Type.KeyPress
        return False

    def touch(self, window: KioskWindow, name: str) -> None:
        """Touch what has a name."""
        self.presses += 1
        by_touch(window, name)

    def two_switches(self, window: KioskWindow, name: str) -> None:
        """Move with one switch, take with the other."""
        take(window, name, lambda: QTest.keyClick(window, MOVE))

    def one_switch(self, window: KioskWindow, name: str) -> None:
        """Wait while the frame moves by itself, and press the only switch."""
        scanner = window._reaching._scanner
        if not scanner.on and window._stage.visit:
            QTest.keyClick(window, TAKE)

        def wait() -> None:
            self.hear()
            self.waited += PACES[window._stage.comfort.pace]
            scanner.time_to_move()

        take(window, name, wait)


WAYS = (
    Way("keypad only", "compact", lambda _: by_keyboard),
    Way("one switch", "portrait", lambda counted: counted.one_switch),
    Way("two switches", "compact", lambda counted: counted.two_switches),
    Way("ear only", "landscape", lambda _: by_ear, ear=True),
    Way("muted", "portrait", lambda counted: counted.touch, muted=True),
    Way("curtain drawn", "compact", lambda _: by_ear, ear=True, curtain=True),
)


class Ear:
    """Hears what the kiosk says, and notices where it is silent although something was walked to."""

    def __init__(self, desk: Reception) -> None:
        self._speaker, self.silent = FakeSpeaker(), list[str]()
        self.private = PrivateSpeaker(self._speaker)
        self.teller = Teller(desk, Narrator(self.private, lambda deed: deed(), lambda _: None), words_of)
        self._desk = desk

    def listeners(self) -> Listeners:
        """Return who is told what happens at the window."""
        told = told_to(self.teller, self.teller.acted, self.plug)
        return replace(told, focus=partial(self._walked, told.focus), read=partial(self._walked, told.read))

    def plug(self, plugged: bool) -> None:
        """Put the headphones in, or pull them out."""
        self.private.hear(plugged)
        self._desk.headphones(plugged)

    def hears(self) -> int:
        """Listen until everything has been said, and return how many things were said."""
        heard = 0
        while self._speaker.said:
            said = self._speaker.said[-1]
            self._speaker.said[:] = [said]
            self._speaker.reach(None)
            self._speaker.said.remove(said)
            heard += 1
        return heard

    def _walked(self, tell: Callable[..., None], name: str, *place: int) -> None:
        self.hears()
        tell(name, *place)
        if not self.hears():
            self.silent.append(name)


class StaffTakeOver(Exception):  # noqa: N818 - it reads as what it says
    """A person takes the visitor's yes."""


class Visitor(Hands):
    """Goes through a story in one way alone; whatever else would be needed, she is lost."""

    def __init__(self, way: Way, ear: Ear, counted: Counted, window: KioskWindow, *others: Any) -> None:
        super().__init__(window, way.press(counted), *others, self._look)
        self._way, self._ear = way, ear
        self.by_staff = 0

    def walk(self, story: Story) -> None:
        """Walk every visit of a story; where only a finger could sign, staff come, and the visit ends."""
        for visit in story.visits:
            try:
                for scene in visit:
                    self.play(scene)
            except StaffTakeOver:
                self.by_staff += 1
            self.leave()

    def play(self, scene: Scene) -> None:
        """Cover the screen or switch the voice off as soon as a visit has begun."""
        self._ear.private.hear(self._way.ear)
        if scene == ARRIVING[1]:
            if not self._way.ear:
                self.see(scene)
            if self._way.curtain:
                QTest.keyClick(self._window, CURTAIN)
            if self._way.muted:
                self._desk.change_comfort(replace(self._desk.stage.comfort, voice=False))
                self._ear.hears()
        super().play(scene)

    def _sign(self) -> None:
        if self._way.muted:
            super()._sign()
            return
        if not self._offers(Instead.STAFF):
            raise LostVisitor("only a finger could sign")
        self.give(Instead.STAFF)
        self.wait_until(lambda: isinstance(self.screen, Agree), "the offer to call staff")
        self.give(True)
        self.wait_until(lambda: self._desk.stage.helper_called, "staff to be called")
        raise StaffTakeOver

    def _look(self) -> None:
        comfort, heard = self._desk.stage.comfort, self._ear.hears()
        if comfort.curtain and len(set(pixels_of(self._window.grab().toImage())[::40, ::40].flat)) > 1:
            raise LostVisitor("the covered screen shows something")
        if self._way.muted and not comfort.voice and heard:
            raise LostVisitor("it speaks although the voice is off")
        if self._way.ear and self._ear.silent:
            raise LostVisitor(f"nothing is said of {self._ear.silent[0]}")


def walked(story: Story, way: Way) -> Walked:
    """Go through a story in one way, over real HTTP and in English."""
    counted = Counted()
    lost = ""
    with TemporaryDirectory() as state, _a_window(Path(state), way, counted) as visitor:
        try:
            visitor.walk(story)
        except (LostVisitor, AssertionError, StopIteration) as problem:
            lost = str(problem).split("\n")[0] or "there is no such thing to press"
    return Walked(story.name, way.name, counted.presses, counted.waited, visitor.by_staff, lost)


@contextmanager
def _a_window(state: Path, way: Way, counted: Counted) -> Iterator[Visitor]:
    ears: list[Ear] = []

    def listening(reception: Reception) -> Listeners:
        ears.append(Ear(reception))
        return ears[0].listeners()

    with an_open_window(state, way.panel, listening) as here:
        (ear,) = ears
        counted.hear = ear.hears
        here.window.installEventFilter(counted)
        desk, phone = here.kiosk.reception, here.sandbox.phone
        yield Visitor(way, ear, counted, here.window, desk, phone, here.cards, here.pause)
