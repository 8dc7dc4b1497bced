"""What a test of a home's line finds, one measure after another, until one says that no more can be had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from kiosk.domain.faults import Metric
from kiosk.sandbox.conditions import Condition

LEAST_LIGHT, MOST_DEVICES = -27.0, 32
NO_LIGHT, TOO_MANY_DEVICES, SLOWED_BY = -40.0, 40, 15
UNITS = {Metric.LIGHT: "dBm", Metric.SPEED: "Mbit/s", Metric.DEVICES: "1"}
Value = str | float


@dataclass(frozen=True)
class Tested:
    """A broadband account as a test meets it."""

    number: str
    downstream: int
    """What its plan promises, in Mbit/s."""
    television: bool
    condition: Condition | None


@dataclass(frozen=True)
class Rule:
    """What a measure should come to."""

    kind: Literal["Exact", "Lower", "Upper"]
    target: Value

    def is_broken_by(self, value: Value) -> bool:
        """Tell whether a value is not as it should be."""
        if isinstance(value, str) or isinstance(self.target, str):
            return value != self.target
        return value < self.target if self.kind == "Lower" else value > self.target


@dataclass(frozen=True)
class Finding:
    """One thing that was measured."""

    metric: Metric
    value: Value


def rules_for(tested: Tested) -> dict[Metric, Rule]:
    """Return what is measured, in this order, and what it should come to."""
    rules = {
        Metric.MODEM: Rule("Exact", "online"),
        Metric.LIGHT: Rule("Lower", LEAST_LIGHT),
        Metric.ACCESS: Rule("Exact", "accepted"),
        Metric.SPEED: Rule("Lower", tested.downstream),
        Metric.DEVICES: Rule("Upper", MOST_DEVICES),
    }
    return rules | ({Metric.BOX: Rule("Exact", "online")} if tested.television else {})


def findings(tested: Tested) -> list[Finding]:
    """Measure a line as it is; what is well differs a little from account to account."""
    return list(_found(tested, sha256(tested.number.encode()).digest()))


def _found(tested: Tested, drawn: bytes) -> Iterator[Finding]:
    condition, promised = tested.condition, tested.downstream
    if condition in {Condition.CUT_FIBRE, Condition.MODEM_OFF}:
        yield Finding(Metric.MODEM, "offline")
        return
    yield Finding(Metric.MODEM, "online")
    if condition is Condition.NO_LIGHT:
        yield Finding(Metric.LIGHT, NO_LIGHT)
        return
    weak = condition is Condition.WEAK_LIGHT
    yield Finding(Metric.LIGHT, LEAST_LIGHT - 2.5 if weak else -18 - drawn[0] % 40 / 10)
    if condition is Condition.NOT_LET_IN:
        yield Finding(Metric.ACCESS, "refused")
        return
    yield Finding(Metric.ACCESS, "accepted")
    slow = condition is Condition.SLOW
    yield Finding(Metric.SPEED, promised // SLOWED_BY if slow else promised + drawn[1] % 10)
    crowded = condition is Condition.CROWDED
    yield Finding(Metric.DEVICES, TOO_MANY_DEVICES if crowded else 3 + drawn[2] % 7)
    if tested.television:
        yield Finding(Metric.BOX, "offline" if condition is Condition.BOX_OFF else "online")
