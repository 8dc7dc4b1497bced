"""A visitor for tests: presses what is on the screen, types, and remembers every heading met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.domain.consent import Signature
from kiosk.screens import Screen, choices_of
from kiosk.visit.reception import Reception
from kiosk.visit.stage import Stage

SIGNATURE = Signature((((100, 100), (600, 300)),))


def meaning_of(label: str, screen: Screen[Any]) -> object:
    """Return what pressing a button answers; its English words, or those of a value that stands alone."""
    for option in choices_of(screen):
        if label in {option.label.message, *(str(value) for _, value in option.label.values)}:
            return option.answer
    proceed = getattr(screen, "proceed", None)
    assert proceed is not None and proceed.message == label, f"no {label!r} on {screen.title.message!r}"
    return None


class Pilot:
    """Works a front desk as a person would."""

    def __init__(self, desk: Reception) -> None:
        self.desk = desk
        self.titles: list[str] = []
        self._page = -1
        desk.subscribe(self._saw)
        self._saw(desk.stage)

    def _saw(self, stage: Stage) -> None:
        if stage.page != self._page and not stage.waiting:
            self._page = stage.page
            self.titles.append(self.title)

    @property
    def screen(self) -> Screen[Any]:
        return self.desk.stage.screen

    @property
    def title(self) -> str:
        return self.screen.title.message

    def answer(self, answer: object) -> None:
        self.desk.answer(self.desk.stage.page, answer)

    def press(self, *labels: str) -> Pilot:
        """Press buttons one after the other, each by its English words."""
        for label in labels:
            self.answer(meaning_of(label, self.screen))
        return self

    def sign(self) -> Pilot:
        """Sign in the box."""
        self.answer(SIGNATURE)
        return self

    def choose(self, answer: object) -> Pilot:
        """Choose by the answer itself, where the words are data."""
        self.answer(answer)
        return self

    def go_on(self) -> Pilot:
        """Press the way forward of a screen that only tells."""
        self.answer(None)
        return self

    def type(self, digits: str) -> Pilot:
        self.answer(digits)
        return self

    def count(self, counts: Mapping[str, int]) -> Pilot:
        self.answer(counts)
        return self

    def from_rest(self) -> Pilot:
        """Wake the kiosk in the first language and find the type good as it is."""
        self.answer(self.desk.stage.screen.options[0].answer)  # type: ignore[attr-defined]
        return self.press("Yes, let us begin")
