"""What the network's answers mean for a fault tree: pure rules from what was asked to a tree's outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.domain.bills import Usage
from kiosk.domain.faults import DataService, Home, Kin, Measure, Metric, Outage, Reach, ServiceState
from kiosk.domain.orders import SimCard
from kiosk.domain.subscriptions import StopReason, Subscription
from kiosk.domain.trees import UNKNOWN, About

OLD_NETWORKS = frozenset({"2G", "3G"})
NO_LIGHT_BELOW = -35.0
"""dBm; a fibre that is cut or unplugged. From there to the wanted level the light is only weak."""
TAKEN: dict[About, frozenset[Kin]] = {
    About.NUMBER: frozenset({Kin.MOBILE}),
    About.HOME: frozenset({Kin.BROADBAND}),
    About.TELEVISION: frozenset({Kin.BROADBAND, Kin.TELEVISION}),
    About.NOTHING: frozenset(),
}
WAY_OF_THE_LINE: tuple[tuple[Metric, str], ...] = (
    (Metric.MODEM, "no-modem"),
    (Metric.LIGHT, "no-light"),
    (Metric.ACCESS, "not-let-in"),
    (Metric.SPEED, "slow"),
    (Metric.DEVICES, "crowded"),
    (Metric.BOX, "no-box"),
)
"""What is wrong, from the exchange to the home: the first fault explains those behind it."""


def account_of_number(line: Subscription) -> str:
    """Tell whether a number is stopped, and whether money is why."""
    if line.stop is None:
        return "good"
    return "arrears" if line.stop is StopReason.ARREARS else "stopped"


def account_of_home(home: Home) -> str:
    """Tell whether a broadband is stopped; that comes of an unpaid bill."""
    return "arrears" if home.suspended else "good"


def the_outage(outages: Iterable[Outage], about: About) -> Outage | None:
    """Return the first outage that takes what the symptom is about."""
    return next((one for one in outages if one.takes & TAKEN[about]), None)


def service_of(state: ServiceState) -> str:
    """Tell what a number may not do, the heaviest first."""
    if not state.calls_out:
        return "calls-out-off" if state.calls_in else "calls-off"
    return {
        DataService.ACTIVE: "good",
        DataService.THROTTLED: "data-slow",
        DataService.SUSPENDED: "data-off",
    }[state.data]


def reach_of(reach: Reach) -> str:
    """Tell how the network sees a phone."""
    return reach.value


def network_of(line: Subscription) -> str:
    """Tell whether a SIM card is of the age of 2G or 3G."""
    if not line.network:
        return UNKNOWN
    return "old" if line.network in OLD_NETWORKS else "new"


def data_left_in(month: Usage | None) -> str:
    """Tell whether this month's data is used up."""
    if month is None or not month.held.megabytes:
        return UNKNOWN
    return "used-up" if month.used.megabytes >= month.held.megabytes else "left"


def health_of(sim: SimCard) -> str:
    """Tell whether a SIM card works, as the operator's register has it."""
    return "good" if sim.works else "broken"


def line_outcome(measures: Mapping[Metric, Measure], about: About) -> str:
    """Tell what a line test has found; a television's box counts before the speed."""
    order = WAY_OF_THE_LINE
    if about is About.TELEVISION:
        order = (*order[:3], order[-1], *order[3:-1])
    for metric, word in order:
        measure = measures.get(metric)
        if measure is not None and not measure.good:
            return _light(measure) if metric is Metric.LIGHT else word
    return "good" if Metric.ACCESS in measures else UNKNOWN


def _light(measure: Measure) -> str:
    weak = measure.value is not None and measure.value > NO_LIGHT_BELOW
    return "weak-light" if weak else "no-light"
