"""Everything that may be logged: a catalogue of events whose details can hold nothing personal."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Protocol


class Event(StrEnum):
    """What happened, in the words of the log."""

    WINDOW_SHOWN = "window_shown"
    NO_SOUND = "no_sound"
    VOICE_FAILED = "voice_failed"
    VISIT_BEGAN = "visit_began"
    VISIT_ENDED = "visit_ended"
    VISIT_TIMED_OUT = "visit_timed_out"
    JOURNEY_BEGAN = "journey_began"
    JOURNEY_ENDED = "journey_ended"
    READ_FAILED = "read_failed"
    COMMITMENT_DONE = "commitment_done"
    COMMITMENT_REFUSED = "commitment_refused"
    COMMITMENT_UNKNOWN = "commitment_unknown"
    HELP_CALLED = "help_called"
    DEVICE_FAILED = "device_failed"
    TREE_LEFT_OUT = "tree_left_out"
    TREE_NOT_TRANSLATED = "tree_not_translated"
    GUARD_IS_OLD = "guard_is_old"
    DEFECT = "defect"


class Log(Protocol):
    """Where events go. Details are numbers and members of enumerations; code places name a line of code."""

    def __call__(self, event: Event, *, what: Enum | str = "", number: int = 0) -> None:
        """Note an event. `what` is a name from the program (a journey, a fault tree), never of a person."""


def no_log(event: Event, *, what: Enum | str = "", number: int = 0) -> None:
    """Note nothing."""
