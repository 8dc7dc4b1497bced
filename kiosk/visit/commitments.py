"""Carrying a commitment out, once: written, sent, and settled later when its answer was lost."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.domain.events import Event, Log
from kiosk.domain.failures import Refused, Unavailable
from kiosk.screens import Commit, Commits
from kiosk.visit.outbox import Outbox, Pending, State, new_key, reference_of


class Unsettled(Exception):  # noqa: N818 - it reads as what it says
    """Nobody knows yet whether the operator has acted.

    `reference` is what the visitor takes home; `asks_on` tells whether the kiosk can go on asking.
    """

    def __init__(self, reference: str, *, asks_on: bool) -> None:
        super().__init__(reference)
        self.reference = reference
        self.asks_on = asks_on


class Commitments:
    """Sends commitments through the outbox and settles those whose answer was lost."""

    def __init__(
        self, outbox: Outbox, desks: Mapping[str, Commits[Any, Any]], now: Callable[[], float], log: Log
    ) -> None:
        self._outbox = outbox
        self._desks = desks
        self._now = now
        self._log = log
        self._settling = threading.Lock()

    def carry_out(self, step: Commit[Any]) -> object:
        """Write, send, and note the end; raises Refused, or Unsettled when the answer was lost.

        Called on a worker thread. A lost answer is asked for once more at once, under the same key.
        """
        key, desk = new_key(), step.desk
        self._outbox.write(key, desk.name, desk.keep(step.request), self._now())
        for first in (True, False):
            try:
                receipt: object = desk.send(step.request, key)
            except Refused as error:
                if error.is_about_access and not first:
                    continue  # the first try may have been heard before the access ended
                self._end(key, desk.name, State.REFUSED)
                raise
            except Unavailable:
                continue
            self._end(key, desk.name, State.DONE)
            return receipt
        self._outbox.put_off(key, self._now())
        self._log(Event.COMMITMENT_UNKNOWN, what=desk.name)
        raise Unsettled(reference_of(key), asks_on=desk.settles)

    def settle_what_is_due(self) -> None:
        """Ask after every commitment whose fate is unknown; called on a worker thread now and then."""
        if not self._settling.acquire(blocking=False):
            return  # the last round is still at it
        try:
            for pending in self._outbox.due(self._now()):
                self._settle(pending)
        finally:
            self._settling.release()

    def _settle(self, pending: Pending) -> None:
        try:
            self._desks[pending.desk].settle(pending.kept, pending.key)
        except Refused:
            self._end(pending.key, pending.desk, State.REFUSED)
        except Exception as error:  # one that cannot be settled now must not hold up the others
            if not isinstance(error, Unavailable):
                self._log(Event.DEFECT, what=type(error).__name__)
            self._outbox.put_off(pending.key, self._now())
        else:
            self._end(pending.key, pending.desk, State.DONE)

    def _end(self, key: str, desk: str, state: State) -> None:
        """Note the end; where the disk fails, the row stays open and is settled later."""
        try:
            self._outbox.settle(key, state)
        except sqlite3.Error as error:
            self._log(Event.DEFECT, what=type(error).__name__)
            return
        done = state is State.DONE
        self._log(Event.COMMITMENT_DONE if done else Event.COMMITMENT_REFUSED, what=desk)
