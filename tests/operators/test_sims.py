"""The SIM card in a number, at the sandbox and at operators that go their own way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.orders import SimCard
from kiosk.domain.people import Access, Line, LineStatus
from kiosk.text import Label, PhoneNumber
from tests.operators.conftest import WANG, Clock, House, desks_for
from tests.operators.scripted import Says, Scripted

LINE = Line("p1", PhoneNumber("13800130001"), Label.of({"en": "Here"}), date(2020, 1, 1), LineStatus.IN_USE)
MOMENT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def card(iccid: object = "89860012345678901234", status: str = "available", line: str = "p1") -> object:
    return {
        "id": "r",
        "resourceStatus": status,
        "resourceCharacteristic": [{"name": "iccid", "value": iccid}],
        "resourceRelationship": [{"id": line}],
    }


def looked_at(scripted: Scripted, clock: Clock, *cards: object, change: Says | None = None) -> SimCard:
    scripted.says("/sims/resource", Says(list(cards)))
    scripted.says("/swap/retrieve-date", change or Says({"latestSimChange": "2026-11-22T12:00:00Z"}))
    settings = scripted.settings(resource="/sims", sim_swap="/swap")
    return desks_for(settings, clock).lines.sim_of(WANG, LINE)


def reason_of(scripted: Scripted, clock: Clock, *cards: object, change: Says | None = None) -> Reason:
    with pytest.raises(OperatorError) as caught:
        looked_at(scripted, clock, *cards, change=change)
    return caught.value.reason


def test_a_card_that_was_changed_lately(house: House) -> None:
    identity = house.by_qr("li-weidong", "mobile")
    (line,) = house.desks.lines.lines_of(identity)
    sim = house.desks.lines.sim_of(identity, line)
    assert (len(sim.iccid_tail), sim.works) == (4, True)
    assert sim.changed is not None
    assert timedelta(hours=19) < house.clock() - sim.changed < timedelta(hours=21)


def test_a_card_seen_after_an_sms(house: House) -> None:
    identity = house.by_sms("13800130001", "mobile")
    first, second, _ = house.desks.lines.lines_of(identity)
    tails = {house.desks.lines.sim_of(identity, line).iccid_tail for line in (first, second)}
    assert len(tails) == 2


def test_a_card_is_read_as_the_standards_write_it(scripted: Scripted, clock: Clock) -> None:
    assert looked_at(scripted, clock, card()) == SimCard("1234", works=True, changed=MOMENT)
    (asked,) = scripted.of("/sims/resource")
    assert asked.query == {"resourceRelationship.id": ["p1"]}
    assert asked.headers["authorization"] == "Bearer hers"
    (swap,) = scripted.of("/swap/retrieve-date")
    assert (swap.body, swap.headers["authorization"]) == (b'{"phoneNumber": "+8613800130001"}', "Bearer own")


def test_the_kiosk_names_whom_it_asks_for(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/sims/resource", Says([card()]))
    desks = desks_for(scripted.settings(resource="/sims"), clock)
    identity = replace(WANG, access=Access("op", token="", subject="42"))
    assert desks.lines.sim_of(identity, LINE).changed is None
    assert scripted.of("/sims/resource")[0].query["relatedParty.id"] == ["42"]


@pytest.mark.parametrize(("status", "works"), [("suspended", False), ("alarm", False), ("", True)])
def test_whether_a_card_works(scripted: Scripted, clock: Clock, status: str, works: bool) -> None:
    assert looked_at(scripted, clock, card(status=status)).works is works


def test_the_card_of_this_line_that_works(scripted: Scripted, clock: Clock) -> None:
    dead, other = card("89860000000000000001", "suspended"), card("89860000000000000002", line="p2")
    assert looked_at(scripted, clock, dead, other, card()).iccid_tail == "1234"


@pytest.mark.parametrize("iccid", ["1234", 89860012345678901234, {}])
def test_a_card_with_a_number_that_is_none(scripted: Scripted, clock: Clock, iccid: object) -> None:
    assert reason_of(scripted, clock, card(iccid)) is Reason.BROKEN_ANSWER


def test_a_number_without_a_card(scripted: Scripted, clock: Clock) -> None:
    esim_less = {"id": "r", "resourceRelationship": [{"id": "p1"}]}
    assert reason_of(scripted, clock, esim_less) is Reason.NOT_FOUND


@pytest.mark.parametrize(
    "change", [Says({"latestSimChange": None}), Says({"code": "NOT_FOUND"}, 404), Says({}, 422)]
)
def test_an_operator_that_does_not_tell_of_changes(scripted: Scripted, clock: Clock, change: Says) -> None:
    assert looked_at(scripted, clock, card(), change=change).changed is None


@pytest.mark.parametrize("change", [Says({}), Says({}, 503)])
def test_no_answer_about_changes_is_no_all_clear(scripted: Scripted, clock: Clock, change: Says) -> None:
    assert reason_of(scripted, clock, card(), change=change) in {Reason.BROKEN_ANSWER, Reason.SYSTEM_DOWN}
