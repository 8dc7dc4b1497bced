"""What is said while the keyboard stays where it is: typing, a mistake, a wait, a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kiosk.catalogues import words_of
from kiosk.storyboard.stories import story_named
from kiosk.text import Language, Text, t, tn
from tests.orca.beforehand import Visited, visits_of
from tests.orca.judging import DIGITS, Heard, complaints, is_in
from tests.orca.stack import Stack
from tests.orca.visitor import Visitor

IDLE = "[idle]\nask_after = 20\nleave_after = 60\n"
"""The settings with which the question comes soon enough for a test."""
SLOW = 4.0  # seconds
PHONE = "13800130001"
TO_THE_COMPANY = 7
"""So many pages of the story lead past the ways to sign in and the question for the company."""


class Live:
    """A visitor who mistypes, waits, and goes away for a while."""

    def __init__(self, stack: Stack, language: Language, heard: Callable[[Heard], None]) -> None:
        self._stack, self._heard, self._words = stack, heard, words_of(language)
        self._visitor = Visitor(stack, language, heard)
        self._pages = visits_of(story_named("bill-check"), language)

    def walk(self) -> Iterator[str]:
        """Yield a sentence for everything that was not said when it happened."""
        *to_the_ways, ways, company = self._pages[:TO_THE_COMPANY]
        by_code = replace(ways, presses=((self._shown(t("A code by SMS")),),))
        self._visitor.walk([*to_the_ways, by_code, company], whole=False)
        page = self._visitor.arrive(Visited(self._shown(t("What is your phone number?"))))
        yield from self._mistype(page)
        yield from self._wait(page)
        self._heard(page)
        yield from self._go_away()

    def _shown(self, text: Text) -> str:
        return text.shown(self._words)

    def _mistype(self, page: Heard) -> Iterator[str]:
        """Type too little, go on, and hear what is wrong."""
        for digit in "139":
            self._visitor.press(page, digit)
        three = self._shown(tn("One digit is typed", "{count} digits are typed", 3))
        if not is_in(three, page.arriving):
            yield f"typing was not confirmed: {page.arriving}"
        before = {one.name for one in self._stack.window.shown()}
        said = self._enter(page)
        new = {one.name for one in self._stack.window.shown() if one.role == "label"} - before
        if not new:
            yield "no mistake was shown"
        yield from (f"the mistake was not told: “{text}”" for text in new if not is_in(text, said))

    def _wait(self, page: Heard) -> Iterator[str]:
        """Type it right, and hear that it takes a while."""
        self._stack.sandbox.order("mobile", "one_time_password", "slow", SLOW)
        for _ in "139":
            self._visitor.press(page, "BackSpace")
        for digit in PHONE:
            self._visitor.press(page, digit)
        if any(DIGITS.search(line) for line in page.arriving):
            yield "the number was said aloud"
        said = self._enter(page, until=self._shown(t("One moment")))
        if not is_in(self._shown(t("One moment")), said):
            yield f"the wait was not told: {said}"

    def _enter(self, page: Heard, until: str = "") -> list[str]:
        self._visitor.find(page, (self._shown(t("Send me the code")), self._shown(t("Go on"))))
        self._visitor.enter()
        said = self._stack.orca.until(lambda lines: is_in(until, lines), SLOW)
        page.arriving += said
        return said

    def _go_away(self) -> Iterator[str]:
        """Do nothing, be asked, be asked again, and say that one is there."""
        code = self._visitor.arrive(Visited(self._shown(t("Which code did you get?"))))
        self._heard(code)
        question = self._shown(_QUESTION)
        said = self._stack.orca.until(lambda lines: is_in(question, lines))
        asked = Heard(Visited(self._stack.window.focused().name), said, shown=self._stack.window.shown())
        yield from complaints(asked)
        again = self._stack.orca.until(lambda lines: is_in(question, lines))
        if not is_in(question, again):
            yield "it was not asked again"
        asked.arriving += again
        self._stack.window.press("Down")  # any key says so
        back = self._stack.orca.said()
        self._heard(asked)
        if not is_in(code.visited.title, back):
            yield f"the page that came back was not read: {back}"


_QUESTION = t("Are you still there? Touch the screen to stay. It closes in {seconds} seconds.", seconds=60)
