"""The operators' shared list of numbers that cheat (fraud-list, this project's extension)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import Cheat, FraudReceipt, FraudRecord, FraudReport
from kiosk.domain.people import Access
from kiosk.operators.china import in_china
from kiosk.operators.http import Call
from kiosk.operators.settling import sent_once, settled
from kiosk.operators.shapes import Instant, Shape, Short
from kiosk.operators.system import System

API = "fraud_list"
_CHEATS = {cheat.value: cheat for cheat in Cheat}


class _Record(Shape, frozen=True):
    """What the list knows of a number."""

    listed: bool
    reports: Annotated[int, Meta(ge=0)] = 0
    confirmed: bool = False
    category: str = ""


class _Report(Shape, frozen=True):
    """A report on file."""

    reference: Short
    created_at: Instant


class FraudList:
    """Looks numbers up, where the list can be asked here."""

    def __init__(self, system: System | None) -> None:
        self._system = system

    @property
    def connected(self) -> bool:
        """Whether the list can be asked here."""
        return self._system is not None and self._system.has(API)

    def check(self, number: str) -> FraudRecord:
        """Look a number up; raises Refused(NOT_ALLOWED) where no list is connected."""
        system = _connected(self._system)
        call = Call("POST", system.url(API, "check"), json={"number": number})
        told = system.ask_as_kiosk(call, system.by()).shaped(_Record)
        if not told.listed:
            return FraudRecord(0)
        return FraudRecord(told.reports, _CHEATS.get(told.category), told.confirmed)


class FraudReports:
    """Puts numbers on the list."""

    name = "fraud-report"
    settles = True

    def __init__(self, system: System | None) -> None:
        self._system = system

    def send(self, request: FraudReport, key: str) -> FraudReceipt:
        """Report a number under a key; the same key never reports twice."""
        return _reported(_connected(self._system), self.keep(request), key)

    def keep(self, request: FraudReport) -> Mapping[str, str]:
        """Return the number and what it did; nobody is told who reported it."""
        return {"number": request.number, "category": request.cheat.value}

    def settle(self, kept: Mapping[str, str], key: str) -> FraudReceipt:
        """Report it once more under the same key, which counts once."""
        return settled(lambda: None, lambda: _reported(_connected(self._system), kept, key))


def _reported(system: System, kept: Mapping[str, str], key: str) -> FraudReceipt:
    own = Access(system.id, token="")
    report = sent_once(system, own, system.url(API, "reports"), dict(kept), key).shaped(_Report)
    return FraudReceipt(report.reference, in_china(report.created_at))


def _connected(system: System | None) -> System:
    if system is None:
        raise Refused(Reason.NOT_ALLOWED, "no fraud list is connected")
    return system
