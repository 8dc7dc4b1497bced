"""Filing trouble tickets (TMF621), once and only once: "this one is not mine", and work orders."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Generic, TypeVar, assert_never

from kiosk.domain.people import Access, Objection, Ticket
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.operators.china import day_of, in_china
from kiosk.operators.http import Call
from kiosk.operators.settling import Json, customer, sent_once, settled
from kiosk.operators.shapes import TroubleTicket
from kiosk.operators.system import System, system_of
from kiosk.text import Money, Text, Words, t

API = "trouble_ticket"
ANSWER_WITHIN = timedelta(days=15)
"""The time an operator has to answer a complaint; used where it does not tell its own."""

R = TypeVar("R", Objection, WorkOrder)
Kept = Mapping[str, str]


class _Filing(ABC, Generic[R]):
    """Files tickets of one kind; `words` is the language of the operators' staff."""

    settles = True

    def __init__(self, systems: Mapping[str, System], words: Words) -> None:
        self._systems = systems
        self._words = words

    def send(self, request: R, key: str) -> Ticket:
        """File it under its key; the same key never files twice."""
        system = system_of(self._systems, request.operator_id)
        return self._filed(system, request.access, self.keep(request), key, *self._for_now(request))

    def _for_now(self, request: R) -> Iterable[str]:
        """Say to the operator's staff what is never kept, since it names somebody."""
        return ()

    @abstractmethod
    def keep(self, request: R) -> Kept:
        """Return what filing needs: no token, no name and no number; `party` is the operator's own id."""

    def settle(self, kept: Kept, key: str) -> Ticket:
        """Look whether the ticket is there, and file it where it is not; with the kiosk's own token."""
        system = system_of(self._systems, kept["operator"])
        own = Access(system.id, token="")
        return settled(lambda: _found(system, key), lambda: self._filed(system, own, kept, key))

    def _filed(self, system: System, access: Access, kept: Kept, key: str, *for_now: str) -> Ticket:
        told: list[str] = [one.shown(self._words) for one in self._said(kept)]
        ticket = {
            **self._ticket(kept),
            "description": " ".join([*told, *for_now]),
            "externalId": key,
            "relatedParty": [customer(kept["party"])],
        }
        answer = sent_once(system, access, system.url(API, "troubleTicket"), ticket, key)
        return _receipt(system, answer.shaped(TroubleTicket))

    @abstractmethod
    def _ticket(self, kept: Kept) -> Json:
        """Write the ticket's kind, and what it is about."""

    @abstractmethod
    def _said(self, kept: Kept) -> Iterable[Text]:
        """Say it to the operator's staff."""


class Objecting(_Filing[Objection]):
    """Files objections."""

    name = "objection"

    def keep(self, request: Objection) -> Kept:
        """Return what filing needs: whose line, and how its number ends."""
        return {
            "operator": request.operator_id,
            "party": request.access.subject,
            "line": request.line_id,
            "tail": request.number_tail,
        }

    def _ticket(self, kept: Kept) -> Json:
        return {
            "ticketType": "numberNotMine",
            "severity": "high",
            "relatedEntity": [_product(kept["line"], "disputedLine")],
        }

    def _said(self, kept: Kept) -> Iterable[Text]:
        return (t("The customer says that this number is not theirs. It ends in {tail}.", tail=kept["tail"]),)


class WorkOrders(_Filing[WorkOrder]):
    """Files work orders."""

    name = "work-order"

    def _for_now(self, request: WorkOrder) -> Iterable[str]:
        if request.contact is not None:
            yield t("Please ring the customer on {number}.", number=request.contact.digits).shown(self._words)

    def keep(self, request: WorkOrder) -> Kept:
        """Return what filing needs: what is asked, about what, for how much, and what else was said."""
        return {
            "operator": request.operator_id,
            "party": request.access.subject,
            "product": request.product_id,
            "tail": request.number_tail,
            "kind": request.kind.value,
            "fen": str(request.amount.fen) if request.amount else "",
            "said": json.dumps([one.shown(self._words) for one in request.said]),
        }

    def _ticket(self, kept: Kept) -> Json:
        urgent = WorkOrderKind(kept["kind"]) is WorkOrderKind.REPAIR
        ticket: Json = {"ticketType": kept["kind"], "severity": "high" if urgent else "medium"}
        if kept["product"]:
            ticket["relatedEntity"] = [_product(kept["product"], "concerned")]
        if said := json.loads(kept["said"]):
            ticket["note"] = [{"text": one, "author": kept["party"]} for one in said]
        return ticket

    def _said(self, kept: Kept) -> Iterator[Text]:
        yield _asked(WorkOrderKind(kept["kind"]))
        if kept["tail"]:
            yield t("The number ends in {tail}.", tail=kept["tail"])
        if kept["fen"]:
            yield t("It is about {amount}.", amount=Money(int(kept["fen"])))


def _asked(kind: WorkOrderKind) -> Text:
    match kind:
        case WorkOrderKind.REFUND:
            return t("The customer asks for money back.")
        case WorkOrderKind.CONTRACT_OBJECTION:
            return t("The customer objects to a contract.")
        case WorkOrderKind.DISCOUNT_DENIED:
            return t("The customer asks why a discount was denied.")
        case WorkOrderKind.PROTECTIVE_STOP:
            return t("The customer asks to check a protective stop.")
        case WorkOrderKind.TRANSFER:
            return t("The customer wants to hand over a sub-card.")
        case WorkOrderKind.REPAIR:
            return t("The customer asks for a repair.")
        case WorkOrderKind.OUTAGE:
            return t("Please tell the customer by SMS when the outage is over.")
        case WorkOrderKind.COMPLAINT:
            return t("The customer makes a complaint.")
        case _:
            assert_never(kind)


def _product(id_: str, role: str) -> Json:
    return {"id": id_, "role": role, "@referredType": "Product"}


def _found(system: System, key: str) -> Ticket | None:
    call = Call("GET", system.url(API, "troubleTicket"), query={"externalId": key})
    tickets = system.ask_as_kiosk(call, system.by()).shaped(list[TroubleTicket])
    return next((_receipt(system, ticket) for ticket in tickets if ticket.external_id == key), None)


def _receipt(system: System, ticket: TroubleTicket) -> Ticket:
    until = ticket.expected_resolution_date
    return Ticket(ticket.id, due_of(system, ticket), until and in_china(until))


def due_of(system: System, ticket: TroubleTicket) -> date:
    """Return the day by which an operator answers."""
    filed = ticket.creation_date or system.now()
    return day_of(ticket.expected_resolution_date or filed + ANSWER_WITHIN)
