"""A number's bills, its use, and its limit (TMF678, TMF677, TMF637)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from kiosk.domain.bills import Bill, Cap, Charge, Part, Usage
from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.people import Access, Identity
from kiosk.operators.amounts import Amount, money_from
from kiosk.operators.answers import shaped
from kiosk.operators.bill_shapes import BillingRate, CustomerBill
from kiosk.operators.china import day_of
from kiosk.operators.deadline import Deadline
from kiosk.operators.inventory import API as INVENTORY
from kiosk.operators.labels import NAMELESS, label_from, letters, values_of
from kiosk.operators.pages import every
from kiosk.operators.product_shapes import Product
from kiosk.operators.subscriptions import of_kind, running_on
from kiosk.operators.system import System, system_of
from kiosk.operators.used import usage_of, used_so_far
from kiosk.text import Money

API = "customer_bill"
MOST_BILLS = 12
CAP_FIELDS = "id,status,productSpecification,productCharacteristic,productRelationship"
_PARTS = {
    "recurringcharge": Part.PLAN,
    "usagecharge": Part.BEYOND,
    **{part.value: part for part in Part},
}
"""A part by its own word, or by the standard's type of rate; anything else is something else."""


class Billing:
    """Reads bills and use."""

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def bills(self, identity: Identity, line_id: str) -> tuple[Bill, ...]:
        """List the last twelve months; raises Unavailable(BROKEN_ANSWER) for charges that do not add up."""
        system = system_of(self._systems, identity.operator_id)
        by = system.by()
        told = _bills(system, identity.access, line_id, by)
        charges = _charges(system, identity.access, {bill.billing_account.id for bill in told}, by)
        bills = [_bill(bill, charges.get(bill.id, ()), system.id) for bill in told]
        return tuple(sorted(bills, key=lambda bill: bill.month, reverse=True)[:MOST_BILLS])

    def usage(self, identity: Identity, line_id: str) -> tuple[Usage, ...]:
        """List the last three whole months, the newest first."""
        return usage_of(system_of(self._systems, identity.operator_id), identity.access, line_id)

    def so_far(self, identity: Identity, line_id: str) -> Usage | None:
        """Tell the use of the month under way."""
        return used_so_far(system_of(self._systems, identity.operator_id), identity.access, line_id)

    def cap(self, identity: Identity, line_id: str) -> Cap:
        """Tell the limit at which use beyond the plan stops."""
        system = system_of(self._systems, identity.operator_id)
        url = system.url(INVENTORY, "product")
        held = every(system, identity.access, url, list[Product], system.by(), fields=CAP_FIELDS)
        for product in of_kind(running_on(held, line_id), "cap"):
            limit = values_of(product.product_characteristic).get("limit")
            about = f"{system.id} cap"
            return Cap(product.id, None if limit is None else _sum(shaped(limit, Amount, about), about))
        return Cap("", None)


def _bills(system: System, access: Access, line_id: str, by: Deadline) -> list[CustomerBill]:
    """List the bills of one number; those that a server sends of others are left out."""
    url = system.url(API, "customerBill")
    told = list(every(system, access, url, list[CustomerBill], by, **{"product.id": line_id}))
    if any(not bill.product.id for bill in told):
        raise _broken(system.id, "a bill that is for no number")
    return [bill for bill in told if bill.product.id == line_id]


def _charges(
    system: System, access: Access, accounts: Iterable[str], by: Deadline
) -> Mapping[str, list[BillingRate]]:
    """List the lines of all bills of these accounts, by the bill that they stand on."""
    url = system.url(API, "appliedCustomerBillingRate")
    found: dict[str, list[BillingRate]] = {}
    for account in sorted(accounts):
        for rate in every(system, access, url, list[BillingRate], by, **{"billingAccount.id": account}):
            found.setdefault(rate.bill.id, []).append(rate)
    return found


def _bill(told: CustomerBill, rates: Iterable[BillingRate], about: str) -> Bill:
    total = _sum(told.tax_included_amount or told.amount_due, about)
    charges = tuple(_charge(rate, about) for rate in rates)
    if sum(charge.amount.fen for charge in charges) != total.fen:
        raise _broken(about, "a bill that does not add up")
    remaining = told.remaining_amount
    paid = letters(told.state) == "settled" if remaining is None else _sum(remaining, about) <= Money(0)
    return Bill(told.id, _month(told, about), total, paid, charges)


def _charge(rate: BillingRate, about: str) -> Charge:
    values = values_of(rate.characteristic)
    word = values.get("part", rate.type)
    name = label_from(values.get("displayName")) or label_from(rate.name) or NAMELESS
    part = _PARTS.get(letters(str(word)), Part.OTHER)
    return Charge(name, part, _sum(rate.tax_included_amount, about), rate.product.id)


def _month(told: CustomerBill, about: str) -> date:
    """Return the month in which the period begins; without a period, the one before the bill's day."""
    if told.billing_period.start_date_time is not None:
        return day_of(told.billing_period.start_date_time).replace(day=1)
    if told.bill_date is None:
        raise _broken(about, "a bill without its month")
    return (day_of(told.bill_date).replace(day=1) - timedelta(days=1)).replace(day=1)


def _sum(amount: Amount | None, about: str) -> Money:
    if amount is None:
        raise _broken(about, "a charge without its sum")
    return money_from(amount, about)


def _broken(about: str, what: str) -> Unavailable:
    return Unavailable(Reason.BROKEN_ANSWER, f"{about}: {what}")
