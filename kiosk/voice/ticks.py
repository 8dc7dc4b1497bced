"""The short sounds of a touch, of something done and of something that cannot be taken (assets/sounds)."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from kiosk.screens import Tone
from kiosk.visit.stage import FrontDesk, Stage
from kiosk.voice.child_sound import Sound

SOUNDS = Path(__file__).parent.parent.parent / "assets" / "sounds"


class Tick(StrEnum):
    """A sound, by the name of its file."""

    TOUCH = "tick"
    DONE = "done"
    WRONG = "wrong"


class Ticks:
    """Follows a front desk with short sounds, beside the voice; a visitor without voice hears none either."""

    def __init__(self, desk: FrontDesk, sound: Sound | None) -> None:
        self._sound = sound
        self._stage = desk.stage
        self._heard = {tick: (SOUNDS / f"{tick}.wav").read_bytes() for tick in Tick}
        desk.subscribe(self._changed)

    def touch(self) -> None:
        """Answer a touch or a key."""
        self._play(Tick.TOUCH)

    def close(self) -> None:
        """Be silent."""
        if self._sound is not None:
            self._sound.stop()

    def _changed(self, stage: Stage) -> None:
        old, self._stage = self._stage, stage
        if old.talk.listening and not stage.talk.listening:
            self._play(Tick.TOUCH)
        if stage.problem is not None and old.problem is None:
            self._play(Tick.WRONG)
        elif stage.page != old.page and stage.screen.tone is Tone.DONE:
            self._play(Tick.DONE)

    def _play(self, tick: Tick) -> None:
        if self._sound is not None and self._stage.comfort.voice:
            with suppress(OSError):  # a click that cannot sound is no fault of the visit
                self._sound.play(self._heard[tick], self._stage.hearing)
