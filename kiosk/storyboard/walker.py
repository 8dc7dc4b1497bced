"""Walks a story at a front desk: waits for each screen, shows it to whoever looks on, and answers it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from kiosk.screens import Choose, Mark, Scan, Screen
from kiosk.storyboard.script import (
    Adjust,
    Approve,
    Help,
    LayCard,
    LostVisitor,
    PayByPhone,
    Phone,
    Scene,
    Story,
    TypeTheCode,
)
from kiosk.visit.reception import Reception

LONGEST_WAIT = 20.0  # seconds for one screen to come
LEAVE_TITLES = ("Do you want to leave?", "Thank you. Take care!")


class OwnPhone(Protocol):
    """The visitor's own phone."""

    def approve(self, user_code: str, person: str) -> None:
        """Approve a sign-in."""

    def pay(self, payment: str, person: str) -> None:
        """Make a payment."""

    def last_code(self, number: str) -> str:
        """Return the newest code that came by SMS to a number in E.164."""


class Cards(Protocol):
    """Everybody's ID card, beside the reader."""

    def lay(self, person: str) -> None:
        """Lay somebody's card on the reader."""

    def lift(self) -> None:
        """Take it away."""


class Walker:
    """A scripted visitor; `pump` lets the kiosk work for a moment, `saw` is shown each settled screen."""

    def __init__(
        self,
        desk: Reception,
        phone: OwnPhone,
        cards: Cards,
        pump: Callable[[], None],
        saw: Callable[[], None] = lambda: None,
    ) -> None:
        self._desk = desk
        self._phone = phone
        self._cards = cards
        self._pump = pump
        self._saw = saw

    @property
    def screen(self) -> Screen[Any]:
        """The screen that is shown."""
        return self._desk.stage.screen

    def walk(self, story: Story) -> None:
        """Walk every visit of a story; raises LostVisitor where script and journey do not fit."""
        for visit in story.visits:
            for scene in visit:
                self.play(scene)
            self.leave()

    def play(self, scene: Scene) -> None:
        """Wait for a scene's screen, look at it, and do what the visitor does there."""
        self.see(scene)
        page, act = self._desk.stage.page, scene.act
        match act:
            case Adjust():
                self._desk.adjust()
            case Help():
                self._desk.help()
            case Phone():
                self._use_phone(act)
            case LayCard():
                self._cards.lay(act.person)
            case _:
                self.give(act(self.screen))
                self._not_refused(scene)
        self.wait_until(lambda: self._desk.stage.page != page, f"what follows “{scene.title}”")
        if isinstance(act, LayCard):
            self._cards.lift()

    def give(self, answer: object) -> None:
        """Answer the screen that is shown."""
        self._desk.answer(self._desk.stage.page, answer)

    def see(self, scene: Scene) -> None:
        """Wait for a scene's screen, and look at it."""
        self.wait_until(lambda: self._is_there(scene), scene.title)
        self._saw()

    def leave(self) -> None:
        """End the visit, and wait until the kiosk rests."""
        self._desk.end()
        for title in LEAVE_TITLES:
            if self.screen.title.message == title:
                self.wait_until(lambda: not self._desk.stage.waiting, title)
                self._saw()
                self.give(self._answer_of_leaving())
        self.wait_until(lambda: self._desk.stage.visit == 0, "rest")

    def _answer_of_leaving(self) -> bool | None:
        """Yes, leave; and say nothing of how it was."""
        if self.screen.title.message == LEAVE_TITLES[0]:
            return True
        return False if isinstance(self.screen, Choose) else None

    def _is_there(self, scene: Scene) -> bool:
        waiting = any(fact.mark is Mark.WAITING for fact in self.screen.facts)
        return not (scene.settled and waiting) and self._has_title(scene.title)

    def _has_title(self, title: str) -> bool:
        """A screen that has been filling up has a new heading at the end; it is still the same page."""
        return self.screen.title.message == title or (
            title == "The companies are counting" and "runs under your ID" in self.screen.title.message
        )

    def _not_refused(self, scene: Scene) -> None:
        problem = self._desk.stage.problem
        if problem is not None:
            raise LostVisitor(f"“{scene.title}” did not take the answer: {problem.message}")

    def _use_phone(self, act: Phone) -> None:
        if isinstance(act, TypeTheCode):
            self.give(self._phone.last_code(f"+86{act.number}"))
            return
        assert isinstance(act, Approve | PayByPhone) and isinstance(self.screen, Scan)
        carried = parse_qs(urlsplit(self.screen.code).query)
        if isinstance(act, PayByPhone):
            self._phone.pay(carried["payment"][0], act.person)
        else:
            self._phone.approve(carried["user_code"][0], act.person)

    def wait_until(self, arrived: Callable[[], bool], what: str) -> None:
        """Let the kiosk work until something is so; raises LostVisitor when it does not come to be."""
        until = time.monotonic() + LONGEST_WAIT
        while not arrived():
            if time.monotonic() > until:
                raise LostVisitor(f"waited for “{what}”, but “{self.screen.title.message}” is shown")
            self._desk.tick()
            self._pump()
