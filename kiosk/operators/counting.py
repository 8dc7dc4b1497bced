"""How many numbers run under one ID at one operator (subscription-count, this project's extension)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote, urljoin, urlsplit

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.people import Identity, LineCount
from kiosk.operators.answers import Answer
from kiosk.operators.china import e164, in_china
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.polling import looked_until
from kiosk.operators.shapes import CountQuery, OperatorCount
from kiosk.operators.system import System, system_of
from kiosk.screens import Stop

API = "subscription_count"
LONGEST = 20.0
"""Seconds for one operator's answer, polling included."""
REFUSALS = {
    "SUBSCRIPTION_COUNT.ID_DOCUMENT_MISMATCH": Reason.ID_MISMATCH,
    "QUOTA_EXCEEDED": Reason.ASKED_RECENTLY,
    "PERMISSION_DENIED": Reason.PHONE_NOT_SEEN,
}

Ask = Callable[[Call, Deadline], Answer]


class Counting:
    """Asks one operator at a time; `longest` is the time for one, in seconds."""

    def __init__(self, systems: Mapping[str, System], longest: float = LONGEST) -> None:
        self._systems = systems
        self._longest = longest

    def count(self, operator_id: str, identity: Identity, *, stop: Stop) -> LineCount:
        """Ask one operator and wait for its answer.

        Raises Refused(ID_MISMATCH, ASKED_RECENTLY), or (PHONE_NOT_SEEN) where a code must show it.
        """
        system = system_of(self._systems, operator_id)
        by = system.by(self._longest)
        ask, body = _asking(system, identity)
        url = system.url(API, "queries")
        answer = ask(Call("POST", url, json=body), by)
        query = answer.shaped(CountQuery)
        if not _ended(query):
            query = _awaited(ask, _location(url, answer, query), by, stop)
        return _count_in(query, system)


def identity_of(identity: Identity) -> dict[str, str]:
    """Write who is asked about; raises Refused(ID_MISMATCH) where the ID number is not known."""
    if identity.id_number is None:
        raise Refused(Reason.ID_MISMATCH, "no ID number")
    return {
        "idDocumentType": "national_id_card",
        "idDocument": identity.id_number.characters,
        "name": identity.name.full[:64],
    }


def _asking(system: System, identity: Identity) -> tuple[Ask, dict[str, str]]:
    """Ask with the visitor's own token at her operator, elsewhere with the kiosk's and her proven phone."""
    body = identity_of(identity)
    access = identity.access
    if access.operator_id == system.id and access.token:
        return (lambda call, by: system.ask(access, call, by, REFUSALS)), body
    if identity.phone is None:
        raise Refused(Reason.ID_MISMATCH, "no phone number")
    body["phoneNumber"] = e164(identity.phone)
    return (lambda call, by: system.ask_as_kiosk(call, by, REFUSALS)), body


def _location(url: str, answer: Answer, query: CountQuery) -> str:
    """Return where the answer will be; only on the same server, for our token goes there."""
    location = urljoin(url, answer.headers.get("location") or f"queries/{quote(query.query_id, safe='')}")
    here, there = urlsplit(url), urlsplit(location)
    if (here.scheme, here.netloc) != (there.scheme, there.netloc):
        raise Unavailable(Reason.BROKEN_ANSWER, f"{answer.about}: leads to another server")
    return location


def _awaited(ask: Ask, location: str, by: Deadline, stop: Stop) -> CountQuery:
    query = looked_until(lambda: ask(Call("GET", location), by).shaped(CountQuery), _ended, by, stop)
    if query is None:
        raise Unavailable(Reason.TIMED_OUT, "the operator is still counting")
    return query


def _ended(query: CountQuery) -> bool:
    return query.state in {"done", "terminatedWithError"}


def _count_in(query: CountQuery, system: System) -> LineCount:
    counted = _entry_of(query, system.id)
    if query.state == "terminatedWithError" or counted.status != "ok":
        raise Unavailable(Reason.SYSTEM_DOWN, f"{system.id}: could not count")
    if counted.mobile is None:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: a count without a number")
    as_of = in_china(counted.as_of or system.now())
    return LineCount(system.id, counted.mobile, counted.broadband, as_of)


def _entry_of(query: CountQuery, operator_id: str) -> OperatorCount:
    """Find this operator's entry; an only one is taken under whatever name the operator has for itself."""
    named = [entry for entry in query.counts if entry.operator_id == operator_id]
    entries = named or query.counts
    if query.state == "terminatedWithError":
        return OperatorCount(operator_id=operator_id, status="unavailable")
    if len(entries) != 1:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{operator_id}: no count of this operator")
    return entries[0]
