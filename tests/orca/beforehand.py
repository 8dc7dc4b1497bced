"""Walks a story without a window first, to know what every page says and what is pressed there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.catalogues import words_of
from kiosk.domain.consent import Signature
from kiosk.journeys.agreeing import Instead
from kiosk.screens import Enter, Option, Review, Screen, Tally, Tell, choices_of
from kiosk.settings import Settings
from kiosk.storyboard.script import Adjust, Approve, Help, LayCard, PayByPhone, Scene, Story, TypeTheCode
from kiosk.storyboard.walker import Walker
from kiosk.text import Language, PhoneNumber, Text, Words, t
from kiosk.voice.telling import what_is_drawn
from tests.visits.kiosks import a_hall

Act = Approve | LayCard | Adjust | Help
"""What a visitor does beside pressing keys, or by one key alone."""


@dataclass(frozen=True)
class Visited:
    """One page of a story in the visitor's language."""

    title: str
    texts: tuple[str, ...] = ()
    presses: tuple[tuple[str, ...], ...] = ()
    """What is pressed, one after the other, each by any of its names."""
    typed: str = ""
    code_of: str = ""
    """The number whose phone gets the code that is typed."""
    act: Act | None = None
    leaves: bool = False
    """The End key is pressed here."""


class Beforehand(Walker):
    """A scripted visitor who writes down what is on every page, and what is pressed on it."""

    words: Words
    visited: list[Visited]
    _code_of = ""

    def see(self, scene: Scene) -> None:
        """Wait for a scene's screen; write down what is done there without an answer."""
        super().see(scene)
        if isinstance(scene.act, PayByPhone):
            raise NotImplementedError("Nobody pays by phone in the visits with Orca.")
        if isinstance(scene.act, Approve | LayCard | Adjust | Help):
            self._write(act=scene.act)
        self._code_of = scene.act.number if isinstance(scene.act, TypeTheCode) else ""

    def give(self, answer: object) -> None:
        """Write down how the answer is given by keys, and give it; a code stands in for a signature."""
        if isinstance(answer, Signature) and any(o.answer is Instead.CODE for o in choices_of(self.screen)):
            self._agree_by_code()
            return
        self._write(
            presses=tuple(self._names_for(answer)),
            typed=str(answer) if self._is_typed(answer) else "",
            code_of=self._code_of,
        )
        super().give(answer)

    def leave(self) -> None:
        """Write down that the visit is ended from here."""
        self._write(leaves=True)
        super().leave()

    def _write(self, **more: Any) -> None:
        texts = tuple(text.shown(self.words) for text in texts_of(self.screen))
        self.visited.append(Visited(self.screen.title.shown(self.words), texts, **more))

    def _agree_by_code(self) -> None:
        self.give(Instead.CODE)
        self.wait_until(lambda: isinstance(self.screen, Enter), "the code's screen")
        (_, phone) = self.screen.body[0].values[0]
        assert isinstance(phone, PhoneNumber)
        self._code_of = f"{phone.digits}"
        self.give(self._phone.last_code(f"+86{phone.digits}"))
        self._code_of = ""

    def _is_typed(self, answer: object) -> bool:
        return isinstance(self.screen, Enter) and all(o.answer != answer for o in choices_of(self.screen))

    def _names_for(self, answer: object) -> Iterator[tuple[str, ...]]:
        screen = self.screen
        for option in choices_of(screen):
            if option.answer == answer:
                yield names_of(option, self.words)
                return
        if isinstance(screen, Tally) and isinstance(answer, dict):
            for row in screen.rows:
                more = t("One more: {what}", what=row.label.shown(self.words)).shown(self.words)
                yield from [(more,)] * answer[row.key]
        yield (screen.proceed.shown(self.words),)  # type: ignore[attr-defined]


def names_of(option: Option[Any], words: Words) -> tuple[str, ...]:
    """Return what a choice is called: as a card, and as a drawing."""
    said = [text.shown(words) for text in (option.label, option.figure) if text is not None]
    name = ": ".join(said)
    drawn = what_is_drawn(option.picture).shown(words) if option.picture else ""
    return (name, f"{name}. {drawn}")


def texts_of(screen: Screen[Any]) -> Iterator[Text]:
    """Yield every sentence and value that a screen tells, in its order."""
    yield from screen.body
    for change in screen.changes if isinstance(screen, Review) else ():
        yield from (change.label, change.now, change.after)
    for bar in screen.bars.bars if screen.bars else ():
        yield from (bar.label, bar.value)
    yield from screen.steps.steps if screen.steps else ()
    slip = screen.slip if isinstance(screen, Tell) else None
    yield from slip.steps if slip else ()
    for fact in (*screen.facts, *(slip.lines if slip else ())):
        yield from (fact.label, fact.value)
    yield from slip.advice if slip else ()


def visits_of(story: Story, language: Language) -> list[Visited]:
    """Walk a story in a hall of its own; return every page in its order."""
    visited: list[Visited] = []
    words = words_of(language)
    walker = type("Writing", (Beforehand,), {"words": words, "visited": visited})
    with TemporaryDirectory() as state, a_hall(Path(state), Settings(language=language), walker) as hall:
        hall.walker.walk(story)
    return visited
