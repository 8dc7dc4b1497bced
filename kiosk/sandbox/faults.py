"""Misbehaviour on order: what an operator's API does wrong until it is told to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["slow", "error", "lie", "drop", "down", "none"]
ApiName = Literal[
    "oauth",
    "party",
    "product_inventory",
    "trouble_ticket",
    "product_catalog",
    "qualification",
    "product_order",
    "customer_bill",
    "usage",
    "account",
    "balance",
    "payment",
    "resource",
    "kyc_match",
    "sim_swap",
    "one_time_password",
    "subscription_count",
    "account_count",
    "service_problem",
    "service_test",
    "appointment",
    "reachability",
    "subscription_status",
    "fraud_list",
    "all",
]


@dataclass(frozen=True)
class Fault:
    """What goes wrong: slow waits seconds, error is 503, lie has a wrong shape, drop loses the answer."""

    kind: FaultKind
    seconds: float = 0


NO_FAULT = Fault("none")


class Faults:
    """The faults that are ordered now, by issuer and API."""

    def __init__(self) -> None:
        self._ordered: dict[tuple[str, ApiName], Fault] = {}
        self._lock = threading.Lock()

    def order(self, issuer: str, api: ApiName, fault: Fault) -> None:
        """Begin a fault, or end it with `none`; `down` takes all of the issuer's APIs."""
        with self._lock:
            self._ordered[issuer, "all" if fault.kind == "down" else api] = fault
            if fault.kind == "none":
                self._ordered.pop((issuer, "all"), None)

    def of(self, issuer: str, api: ApiName) -> Fault:
        """Return what goes wrong there now."""
        with self._lock:
            everywhere = self._ordered.get((issuer, "all"), NO_FAULT)
            return everywhere if everywhere.kind != "none" else self._ordered.get((issuer, api), NO_FAULT)

    def clear(self) -> None:
        """End all faults."""
        with self._lock:
            self._ordered.clear()
