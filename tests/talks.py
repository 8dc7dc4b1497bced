"""One journey alone, without a front desk: pressed through by the words on its screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kiosk.screens import Journey, Screen
from kiosk.visit.session import Session
from tests.pilot import SIGNATURE, meaning_of
from tests.visit.worlds import Stage, a_stage


class Talk:
    """A conversation under way, and how it ended."""

    def __init__(self, stage: Stage, begin: Callable[[], Journey[Any]]) -> None:
        self.stage = stage
        self.session: Session[Any] = stage.walk(begin)
        self.titles = [] if stage.ends else [self.title]

    @property
    def screen(self) -> Screen[Any]:
        assert self.session.screen is not None
        return self.session.screen

    @property
    def title(self) -> str:
        return self.screen.title.message

    @property
    def outcome(self) -> object:
        """What the journey returned; raises where it is still under way."""
        return self.stage.ends[-1]

    def press(self, *labels: str) -> Talk:
        for label in labels:
            self.answer(meaning_of(label, self.screen))
        return self

    def answer(self, *answers: object) -> Talk:
        for answer in answers:
            self.session.answer(answer)
            if not self.stage.ends:
                self.titles.append(self.title)
        return self

    def go_on(self) -> Talk:
        return self.answer(None)

    def sign(self) -> Talk:
        return self.answer(SIGNATURE)

    def by_card(self) -> Talk:
        """Agree to the notice, and show the ID card."""
        return self.press("Yes, go on", "I have my card").answer("mobile")

    def by_phone(self) -> Talk:
        """Agree to the notice, and sign in with the phone."""
        return self.press("Yes, go on", "Scan with my phone").answer("mobile")


@contextmanager
def a_talk(begin: Callable[[], Journey[Any]]) -> Iterator[Talk]:
    with a_stage() as stage:
        yield Talk(stage, begin)
