"""What commitments share: sent once under a key, found again, never taken for refused too soon."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.people import Access
from kiosk.operators.answers import Answer
from kiosk.operators.http import Call
from kiosk.operators.system import Refusals, System

T = TypeVar("T")
Json = dict[str, object]


def sent_once(
    system: System,
    access: Access,
    url: str,
    body: Json,
    key: str,
    *,
    refusals: Refusals | None = None,
    method: str = "POST",
) -> Answer:
    """Send a body under its key; a first try that is still under way means waiting, not a no."""
    call = Call(method, url, json=body, headers={"Idempotency-Key": key})
    try:
        return system.ask(access, call, system.by(), refusals)
    except Refused as error:
        if error.reason is Reason.CONFLICT:
            raise Unavailable(Reason.BUSY, error.detail) from None
        raise


def settled(find: Callable[[], T | None], send: Callable[[], T]) -> T:
    """Look whether it is there, and send it where it is not.

    A token that may not do it now is no answer of the operator to the visitor: it stays unsettled.
    """
    try:
        found = find()
        return send() if found is None else found
    except Refused as error:
        if error.is_about_access:
            raise Unavailable(error.reason, error.detail) from None
        raise


def customer(party: str) -> Json:
    """Name whom it is for, as TM Forum's relatedParty."""
    return {"id": party, "role": "customer", "@referredType": "Individual"}
