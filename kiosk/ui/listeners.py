"""Who wants to hear what happens at the window, such as the voice; by default nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.text import Text
from kiosk.visit.stage import Stage


def _nothing(*_: object) -> None:
    """Hear it, and do nothing."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Listeners:
    """What is told to whom."""

    new_page: Callable[[Stage], None] = _nothing
    """A new page, or an alert that came or went."""
    repeat: Callable[[], None] = _nothing
    """The screen is to be heard again."""
    pause: Callable[[], None] = _nothing
    """The voice is to stay silent where it has just been broken off, or else to go on from there."""
    interrupt: Callable[[], None] = _nothing
    """A touch or a key, whatever it means: the voice falls silent."""
    focus: Callable[[str, int, int], None] = _nothing
    """A key has walked to something: its name, its place from 1, and how many there are."""
    typed: Callable[[str], None] = _nothing
    """A key of the pad was taken."""
    counted: Callable[[Text, int], None] = _nothing
    """A count was changed: of what, to how many."""
    read: Callable[[str], None] = _nothing
    """A key or a finger has come to something that is only read: its name."""
    typed_so_far: Callable[[str], None] = _nothing
    """What is typed by now is to be heard."""
    remark: Callable[[Text], None] = _nothing
    """Something that the screen does not show, such as why a key did nothing."""
    speaking: Callable[[], bool] = _never
    """Asked, not told: whether something is being said."""
