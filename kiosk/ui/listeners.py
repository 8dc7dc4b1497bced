"""Who wants to hear what happens at the window, such as the voice; by default nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    read_of_trade: Callable[[str], None] = _nothing
    """The same of something whose words of the trade are explained when it is chosen."""
    turned: Callable[[int, int, Sequence[str]], None] = _nothing
    """A part of a page is shown: which, of how many, and what is on it where somebody turned to it."""
    typed_so_far: Callable[[str], None] = _nothing
    """What is typed by now is to be heard."""
    spell: Callable[[str], None] = _nothing
    """What has this name is to be spelled."""
    pause: Callable[[], None] = _nothing
    """The voice is to stop, or to go on where it stopped."""
    sentence: Callable[[], None] = _nothing
    """The last sentence is to be heard again."""
    remark: Callable[[Text], None] = _nothing
    """Something that the screen does not show, such as why a key did nothing."""
    explain: Callable[[Text], None] = _nothing
    """What a key does, told in place of doing it."""
    plugged: Callable[[bool], None] = _nothing
    """A keypad tells that headphones were put into it, or pulled out."""
    speaking: Callable[[], bool] = _never
    """Asked, not told: whether something is being said."""
