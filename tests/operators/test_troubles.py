"""Lines that do not work, technicians and cheats, at the sandbox over real HTTP, each answer to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.faults import (
    Cheat,
    DataService,
    FraudReport,
    Home,
    Kin,
    Measure,
    Metric,
    Reach,
    ServiceState,
    VisitState,
)
from kiosk.domain.people import Identity, Ticket
from kiosk.domain.visits import VisitWish
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.sandbox.places import BAIYUN, HAIZHU, LIWAN
from kiosk.text import Label, t
from tests.operators.conftest import House

XIE, SONG, JIANG, SHEN = "13800130025", "13800130026", "18900130028", "13800130029"
ALL_WELL = ServiceState(calls_in=True, calls_out=True, data=DataService.ACTIVE)


def reason_of(call: Callable[[], object], kind: type[OperatorError] = Refused) -> Reason:
    with pytest.raises(kind) as caught:
        call()
    return caught.value.reason


def home_of(house: House, identity: Identity) -> Home:
    (home,) = house.desks.faults.homes_of(identity)
    return home


# ------------------------------------------------------------------------------- what the operator sees


def test_outages_of_an_area(house: House) -> None:
    faults = house.desks.faults
    (outage,) = faults.outages("telecom", BAIYUN.area)
    assert outage.takes == {Kin.BROADBAND, Kin.TELEVISION}
    assert outage.until is not None and outage.since < house.clock() < outage.until
    assert outage.place == Label.of(dict(zip(("zh_CN", "en"), BAIYUN.names, strict=True)))
    (mobile,) = faults.outages("mobile", LIWAN.area)
    assert mobile.takes == {Kin.MOBILE} and mobile.until is None
    assert faults.outages("mobile", HAIZHU.area) == faults.outages("unicom", LIWAN.area) == ()


def test_a_home_and_what_it_pays_for(house: House) -> None:
    home = home_of(house, house.by_sms(JIANG, "telecom"))
    assert (home.account.value, home.area, home.television) == ("9900000010", LIWAN.area, True)
    assert (home.place, home.suspended) == (
        Label.of(dict(zip(("zh_CN", "en"), LIWAN.names, strict=True))),
        False,
    )
    assert "—" not in dict(home.plan.by_language).values()
    assert home_of(house, house.by_qr("song-yumei", "mobile")).suspended
    assert house.desks.faults.homes_of(house.by_qr("cao-deming", "mobile")) == ()


@pytest.mark.parametrize(
    ("condition", "reach", "state"),
    [
        ("none", Reach.DATA, ALL_WELL),
        ("phone-off", Reach.NONE, ALL_WELL),
        ("sms-only", Reach.SMS, ALL_WELL),
        ("calls-out-off", Reach.SMS, ServiceState(True, False, DataService.SUSPENDED)),
        ("data-slow", Reach.DATA, replace(ALL_WELL, data=DataService.THROTTLED)),
    ],
)
def test_how_the_network_sees_a_phone(
    house: House, condition: str, reach: Reach, state: ServiceState
) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    first, second, _ = house.desks.lines.lines_of(identity)
    house.sandbox.let(second.number.digits, condition)
    faults = house.desks.faults
    assert (faults.reach_of(identity, second), faults.state_of(identity, second)) == (reach, state)
    assert faults.reach_of(identity, first) is Reach.DATA, "another phone of hers"


# ------------------------------------------------------------------------------------------ line tests


def measures_of(house: House, identity: Identity) -> dict[Metric, Measure]:
    faults, found = house.desks.faults, {}
    test = faults.test_line(identity, home_of(house, identity))
    for metric in test.metrics:
        try:
            found[metric] = faults.measured(identity, test, metric, stop=house.patience)
        except Unavailable:
            break
    return found


@pytest.mark.parametrize("way", ["QR", "SMS"])
def test_a_good_line_has_everything_it_should(house: House, way: str) -> None:
    identity = house.by_qr("ren-guilan", "mobile") if way == "QR" else house.by_sms("13800130030", "mobile")
    found = measures_of(house, identity)
    assert list(found) == [one for one in Metric if one is not Metric.BOX]
    assert all(measure.good for measure in found.values())
    speed, light = found[Metric.SPEED], found[Metric.LIGHT]
    assert speed.value and speed.wanted and speed.value >= speed.wanted
    assert light.value and light.wanted and light.value > light.wanted


@pytest.mark.parametrize(
    ("phone", "operator", "bad", "rest"),
    [
        (XIE, "mobile", Metric.MODEM, 0),
        (SHEN, "mobile", Metric.LIGHT, 3),
        (SONG, "mobile", Metric.ACCESS, 0),
        ("18600130025", "unicom", Metric.SPEED, 1),
        (JIANG, "telecom", Metric.BOX, 0),
    ],
)
def test_a_bad_line_has_its_fault(house: House, phone: str, operator: str, bad: Metric, rest: int) -> None:
    found = measures_of(house, house.by_sms(phone, operator))
    assert [metric for metric, measure in found.items() if not measure.good] == [bad]
    assert len(found) - 1 - list(found).index(bad) == rest, "after the fault nothing more is measured, or all"


def test_strangers_lines_are_not_tested(house: House) -> None:
    home = home_of(house, house.by_qr("ren-guilan", "mobile"))
    strangers = house.by_qr("wang-xiuying", "mobile")
    assert reason_of(lambda: house.desks.faults.test_line(strangers, home)) in {
        Reason.NOT_FOUND, Reason.NOT_ALLOWED, Reason.WRONG_INPUT,
    }  # fmt: skip


# ------------------------------------------------------------------------------------------ visits


def a_repair(house: House, identity: Identity) -> Ticket:
    said = (t("It is about {amount}.", amount="1"),)
    home = home_of(house, identity)
    order = WorkOrder(WorkOrderKind.REPAIR, identity.operator_id, identity.access, home.id, "0025", said=said)
    return house.desks.work_orders.send(order, "repair-1")


@pytest.mark.parametrize("way", ["QR", "SMS"])
def test_a_visit_is_booked_moved_and_cancelled(house: House, way: str) -> None:
    identity = house.by_qr("xie-guiying", "mobile") if way == "QR" else house.by_sms(XIE, "mobile")
    ticket, visits, wishes = a_repair(house, identity), house.desks.visits, house.desks.visit_wishes
    assert ticket.until is not None and ticket.until.date() == ticket.due
    assert visits.visit_for(identity, ticket.reference) is None
    *_, first, second = visits.slots(identity, ticket.reference)
    wish = VisitWish("mobile", identity.access, ticket.reference, first)
    visit = wishes.send(wish, "v-1")
    assert (visit.slot, visit.state) == (first, VisitState.CONFIRMED)
    assert visit == wishes.send(wish, "v-1") == visits.visit_for(identity, ticket.reference)
    assert first not in visits.slots(identity, ticket.reference)

    moved = wishes.send(replace(wish, slot=second, visit_id=visit.id), "v-2")
    assert moved == replace(visit, slot=second) == visits.visit_for(identity, ticket.reference)
    gone = wishes.send(replace(wish, slot=None, visit_id=visit.id), "v-3")
    assert gone.state is VisitState.CANCELLED
    assert {first, second} <= set(visits.slots(identity, ticket.reference))


def test_a_time_that_is_gone_and_a_visit_too_many(house: House) -> None:
    identity = house.by_qr("xie-guiying", "mobile")
    ticket, wishes = a_repair(house, identity).reference, house.desks.visit_wishes
    *_, last = house.desks.visits.slots(identity, ticket)
    wish = VisitWish("mobile", identity.access, ticket, last)
    visit = wishes.send(wish, "v-1")
    assert reason_of(lambda: wishes.send(wish, "v-2")) is Reason.NOT_ELIGIBLE
    house.clock.jump((last.ends - house.clock()).total_seconds() + 60)
    again = house.by_qr("xie-guiying", "mobile")
    late = replace(wish, access=again.access, slot=None, visit_id=visit.id)
    assert reason_of(lambda: wishes.send(late, "v-3")) is Reason.TOO_LATE
    assert reason_of(lambda: wishes.send(replace(wish, access=again.access), "v-4")) is Reason.TOO_LATE
    found = house.desks.visits.visit_for(again, ticket)
    assert found is not None and found.state is VisitState.COMPLETED


# ------------------------------------------------------------------------------------------ cheats


def test_the_list_of_cheats(house: House) -> None:
    fraud, reports = house.desks.fraud, house.desks.fraud_reports
    assert fraud.connected
    assert fraud.check("13800130001").reports == 0
    known = fraud.check("02099990099")
    assert (known.reports, known.cheat, known.confirmed) == (212, Cheat.POLICE, True)
    report = FraudReport("13999990001", Cheat.SHOP)
    receipt = reports.send(report, "f-1")
    assert reports.settle(reports.keep(report), "f-1") == receipt
    assert reports.send(report, "f-2") != receipt
    assert (fraud.check("13999990001").reports, fraud.check("13999990001").cheat) == (2, Cheat.SHOP)
    assert abs((receipt.at - house.clock()).total_seconds()) < 60
    other = FraudReport("13999990002", Cheat.SHOP)
    assert reason_of(lambda: reports.send(other, "f-1"), Unavailable) is Reason.BUSY
