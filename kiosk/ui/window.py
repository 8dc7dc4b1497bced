"""The window: shows the stage it is given, and tells the desk what the visitor does.

Longer than other files: everything that Qt tells a window arrives here, and is handed on in a line or two.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from kiosk.domain.glossary import Glossary
from kiosk.domain.keys import USUAL_KEYS, Keys
from kiosk.domain.panel import Panel
from kiosk.journeys.talking import Command
from kiosk.screens import Tell, Welcome
from kiosk.text import Language, Words
from kiosk.ui.announcing import Telling
from kiosk.ui.blocks import Manner
from kiosk.ui.captions import Caption
from kiosk.ui.codes import Lifetimes
from kiosk.ui.curtain import Curtain
from kiosk.ui.doing import Doing
from kiosk.ui.ears import Ears
from kiosk.ui.frame import frame_of
from kiosk.ui.hand import Hand
from kiosk.ui.keyboard import Deed, deeds_of
from kiosk.ui.listeners import Listeners
from kiosk.ui.making import Deeds
from kiosk.ui.patience import Patience
from kiosk.ui.phrasing import FORWARD
from kiosk.ui.reaching import Reaching
from kiosk.ui.scene import Scene
from kiosk.ui.signs import Signing
from kiosk.ui.trade import NO_TERMS
from kiosk.ui.walking import Walker
from kiosk.ui.wardrobe import Wardrobe, worn
from kiosk.visit.stage import FrontDesk, Stage
from kiosk.voice.ports import SignClips
from kiosk.voice.sign_clips import NoSignClips

TICK_MS = 250


class KioskWindow(QMainWindow):
    """The whole screen of a kiosk; it renders stages and speaks to the desk, and knows no journey.

    `clock` counts seconds and never goes back; `now_local` is the hall's own time.
    """

    changed = Signal(object)

    def __init__(
        self,
        desk: FrontDesk,
        panel: Panel,
        words_of: Callable[[Language], Words],
        *,
        clock: Callable[[], float],
        now_local: Callable[[], datetime],
        listeners: Listeners | None = None,
        signs: SignClips | None = None,
        keys: Keys = USUAL_KEYS,
        glossary: Glossary = NO_TERMS,
        screen_reader: bool = False,
    ) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self._desk, self._now_local = desk, now_local
        self._telling = Telling(lambda: self._scene, lambda: self._stage)
        self._heard = self._telling.also(listeners or Listeners())
        self._signing = Signing(signs or NoSignClips())
        self._hand = Hand(clock, self._noticed)
        self._stage = desk.stage
        self._doing = Doing(desk, self._stage, self._heard, drafted=self._drafted, next_part=self.next_part)
        self._keys = deeds_of(keys)
        self._ears = Ears(
            desk, self._heard, self._doing, self._keys,
            scene=lambda: self._scene, noticed=self._noticed, redress=lambda: self._take(self._stage),
            screen_reader=screen_reader,
        )  # fmt: skip
        self._curtain = Curtain(self, self._ears.touched_curtain)
        self._may_close = False
        self._left: list[tuple[Hashable, int]] = []
        self._lifetimes = Lifetimes(clock)
        self._wardrobe = Wardrobe(panel, words_of, self._hand, glossary)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFixedSize(panel.width, panel.height)
        self._patience = Patience(self, self._show_status)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._walker = self._walked()
        self._reaching = self._reached()
        self._scene = self._dressed()
        self._show(self._stage)
        self._telling.new_page()
        self._reaching.follow(self._stage)
        self.changed.connect(self._take)
        desk.subscribe(self.changed.emit)
        self._heard.new_page(self._stage)

    # ------------------------------------------------------------------ opening and closing

    def open(self, *, full_screen: bool) -> None:
        """Show the window, on the whole screen or at the panel's exact size, and let time pass."""
        screen = self._stage.screen
        if isinstance(screen, Welcome) and screen.hall is not None:
            self.setWindowTitle(self._scene.look.shown(screen.hall))
        self.showFullScreen() if full_screen else self.show()
        self.activateWindow()
        self._reaching.watch(self.windowHandle())
        self._scene.focus(None)
        self._ticker.start()

    def finish(self) -> None:
        """Close for good: the application alone may do this."""
        self._ticker.stop()
        self._reaching.stop()
        self._patience.wait(False)
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless the application itself has finished."""
        if not self._may_close:
            event.ignore()

    # ------------------------------------------------------------------ looks

    def _dressed(self) -> Scene:
        """Make the scene for this visitor's comfort."""
        comfort = self._stage.comfort
        look = self._wardrobe.look_for(comfort)
        deeds = Deeds(
            self._doing.press,
            self._doing.type,
            self._doing.count,
            self._doing.draw,
            self._now_local,
            self._doing.explain,
            self._lifetimes.left,
            comfort.motion,
        )
        bar = {
            "back": self._desk.back,
            "again": self._again,
            "help": self._desk.help,
            "adjust": self._desk.adjust,
            "end": self._desk.end,
            "talk": self._desk.talk,
        }
        self._worn = self._wanted_dress()
        captions = comfort.voice or self._ears.helping
        frame = frame_of(look.metrics, captions=captions, talking=self._talking)
        room = self._signing.room(frame, look.metrics, comfort)
        scene = Scene(look, room.frame, deeds, bar, self)
        self._signing.stand_in(scene, room)
        self.setCentralWidget(scene)
        return scene

    def _wanted_dress(self) -> tuple[object, ...]:
        return (*worn(self._stage.comfort), self._ears.helping, self._talking)

    @property
    def _talking(self) -> bool:
        """Whether the button to speak is shown: where it is wanted, and somebody listens."""
        return self._stage.comfort.talking and self._stage.talk.possible

    def _take(self, stage: Stage) -> None:
        """Show another stage, changing no more than has changed."""
        old, self._stage = self._stage, stage
        new_page = (stage.visit, stage.page) != (old.visit, old.page)
        self._doing.follow(stage, new_page=new_page)
        self._ears.follow(stage)
        if new_page:
            self._hand.new_page()
        focus, part = self._place_on(old, new_page)
        if self._wanted_dress() != self._worn:
            self._scene = self._dressed()
            self._scene.show()
        self._show(stage)
        if stage.problem and not new_page:
            part = self._scene.page.part_with(Manner.PROBLEM.value) or part
        self._scene.page.turn_to(min(part, self._scene.page.parts))
        self._reaching.follow(stage)
        if stage.is_page_of(old):
            self._telling.same_page(old)
        else:
            self._telling.new_page()
        self._refocus(old, focus)
        if not stage.is_page_of(old):
            self._heard.new_page(stage)
        if new_page and self.parts > 1:
            self._heard.turned(1, self.parts, ())
        if stage.talk.turn != old.talk.turn:
            self._do_wish(stage)

    def _do_wish(self, stage: Stage) -> None:
        """Do what was spoken and a window alone can do; a screen that tells is left from its last part."""
        if stage.talk.wish is Command.AGAIN:
            self._signing.again()
        elif stage.talk.wish is Command.NEXT and isinstance(stage.screen, Tell) and self.part == self.parts:
            self._desk.answer(stage.page, None)
        elif stage.talk.wish is Command.NEXT:
            self._turn(1)

    def _place_on(self, old: Stage, new_page: bool) -> tuple[Hashable, int]:
        """Return where the visitor is to be: at the top of what is new, or where she was before it came."""
        here = (self._scene.focused_key(), self._scene.page.part)
        if new_page:
            self._left.clear()
            return (None, 1)
        for _ in range(old.covers, self._stage.covers):
            self._left.append(here)
            here = (None, 1)
        for _ in range(self._stage.covers, old.covers):
            here = self._left.pop()
        return here

    def _refocus(self, old: Stage, focus: Hashable) -> None:
        """Give the keyboard to what it is on now."""
        if old.alert and not self._stage.alert:
            self._hand.answered()
        self._scene.focus(focus)
        self._reaching.show()

    def _show(self, stage: Stage) -> None:
        if stage.alert is not None:
            self._scene.show_caption(None)
        self._scene.show_stage(stage, self._doing.draft)
        self._signing.show(stage)
        self._scene.page.hold(self._doing.held)
        self._patience.wait(stage.waiting)
        self._show_status()
        self._curtain.draw(stage.comfort)

    def _show_status(self) -> None:
        self._telling.status(self._patience.busy)
        self._scene.show_status(self._stage, self._patience.busy, resting=self._reaching.resting)

    def _tick(self) -> None:
        self._desk.tick()
        self._scene.page.let_time_pass()

    # ------------------------------------------------------------------ what the visitor does

    def _noticed(self) -> None:
        """Notice a touch or a key; a touch needs no focus ring."""
        self._reaching.noticed()
        self._heard.interrupt()
        self._desk.touched()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Notice a touch beside everything; at rest any touch begins a visit."""
        self._hand.lands(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin a visit when the finger lifts."""
        self._hand.lifts(self)
        if self._hand.counts(FORWARD):
            self._doing.begin()

    # ------------------------------------------------------------------ keyboard

    def _walked(self) -> Walker:
        """Return what takes the keys."""
        deeds = {
            Deed.BACK: self._doing.back,
            Deed.HELP: self._desk.help,
            Deed.AGAIN: self._again,
            Deed.ADJUST: self._desk.adjust,
            Deed.END: self._doing.leave,
            Deed.TALK: self._desk.talk,
            Deed.NEXT_PART: lambda: self._turn(1),
            Deed.PREVIOUS_PART: lambda: self._turn(-1),
            **self._ears.deeds(),
        }
        return Walker(
            self._hand, lambda: self._scene, deeds, self._doing, self._heard,
            keys=self._keys, by_ear=lambda: self._ears.by_ear, turn_to=self._turn_to,
        )  # fmt: skip

    def _reached(self) -> Reaching:
        """Return what takes switches and follows the finger."""
        around = (self._hand, lambda: self._scene, self._doing, self._heard)
        return Reaching(self._keys, *around, self._show_status)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Qt's own walk out: keyPressEvent walks."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for, and show where the keyboard is."""
        event.accept()
        if self._ears.explains(event) or self._reaching.take(event) or self._walker.take(event):
            self._ears.key_used()
            self._reaching.arrived()

    def _again(self) -> None:
        self._signing.again()
        self._heard.repeat()

    def _drafted(self) -> None:
        self._scene.page.show_draft(self._doing.draft)
        self._reaching.show()

    # ------------------------------------------------------------------ parts, captions, storyboard

    @property
    def part(self) -> int:
        """Which part of the page is shown, from 1."""
        return self._scene.page.part

    @property
    def parts(self) -> int:
        """How many parts the page has."""
        return self._scene.page.parts

    def next_part(self) -> None:
        """Show the next part of the page; the last is followed by the first."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self.parts == 1:
            self._ears.turned_in_vain()
            return
        self._turn_to(self.part + by)
        self._hand.new_page()
        self._telling.new_page()
        self._scene.focus(None)
        self._reaching.show()
        self._heard.turned(self.part, self.parts, self._scene.page.names())

    def _turn_to(self, part: int) -> None:
        self._scene.page.turn_to(part)
        self._scene.page.hold(self._doing.held)

    def show_caption(self, caption: Caption | None) -> None:
        """Show what is being said, or nothing."""
        self._scene.show_caption(caption)

    def controls(self) -> list[tuple[str, str, bool, QRect]]:
        """Return name, role, whether it can be used, and place of everything, in the order it is walked."""
        return self._scene.listed()

    @property
    def missing_drawings(self) -> set[str]:
        """Return the icons and pictures that were asked for and are not in assets/."""
        return self._wardrobe.missing_drawings
