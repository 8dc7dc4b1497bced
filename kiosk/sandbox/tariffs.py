"""What the sandbox's operators sell, as values: prices in fen, what a month holds, and for whom it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kiosk.domain.subscriptions import months_later

Category = Literal["plan", "addOn", "discount", "broadband"]
Names = tuple[str, str]
"""In Chinese and in English."""

FIRST_DAY = date(2025, 1, 1)
"""The day from which the whole catalogue is valid."""


@dataclass(frozen=True)
class BeyondFees:
    """What use beyond the allowance costs, in fen; `capped` use stops at a limit."""

    minute: int
    gigabyte: int
    capped: bool = False


@dataclass(frozen=True)
class Tariff:
    """One thing on sale, or not on sale any more, with the operator's own rules for it."""

    id: str
    number: str
    """The published number (资费方案编号)."""
    category: Category
    name: Names
    summary: Names
    fen: int
    """The fee of a month; below nothing for a discount."""
    minutes: int = 0
    megabytes: int = 0
    messages: int = 0
    beyond: BeyondFees | None = None
    age_from: int = 0
    certificates: tuple[int, ...] = ()
    """The kinds of certificate of disability that open it; none: nobody is asked for one."""
    newcomers_only: bool = False
    only_with: str = ""
    """The plan that it goes with alone."""
    family: bool = False
    """It carries broadband and sub-cards."""
    term_months: int = 0
    penalty_percent: int = 0
    recheck_months: int = 0
    downstream: int = 0
    """How fast its broadband is, in Mbit/s."""
    television: bool = False
    on_sale: bool = True
    sold_until: date | None = None

    def is_sold_on(self, day: date) -> bool:
        """Tell whether it is on sale."""
        return self.on_sale and (self.sold_until is None or day <= self.sold_until)

    def last_day(self, since: date) -> date | None:
        """Return the last day of a right that must be looked at again; None where it goes on."""
        if not self.recheck_months:
            return None
        return months_later(since, self.recheck_months) - timedelta(days=1)
