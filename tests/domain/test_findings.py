from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kiosk.domain.bills import Usage
from kiosk.domain.faults import DataService, Kin, Measure, Metric, Outage, Reach, ServiceState
from kiosk.domain.findings import (
    account_of_home,
    account_of_number,
    data_left_in,
    health_of,
    line_outcome,
    network_of,
    reach_of,
    service_of,
    the_outage,
)
from kiosk.domain.offers import Allowance
from kiosk.domain.orders import SimCard
from kiosk.domain.subscriptions import StopReason
from kiosk.domain.trees import About
from kiosk.text import Label
from tests.fake_business import SUBSCRIPTION
from tests.fake_trouble import HOME

GOOD = {metric: Measure(metric, good=True) for metric in Metric}


def without(*metrics: Metric, value: float | None = None) -> dict[Metric, Measure]:
    return GOOD | {metric: Measure(metric, good=False, value=value) for metric in metrics}


@pytest.mark.parametrize(
    ("stop", "word"),
    [(None, "good"), (StopReason.ARREARS, "arrears"), (StopReason.PROTECTIVE, "stopped")],
)
def test_a_stopped_number_is_told_from_an_unpaid_one(stop: StopReason | None, word: str) -> None:
    assert account_of_number(replace(SUBSCRIPTION, stop=stop)) == word


def test_a_stopped_broadband_is_an_unpaid_one() -> None:
    assert account_of_home(HOME) == "good"
    assert account_of_home(replace(HOME, suspended=True)) == "arrears"


def test_only_an_outage_that_takes_what_is_missed_counts() -> None:
    place = Label.of({"en": "Yuexiu"})
    broadband = Outage("SP-1", frozenset({Kin.BROADBAND}), place, datetime(2026, 11, 23, tzinfo=UTC))
    assert the_outage([broadband], About.HOME) is broadband
    assert the_outage([broadband], About.TELEVISION) is broadband
    assert the_outage([broadband], About.NUMBER) is None
    assert the_outage([broadband], About.NOTHING) is None


@pytest.mark.parametrize(
    ("calls_in", "calls_out", "data", "word"),
    [
        (True, True, DataService.ACTIVE, "good"),
        (True, True, DataService.THROTTLED, "data-slow"),
        (True, True, DataService.SUSPENDED, "data-off"),
        (True, False, DataService.SUSPENDED, "calls-out-off"),
        (False, False, DataService.SUSPENDED, "calls-off"),
    ],
)
def test_what_a_number_may_not_do(calls_in: bool, calls_out: bool, data: DataService, word: str) -> None:
    assert service_of(ServiceState(calls_in, calls_out, data)) == word


@pytest.mark.parametrize(("network", "word"), [("2G", "old"), ("3G", "old"), ("5G", "new"), ("", "unknown")])
def test_cards_of_the_2g_age_are_old(network: str, word: str) -> None:
    assert network_of(replace(SUBSCRIPTION, network=network)) == word


def test_how_the_network_sees_a_phone_and_a_card() -> None:
    assert [reach_of(one) for one in Reach] == ["data", "sms", "none"]
    assert health_of(SimCard("4321", works=True, changed=None)) == "good"
    assert health_of(SimCard("4321", works=False, changed=None)) == "broken"


@pytest.mark.parametrize(("used", "held", "word"), [(10, 20, "left"), (20, 20, "used-up"), (5, 0, "unknown")])
def test_whether_data_is_left(used: int, held: int, word: str) -> None:
    month = Usage(date(2026, 11, 1), Allowance(megabytes=used), Allowance(megabytes=held))
    assert data_left_in(month) == word
    assert data_left_in(None) == "unknown"


@pytest.mark.parametrize(
    ("measures", "word"),
    [
        (GOOD, "good"),
        ({}, "unknown"),
        ({Metric.MODEM: GOOD[Metric.MODEM]}, "unknown"),
        (without(Metric.MODEM, Metric.LIGHT), "no-modem"),
        (without(Metric.LIGHT, value=-40.0), "no-light"),
        (without(Metric.LIGHT), "no-light"),
        (without(Metric.LIGHT, value=-30.0), "weak-light"),
        (without(Metric.ACCESS), "not-let-in"),
        (without(Metric.SPEED, Metric.DEVICES, value=20.0), "slow"),
        (without(Metric.DEVICES), "crowded"),
        (without(Metric.BOX), "no-box"),
    ],
)
def test_the_first_fault_from_the_exchange_explains_the_rest(
    measures: dict[Metric, Measure], word: str
) -> None:
    assert line_outcome(measures, About.HOME) == word


def test_for_a_television_its_box_counts_before_the_speed() -> None:
    assert line_outcome(without(Metric.SPEED, Metric.BOX), About.TELEVISION) == "no-box"
    assert line_outcome(without(Metric.SPEED, Metric.BOX), About.HOME) == "slow"
