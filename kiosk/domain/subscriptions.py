"""What runs on a number: its plan, what was added, what binds it, and why it may be stopped (TMF637)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kiosk.domain.offers import NOTHING, Counted, PenaltyRule
from kiosk.domain.people import Line
from kiosk.text import Label, Money, PhoneNumber


class StopReason(Enum):
    """Why a number is stopped; each has its own way back."""

    ARREARS = "arrears"
    LOST = "lost"
    KEPT = "kept"
    """The customer keeps the number at a small fee (保号)."""
    PROTECTIVE = "protective"
    """The system saw a risk; not the customer's fault (反诈法 32)."""
    AUTHORITY = "authority"
    """Police or a court: information only."""
    OTHER = "other"


@dataclass(frozen=True)
class Running:
    """A plan, an add-on or a discount that runs on a number."""

    id: str
    offering_id: str
    name: Label
    summary: Label
    monthly: Money
    since: date
    until: date | None = None
    """The last day, where it ends by itself."""
    used: bool | None = None
    """Whether it was used lately; None where the operator does not tell."""
    sold_by: Label | None = None
    """A third party that sells it through the bill."""
    contract_id: str = ""
    """The contract that it belongs to and cannot leave."""


@dataclass(frozen=True)
class Contract:
    """A promise to stay until a day (合约), and what was got for it."""

    id: str
    name: Label
    got: Label
    starts: date
    ends: date
    """The last day of the promise."""
    monthly: Money
    penalty: PenaltyRule
    instalment: Money = NOTHING
    """What is still owed for a phone; paid apart, often to another company."""
    lender: Label | None = None
    """That other company, where the operator names it."""


@dataclass(frozen=True)
class Penalty:
    """A sum that can be checked: months left, times the monthly fee, times the share."""

    months: int
    monthly: Money
    percent: int

    @property
    def total(self) -> Money:
        """The sum itself, to the fen, a half rounded up."""
        return self.monthly.times(self.months).share(self.percent)


@dataclass(frozen=True)
class Subscription:
    """One number and everything that runs on it."""

    line: Line
    province: Label
    plan: Running
    add_ons: tuple[Running, ...] = ()
    discounts: tuple[Running, ...] = ()
    contracts: tuple[Contract, ...] = ()
    stop: StopReason | None = None
    stop_note: Label | None = None
    """The operator's own words on the reason, where it gives some."""
    main_number: PhoneNumber | None = None
    """The main card of a sub-card."""
    sub_cards: tuple[PhoneNumber, ...] = field(default=())
    network: str = ""
    """What the SIM card can do, as the operator tells it: 2G, 3G, 4G, 5G; empty where it does not."""

    @property
    def monthly(self) -> Money:
        """The fixed fees of a month together: plan, add-ons, less discounts."""
        total = self.plan.monthly
        for one in (*self.add_ons, *self.discounts):
            total += one.monthly
        return total


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months_left(ends: date, today: date, counted: Counted) -> int:
    """Count the months after today up to the last day of a promise, `begun` or `full` ones."""
    if today > ends:
        return 0
    full = (ends.year - today.year) * 12 + ends.month - today.month
    while full > 0 and months_later(today, full) > ends:
        full -= 1
    begun = full + (months_later(today, full) < ends)
    return begun if counted is Counted.BEGUN else full


def penalty_for(contract: Contract, today: date) -> Penalty:
    """Work out what ending today costs, by the contract's own rule."""
    rule = contract.penalty
    return Penalty(months_left(contract.ends, today, rule.months), contract.monthly, rule.percent)


def paid_so_far(monthly: Money, since: date, today: date) -> Money:
    """Work out what a monthly fee has come to: a fee for every month begun since then."""
    if today < since:
        return NOTHING
    months = (today.year - since.year) * 12 + today.month - since.month + 1
    return monthly.times(months)
