"""Carrying a commitment out, once: written, sent, and settled later when its answer was lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.domain.events import Event, Log
from kiosk.domain.failures import Refused, Unavailable
from kiosk.screens import Commit, Commits
from kiosk.visit.outbox import Outbox, State, new_key, reference_of


class Unsettled(Exception):  # noqa: N818 - it reads as what it says
    """Nobody knows yet whether the operator has acted; `reference` is what the visitor takes home."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class Commitments:
    """Sends commitments through the outbox and settles those whose answer was lost."""

    def __init__(
        self, outbox: Outbox, desks: Mapping[str, Commits[Any, Any]], now: Callable[[], float], log: Log
    ) -> None:
        self._outbox = outbox
        self._desks = desks
        self._now = now
        self._log = log

    def carry_out(self, step: Commit[Any]) -> object:
        """Write, send, and note the end; raises Refused, or Unsettled when the answer was lost.

        Called on a worker thread. A lost answer is asked for once more at once, under the same key.
        """
        key, desk = new_key(), step.desk
        self._outbox.write(key, desk.name, desk.keep(step.request), self._now())
        for _ in range(2):
            try:
                receipt: object = desk.send(step.request, key)
            except Refused:
                self._end(key, desk.name, State.REFUSED)
                raise
            except Unavailable:
                continue
            self._end(key, desk.name, State.DONE)
            return receipt
        self._outbox.put_off(key, self._now())
        self._log(Event.COMMITMENT_UNKNOWN, what=desk.name)
        raise Unsettled(reference_of(key))

    def settle_what_is_due(self) -> None:
        """Ask after every commitment whose fate is unknown; called on a worker thread now and then."""
        for pending in self._outbox.due(self._now()):
            desk = self._desks.get(pending.desk)
            if desk is None:
                self._outbox.put_off(pending.key, self._now())
                continue
            try:
                desk.settle(pending.kept, pending.key)
            except Refused:
                self._end(pending.key, pending.desk, State.REFUSED)
            except Unavailable:
                self._outbox.put_off(pending.key, self._now())
            else:
                self._end(pending.key, pending.desk, State.DONE)

    def _end(self, key: str, desk: str, state: State) -> None:
        self._outbox.settle(key, state)
        done = state is State.DONE
        self._log(Event.COMMITMENT_DONE if done else Event.COMMITMENT_REFUSED, what=desk)
