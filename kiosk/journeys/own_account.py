"""The account behind one of one's own numbers: what is left on it, and paying what is owed."""

from __future__ import annotations

from kiosk.domain.bills import Payee
from kiosk.domain.failures import Refused
from kiosk.domain.people import Identity, Line
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.hall import Hall
from kiosk.journeys.pay import Outcome, pay_for
from kiosk.screens import Read, read
from kiosk.text import t


def the_account(hall: Hall, identity: Identity, line: Line) -> Read[Payee]:
    """Find the account behind a number; raises Refused where the operator does not tell."""
    doing = t("Looking at the account")
    return read(hall.desks.pay.payee, identity.operator_id, line.number, doing=doing)


async def pay_what_is_owed(hall: Hall, identity: Identity, line: Line) -> Outcome:
    """Pay for one's own number; where the account is not found, staff take the money."""
    try:
        payee = await the_account(hall, identity, line)
    except Refused:
        await staff_take_over(hall, t("Staff find out what is to be paid."))
    return await pay_for(hall, payee, line.number)
