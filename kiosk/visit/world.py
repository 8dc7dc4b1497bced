"""What all talks of one visit share, and how a talk ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from kiosk.domain.events import Log
from kiosk.screens import Known
from kiosk.visit.commitments import Commitments
from kiosk.visit.runner import Runner

T = TypeVar("T")


def _nobody() -> None:
    """Nobody is asked for help, and nothing is forgotten, before a visit has begun."""


def _dropped(_: object) -> None:
    """What nobody waits for any more is dropped."""


@dataclass(frozen=True)
class World:
    """Threads, commitments, time, what was asked once, and the ways to help and to forget."""

    runner: Runner
    commitments: Commitments
    now: Callable[[], float]
    log: Log
    memory: dict[str, Known[Any]] = field(default_factory=dict)
    ask_for_help: Callable[[], None] = _nobody
    forget: Callable[[], None] = _nobody
    """Give back what was signed in, and forget what was asked once."""
    unwanted: Callable[[object], None] = _dropped
    """Take a result that came too late, or that another one has replaced."""


@dataclass(frozen=True)
class Ended(Generic[T]):
    """How a journey ended: with an outcome, or broken off (None)."""

    outcome: T | None
