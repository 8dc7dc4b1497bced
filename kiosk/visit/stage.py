"""What a person meets at this moment, as one value; the window, the voice and every other view render it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from kiosk.domain.comfort import Comfort
from kiosk.domain.glossary import Term
from kiosk.screens import Screen, Tell
from kiosk.text import Hearing, PersonName, Text
from kiosk.visit.talking import NOT_TALKING, Talk


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The screen and everything around it."""

    visit: int
    """The visit's number; 0 while the kiosk rests."""
    page: int
    """Grows with every new screen; an answer names the page it was given on."""
    screen: Screen[Any]
    comfort: Comfort
    can_go_back: bool = False
    waiting: bool = False
    """An answer was taken and its result is on its way: show the touch, take no other."""
    problem: Text | None = None
    """Why the last answer could not be taken."""
    alert: Text | None = None
    """The question whether anybody is still there; everything personal is covered while it is asked."""
    meant: Tell | None = None
    """What words on the screen mean; it stands before the screen until any answer, or Back, takes it away."""
    signed_in: PersonName | None = None
    helper_called: bool = False
    practice: bool = False
    """The built-in sandbox plays the operators."""
    hearing: Hearing = Hearing.SPEAKER
    """Who can hear the voice: with headphones in, the visitor alone."""
    talk: Talk = NOT_TALKING
    """Whether the kiosk listens, and what came of it."""

    @property
    def in_front(self) -> Stage:
        """The stage as the visitor has it before her: a meaning that she asked for is her screen."""
        return self if self.meant is None else replace(self, screen=self.meant, meant=None, problem=None)

    @property
    def covers(self) -> int:
        """How many things stand before the screen: a meaning, the question whether anybody is there."""
        return (self.meant is not None) + (self.alert is not None)

    @property
    def has_words_to_explain(self) -> bool:
        """Whether the words of the page can be asked about: in a visit, on the screen itself."""
        return self.visit > 0 and not self.covers

    def is_page_of(self, other: Stage | None) -> bool:
        """Tell whether the visitor still has before her what another stage showed, uncovered or covered."""
        return other is not None and (self.visit, self.page, self.meant, self.alert) == (
            other.visit,
            other.page,
            other.meant,
            other.alert,
        )


class FrontDesk(Protocol):
    """What a window, a keypad or a terminal may do: look at the stage, and answer."""

    @property
    def stage(self) -> Stage:
        """What to show now."""

    def subscribe(self, changed: Callable[[Stage], None]) -> None:
        """Be told of every new stage, on the desk's own thread."""

    def answer(self, page: int, answer: object) -> None:
        """Answer the screen of this page; an answer to an older page is ignored."""

    def back(self) -> None:
        """Go back one screen, where that can be done."""

    def explain(self, page: int, terms: tuple[Term, ...]) -> None:
        """Show what words of the trade on this page mean, before the screen; an older page is ignored."""

    def help(self) -> None:
        """Get help: staff, hotlines, the meaning of this screen."""

    def adjust(self) -> None:
        """Change text size, theme, voice or language."""

    def change_comfort(self, comfort: Comfort) -> None:
        """Change how this visit looks and sounds, at once and on the same screen."""

    def talk(self) -> None:
        """Listen to what is said next, where somebody can listen; pressed again, stop."""

    def end(self) -> None:
        """Leave; everything personal is forgotten."""

    def touched(self) -> None:
        """Notice a sign of life that is no answer."""

    def tick(self) -> None:
        """Let time pass: called about four times a second."""
