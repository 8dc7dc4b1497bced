"""What is on sale and for whom: from the sandbox, and from catalogues that go their own way."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.failures import OperatorError, Reason, Refused
from kiosk.domain.offers import Allowance, Beyond, Counted, Offering, PenaltyRule, cheapest_first
from kiosk.domain.orders import Certificate, Hindrance, Obstacle, OrderKind
from kiosk.operators.offers import Offers
from kiosk.text import Label, Language, Money
from tests.operators.conftest import Clock, House, desks_for
from tests.operators.scripted import Says, Scripted

ZH = words_of(Language.ZH_CN)


def monthly(yuan: object, **more: object) -> dict[str, object]:
    price = {"taxIncludedAmount": {"unit": "CNY", "value": yuan}}
    return {"priceType": "recurring", "recurringChargePeriod": "month", "price": price, **more}


def use(yuan: object, units: str, amount: int = 1) -> dict[str, object]:
    price = {"unit": "CNY", "value": yuan}
    return {"priceType": "usage", "unitOfMeasure": {"amount": amount, "units": units}, "price": price}


def has(name: str, *values: object) -> dict[str, object]:
    told = [{"value": value, "isDefault": value == values[-1]} for value in values]
    return {"name": name, "productSpecCharacteristicValue": told}


def sold(id_: str = "p", **more: object) -> dict[str, object]:
    return {"id": id_, "name": "甲", "productOfferingPrice": [monthly(19.9)], **more}


def offers_of(scripted: Scripted, clock: Clock, **apis: str) -> Offers:
    apis = apis or {"product_catalog": "/catalog"}
    return desks_for(scripted.settings(**apis), clock).offers


def plans(scripted: Scripted, clock: Clock, *told: object) -> tuple[Offering, ...]:
    scripted.says("/catalog/productOffering", Says(list(told)))
    return offers_of(scripted, clock).plans("op")


# ------------------------------------------------------------------------------------------ the sandbox


def test_every_plan_on_sale_is_listed_the_cheapest_can_stand_first(house: House) -> None:
    found = cheapest_first(house.desks.offers.plans("mobile"))
    assert [one.id for one in found][:3] == ["BASE5", "BASE8", "DIS15"]
    assert len(found) == 11
    care = found[2]
    assert (care.allowance, care.certificates) == (Allowance(30, 10240, 500), (2, 3, 7))
    silver = next(one for one in found if one.id == "ELD19")
    assert silver.age_from == 60
    assert silver.beyond == Beyond(Money(10), Money(500), capped=True)
    family = next(one for one in found if one.id == "FAM129")
    assert (family.term_months, family.penalty) == (24, PenaltyRule(30, Counted.BEGUN))


def test_discounts_tell_what_they_take_off(house: House) -> None:
    found = {one.id: one for one in house.desks.offers.discounts("unicom")}
    half = found["DIS50-STD39"]
    assert (half.monthly, half.recheck_months) == (Money(-1950), 12)
    assert found["ELD20-FAM99"].sold_until == date(2029, 12, 31)


def test_one_offering_sold_or_not(house: House) -> None:
    old = house.desks.offers.plan_of("mobile", "OLD58")
    assert (old.name.shown(ZH), old.number, old.monthly) == ("长辈58", "99-0058", Money.yuan(58))
    with pytest.raises(Refused) as caught:
        house.desks.offers.plan_of("mobile", "../x")
    assert caught.value.reason is Reason.NOT_FOUND


def test_whether_something_may_be_done(house: House) -> None:
    wang = house.by_qr("wang-xiuying", "mobile")
    good, bad = house.desks.offers.qualify(wang, "mobile-1001-1", OrderKind.CHANGE_PLAN, ("BASE8", "NEW39"))
    assert good.granted
    assert good.starts is not None
    assert good.starts.day == 1
    label = Label.of({"zh_CN": "只给新客户"})
    assert bad.hindrances == (Hindrance(Obstacle.NEW_CUSTOMERS_ONLY, label),)
    (cancel,) = house.desks.offers.qualify(wang, "mobile-1001-1", OrderKind.CANCEL_NUMBER)
    assert cancel.granted


def test_who_signed_in_by_sms_learns_the_same(house: House) -> None:
    chen = house.by_sms("18900130002", "telecom")
    (leaving,) = house.desks.offers.qualify(chen, "telecom-1002-1", OrderKind.PORT_OUT)
    assert leaving.has(Obstacle.CONTRACT)
    assert leaving.has(Obstacle.BROADBAND)
    assert not leaving.has(Obstacle.ARREARS)


def test_a_certificate_opens_a_discount(house: House) -> None:
    liu, line, half = house.by_qr("liu-min", "mobile"), "mobile-1003-2", ("DIS50-STD39",)
    kind = OrderKind.TAKE_DISCOUNT
    (without,) = house.desks.offers.qualify(liu, line, kind, half)
    (with_it,) = house.desks.offers.qualify(liu, line, kind, half, Certificate(2, 1))
    assert (without.has(Obstacle.CERTIFICATE), with_it.granted) == (True, True)


# -------------------------------------------------------------------------------------- other catalogues


def test_a_bare_offering_is_read_with_nothing_guessed(scripted: Scripted, clock: Clock) -> None:
    (plan,) = plans(scripted, clock, sold())
    name = Label.of({"zh_CN": "甲"})
    assert plan == Offering("p", "p", name, Label.of({"en": "—"}), Money(1990))
    (asked,) = scripted.of("/catalog/productOffering")
    assert (asked.query["category.id"], asked.headers["authorization"]) == (["plan"], "Bearer own")
    assert "relatedParty.id" not in asked.query


def test_an_offering_in_another_dress(scripted: Scripted, clock: Clock) -> None:
    told = sold(
        category=[{"id": "7", "name": "PLAN"}],
        lifecycleStatus="Launched",
        description="说明",
        productOfferingPrice=[
            {"priceType": "Recurring charge", "price": {"unit": "CNY", "value": "15"}, "more": {}},
            monthly(4.9, recurringChargePeriod="Monthly"),
            monthly(99, recurringChargePeriod="year"),
            monthly(99, recurringChargePeriodLength=3),
            {"priceType": "one time", "price": {"unit": "CNY", "value": 50}},
            use(0.15, "Minutes"),
            use(1, "MB"),
            use(3, "GB", 10),
            use("5.00", "gb"),
        ],
        productOfferingTerm=[{"name": "x"}, {"duration": {"amount": 2, "units": "Years"}}],
        prodSpecCharValueUse=[
            has("displayName", {"en": "A", "zh-CN": "甲"}),
            has("publishedNumber", "no", "25-1"),
            has("minutes", "100"),
            has("megabytes", 1.5),
            has("messages", True),
            has("capped", "yes"),
            has("penaltyPercent", 20),
            has("penaltyMonths", "full"),
            has("certificateKinds", [1, "7"]),
            has("unheard"),
        ],
        strange=[1],
    )
    (plan,) = plans(scripted, clock, told)
    assert (plan.number, plan.name.shown(ZH), plan.summary.shown(ZH)) == ("25-1", "甲", "说明")
    assert (plan.monthly, plan.allowance) == (Money(1990), Allowance(100, 0, 0))
    assert plan.beyond == Beyond(Money(15), Money(500))
    assert (plan.term_months, plan.penalty) == (24, PenaltyRule(20, Counted.FULL))
    assert plan.certificates == (1, 7)


def test_what_is_not_on_sale_is_left_out(scripted: Scripted, clock: Clock) -> None:
    past, future = "2020-01-01T00:00:00+08:00", "2999-01-01T00:00:00+08:00"
    found = plans(
        scripted,
        clock,
        sold("other", category=[{"id": "addOn"}]),
        sold("off", isSellable=False),
        sold("old", lifecycleStatus="Retired "),
        sold("over", validFor={"endDateTime": past}),
        sold("later", validFor={"startDateTime": future}),
        sold("free", productOfferingPrice=[]),
        sold("now", validFor={"startDateTime": past, "endDateTime": future}),
    )
    assert [one.id for one in found] == ["now"]
    assert found[0].sold_until == date(2998, 12, 31)


def test_an_offering_without_a_fee_is_no_answer(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/catalog/productOffering/p", Says(sold(productOfferingPrice=[{}])))
    with pytest.raises(OperatorError) as caught:
        offers_of(scripted, clock).plan_of("op", "p")
    assert caught.value.reason is Reason.BROKEN_ANSWER


@pytest.mark.parametrize("unit", ["USD", ""])
def test_a_fee_in_other_money_is_not_taken_for_yuan(scripted: Scripted, clock: Clock, unit: str) -> None:
    price = {"priceType": "recurring", "price": {"unit": unit, "value": 5}}
    with pytest.raises(OperatorError) as caught:
        plans(scripted, clock, sold(productOfferingPrice=[price]))
    assert caught.value.reason is Reason.BROKEN_ANSWER


def test_an_operator_without_catalogue(scripted: Scripted, clock: Clock) -> None:
    with pytest.raises(Refused) as caught:
        offers_of(scripted, clock, party="/party").discounts("op")
    assert caught.value.reason is Reason.NOT_ALLOWED
