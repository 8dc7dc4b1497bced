"""The national query by SMS (一证通查): asked here, answered to the visitor's own phone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import NoReturn

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.people import National, NationalQuery, NationalReceipt
from kiosk.operators.china import e164, in_china
from kiosk.operators.counting import REFUSALS
from kiosk.operators.http import Call
from kiosk.operators.shapes import CountQuery
from kiosk.operators.system import System

ANSWER_WITHIN = timedelta(hours=48)
ONCE_IN = timedelta(hours=24)
_APIS = {National.CARDS: "subscription_count", National.ACCOUNTS: "account_count"}


class NationalDesk:
    """Hands queries to the national service, where one is configured."""

    name = "national-query"
    settles = False

    def __init__(self, system: System | None) -> None:
        self._system = system

    def send(self, request: NationalQuery, key: str) -> NationalReceipt:
        """Hand the query in; raises Refused(ASKED_RECENTLY) with `retry_after` within 24 h of the last."""
        if self._system is None:
            raise Refused(Reason.NOT_ALLOWED, "no national service is connected")
        url = self._system.url(_APIS[request.what], "queries")
        call = Call("POST", url, json=_body(request), headers={"Idempotency-Key": key})
        query = self._system.ask_as_kiosk(call, self._system.by(), REFUSALS).shaped(CountQuery)
        if query.state == "terminatedWithError":
            raise Unavailable(Reason.SYSTEM_DOWN, "the national service could not take the query")
        return _receipt(query)

    def keep(self, request: NationalQuery) -> Mapping[str, str]:
        """Return which query it was, and nothing of whom: there is nothing that must be settled."""
        return {"what": request.what.value}

    def settle(self, kept: Mapping[str, str], key: str) -> NoReturn:
        """Give up: whom it was about is not kept, so it cannot be sent again, and need not be.

        Where the query has arrived, the SMS comes by itself. Where it has not, nothing has happened, and
        the visitor, who was told so, asks again. So no ID number ever waits on a kiosk's disk.
        """
        raise Refused(Reason.NOT_FOUND, "a national query is not kept")


def _body(request: NationalQuery) -> dict[str, str]:
    return {
        "idDocumentType": "national_id_card",
        "idDocument": request.id_number.characters,
        "name": request.name.full[:64],
        "phoneNumber": e164(request.phone),
    }


def _receipt(query: CountQuery) -> NationalReceipt:
    asked_at = in_china(query.created_at)
    answer_by = in_china(query.expected_by or query.created_at + ANSWER_WITHIN)
    return NationalReceipt(query.query_id, asked_at, answer_by, asked_at + ONCE_IN)
