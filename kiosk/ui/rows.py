"""Blocks of several rows of a kind, as plain values: what changes, a chart's bars, and a line of steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.screens import Mark
from kiosk.ui.blocks import Block


@dataclass(frozen=True, kw_only=True)
class RowOf:
    """One row; `said` is all of it in a sentence."""

    said: str


@dataclass(frozen=True, kw_only=True)
class ChangeRow(RowOf):
    """A thing as it is now, and as it will be; `alone` says which of both it is."""

    label: str
    now: str
    after: str
    now_alone: str
    after_alone: str
    big: bool = False


@dataclass(frozen=True, kw_only=True)
class BarRow(RowOf):
    """One bar: its words, and its length in a unit that all bars share."""

    label: str
    value: str
    amount: int
    mark: Mark = Mark.NONE


class StepState(Enum):
    """Where a step stands: behind, under way, held up, or still to come."""

    DONE = "done"
    NOW = "now"
    HALTED = "halted"
    TO_COME = "to come"


@dataclass(frozen=True, kw_only=True)
class StepRow(RowOf):
    """One step with its number."""

    label: str
    number: int
    state: StepState


@dataclass(frozen=True, kw_only=True)
class Rows(Block):
    """Rows of a kind that are set together."""

    rows: tuple[RowOf, ...]

    @property
    def said(self) -> str:
        """All rows in sentences."""
        return ". ".join(row.said for row in self.rows)


@dataclass(frozen=True, kw_only=True)
class Changes(Rows):
    """What changes, side by side below the words for `now` and `after`."""

    rows: tuple[ChangeRow, ...]
    now: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Chart(Rows):
    """Bars below a title, lying or upright; `among` are all that share their scale and their columns."""

    rows: tuple[BarRow, ...]
    title: str
    among: tuple[BarRow, ...]
    upright: bool = False

    @property
    def said(self) -> str:
        """The title and all bars in sentences."""
        return ". ".join(filter(None, (self.title, super().said)))


@dataclass(frozen=True, kw_only=True)
class StepLine(Rows):
    """Steps in a line."""

    rows: tuple[StepRow, ...]
