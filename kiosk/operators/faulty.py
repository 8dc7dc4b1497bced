"""What the operator can see of a line without the visitor's help, gathered in one desk."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.faults import Home, Measure, Metric, Outage, Reach, ServiceState, TestBegun
from kiosk.domain.people import Identity, Line
from kiosk.operators import line_tests
from kiosk.operators.homes import homes_of
from kiosk.operators.network import reach_of, state_of
from kiosk.operators.outages import outages_in
from kiosk.operators.system import System, system_of
from kiosk.screens import Stop

LONGEST = 20.0
"""Seconds to wait for one measure of a line test."""


class Faults:
    """Looks for what is wrong; `longest` is the time to wait for one measure, in seconds."""

    def __init__(self, systems: Mapping[str, System], longest: float = LONGEST) -> None:
        self._systems = systems
        self._longest = longest

    def outages(self, operator_id: str, area: str) -> tuple[Outage, ...]:
        """List the open outages of an area, the newest first; none for an empty area."""
        system = system_of(self._systems, operator_id)
        return outages_in(system, area) if area else ()

    def homes_of(self, identity: Identity) -> tuple[Home, ...]:
        """List the homes with broadband in the person's name."""
        return homes_of(self._of(identity), identity)

    def reach_of(self, identity: Identity, line: Line) -> Reach:
        """Tell how the network reaches a phone."""
        return reach_of(self._of(identity), identity, line)

    def state_of(self, identity: Identity, line: Line) -> ServiceState:
        """Tell what a number may do now."""
        return state_of(self._of(identity), identity, line)

    def test_line(self, identity: Identity, home: Home) -> TestBegun:
        """Begin a test of a home's line; it changes nothing there."""
        return line_tests.begun(self._of(identity), identity.access, home)

    def measured(self, identity: Identity, test: TestBegun, metric: Metric, *, stop: Stop) -> Measure:
        """Wait until a test has measured one thing; raises Unavailable where it ends without."""
        system = system_of(self._systems, test.operator_id)
        by = system.by(self._longest)
        return line_tests.measured(system, identity.access, test, metric, by, stop=stop)

    def _of(self, identity: Identity) -> System:
        return system_of(self._systems, identity.operator_id)
