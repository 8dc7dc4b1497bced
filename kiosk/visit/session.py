"""The engine: walks one journey, keeps its journal, goes back, and reaches the world for it.

Longer than most files: the walk, its waits and its faults change one another's state, and are read together.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from kiosk.domain.events import Event
from kiosk.domain.failures import OperatorError, Reason, Unavailable
from kiosk.screens import (
    Closed,
    Commit,
    Do,
    Failed,
    Journey,
    Known,
    Opened,
    Read,
    Screen,
    Step,
    Stop,
    Watch,
    Watched,
)
from kiosk.text import Text
from kiosk.visit.commitments import Unsettled
from kiosk.visit.errands import Errands
from kiosk.visit.faults import AfterFault, cannot_go_on, not_settled_yet, read_failed, still_working
from kiosk.visit.journal import By, Entry, Journal, Kind
from kiosk.visit.world import Ended, World

T = TypeVar("T")
SHOW_WORK_AFTER, OFFER_HELP_AFTER = 1.0, 8.0  # seconds


class Unreviewed(Exception):  # noqa: N818 - it reads as what it says
    """A journey went for a commitment that nobody had agreed to on a review (A26)."""


class Session(Generic[T]):
    """One walk through one journey. Everything here happens on the desk's own thread."""

    def __init__(
        self,
        begin: Callable[[], Journey[T]],
        world: World,
        changed: Callable[[], None],
        ended: Callable[[Ended[T]], None],
    ) -> None:
        self._begin = begin
        self._world = world
        self._changed = changed
        self._ended = ended
        self.journal = Journal()
        self.screen: Screen[Any] | None = None
        self.page = 0
        self.problem: Text | None = None
        self.waiting = False
        self._step: Step[Any] | None = None
        self._answer_fault: Callable[[AfterFault], None] | None = None
        self._since = 0.0
        self._work_shown = False
        self._arrived: dict[Any, Any] = {}
        self._errands = Errands(world.runner, world.unwanted)
        self._journey = begin()

    # ------------------------------------------------------------------------- what a desk calls

    def start(self) -> None:
        """Walk to the first screen."""
        self._walk(None)

    @property
    def committing(self) -> bool:
        """Whether a commitment is on its way: nobody may leave or go back meanwhile."""
        return self.waiting and isinstance(self._step, Commit)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a screen to go back to."""
        return not self.committing and self.journal.can_go_back

    def answer(self, answer: object) -> None:
        """Answer the screen that is shown; a bad answer leaves it standing with the reason beside it."""
        screen = self.screen
        if screen is None or (self.waiting and not self._work_shown):
            return
        self.problem = screen.problem_with(answer)
        if self.problem is not None:
            self._changed()
        elif self._answer_fault is not None:
            self._answer_fault(answer if isinstance(answer, AfterFault) else AfterFault.STOP)
        elif isinstance(self._step, Watch):
            self._finish_watch(screen.taken(answer), Kind.SCREEN)
        else:
            self._go_on(Kind.SCREEN, screen.taken(answer), by=By.VISITOR)

    def back(self) -> None:
        """Go back to the last screen that was answered."""
        if self.can_go_back:
            self._let_go()
            self.journal.cut()
            self._journey.close()
            self._journey = self._begin()
            self._walk(None)

    def leave(self) -> None:
        """Break the journey off; nothing of it goes on but a commitment in flight."""
        self._let_go()
        self._journey.close()
        self._step = None
        self.screen = None

    def tick(self) -> None:
        """Let time pass: show what is being done after 1 s, and the ways out after 8 s."""
        if not self.waiting or not isinstance(self._step, Read | Commit):
            return
        waited = self._world.now() - self._since
        long = waited >= OFFER_HELP_AFTER
        if waited < SHOW_WORK_AFTER or (self._work_shown and not long):
            return
        stoppable = isinstance(self._step, Read)
        working = still_working(self._step.doing, long=long, stoppable=stoppable)
        if working != self.screen:
            self._work_shown = True
            self._show(working, self._while_working)

    # ----------------------------------------------------------------------------- walking on

    def _walk(self, entry: Entry | None) -> None:
        """Hand the journey an answer and follow it to the next step that is not remembered."""
        self.problem = None
        try:
            while True:
                step = self._resume(entry)
                if isinstance(step, Closed):
                    self._close(step)
                    entry = None
                    continue
                entry = None if isinstance(step, Do) and step.live else self.journal.remembered(step)
                if isinstance(step, Do) and step.live:
                    entry = Entry(Kind.RESULT, (), step.call(*step.arguments))
                if entry is None:
                    self._take(step)
                    return
        except StopIteration as end:
            self._end(Ended(end.value))
        except Exception as error:  # whatever a journey does, the visitor is not stranded
            self._break_off(error)

    def _resume(self, entry: Entry | None) -> Step[Any]:
        if entry is not None and entry.error is not None:
            return self._journey.throw(entry.error)
        return self._journey.send(entry.value if entry is not None else None)

    def _go_on(
        self, kind: Kind, value: object = None, error: Exception | None = None, by: By = By.KIOSK
    ) -> None:
        """Write down what came of the present step, and walk on."""
        assert self._step is not None
        entry = Entry(kind, self._step.fingerprint(), value, error, by)
        self._let_go()
        self.journal.note(entry)
        self._walk(entry)

    def _take(self, step: Step[Any]) -> None:
        """Begin a step that nobody has answered yet."""
        self._step = step
        match step:
            case Screen():
                self._show(step)
            case Read():
                self._await(step.run, Kind.RESULT)
            case Commit() if self.journal.reviewed:
                self._await(lambda _: self._world.commitments.carry_out(step), Kind.COMMITMENT)
            case Commit():
                raise Unreviewed(step.desk.name)
            case Watch():
                self._watch(step)
            case Do():
                self._go_on(Kind.RESULT, step.call(*step.arguments))
            case Opened():
                self._go_on(Kind.RESULT, self._world.memory.get(step.key))
            case _:
                raise TypeError(f"a session cannot take {type(step).__name__}")

    def _close(self, step: Closed) -> None:
        """Remember what was asked once; another talk's answer, given while this one waited, is given back."""
        known = self._world.memory.get(step.key)
        self._world.memory[step.key] = Known(step.value)
        self.journal.close(step)
        if known is not None and known.value != step.value:
            self._world.unwanted(known.value)

    def _show(self, screen: Screen[Any], answer_fault: Callable[[AfterFault], None] | None = None) -> None:
        self.screen = screen
        self.page += 1
        self.problem = None
        self._answer_fault = answer_fault
        self._changed()

    def _let_go(self) -> None:
        """Stop waiting for whatever the present step had asked for; late answers find nobody."""
        self._errands.drop()
        self.waiting = self._work_shown = False
        self._answer_fault = None

    # ------------------------------------------------------------------------- work elsewhere

    def _await(self, work: Callable[[Stop], object], kind: Kind) -> None:
        """Do the work on a worker thread; its result comes back as an answer to this very step."""
        self.waiting, self._work_shown, self._since = True, False, self._world.now()
        self._errands.send(work, lambda came: self._came(came, kind))
        self._changed()

    def _came(self, came: object, kind: Kind) -> None:
        if isinstance(came, Failed):
            self._failed(came.error, kind)
        else:
            self._go_on(kind, came)

    def _failed(self, error: Exception, kind: Kind) -> None:
        if isinstance(error, Unsettled):
            self._not_settled(error)
        elif isinstance(error, OperatorError) and error.reason is Reason.SIGNED_OUT:
            self._signed_out(error)
        elif isinstance(error, OperatorError) and not isinstance(error, Unavailable):
            self._go_on(Kind.RESULT, error=error)
        elif kind is Kind.COMMITMENT:
            self._never_again()
            self._break_off(error)
        else:
            self._read_failed(error)

    def _read_failed(self, error: Exception) -> None:
        self._world.log(Event.READ_FAILED, what=_name_of(error))
        step = self._step

        def next_move(move: AfterFault) -> None:
            if move is AfterFault.AGAIN and step is not None:
                self._let_go()
                self._take(step)
            else:
                self._after_fault(move)

        self._let_go()
        self._show(read_failed(error), next_move)

    def _signed_out(self, error: OperatorError) -> None:
        """The access has run out: whoever goes on signs in anew, and nobody walks back with the old one."""
        self._never_again()
        self._world.forget()
        self._break_off(error)

    def _not_settled(self, error: Unsettled) -> None:
        self._never_again()
        self._let_go()
        self._journey.close()
        self._show(not_settled_yet(error.reference, asks_on=error.asks_on), lambda _: self._end(Ended(None)))

    def _never_again(self) -> None:
        """Nobody may walk this step again, whatever became of it."""
        assert self._step is not None
        self.journal.note(Entry(Kind.COMMITMENT, self._step.fingerprint()))

    def _break_off(self, error: Exception) -> None:
        self._world.log(Event.DEFECT, what=_name_of(error))
        self._let_go()
        self._journey.close()
        self._show(cannot_go_on(error), self._after_fault)

    def _after_fault(self, move: AfterFault) -> None:
        if move is AfterFault.HELP:
            self._world.ask_for_help()
        else:
            self._end(Ended(None))

    def _while_working(self, move: AfterFault) -> None:
        if move is AfterFault.HELP:
            self._world.ask_for_help()
        elif move is AfterFault.STOP and not self.committing:
            self.leave()
            self._end(Ended(None))

    def _end(self, ended: Ended[T]) -> None:
        self._step = None
        self._ended(ended)

    # --------------------------------------------------------------------- several answers at once

    def _watch(self, step: Watch[Any, Any, Any]) -> None:
        self._arrived = {}
        self._show(step.show({}))
        for key, asked in step.reads:
            self._errands.send(asked.run, partial(self._arrive, step, key))

    def _arrive(self, step: Watch[Any, Any, Any], key: object, came: object) -> None:
        if isinstance(came, Failed):
            self._world.log(Event.READ_FAILED, what=_name_of(came.error))
        self._arrived[key] = came
        if step.until_all and len(self._arrived) == len(step.reads):
            self._finish_watch(None, Kind.RESULT)
        else:
            self.screen = step.show(dict(self._arrived))
            self._changed()

    def _finish_watch(self, answer: object, kind: Kind) -> None:
        by = By.VISITOR if kind is Kind.SCREEN else By.KIOSK
        self._go_on(kind, Watched(dict(self._arrived), answer), by=by)


def _name_of(error: Exception) -> str:
    """Name an error by its kind alone: its message might hold something personal."""
    return error.reason.value if isinstance(error, OperatorError) else type(error).__name__
