"""交费: paying for a number, one's own or another's, with one's own phone; the number is read back first."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.bills import Payee, Payment, PaymentDue, PaymentRequest, PaymentState
from kiosk.domain.failures import Reason, Refused
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.hall import Hall
from kiosk.journeys.how_much import CASH, how_much
from kiosk.journeys.pay_words import (
    could_not_be_begun,
    is_this_right,
    it_is_paid,
    it_was_not_paid,
    not_known_there,
    not_known_yet,
    nothing_was_paid,
    pay_at_the_counter,
    pay_with_your_phone,
    which_company_gets_it,
    which_number_gets_it,
)
from kiosk.screens import Failed, Watch, commit, read, until_told
from kiosk.text import Money, PhoneNumber, t

PAID = "paid"


class Outcome(Enum):
    """How the conversation ended."""

    PAID = "paid"
    NOT_PAID = "not_paid"
    AT_THE_COUNTER = "at_the_counter"
    KEPT = "kept"


async def pay(hall: Hall) -> Outcome:
    """Ask for company and number, then pay for it."""
    while True:
        operator = hall.operator(await which_company_gets_it(hall))
        phone = PhoneNumber(await which_number_gets_it())
        try:
            payee = await read(hall.desks.pay.payee, operator.id, phone, doing=t("Looking for the number"))
        except Refused as refused:
            if refused.reason is not Reason.NOT_FOUND:
                await could_not_be_begun()
                return Outcome.NOT_PAID
            if not await not_known_there(operator):
                await staff_take_over(hall, t("Staff find the number with you."))
            continue
        return await pay_for(hall, payee, phone)


async def pay_for(hall: Hall, payee: Payee, phone: PhoneNumber) -> Outcome:
    """Choose the sum, read it all back, and have it paid with the visitor's own phone."""
    amount = await how_much(payee, phone)
    if amount == CASH:
        await pay_at_the_counter(hall, payee, phone)
        return Outcome.AT_THE_COUNTER
    request = PaymentRequest(payee, Money.yuan(amount), phone.tail.digits)
    if not await is_this_right(hall, request, phone):
        await nothing_was_paid()
        return Outcome.KEPT
    try:
        due = await commit(hall.desks.payments, request, doing=t("Preparing the payment"))
    except Refused:
        await could_not_be_begun()
        return Outcome.NOT_PAID
    return await until_it_is_paid(hall, request, due)


async def until_it_is_paid(hall: Hall, request: PaymentRequest, due: PaymentDue) -> Outcome:
    """Show the code to pay with until the payment has ended, or the visitor would rather not."""
    seen = await Watch(
        reads=((PAID, until_told(hall.desks.pay.paid, due)),),
        show=lambda _: pay_with_your_phone(request, due),
        until_all=True,
    )
    ended = seen.arrived.get(PAID)
    if not isinstance(ended, Payment):
        await not_known_yet(due, asked=isinstance(ended, Failed))
        return Outcome.NOT_PAID
    if ended.state is PaymentState.COMPLETED:
        await it_is_paid(hall, request, ended)
        return Outcome.PAID
    await it_was_not_paid()
    return Outcome.NOT_PAID
