"""The summary of the ratings, as `main.py ratings` prints it to staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.domain.rating_months import FEWEST, Month
from kiosk.domain.ratings import Managed


def lines_of(months: Iterable[Month]) -> Iterator[str]:
    """Write a line for each month, and one where there is none."""
    written = [line_of(month) for month in months]
    yield from written or ["There are no ratings yet."]


def line_of(month: Month) -> str:
    """Write what a month comes to."""
    if month.ratings is None:
        return f"{month.first:%Y-%m}  fewer than {FEWEST} ratings: not shown"
    answers = f"done {_managed(month.managed)}  clear {_mean(month.clear)}  wait {_mean(month.wait)}"
    return f"{month.first:%Y-%m}  {month.ratings} ratings  {answers}"


def _managed(counts: Mapping[Managed, int] | None) -> str:
    """Write how many said yes, partly and no."""
    if counts is None:
        return "not shown"
    return ", ".join(f"{answer.value} {count}" for answer, count in counts.items())


def _mean(mean: float | None) -> str:
    """Write a mean of 1 to 5."""
    return "not shown" if mean is None else f"{mean:.1f} of 5"
