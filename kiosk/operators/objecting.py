"""Filing "this one is not mine" as a trouble ticket (TMF621), once and only once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.people import Access, Objection, Ticket
from kiosk.operators.china import day_of
from kiosk.operators.http import Call
from kiosk.operators.shapes import TroubleTicket
from kiosk.operators.system import System, system_of
from kiosk.text import Words, t

API = "trouble_ticket"
ANSWER_WITHIN = timedelta(days=15)
"""The time an operator has to answer a complaint; used where it does not tell its own."""

Json = dict[str, object]


class Objecting:
    """Files objections; `words` is the language of the operators' staff."""

    name = "objection"
    settles = True

    def __init__(self, systems: Mapping[str, System], words: Words) -> None:
        self._systems = systems
        self._words = words

    def send(self, request: Objection, key: str) -> Ticket:
        """File it under its key; the same key never files twice."""
        system = system_of(self._systems, request.operator_id)
        return _filed(system, request.access, self._ticket(self.keep(request), key), key)

    def keep(self, request: Objection) -> Mapping[str, str]:
        """Return what filing needs: no token, no name and no number; `party` is the operator's own id."""
        return {
            "operator": request.operator_id,
            "party": request.access.subject,
            "line": request.line_id,
            "tail": request.number_tail,
        }

    def settle(self, kept: Mapping[str, str], key: str) -> Ticket:
        """Look whether the ticket is there, and file it where it is not; with the kiosk's own token.

        A token that may not do it now is no answer of the operator to the visitor: it stays unsettled.
        """
        system = system_of(self._systems, kept["operator"])
        try:
            found = _found(system, key)
            if found is not None:
                return _receipt(system, found)
            return _filed(system, Access(system.id, token=""), self._ticket(kept, key), key)
        except Refused as error:
            if error.reason in {Reason.NOT_ALLOWED, Reason.SIGNED_OUT}:
                raise Unavailable(error.reason, error.detail) from None
            raise

    def _ticket(self, kept: Mapping[str, str], key: str) -> Json:
        said = t("The customer says that this number is not theirs. It ends in {tail}.", tail=kept["tail"])
        return {
            "ticketType": "numberNotMine",
            "severity": "high",
            "description": said.shown(self._words),
            "externalId": key,
            "relatedParty": [{"id": kept["party"], "role": "customer", "@referredType": "Individual"}],
            "relatedEntity": [{"id": kept["line"], "role": "disputedLine", "@referredType": "Product"}],
        }


def _filed(system: System, access: Access, ticket: Json, key: str) -> Ticket:
    call = Call("POST", system.url(API, "troubleTicket"), json=ticket, headers={"Idempotency-Key": key})
    try:
        answer = system.ask(access, call, system.by())
    except Refused as error:
        if error.reason is Reason.CONFLICT:  # the first try under this key is still under way
            raise Unavailable(Reason.BUSY, error.detail) from None
        raise
    return _receipt(system, answer.shaped(TroubleTicket))


def _found(system: System, key: str) -> TroubleTicket | None:
    call = Call("GET", system.url(API, "troubleTicket"), query={"externalId": key})
    tickets = system.ask_as_kiosk(call, system.by()).shaped(list[TroubleTicket])
    return next((ticket for ticket in tickets if ticket.external_id == key), None)


def _receipt(system: System, ticket: TroubleTicket) -> Ticket:
    due = ticket.expected_resolution_date or system.now() + ANSWER_WITHIN
    return Ticket(ticket.id, day_of(due))
