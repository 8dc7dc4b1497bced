"""The summary of the ratings, as `main.py ratings` prints it to staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.domain.rating_months import Month
from kiosk.domain.ratings import Managed

FEW, HIDDEN = "fewer than five", "not shown"
WHY_HIDDEN = f"{HIDDEN}: {FEW}, or what would give them away by subtraction"


def lines_of(months: Iterable[Month]) -> Iterator[str]:
    """Write a line for each month, and one where there is none."""
    written = [line_of(month) for month in months]
    yield from written or ["There are no ratings of a month that has ended."]
    if any(HIDDEN in line for line in written):
        yield WHY_HIDDEN


def line_of(month: Month) -> str:
    """Write what a month comes to."""
    if month.ratings is None:
        return f"{month.first:%Y-%m}  {FEW} ratings"
    answers = f"done {_managed(month.managed)}  clear {_mean(month.clear)}  treated {_mean(month.manner)}"
    return f"{month.first:%Y-%m}  {month.ratings} ratings  {answers}"


def _managed(counts: Mapping[Managed, int | None] | None) -> str:
    """Write how many said yes, partly and no."""
    if counts is None:
        return FEW
    told = (f"{answer.value} {HIDDEN if count is None else count}" for answer, count in counts.items())
    return ", ".join(told)


def _mean(mean: float | None) -> str:
    """Write a mean of 1 to 5."""
    return FEW if mean is None else f"{mean:.1f} of 5"
