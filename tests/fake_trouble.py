"""Lines that do not work, technicians and the list of cheats, in memory, for the journeys' own tests."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kiosk.devices.ports import DeviceError
from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.faults import (
    DataService,
    FraudReceipt,
    FraudRecord,
    Home,
    Measure,
    Metric,
    Outage,
    Reach,
    ServiceState,
    Slot,
    TestBegun,
    Visit,
    VisitState,
)
from kiosk.domain.people import Identity, Line
from kiosk.domain.ratings import Rating
from kiosk.screens import Stop
from kiosk.text import Code, Label
from tests.fake_business import FakeCommits

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
SLOTS = tuple(
    Slot(NOON + timedelta(days=day, hours=hour), NOON + timedelta(days=day, hours=hour + 2))
    for day in (1, 2, 4)
    for hour in (-3, 2)
)
HOME = Home(
    id="b-1",
    account=Code("9900000001"),
    place=Label.of({"zh_CN": "越秀区", "en": "Yuexiu District"}),
    area="990104",
    plan=Label.of({"en": "Broadband 300"}),
    television=True,
    suspended=False,
)
ALL_WELL = ServiceState(calls_in=True, calls_out=True, data=DataService.ACTIVE)
A_VISIT = Visit("A-1", "TT-9", SLOTS[0], VisitState.CONFIRMED)


@dataclass
class FakeTrouble:
    """What is wrong can be set; what cannot be asked raises."""

    open_outages: tuple[Outage, ...] = ()
    homes: tuple[Home, ...] = (HOME,)
    reach: Reach | Exception = Reach.DATA
    state: ServiceState | Exception = ALL_WELL
    bad: dict[Metric, Measure] = field(default_factory=dict)
    lost: frozenset[Metric] = frozenset()
    """Metrics that a test ends without."""
    free: tuple[Slot, ...] = SLOTS
    visit: Visit | None = None
    listed: dict[str, FraudRecord] = field(default_factory=dict)
    connected: bool = True
    visit_wishes: FakeCommits[Visit] = field(default_factory=lambda: FakeCommits("visit", A_VISIT))
    fraud_reports: FakeCommits[FraudReceipt] = field(
        default_factory=lambda: FakeCommits("fraud-report", FraudReceipt("FR-1", NOON))
    )

    def outages(self, operator_id: str, area: str) -> tuple[Outage, ...]:
        return self.open_outages if area else ()

    def homes_of(self, identity: Identity) -> tuple[Home, ...]:
        return self.homes

    def reach_of(self, identity: Identity, line: Line) -> Reach:
        if isinstance(self.reach, Exception):
            raise self.reach
        return self.reach

    def state_of(self, identity: Identity, line: Line) -> ServiceState:
        if isinstance(self.state, Exception):
            raise self.state
        return self.state

    def test_line(self, identity: Identity, home: Home) -> TestBegun:
        metrics = tuple(one for one in Metric if home.television or one is not Metric.BOX)
        return TestBegun("test-1", identity.operator_id, metrics)

    def measured(self, identity: Identity, test: TestBegun, metric: Metric, *, stop: Stop) -> Measure:
        if metric in self.lost:
            raise Unavailable(Reason.BROKEN_ANSWER)
        return self.bad.get(metric, Measure(metric, good=True))

    def slots(self, identity: Identity, ticket: str) -> tuple[Slot, ...]:
        return self.free

    def visit_for(self, identity: Identity, ticket: str) -> Visit | None:
        return None if self.visit is None else replace(self.visit, ticket=ticket)

    def check(self, number: str) -> FraudRecord:
        return self.listed.get(number, FraudRecord(0))


@dataclass
class FakeRatings:
    """A ballot box that remembers, or is broken."""

    dropped: list[Rating] = field(default_factory=list)
    broken: bool = False

    def drop(self, rating: Rating) -> None:
        if self.broken:
            raise DeviceError("no room")
        self.dropped.append(rating)
