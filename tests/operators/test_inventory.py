"""Listing a person's numbers, from the sandbox and from inventories that go their own way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.failures import OperatorError, Reason, Refused
from kiosk.domain.people import Access, Line, LineStatus
from kiosk.text import Label, Language, PhoneNumber
from tests.operators.conftest import WANG, Clock, House, desks_for
from tests.operators.scripted import Asked, Says, Scripted


def product(index: int = 0, **more: object) -> dict[str, object]:
    """Describe a mobile number as TMF637 does."""
    number = {"name": "phoneNumber", "value": f"+86138001{index:05}"}
    city = {"name": "homeCity", "value": "广州"}
    return {
        "id": f"p{index}",
        "status": "active",
        "startDate": "2020-01-01T20:00:00Z",
        "productCharacteristic": [number, city],
        **more,
    }


def listed(scripted: Scripted, clock: Clock, *answers: Says) -> tuple[Line, ...]:
    scripted.says("/inventory/product", *answers)
    return desks_for(scripted.settings(product_inventory="/inventory"), clock).lines.lines_of(WANG)


def reason_of(scripted: Scripted, clock: Clock, *answers: Says) -> Reason:
    with pytest.raises(OperatorError) as caught:
        listed(scripted, clock, *answers)
    return caught.value.reason


def test_a_visitor_sees_her_numbers_and_no_broadband(house: House) -> None:
    lines = house.desks.lines.lines_of(house.by_qr("wang-xiuying", "mobile"))
    assert [line.number.digits for line in lines] == ["13800130001", "13800130002", "13800130003"]
    assert lines[0].since == date(2009, 5, 18)
    assert {line.status for line in lines} == {LineStatus.IN_USE}
    assert lines[2].place.shown(words_of(Language.EN)) == "Urumqi"


def test_a_number_that_is_kept_and_one_that_is_stopped(house: House) -> None:
    kept = house.desks.lines.lines_of(house.by_qr("ma-lihua", "telecom"))
    assert [line.status for line in kept] == [LineStatus.IN_USE, LineStatus.KEPT]
    stopped = house.desks.lines.lines_of(house.by_qr("sun-deshun", "mobile"))
    assert [line.status for line in stopped] == [LineStatus.STOPPED]


def test_a_proof_by_sms_opens_the_list_for_a_while(house: House) -> None:
    identity = house.by_sms("13800130001", "mobile")
    assert len(house.desks.lines.lines_of(identity)) == 3
    house.clock.jump(16 * 60)
    with pytest.raises(Refused) as caught:
        house.desks.lines.lines_of(identity)
    assert caught.value.reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("active", LineStatus.IN_USE),
        ("pendingTerminate", LineStatus.ENDING),
        ("suspended", LineStatus.STOPPED),
        *(
            (ended, None)
            for ended in ("terminated", "cancelled", "aborted ", "created", "pendingActive", "?")
        ),
    ],
)
def test_every_state_has_its_meaning(
    scripted: Scripted, clock: Clock, status: str, kind: LineStatus | None
) -> None:
    lines = listed(scripted, clock, Says([product(status=status)]))
    assert [line.status for line in lines] == ([kind] if kind else [])


def test_a_line_is_read_as_the_standard_writes_it(scripted: Scripted, clock: Clock) -> None:
    (line,) = listed(scripted, clock, Says([product()]))
    place = Label.of({"zh_CN": "广州"})
    assert line == Line("p0", PhoneNumber("13800100000"), place, date(2020, 1, 2), LineStatus.IN_USE)
    (asked,) = scripted.of("/inventory/product")
    assert "relatedParty.id" not in asked.query
    assert asked.headers["authorization"] == "Bearer hers"


def test_the_kiosk_names_the_person_it_asks_for(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/inventory/product", Says([product()]))
    desks = desks_for(scripted.settings(product_inventory="/inventory"), clock)
    desks.lines.lines_of(replace(WANG, access=Access("op", token="", subject="42")))
    (asked,) = scripted.of("/inventory/product")
    assert asked.query["relatedParty.id"] == ["42"]
    assert asked.headers["authorization"] == "Bearer own"


def test_what_has_no_number_is_no_line(scripted: Scripted, clock: Clock) -> None:
    others = [
        product(productCharacteristic=[]),
        product(productCharacteristic=[{"name": "phoneNumber", "value": 13800100000}]),
        product(productCharacteristic=[{"name": "phoneNumber", "value": "+862088888888"}]),
    ]
    assert listed(scripted, clock, Says(others)) == ()


def test_a_place_and_a_day_may_be_missing(scripted: Scripted, clock: Clock) -> None:
    number = {"name": "phoneNumber", "value": "13800100000"}
    odd = {"name": "homeCity", "value": {"en": ""}}
    ordered = product(startDate=None, orderDate="2020-01-01T00:00:00Z", productCharacteristic=[number, odd])
    (line,) = listed(scripted, clock, Says([ordered]))
    assert line.place.shown(words_of(Language.EN)) == "—"
    assert line.since == date(2020, 1, 1)
    assert reason_of(scripted, clock, Says([product(startDate=None)])) is Reason.BROKEN_ANSWER


@pytest.mark.parametrize("counts", [True, False])
def test_pages_are_turned_until_everything_was_seen(scripted: Scripted, clock: Clock, counts: bool) -> None:
    def page(asked: Asked) -> Says:
        offset, limit = (int(asked.query[name][0]) for name in ("offset", "limit"))
        headers = {"X-Total-Count": "120"} if counts else {}
        return Says([product(i) for i in range(offset, min(offset + limit, 120))], 206, headers)

    scripted.says("/inventory/product", page)
    desks = desks_for(scripted.settings(product_inventory="/inventory"), clock)
    assert len(desks.lines.lines_of(WANG)) == 120
    assert len(scripted.of("/inventory/product")) == 3


def test_a_server_that_ignores_the_offset_is_asked_twice(scripted: Scripted, clock: Clock) -> None:
    same = Says([product(i) for i in range(50)], headers={"X-Total-Count": "100"})
    assert len(listed(scripted, clock, same)) == 50
    assert len(scripted.of("/inventory/product")) == 2


def test_an_inventory_without_end_is_not_read_to_its_end(scripted: Scripted, clock: Clock) -> None:
    pages = [Says([product(50 * page + i) for i in range(50)]) for page in range(21)]
    assert reason_of(scripted, clock, *pages) is Reason.BROKEN_ANSWER


def test_an_operator_without_inventory(scripted: Scripted, clock: Clock) -> None:
    with pytest.raises(Refused) as caught:
        desks_for(scripted.settings(), clock).lines.lines_of(WANG)
    assert caught.value.reason is Reason.NOT_ALLOWED
