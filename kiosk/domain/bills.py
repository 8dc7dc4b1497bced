"""Bills, what was used, and what is owed (TMF678, TMF677, TMF654, TMF676)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from kiosk.domain.offers import Allowance
from kiosk.text import Label, Money

SUDDEN = 5
"""A month over so many times the mean of the three before must be told (电信条例 33)."""


class Part(Enum):
    """The three parts of a bill that people understand."""

    PLAN = "plan"
    BEYOND = "beyond"
    OTHER = "other"


@dataclass(frozen=True)
class Charge:
    """One line of a bill; `product_id` is the running thing it is for, where there is one."""

    name: Label
    part: Part
    amount: Money
    product_id: str = ""


@dataclass(frozen=True)
class Bill:
    """One month's bill; its charges come to its total."""

    id: str
    month: date
    """The first day of the month."""
    total: Money
    paid: bool
    charges: tuple[Charge, ...]

    def sum_of(self, part: Part) -> Money:
        """Return what one part came to."""
        total = Money(0)
        for charge in self.charges:
            if charge.part is part:
                total += charge.amount
        return total


def is_sudden(bills: Sequence[Bill]) -> bool:
    """Tell whether the newest bill, the first, is over five times the mean of the three before it."""
    if len(bills) < 4:
        return False
    before = sum(bill.total.fen for bill in bills[1:4])
    return bills[0].total.fen * 3 > before * SUDDEN


@dataclass(frozen=True)
class Usage:
    """What was used in one month, and what the plan held then."""

    month: date
    used: Allowance
    held: Allowance


def usual_use(months: Sequence[Usage]) -> Allowance:
    """Return the most that was used in any of these months, so that a plan which fits it, fits."""
    if not months:
        return Allowance()
    return Allowance(
        max(month.used.minutes for month in months),
        max(month.used.megabytes for month in months),
        max(month.used.messages for month in months),
    )


@dataclass(frozen=True)
class Cap:
    """The limit at which use beyond the plan stops (超套封顶)."""

    product_id: str
    """What runs it on the number; empty where it is off."""
    limit: Money | None
    """None: no limit, use goes on and costs go on."""


@dataclass(frozen=True)
class Payee:
    """The account behind a number, as much of it as a payer may see."""

    operator_id: str
    account_id: str = field(repr=False)
    shown_name: str = field(repr=False)
    """The holder's name as the operator masks it: 王* or *英."""
    owed: Money
    balance: Money
    """What is left on the account; nothing where something is owed."""


class PaymentState(Enum):
    """How a payment stands (TMF676)."""

    CREATED = "created"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class PaymentRequest:
    """So much for the account behind a number."""

    payee: Payee
    amount: Money
    number_tail: str = field(repr=False)


@dataclass(frozen=True)
class PaymentDue:
    """A payment that waits for the payer's own phone: a code to scan, for a while."""

    id: str
    operator_id: str
    link: str = field(repr=False)
    site: str
    lasts: int
    """Validity in seconds."""


@dataclass(frozen=True)
class Payment:
    """How a payment ended."""

    id: str
    state: PaymentState
    at: datetime
