"""What can be seen from afar of a line that does not work: outages, the network's view, a line test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.text import Code, Label


class Kin(Enum):
    """What kind of service an outage takes away."""

    MOBILE = "mobile"
    BROADBAND = "broadband"
    TELEVISION = "television"


@dataclass(frozen=True)
class Outage:
    """A fault of the network in a whole area (TMF656); nobody there can mend it at home."""

    reference: str
    takes: frozenset[Kin]
    place: Label
    since: datetime
    until: datetime | None = None
    """When the operator means to have it mended; None where it does not tell."""


class Reach(Enum):
    """How the network reaches a phone now (CAMARA device-reachability-status)."""

    DATA = "data"
    """For data, whatever else."""
    SMS = "sms"
    """For calls and SMS only."""
    NONE = "none"


class DataService(Enum):
    """How mobile data runs on a number (CAMARA subscription-status)."""

    ACTIVE = "active"
    THROTTLED = "throttled"
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class ServiceState:
    """What the operator lets a number do now (CAMARA subscription-status)."""

    calls_in: bool
    calls_out: bool
    data: DataService


@dataclass(frozen=True)
class Home:
    """A home that broadband or television runs to (TMF637)."""

    id: str
    """The product of the broadband."""
    account: Code
    """The broadband account, as the bill has it."""
    place: Label
    """The district, no nearer."""
    area: str
    """The administrative division (GB/T 2260) it lies in; empty where the operator does not tell."""
    plan: Label
    television: bool
    suspended: bool
    """Stopped, mostly because something is still to be paid."""


class Metric(Enum):
    """What a line test measures (TMF653 `metricName`), in the order of the way from the exchange."""

    MODEM = "modem"
    """Whether the optical modem answers."""
    LIGHT = "opticalPower"
    """How much light arrives, in dBm."""
    ACCESS = "authentication"
    """Whether the line is let in."""
    SPEED = "downstream"
    """How fast it is, in Mbit/s, and how fast it should be."""
    DEVICES = "devices"
    """How many devices hang on it."""
    BOX = "setTopBox"
    """Whether the television box answers."""


@dataclass(frozen=True)
class TestBegun:
    """A line test under way at the operator."""

    id: str
    operator_id: str
    metrics: tuple[Metric, ...]
    """What it measures, in this order."""

    __test__ = False  # pytest looks for classes of this name


@dataclass(frozen=True)
class Measure:
    """One thing a line test has found."""

    metric: Metric
    good: bool
    value: float | None = None
    """In the metric's own unit; None where there is only good or bad."""
    wanted: float | None = None
    """What it should at least be, in the same unit."""


# ------------------------------------------------------------------------------- a technician's visit


@dataclass(frozen=True, order=True)
class Slot:
    """A time when a technician can come (TMF646)."""

    begins: datetime
    ends: datetime


class VisitState(Enum):
    """How a visit stands (TMF646)."""

    INITIALIZED = "initialized"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def open(self) -> bool:
        """Whether it is still to come."""
        return self in {VisitState.INITIALIZED, VisitState.CONFIRMED}


@dataclass(frozen=True)
class Visit:
    """A technician's visit for a repair."""

    id: str
    ticket: str
    """The reference of the repair order."""
    slot: Slot
    state: VisitState


# ----------------------------------------------------------------------------------------- fraud


class Cheat(Enum):
    """What a number is reported for; the value is the list's own word."""

    POLICE = "impersonatesAuthority"
    """Somebody plays police, court or prosecutor."""
    SHOP = "impersonatesShop"
    """Somebody plays a shop, a bank or a courier."""
    RELATIVE = "impersonatesRelative"
    INVESTMENT = "investment"
    ADVERTS = "nuisance"
    """Adverts and one-ring calls."""
    OTHER = "other"


@dataclass(frozen=True)
class FraudRecord:
    """What the operators' shared list knows of a number."""

    reports: int
    """How many people have reported it; nothing where it is not on the list."""
    cheat: Cheat | None = None
    confirmed: bool = False
    """Whether the police have confirmed it."""


@dataclass(frozen=True)
class FraudReport:
    """Somebody reports a number; nobody is told who."""

    number: str = field(repr=False)
    cheat: Cheat


@dataclass(frozen=True)
class FraudReceipt:
    """The list has taken a report."""

    reference: str
    at: datetime
