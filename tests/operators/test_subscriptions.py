"""What runs on a person's numbers: from the sandbox, and from inventories that go their own way."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.offers import NOTHING, Counted, PenaltyRule
from kiosk.domain.subscriptions import StopReason, Subscription, penalty_for
from kiosk.operators.china import day_of
from kiosk.text import Label, Language, Money, PhoneNumber
from tests.operators.conftest import WANG, Clock, House, desks_for
from tests.operators.scripted import Says, Scripted
from tests.operators.test_inventory import product
from tests.operators.test_offers import monthly

ZH = words_of(Language.ZH_CN)
DAYS = {"startDateTime": "2025-06-30T16:00:00Z", "endDateTime": "2027-06-30T16:00:00Z"}


def on_line(id_: str, kind: str, *characteristics: tuple[str, object], **more: object) -> dict[str, object]:
    return {
        "id": id_,
        "status": "active",
        "startDate": "2026-01-01T00:00:00+08:00",
        "productSpecification": {"name": kind},
        "productCharacteristic": [{"name": name, "value": value} for name, value in characteristics],
        "productRelationship": [{"relationshipType": "reliesOn", "product": {"id": "p0"}}],
        **more,
    }


def plan(**more: object) -> dict[str, object]:
    return on_line("plan", "plan", productOffering={"id": "X", "name": "甲"}, **fee(39), **more)


def fee(yuan: object) -> dict[str, object]:
    return {"productPrice": [monthly(yuan)]}


def line(*characteristics: tuple[str, object], **more: object) -> dict[str, object]:
    told = [{"name": name, "value": value} for name, value in characteristics]
    number = {"name": "phoneNumber", "value": "+8613800100000"}
    return {**product(productCharacteristic=[number, *told]), **more}


def contract(*without: str, **more: object) -> dict[str, object]:
    told = on_line(
        "c", "contract", ("penaltyPercent", 30), productTerm=[{"validFor": DAYS}], **fee(129), **more
    )
    return {name: value for name, value in told.items() if name not in without}


def listed(scripted: Scripted, clock: Clock, *products: object) -> tuple[Subscription, ...]:
    scripted.says("/inventory/product", Says(list(products)))
    desks = desks_for(scripted.settings(product_inventory="/inventory"), clock)
    return desks.lines.subscriptions_of(WANG)


# ------------------------------------------------------------------------------------------ the sandbox


def test_add_ons_that_nobody_uses(house: House) -> None:
    first, *others = house.desks.lines.subscriptions_of(house.by_qr("wang-xiuying", "mobile"))
    assert [one.line.id for one in others] == ["mobile-1001-2", "mobile-1001-3"]
    assert (first.plan.name.shown(ZH), first.monthly) == ("银发29", Money(6990))
    used = {one.offering_id: one.used for one in first.add_ons}
    assert used == {"VRBT6": False, "VIP19": False, "CLOUD10": False, "KIN5": True}
    sellers = [one.sold_by.shown(ZH) for one in first.add_ons if one.sold_by]
    assert sellers == ["影视公司"]
    assert first.province.shown(ZH) == "广东"


def test_a_contract_with_seven_months_left(house: House) -> None:
    (chen,) = house.desks.lines.subscriptions_of(house.by_sms("18900130002", "telecom"))
    (bound,) = chen.contracts
    penalty = penalty_for(bound, day_of(house.clock()))
    assert (penalty.months, penalty.total) == (7, Money(27090))
    assert [one.contract_id for one in chen.add_ons] == [bound.id]


def test_a_phone_that_is_still_paid_for(house: House) -> None:
    zhou, _ = house.desks.lines.subscriptions_of(house.by_qr("zhou-lei", "mobile"))
    (bound,) = zhou.contracts
    assert (bound.instalment, bound.got.shown(ZH)) == (Money.yuan(800), "一部手机")
    assert bound.lender is not None


def test_main_card_and_sub_card_know_each_other(house: House) -> None:
    main, sub = house.desks.lines.subscriptions_of(house.by_qr("huang-yulan", "mobile"))
    assert (main.sub_cards, sub.main_number) == ((sub.line.number,), main.line.number)


@pytest.mark.parametrize(
    ("person", "operator", "reason"),
    [
        ("sun-deshun", "mobile", StopReason.PROTECTIVE),
        ("wu-changhai", "unicom", StopReason.ARREARS),
        ("xu-guoqiang", "mobile", StopReason.AUTHORITY),
        ("ma-lihua", "telecom", StopReason.KEPT),
        ("peng-yaqin", "mobile", StopReason.LOST),
    ],
)
def test_why_a_number_is_stopped(house: House, person: str, operator: str, reason: StopReason) -> None:
    found = house.desks.lines.subscriptions_of(house.by_qr(person, operator))
    assert [one.stop for one in found if one.stop] == [reason]


# ------------------------------------------------------------------------------------- other inventories


def test_a_bare_number_with_the_plan_in_its_line(scripted: Scripted, clock: Clock) -> None:
    (found,) = listed(
        scripted, clock, line(productOffering={"id": "X", "name": "甲"}, **fee(39), strange={"a": [1]})
    )
    assert (found.plan.id, found.plan.offering_id, found.plan.monthly) == ("p0", "X", Money.yuan(39))
    assert (found.plan.name, found.plan.since) == (Label.of({"zh_CN": "甲"}), found.line.since)
    assert found == Subscription(found.line, Label.of({"en": "—"}), found.plan)


def test_what_runs_in_another_dress(scripted: Scripted, clock: Clock) -> None:
    other = {"relationshipType": "reliesOn", "product": {"id": "another"}}
    relies = {"relationshipType": "relies-on", "product": {"id": "p0", "href": "x"}}
    add_on = on_line("a", "ADD_ON", ("used", "no"), ("soldBy", "别家"), status="active ", name="乙")
    add_on |= {"terminationDate": "2026-12-31T23:59:59+08:00", "productRelationship": [other, relies]}
    (found,) = listed(
        scripted,
        clock,
        plan(),
        add_on,
        on_line("over", "addOn", status="aborted "),
        on_line("later", "addOn", status="pendingActive"),
        on_line("elsewhere", "addOn", productRelationship=[other]),
        on_line("d", "Discount", ("displayName", {"en": "Half"}), status="suspended", **fee(-19.5)),
        line(("subNumbers", ["+86 138-0010-0009", "12", 3]), ("homeProvince", "四川")),
    )
    (video,) = found.add_ons
    assert (video.name, video.monthly, video.used) == (Label.of({"zh_CN": "乙"}), NOTHING, None)
    assert (video.until, video.sold_by) == (date(2026, 12, 31), Label.of({"zh_CN": "别家"}))
    assert [(one.id, one.monthly) for one in found.discounts] == [("d", Money(-1950))]
    assert found.monthly == Money(1950)
    assert found.sub_cards == (PhoneNumber("13800100009"),)


def test_a_sub_card_may_be_without_a_plan(scripted: Scripted, clock: Clock) -> None:
    (found,) = listed(scripted, clock, line(("mainNumber", "13800100009")))
    assert (found.plan.monthly, found.main_number) == (NOTHING, PhoneNumber("13800100009"))


def test_a_contract_ends_with_the_day_before_midnight(scripted: Scripted, clock: Clock) -> None:
    (found,) = listed(scripted, clock, line(), plan(), contract())
    (bound,) = found.contracts
    assert (bound.starts, bound.ends) == (date(2026, 1, 1), date(2027, 6, 30))
    assert (bound.penalty, bound.monthly) == (PenaltyRule(30, Counted.BEGUN), Money.yuan(129))
    assert (bound.instalment, bound.lender, bound.got) == (NOTHING, None, Label.of({"en": "—"}))


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        ({"terminationDate": "2027-06-30T15:59:59Z"}, date(2027, 6, 30)),
        ({"productTerm": [{"duration": {"amount": 24, "units": "month"}}]}, date(2027, 12, 31)),
    ],
)
def test_the_end_of_a_contract_told_otherwise(
    scripted: Scripted, clock: Clock, told: dict[str, object], ends: date
) -> None:
    (found,) = listed(scripted, clock, line(), plan(), contract("productTerm") | told)
    assert found.contracts[0].ends == ends


@pytest.mark.parametrize(
    ("status", "reason", "stop"),
    [
        ("active", "arrears", None),
        ("suspended", "Arrears ", StopReason.ARREARS),
        ("suspended", "whim", StopReason.OTHER),
        ("suspended", 7, StopReason.OTHER),
        ("suspended ", "customer-request", StopReason.KEPT),
    ],
)
def test_stops_of_every_kind(
    scripted: Scripted, clock: Clock, status: str, reason: object, stop: StopReason | None
) -> None:
    stopped = line(("stopReason", reason), ("stopNote", {"en": "Note"}), status=status)
    (found,) = listed(scripted, clock, stopped, plan())
    assert (found.stop, found.stop_note) == (stop, Label.of({"en": "Note"}))


@pytest.mark.parametrize(
    "products",
    [
        [line()],
        [line(), plan() | {"productPrice": []}],
        [line(), plan(), {**on_line("a", "addOn"), "startDate": None}],
        [line(), plan(), contract("productTerm")],
        [line(), plan(), contract("productPrice")],
        [line(), plan(), contract("startDate")],
        [line(), plan(), contract("productCharacteristic")],
        [line(), plan(), contract(productCharacteristic=[{"name": "instalment", "value": 800}])],
        [line(), plan(), on_line("a", "addOn", **fee("5.001"))],
    ],
)
def test_money_and_days_are_never_guessed(scripted: Scripted, clock: Clock, products: list[object]) -> None:
    with pytest.raises(OperatorError) as caught:
        listed(scripted, clock, *products)
    assert caught.value.reason is Reason.BROKEN_ANSWER
