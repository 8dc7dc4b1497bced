"""What the visitor does on a page: types, counts, signs, answers, and leaves."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from kiosk.domain.consent import Point
from kiosk.domain.glossary import Term
from kiosk.screens import Enter, Sign, Tally, Welcome
from kiosk.text import t
from kiosk.ui.blocks import Button
from kiosk.ui.digits import CLEAR, DELETE
from kiosk.ui.draft import Draft
from kiosk.ui.listeners import Listeners
from kiosk.ui.phrasing import FORWARD
from kiosk.ui.render import LEAVE, START_ANEW, STILL_HERE
from kiosk.ui.setting import is_next_part
from kiosk.visit.stage import FrontDesk, Stage


class Doing:
    """Keeps what is typed, counted and signed on this page, and tells the desk what is answered.

    `drafted` is called when the draft has changed, `next_part` when another part is wanted.
    """

    def __init__(
        self,
        desk: FrontDesk,
        stage: Stage,
        heard: Listeners,
        *,
        drafted: Callable[[], None],
        next_part: Callable[[], None],
    ) -> None:
        self._desk, self._stage, self._heard = desk, stage, heard
        self._drafted, self._next_part = drafted, next_part
        self.draft = Draft.of(stage.screen)
        self._pressed: Hashable = None

    def follow(self, stage: Stage, *, new_page: bool) -> None:
        """Go on with another stage; a new page begins afresh."""
        self._stage = stage
        if new_page:
            self.draft = Draft.of(stage.screen)
            self._pressed = None

    @property
    def held(self) -> Hashable:
        """The key of the button whose answer is on its way, or None."""
        return self._pressed if self._stage.waiting else None

    def press(self, button: Button) -> None:
        """Give the answer of a button, or turn to the part it leads to."""
        if is_next_part(button):
            self._next_part()
        elif button.key == STILL_HERE:
            self._desk.touched()
        elif button.key == LEAVE:
            self._desk.end()
        elif button.key == START_ANEW:
            self._start_anew()
        else:
            self._pressed = button.key
            drafted = button.key == FORWARD
            answer = self.draft.answer(self._stage.screen) if drafted else button.answer
            self._desk.answer(self._stage.page, answer)

    def explain(self, terms: tuple[Term, ...]) -> None:
        """Ask what words of the trade on this page mean."""
        if self._stage.has_words_to_explain and not self._stage.waiting:
            self._desk.explain(self._stage.page, terms)

    def type(self, key: str) -> None:
        """Take one key of the pad; say why where it cannot be taken."""
        if self._stage.waiting or self._stage.covers:
            return
        screen, before = self._stage.screen, self.draft.typed
        if not isinstance(screen, Enter):
            self._heard.remark(t("There is nothing to type here."))
            return
        self.draft.press(key, screen)
        self._drafted()
        if self.draft.typed != before or key in {DELETE, CLEAR}:
            self._heard.typed(key)
        elif len(before) == screen.length:
            self._heard.remark(t("No more signs fit. Go on, or delete some."))
        else:
            self._heard.remark(t("This sign is not used here."))

    def count(self, what: Hashable, number: int) -> None:
        """Take a new count."""
        if isinstance(self._stage.screen, Tally) and not self._stage.waiting:
            self.draft.count(what, number, self._stage.screen)
            self._drafted()
            label = next(row.label for row in self._stage.screen.rows if row.key == what)
            self._heard.counted(label, self.draft.counts[what])

    def draw(self, point: Point, begins: bool) -> None:
        """Take a point of the signature."""
        if isinstance(self._stage.screen, Sign) and not self._stage.waiting and not self._stage.covers:
            self.draft.draw(point, begins=begins)
            self._drafted()

    def _start_anew(self) -> None:
        if not self._stage.waiting:
            self.draft.start_anew()
            self._drafted()
            self._heard.typed(CLEAR)

    def begin(self) -> None:
        """At rest, begin a visit in the hall's first language."""
        screen = self._stage.screen
        if isinstance(screen, Welcome) and self._stage.alert is None:
            self._desk.answer(self._stage.page, screen.options[0].answer)

    def press_nothing(self) -> None:
        """Say that there is nothing to press where the keyboard is; at rest, begin a visit."""
        self.begin()
        if not isinstance(self._stage.screen, Welcome):
            self._heard.remark(t("There is nothing to press here. The arrows go on."))

    def back(self) -> None:
        """Go back one screen, where that can be done."""
        if self._stage.can_go_back:
            self._desk.back()
        else:
            self._heard.remark(t("You cannot go back from here."))

    def leave(self) -> None:
        """End the visit, where there is one."""
        if not isinstance(self._stage.screen, Welcome):
            self._desk.end()
