"""Every other way to reach the screen: switches, exploring by touch, and the lens, over keys and touches."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QWindow

from kiosk.domain.comfort import Comfort
from kiosk.ui.doing import Doing
from kiosk.ui.exploring import Explorer
from kiosk.ui.finger import Finger
from kiosk.ui.hand import Hand
from kiosk.ui.keyboard import Deed
from kiosk.ui.listeners import Listeners
from kiosk.ui.scanning import Scanner
from kiosk.ui.scene import Scene
from kiosk.ui.spot import Spot
from kiosk.ui.spots import spot_of, thing_at
from kiosk.visit.stage import Stage


class Reaching:
    """Follows the stage, the finger and the switches; ring and lens show where the visitor is.

    `changed` is called whenever that is somewhere else.
    """

    def __init__(  # noqa: PLR0917 - all that can be reached
        self,
        keys: Mapping[int, Deed],
        hand: Hand,
        scene: Callable[[], Scene],
        doing: Doing,
        heard: Listeners,
        changed: Callable[[], None],
    ) -> None:
        self._scene, self._changed = scene, changed
        self._scanner = Scanner(keys, hand, scene, doing, heard, self.arrived)
        self._explorer = Explorer(hand, scene, heard, self.show)
        self._finger = Finger(self)
        self._watched: QWindow | None = None
        self._touches: QPoint | None = None
        self._stage: Stage | None = None
        self._by_keyboard = False

    def watch(self, window: QWindow) -> None:
        """Follow the finger on a native window."""
        self._watched = window
        window.installEventFilter(self._finger)

    def stop(self) -> None:
        """Let time stand still, and the finger go."""
        self._scanner.stop()
        self._explorer.forget()
        if self._watched is not None:
            self._watched.removeEventFilter(self._finger)

    def follow(self, stage: Stage) -> None:
        """Go on with another stage."""
        old, self._stage = self._stage, stage
        if not stage.is_page_of(old):
            self._explorer.forget()
        self._scanner.follow(stage)
        self.show()

    def noticed(self) -> None:
        """Notice a touch or a key: the frame stands aside for it, and a touch needs no ring."""
        self._by_keyboard = False
        self._scanner.touched()
        self.show()

    def arrived(self) -> None:
        """Show where a key or a switch has led."""
        self._by_keyboard = True
        self.show()
        self._changed()

    def take(self, event: QKeyEvent) -> bool:
        """Do what a switch asks for; tell whether the key was a switch."""
        return self._scanner.take(event)

    @property
    def resting(self) -> bool:
        """Whether the frame waits for a press."""
        return self._scanner.rests

    # ------------------------------------------------------------------------ ring and lens

    def show(self) -> None:
        """Show the ring around where the visitor is, and the lens for it."""
        scene, spot = self._scene(), self._spot
        scene.ring.surround(spot.place if spot else None, strong=self._scanner.spot is not None)
        self._show_lens(spot)

    @property
    def _spot(self) -> Spot | None:
        focused = self._scene().focused() if self._by_keyboard else None
        if self._scanner.spot is not None:
            return self._scanner.spot
        if focused is not None:
            return spot_of(self._scene(), focused)
        return self._explorer.spot if self._comfort.exploring else None

    def _show_lens(self, spot: Spot | None) -> None:
        """Show what is under the finger, or else where the ring is."""
        lens = self._scene().lens
        if not self._comfort.lens:
            lens.show_spot(None)
        elif self._touches is None:
            lens.show_spot(spot)
        else:
            thing = thing_at(self._scene(), self._touches)
            lens.show_spot(None if thing is None else spot_of(self._scene(), thing), self._touches.y())

    @property
    def _comfort(self) -> Comfort:
        return Comfort() if self._stage is None else self._stage.comfort

    # ------------------------------------------------------------------------ the finger

    @property
    def takes_all(self) -> bool:
        """Whether no widget is to feel the finger, since it explores."""
        return self._comfort.exploring

    def landed(self, at: QPoint) -> None:
        """The finger has come."""
        if self._comfort.exploring:
            self._explorer.landed(at)
        self._touch(at)

    def moved(self, to: QPoint) -> None:
        """The finger has gone on without lifting."""
        if self._comfort.exploring:
            self._explorer.moved(to)
        self._touch(to)

    def lifted(self, *, lost: bool) -> None:
        """The finger has gone."""
        self._touch(None)
        if self._comfort.exploring:
            self._explorer.lifted(lost=lost)

    def _touch(self, at: QPoint | None) -> None:
        self._touches = at
        if self._comfort.lens:
            self.show()
