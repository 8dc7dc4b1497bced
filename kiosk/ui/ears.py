"""What keys do for somebody who hears: pause, spell, louder, the curtain, and being told what a key does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeyEvent

from kiosk.domain.comfort import Comfort, faster, louder
from kiosk.domain.keys import WHAT_KEYS_DO
from kiosk.screens import Enter
from kiosk.text import Code, Hearing, Text, t
from kiosk.ui.digits import CLEAR, DELETE
from kiosk.ui.doing import Doing
from kiosk.ui.keyboard import Deed, deed_of, key_of_pad
from kiosk.ui.keys import Key
from kiosk.ui.listeners import Listeners
from kiosk.ui.piece import Piece
from kiosk.ui.scene import Scene
from kiosk.visit.stage import FrontDesk, Stage


class Ears:
    """Does what the keys of hearing ask for; while `helping`, it tells what every key does and none acts.

    `noticed` is called for what the window does not notice itself, `redress` when captions are wanted, or no
    more, by somebody without voice.
    """

    def __init__(
        self,
        desk: FrontDesk,
        heard: Listeners,
        doing: Doing,
        keys: Mapping[int, Deed],
        *,
        scene: Callable[[], Scene],
        noticed: Callable[[], None],
        redress: Callable[[], None],
        screen_reader: bool = False,
    ) -> None:
        self._desk, self._heard, self._doing, self._keys = desk, heard, doing, keys
        self._scene, self._noticed, self._redress = scene, noticed, redress
        self._keys_used_in = self._by_ear_in = 0
        self._screen_reader = screen_reader
        self.helping = False

    def follow(self, stage: Stage) -> None:
        """Notice whether somebody has headphones in; pulled out, they are no less used to going by ear."""
        if stage.hearing is Hearing.HEADPHONES:
            self._by_ear_in = stage.visit

    @property
    def by_ear(self) -> bool:
        """Whether somebody goes by what is heard: headphones, a screen reader, or the screen covered."""
        stage = self._desk.stage
        alone = stage.hearing is Hearing.HEADPHONES or stage.comfort.curtain or self._screen_reader
        return alone or (bool(stage.visit) and self._by_ear_in == stage.visit)

    def deeds(self) -> dict[Deed, Callable[[], None]]:
        """Return what each key of hearing does."""
        return {
            Deed.PAUSE: self._heard.pause,
            Deed.SENTENCE: self._heard.sentence,
            Deed.SPELL: self._spell,
            Deed.SLOWER: partial(self._change, faster, -1),
            Deed.FASTER: partial(self._change, faster, 1),
            Deed.SOFTER: partial(self._change, louder, -1),
            Deed.LOUDER: partial(self._change, louder, 1),
            Deed.CURTAIN: self._draw_curtain,
            Deed.KEYS: self._begin_help,
            Deed.PLUGGED: partial(self._heard.plugged, True),
            Deed.UNPLUGGED: partial(self._heard.plugged, False),
        }

    # ------------------------------------------------------------------ looks and sounds

    def _change(self, by: Callable[[Comfort, int], Comfort], steps: int) -> None:
        stage = self._desk.stage
        comfort = by(stage.comfort, steps)
        if comfort != stage.comfort and stage.visit:
            self._desk.change_comfort(comfort)
        elif stage.visit:
            self._heard.remark(t("It is at its limit."))

    def _draw_curtain(self) -> None:
        self._change(_curtained, 1)

    def key_used(self) -> None:
        """Notice that this visitor has keys at hand."""
        self._keys_used_in = self._desk.stage.visit

    def touched_curtain(self) -> None:
        """Say that the screen is covered; where no key was used, nobody may have one: then uncover it."""
        self._noticed()
        if self._keys_used_in == self._desk.stage.visit:
            self._heard.remark(t("The screen is covered. Press the curtain key to uncover it."))
        else:
            self._change(_curtained, 0)

    def _spell(self) -> None:
        """Spell what the keyboard is on; on a pad, what is typed so far."""
        focused = self._scene().focused()
        if isinstance(self._desk.stage.screen, Enter) and isinstance(focused, Piece | Key):
            self._heard.typed_so_far(self._doing.draft.typed)
        elif focused is not None:
            self._heard.spell(focused.accessibleName())

    def turned_in_vain(self) -> None:
        """Say why no other part is shown."""
        self._heard.remark(t("This page has one part only."))

    # ------------------------------------------------------------------ help about keys (EN 301 549, 5.5.2)

    def _begin_help(self) -> None:
        self.helping = True
        self._redress()
        self._heard.explain(t("Press any key to hear what it does. The same key as now ends this."))

    def explains(self, event: QKeyEvent) -> bool:
        """Say what a key does, in place of doing it; tells whether that is wanted now."""
        if not self.helping:
            return False
        if event.isAutoRepeat():
            return True
        self._noticed()
        deed = deed_of(event.key(), event.modifiers(), self._keys)
        if deed is Deed.KEYS:
            self.helping = False
            self._redress()
            self._heard.explain(t("Now keys work again."))
        elif deed is not None:
            self._heard.explain(WHAT_KEYS_DO[deed.value.replace(" ", "_")])
        else:
            self._heard.explain(_what_is_typed(key_of_pad(event.key(), event.modifiers())))
        return True


def _curtained(comfort: Comfort, steps: int) -> Comfort:
    """Draw the curtain or open it; with no steps, open it."""
    return replace(comfort, curtain=bool(steps) and not comfort.curtain)


def _what_is_typed(key: str | None) -> Text:
    """Say what a key types on the pad."""
    if key is None:
        return t("This key does nothing here.")
    undone = {DELETE: t("Delete the last sign"), CLEAR: t("Delete everything typed")}
    return undone.get(key) or t("Type {sign}", sign=Code(key))
