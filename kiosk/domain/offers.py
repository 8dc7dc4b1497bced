"""What an operator sells: plans, add-ons and discounts, as its catalogue publishes them (TMF620)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.text import Label, Money

NOTHING = Money(0)


@dataclass(frozen=True)
class Allowance:
    """What a month holds: minutes of calls, megabytes of data, text messages."""

    minutes: int = 0
    megabytes: int = 0
    messages: int = 0

    def covers(self, use: Allowance) -> bool:
        """Tell whether a month of such use fits in."""
        return (
            self.minutes >= use.minutes and self.megabytes >= use.megabytes and self.messages >= use.messages
        )


@dataclass(frozen=True)
class Beyond:
    """What use beyond the allowance costs."""

    minute: Money
    gigabyte: Money
    capped: bool = False
    """Use stops at a limit, so that no bill grows without end."""


class Counted(Enum):
    """Which months of a contract are paid for when it ends early."""

    BEGUN = "begun"
    FULL = "full"


@dataclass(frozen=True)
class PenaltyRule:
    """The catalogue's own rule for ending early: a share of the fee for each month left."""

    percent: int
    months: Counted = Counted.BEGUN


@dataclass(frozen=True)
class Offering:
    """Something on sale, with everything that must be said before anybody takes it."""

    id: str
    number: str
    """The published number (资费方案编号)."""
    name: Label
    summary: Label
    """One plain sentence, made for speech."""
    monthly: Money
    """The fee of a month; what a discount takes off is below nothing."""
    allowance: Allowance = Allowance()
    beyond: Beyond | None = None
    term_months: int = 0
    """The months it binds; 0 binds nobody."""
    penalty: PenaltyRule | None = None
    recheck_months: int = 0
    """Months after which the right to it is looked at again; 0: never."""
    sold_until: date | None = None
    age_from: int = 0
    """It is meant for people from this age on; 0: for everybody."""
    certificates: tuple[int, ...] = ()
    """The kinds of certificate of disability that it is meant for; none: nobody is asked for one."""


def cheapest_first(offerings: Iterable[Offering]) -> tuple[Offering, ...]:
    """Sort by the monthly fee, the same fee by the larger allowance."""
    return tuple(
        sorted(offerings, key=lambda one: (one.monthly, -one.allowance.megabytes, -one.allowance.minutes))
    )


def first_of_next_month(day: date) -> date:
    """Return the day from which a change usually counts."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
