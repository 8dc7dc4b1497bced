"""Scanning: a frame goes round the page, and one or two switches do everything (requirement 17).

With two switches one moves the frame and the other takes what is in it. With one switch the frame moves by
itself at the visitor's pace. While the page is read aloud it waits at the heading; a press cuts that short.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.domain.comfort import PACES, Switches
from kiosk.screens import TryOut, Welcome
from kiosk.text import t
from kiosk.ui.doing import Doing
from kiosk.ui.hand import Hand
from kiosk.ui.keyboard import ALLOWED, Deed
from kiosk.ui.listeners import Listeners
from kiosk.ui.piece import Touchable
from kiosk.ui.scene import Scene
from kiosk.ui.spot import Spot
from kiosk.ui.switches import Press, pressed
from kiosk.ui.tour import Tour
from kiosk.visit.stage import Stage

AFTER_A_PRESS = 1.5
"""How many paces the frame stays where a press has brought it: the hand must come back first."""
LISTEN_EVERY = 0.25
"""Seconds between looks whether the page has been read, or the answer has come."""
RESTING = t("The frame rests. Press your switch to go on.")


class Scanner:
    """The frame and its switches; `moved` is called whenever it stands somewhere else.

    A switch wakes it by itself, so that nobody needs a hand to switch it on. Until the visitor says how many
    there are, the taking one alone is one switch, and the moving one shows that there are two.
    """

    def __init__(  # noqa: PLR0917 - all that switches reach
        self,
        keys: Mapping[int, Deed],
        hand: Hand,
        scene: Callable[[], Scene],
        doing: Doing,
        heard: Listeners,
        moved: Callable[[], None],
    ) -> None:
        self._keys, self._hand, self._scene = keys, hand, scene
        self._doing, self._heard, self._moved = doing, heard, moved
        self._stage: Stage | None = None
        self._woken = Switches.NONE
        self._tour = Tour(scene)
        self._shown = self._pressing = False
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.time_to_move)

    # ------------------------------------------------------------------------ what it is told

    def follow(self, stage: Stage) -> None:
        """Go on with another stage; on a new page the frame begins at its top."""
        old, self._stage = self._stage, stage
        if isinstance(stage.screen, Welcome):
            self._woken = Switches.NONE
        if not stage.is_page_of(old) or self._switches_of(old) is not self._switches_of(stage):
            self._begin(shown=True)
        else:
            self._tour.look_again()

    def touched(self) -> None:
        """Stand aside for a finger or another key; the frame begins again at the top."""
        if self.on and not self._pressing:
            self._begin(shown=False)

    def stop(self) -> None:
        """Stand still for good."""
        self._timer.stop()

    def take(self, event: QKeyEvent) -> bool:
        """Do what a switch asks for; tell whether the key was a switch."""
        press = pressed(event.key(), self._keys, in_use=self.on)
        if press is None or event.modifiers() & ~ALLOWED:
            return False
        if not event.isAutoRepeat() and self._counts(press):
            self._pressed(press)
        return True

    def _counts(self, press: Press) -> bool:
        """Notice a press; one that trembles, or only says that somebody is there, does no more."""
        self._pressing = True
        counts = self._hand.key_counts(("switch", press), looking=False)
        self._pressing = False
        return counts

    # ------------------------------------------------------------------------ how it stands

    @property
    def on(self) -> bool:
        """Whether switches are used on this page."""
        return self._switches_of(self._stage) is not Switches.NONE

    @property
    def rests(self) -> bool:
        """Whether the frame waits for a press, since nobody has pressed for some rounds."""
        return self.on and self._tour.rests

    @property
    def spot(self) -> Spot | None:
        """Where the frame stands; None while it stands aside."""
        return self._tour.spot if self.on and self._shown else None

    def _switches_of(self, stage: Stage | None) -> Switches:
        if stage is None or isinstance(stage.screen, Welcome):
            return Switches.NONE
        if isinstance(stage.screen, TryOut):
            return stage.screen.switches
        return self._woken if stage.comfort.switches is Switches.NONE else stage.comfort.switches

    @property
    def _pace(self) -> float:
        """Seconds that the frame stays on each thing."""
        assert self._stage is not None
        screen = self._stage.screen
        return PACES[screen.pace if isinstance(screen, TryOut) else self._stage.comfort.pace]

    def _begin(self, *, shown: bool) -> None:
        self._shown = shown
        self._tour.begin()
        self._wait(self._pace)

    def _wait(self, seconds: float) -> None:
        """Move on by itself after a while, where one switch is used."""
        self._timer.stop()
        if self._switches_of(self._stage) is Switches.ONE and not self._tour.rests:
            self._timer.start(round(seconds * 1000))

    # ------------------------------------------------------------------------ moving and taking

    def time_to_move(self) -> None:
        """Move on, once the page has been read and nothing is on its way."""
        reading = not self._tour.begun and self._heard.speaking()
        if reading or self._doing.held is not None:
            self._wait(LISTEN_EVERY)
        else:
            self._go_on()

    def _pressed(self, press: Press) -> None:
        assert self._stage is not None
        if not self.on:
            self._woken = Switches.ONE
            self._begin(shown=True)
        if press is Press.MOVE and self._woken is Switches.ONE:
            self._woken = Switches.TWO
        if isinstance(self._stage.screen, Welcome):
            self._doing.begin()
            return
        takes = self._takes(press)
        self._tour.wake()
        if not takes:
            self._go_on()
        elif self._tour.begun:
            self._take()

    def _takes(self, press: Press) -> bool:
        """Tell whether a press takes; of one switch, the first press ends the reading or the rest."""
        if self._switches_of(self._stage) is Switches.TWO:
            return press is Press.TAKE
        return self._tour.begun

    def _go_on(self) -> None:
        self._tour.go_on()
        self._arrive(self._pace)

    def _take(self) -> None:
        stop = self._tour.stop
        if stop is None:
            self._tour.enter()
            self._arrive(self._pace * AFTER_A_PRESS)
        elif not stop.closed:
            self._act(stop)

    def _act(self, stop: Touchable) -> None:
        """Do what a thing does; where the page stays, stay there or begin at its first group."""
        before = self._page
        stop.act()
        if self._page != before:
            self._begin(shown=True)
        else:
            self._tour.come_back(stop)
            self._arrive(self._pace * AFTER_A_PRESS)

    @property
    def _page(self) -> tuple[int, int, int]:
        assert self._stage is not None
        return (self._stage.visit, self._stage.page, self._scene().page.part)

    def _arrive(self, seconds: float) -> None:
        """Show and say where the frame stands now; it stays there so long."""
        self._shown = True
        if self._tour.rests:
            self._heard.remark(RESTING)
        elif self._tour.begun:
            self._tell()
        self._moved()
        self._wait(seconds)

    def _tell(self) -> None:
        stop = self._tour.stop
        if stop is not None:
            stop.setFocus()
        name = self._tour.group.spot.name if stop is None else stop.accessibleName()
        self._heard.focus(name, *self._tour.place)
