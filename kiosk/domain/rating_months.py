"""Ratings summed up by month, and only so far that nobody can be told among them, nor by subtraction.

A month is told of once it has ended: what grows while people look on tells what the last of them has said.
"""

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
    managed: Mapping[Managed, int | None] | None = None
    clear: float | None = None
    """The mean from 1 to 5 in halves, as the next."""
    manner: float | None = None


def by_month(ratings: Iterable[tuple[date, Rating]], today: date) -> tuple[Month, ...]:
    """Sum up ratings with days of their months, the earliest month first; not yet the present one."""
    months: dict[date, list[Rating]] = defaultdict(list)
    for day, rating in ratings:
        months[day.replace(day=1)].append(rating)
    return tuple(summed_up(first, months[first]) for first in sorted(months) if first < today.replace(day=1))


def summed_up(first: date, ratings: list[Rating]) -> Month:
    """Sum up one month."""
    if len(ratings) < FEWEST:
        return Month(first, None)
    return Month(
        first,
        len(ratings),
        counts(Counter(one.managed for one in ratings if one.managed is not None)),
        mean(one.clear for one in ratings),
        mean(one.manner for one in ratings),
    )


def counts(given: Mapping[Managed, int]) -> Mapping[Managed, int | None] | None:
    """Return how often each was answered, None for one to four.

    While these could be had by subtraction, the smallest of the others go too.
    """
    if sum(given.values()) < FEWEST:
        return None
    told: dict[Managed, int | None] = {one: given.get(one, 0) for one in Managed}
    left_out = {one: count for one, count in given.items() if 0 < count < FEWEST}
    for next_smallest in sorted({count for count in given.values() if count >= FEWEST}):
        if not could_be_had([*left_out.values()]):
            break
        left_out |= {one: count for one, count in given.items() if count == next_smallest}
    return told | dict.fromkeys(left_out)


def could_be_had(left_out: list[int]) -> bool:
    """Tell whether counts can be worked out from their sum: noughts are told, so each is one at least.

    A single one is the sum itself; a few are known nearly or quite; and all of four are the most they can be.
    """
    return len(left_out) == 1 or 0 < sum(left_out) < FEWEST or set(left_out) == {FEWEST - 1}


def mean(answers: Iterable[int | None]) -> float | None:
    """Return the mean of what was answered in halves, or None where too few have."""
    given = [answer for answer in answers if answer is not None]
    return round(2 * sum(given) / len(given)) / 2 if len(given) >= FEWEST else None
