"""Listening to one visitor when she asks for it: once for each press, and never where it is personal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.devices.ports import Listener, Misheard
from kiosk.domain.events import Event, Log
from kiosk.domain.sayings import Saying
from kiosk.journeys.talking import (
    CANNOT_HEAR,
    DOES_NOT_LISTEN,
    Command,
    not_understood,
    sayings_on,
)
from kiosk.screens import Failed, Screen, asks_for_something_personal
from kiosk.text import Language, Text
from kiosk.visit.errands import Errands
from kiosk.visit.runner import Runner

MOST_MISSES = 2
"""So often in a row nothing is understood before the other ways are offered."""


@dataclass(frozen=True)
class Talk:
    """Whether the kiosk can listen and does, and what came of the last time."""

    possible: bool = False
    listening: bool = False
    thinking: bool = False
    """Whether she has spoken, and the kiosk still makes out what."""
    turn: int = 0
    """Grows whenever there is something to tell; `remark` and `wish` belong to it."""
    remark: Text | None = None
    wish: Command | None = None
    """What only a window can do: hear the screen again, or turn to the next part of it."""


NOT_TALKING = Talk()


class Talking:
    """Listens for a stay; `meant` is told what was said, `lost` that nothing was understood again."""

    def __init__(  # noqa: PLR0917 - all it needs
        self,
        listener: Listener,
        runner: Runner,
        log: Log,
        meant: Callable[[Saying], None],
        lost: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        self._listener, self._log = listener, log
        self._meant, self._lost, self._changed = meant, lost, changed
        self._errands = Errands(runner, lambda _: None)
        self._misses = self._turn = 0
        self._remark: Text | None = None
        self._wish: Command | None = None
        self._listening = self._thinking = False

    def look(self, language: Language) -> Talk:
        """Return how it stands, for a visitor of this language."""
        possible = self._listener.hears(language)
        return Talk(possible, self._listening, self._thinking, self._turn, self._remark, self._wish)

    def press(self, screen: Screen[Any], language: Language) -> None:
        """Listen from now on; pressed again, stop. Where it is personal, say why nobody listens."""
        if self._listening or self._thinking:
            self.stop()
        elif asks_for_something_personal(screen):
            self.say(DOES_NOT_LISTEN)
        else:
            sayings = sayings_on(screen)
            self._listening = True
            self._errands.send(
                lambda stop: self._listener.listen(
                    sayings, language, stop=stop, over=lambda: self._errands.tell(stop, self._think)
                ),
                lambda came: self._came(came, sayings),
            )
        self._changed()

    def stop(self) -> None:
        """Stop listening; what was said until now is dropped."""
        self._errands.drop()
        self._listening = self._thinking = False

    def say(self, remark: Text, wish: Command | None = None) -> None:
        """Have a remark told beside the screen, and perhaps something done by the window."""
        self._turn += 1
        self._remark, self._wish = remark, wish

    def _think(self) -> None:
        self._listening, self._thinking = False, True
        self._changed()

    def _came(self, came: object, sayings: tuple[Saying, ...]) -> None:
        self.stop()
        if isinstance(came, Saying):
            self._misses = 0
            self._meant(came)
        elif isinstance(came, Misheard):
            self._missed(came, sayings)
        else:
            assert isinstance(came, Failed)
            self._log(Event.DEVICE_FAILED, what="recogniser")
            self.say(CANNOT_HEAR)
        self._changed()

    def _missed(self, why: Misheard, sayings: tuple[Saying, ...]) -> None:
        self._misses += 1
        if self._misses < MOST_MISSES:
            self.say(not_understood(why, sayings))
        else:
            self._misses = 0
            self._lost()
