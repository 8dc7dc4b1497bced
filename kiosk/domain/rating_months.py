"""Ratings summed up by month, and only where so many have rated that nobody can be told among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.domain.ratings import Managed, Rating

FEWEST = 5
"""Nothing is told of a smaller group."""


@dataclass(frozen=True)
class Month:
    """What the ratings of a month come to; what fewer than five have answered is None."""

    first: date
    ratings: int | None
    managed: Mapping[Managed, int] | None = None
    clear: float | None = None
    """The mean from 1 to 5, as the next."""
    wait: float | None = None


def by_month(ratings: Iterable[tuple[date, Rating]]) -> tuple[Month, ...]:
    """Sum up ratings with their days, the earliest month first."""
    months: dict[date, list[Rating]] = defaultdict(list)
    for day, rating in ratings:
        months[day.replace(day=1)].append(rating)
    return tuple(summed_up(first, months[first]) for first in sorted(months))


def summed_up(first: date, ratings: list[Rating]) -> Month:
    """Sum up one month."""
    if len(ratings) < FEWEST:
        return Month(first, None)
    managed = Counter(one.managed for one in ratings if one.managed is not None)
    return Month(
        first,
        len(ratings),
        {answer: managed[answer] for answer in Managed} if managed.total() >= FEWEST else None,
        mean(one.clear for one in ratings),
        mean(one.wait for one in ratings),
    )


def mean(answers: Iterable[int | None]) -> float | None:
    """Return the mean of what was answered, or None where too few have."""
    given = [answer for answer in answers if answer is not None]
    return sum(given) / len(given) if len(given) >= FEWEST else None
