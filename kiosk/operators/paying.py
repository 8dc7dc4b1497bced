"""Paying for a number with one's own phone: the account behind it (TMF666, 654), and the payment (TMF676)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from kiosk.domain.bills import Payee, Payment, PaymentDue, PaymentRequest, PaymentState
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.people import Access
from kiosk.operators.amounts import Amount, amount_of, money_from
from kiosk.operators.bill_shapes import BillingAccount, Bucket, PaymentTold
from kiosk.operators.china import e164, in_china
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.labels import letters
from kiosk.operators.polling import looked_until
from kiosk.operators.provider import as_safe_as
from kiosk.operators.settling import Json, sent_once, settled
from kiosk.operators.system import System, system_of
from kiosk.screens import Stop
from kiosk.text import Money, PhoneNumber

ACCOUNT, BALANCE, API = "account", "balance", "payment"
PHONE_FILTER = "contact.contactMedium.characteristic.phoneNumber"
SHORTEST, LONGEST, USUAL = 30, 900, 300
"""Seconds for which a code to pay with can be good, and for which it is where nothing is told."""
GRACE = 10.0
"""Seconds after a code's end in which a last payment may still come in."""
_STATES = {
    "completed": PaymentState.COMPLETED,
    "done": PaymentState.COMPLETED,
    "captured": PaymentState.COMPLETED,
    "failed": PaymentState.FAILED,
    "denied": PaymentState.FAILED,
    "cancelled": PaymentState.CANCELLED,
    "canceled": PaymentState.CANCELLED,
}
"""The ends of a payment, in the words that operators and the standard's example use."""


class Paying:
    """Finds whom a payment is for, and waits until it has ended."""

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def payee(self, operator_id: str, phone: PhoneNumber) -> Payee:
        """Find the account behind a number; raises Refused(NOT_FOUND)."""
        system = system_of(self._systems, operator_id)
        by = system.by()
        call = Call("GET", system.url(ACCOUNT, "billingAccount"), query={PHONE_FILTER: e164(phone)})
        accounts = system.ask_as_kiosk(call, by).shaped(list[BillingAccount])
        if not accounts:
            raise Refused(Reason.NOT_FOUND, f"{system.id}: no account behind the number")
        if len(accounts) > 1:
            raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: several accounts behind one number")
        balance = _balance(system, accounts[0].id, by)
        owed, left = Money(max(0, -balance.fen)), Money(max(0, balance.fen))
        return Payee(system.id, accounts[0].id, accounts[0].name, owed, left)

    def paid(self, due: PaymentDue, *, stop: Stop) -> Payment:
        """Wait until a payment has ended; raises Unavailable(TIMED_OUT) for one that never does."""
        system = system_of(self._systems, due.operator_id)
        by = system.by(due.lasts + GRACE)
        call = Call("GET", system.url(API, f"payment/{quote(due.id, safe='')}"))
        told = looked_until(
            lambda: system.ask_as_kiosk(call, by).shaped(PaymentTold),
            lambda payment: _state(payment) is not PaymentState.CREATED,
            by,
            stop,
        )
        if told is None:
            raise Unavailable(Reason.TIMED_OUT, f"{system.id}: the payment has not ended")
        at = in_china(told.status_date or system.now())
        return Payment(told.id, _state(told), at)


class Payments:
    """Begins payments, each once."""

    name = "payment"
    settles = True

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def send(self, request: PaymentRequest, key: str) -> PaymentDue:
        """Begin a payment under its key; the same key never begins two."""
        system = system_of(self._systems, request.payee.operator_id)
        url, own = system.url(API, "payment"), Access(system.id, token="")
        told = sent_once(system, own, url, _body(request, key), key).shaped(PaymentTold)
        if not as_safe_as(system.settings.issuer, told.payment_method.redirect_uri):
            raise Unavailable(Reason.INSECURE, f"{system.id}: the link for the phone is not safe")
        return _due(system, told)

    def keep(self, request: PaymentRequest) -> Mapping[str, str]:
        """Return who is asked: its key is all that finding a payment takes, and none is begun anew."""
        return {"operator": request.payee.operator_id}

    def settle(self, kept: Mapping[str, str], key: str) -> PaymentDue:
        """Look whether it was begun; nobody has seen its code, so that it ends by itself, unpaid.

        Raises Refused(NOT_FOUND) where it was not: a payment never begins without the visitor.
        """
        system = system_of(self._systems, kept["operator"])
        return settled(lambda: _found(system, key), lambda: _nothing(system))


def _balance(system: System, account_id: str, by: Deadline) -> Money:
    """Return the money on an account; below nothing it is owed."""
    call = Call("GET", system.url(BALANCE, "bucket"), query={"partyAccount.id": account_id})
    told = system.ask_as_kiosk(call, by).shaped(list[Bucket])
    buckets = [one for one in told if one.party_account.id == account_id and one.usage_type == "monetary"]
    if not buckets:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: an account without a balance")
    values = [Amount(one.remaining_value.units, one.remaining_value.amount) for one in buckets]
    return Money(sum(money_from(value, system.id).fen for value in values))


def _body(request: PaymentRequest, key: str) -> Json:
    sum_to_pay = amount_of(request.amount)
    return {
        "correlatorId": key,
        "account": {"id": request.payee.account_id, "@referredType": "BillingAccount"},
        "amount": sum_to_pay,
        "totalAmount": sum_to_pay,
        "channel": {"id": "kiosk", "name": "kiosk"},
        "paymentMethod": {"@type": "qrCode", "@baseType": "PaymentMethod"},
    }


def _due(system: System, told: PaymentTold) -> PaymentDue:
    """Read the code to scan, and how long it is good."""
    link, valid = told.payment_method.redirect_uri, told.payment_method.valid_for
    lasts = USUAL
    if valid.start_date_time is not None and valid.end_date_time is not None:
        lasts = int((valid.end_date_time - valid.start_date_time).total_seconds())
    lasts = max(SHORTEST, min(LONGEST, lasts))
    return PaymentDue(told.id, system.id, link, urlsplit(link).hostname or "", lasts)


def _found(system: System, key: str) -> PaymentDue | None:
    call = Call("GET", system.url(API, "payment"), query={"correlatorId": key})
    payments = system.ask_as_kiosk(call, system.by()).shaped(list[PaymentTold])
    found = next((payment for payment in payments if payment.correlator_id == key), None)
    return None if found is None else _due(system, found)


def _nothing(system: System) -> PaymentDue:
    raise Refused(Reason.NOT_FOUND, f"{system.id}: the payment was not begun")


def _state(payment: PaymentTold) -> PaymentState:
    """Return the state; whatever is not known to be an end is no end."""
    return _STATES.get(letters(payment.status), PaymentState.CREATED)
