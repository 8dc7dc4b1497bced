"""A proven yes, an order placed once, what the operator says, and the slip."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.consent import Proof
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import (
    Action,
    Hindrance,
    Obstacle,
    Order,
    OrderItem,
    OrderKind,
    OrderState,
    Qualification,
)
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import WHAT, way_out_of
from kiosk.journeys.order_words import KINDS, STANDS, steps_of
from kiosk.journeys.ordering import Wish, reviewed_and_ordered, the_receipt
from kiosk.journeys.parting import Parted
from kiosk.screens import Review, Tone
from kiosk.text import t
from tests.fake_business import LINE, FakeBusiness, an_order, named
from tests.fake_operators import WANG, FakeOperators, a_hall
from tests.talks import a_talk

MATTER = t("Stop an extra")
WISH = Wish(OrderKind.STOP_ADD_ON, LINE, MATTER, (OrderItem(Action.DELETE, product_id="p-1"),), staff="0007")
REVIEW = Review(title=t("Do you want to leave?"), yes=t("Yes, leave"), no=t("No, stay here"))


async def ordering(hall: Hall, *, phone: bool = True) -> OrderState | str | None:
    identity = WANG if phone else replace(WANG, phone=None)
    try:
        order = await reviewed_and_ordered(hall, identity, WISH, REVIEW)
    except Parted as parted:
        return parted.parting.value
    if order is not None:
        await the_receipt(hall, order, WISH, title=t("Done. All is well."))
        return order.state
    return None


def of(business: FakeBusiness) -> Hall:
    return a_hall(FakeOperators(business=business))


def test_a_signature_is_a_yes_and_the_order_says_who_agreed_and_who_looked() -> None:
    business = FakeBusiness()
    with a_talk(lambda: ordering(of(business))) as talk:
        talk.press("Yes, leave")
        assert talk.answer("scribble").session.problem is not None
        talk.sign()
        [asked] = business.orders.asked
        assert (asked.kind, asked.line_id, asked.number_tail, asked.staff) == (
            OrderKind.STOP_ADD_ON, "1", "1234", "0007"
        )  # fmt: skip
        assert asked.consent.proof is Proof.SIGNATURE and "1234" not in repr(asked)
        assert talk.title == "Done. All is well." and talk.go_on().outcome is OrderState.COMPLETED


def test_a_code_is_a_yes_too_and_can_be_asked_for_again() -> None:
    wrong, over = Refused(Reason.CODE_WRONG), Refused(Reason.CODE_EXPIRED)
    business = FakeBusiness(code_checks=[wrong, over, None])
    with a_talk(lambda: ordering(of(business))) as talk:
        talk.press("Yes, leave", "A code by SMS instead").answer("111111", "222222")
        talk.press("Send a new code").answer("333333")
        assert business.orders.asked[0].consent.proof is Proof.SMS_CODE and business.sent == [MATTER] * 2


def test_every_way_out_of_the_code_leads_back_to_signing() -> None:
    refused = FakeBusiness()
    refused.send = lambda *_: (_ for _ in ()).throw(Refused(Reason.TOO_MANY_CODES))  # type: ignore[method-assign]
    with a_talk(lambda: ordering(of(refused))) as talk:
        talk.press("Yes, leave", "A code by SMS instead")
        assert talk.title == "No code was sent"
        assert talk.go_on().title == "Please sign with your finger"
    with a_talk(lambda: ordering(of(FakeBusiness()))) as talk:
        talk.press("Yes, leave", "A code by SMS instead", "Use another way")
        assert talk.title == "Please sign with your finger"


@pytest.mark.parametrize("noes", [["No, stay here"], ["Yes, leave", "No, leave it as it is"]])
def test_a_no_changes_nothing(noes: list[str]) -> None:
    business = FakeBusiness()
    with a_talk(lambda: ordering(of(business))) as talk:
        talk.press(*noes)
        assert talk.title == "Good. Everything stays as it is."
        assert talk.go_on().outcome is None and business.orders.asked == []


def test_who_has_no_phone_and_cannot_sign_goes_to_staff() -> None:
    with a_talk(lambda: ordering(of(FakeBusiness()), phone=False)) as talk:
        talk.press("Yes, leave")
        assert talk.press("I cannot sign here", "Go to the start").outcome == "at_the_counter"


def test_an_operator_that_refuses_is_believed_and_says_why() -> None:
    business = FakeBusiness()
    business.orders.problem = Refused(Reason.NOT_ELIGIBLE)
    own_words = Hindrance(Obstacle.OTHER, named("Their own words"))
    business.refusals[OrderKind.STOP_ADD_ON, ""] = Qualification((Hindrance(Obstacle.ARREARS), own_words))
    with a_talk(lambda: ordering(of(business))) as talk:
        talk.press("Yes, leave").sign()
        assert talk.title == "Your phone company did not take the order"
        assert [fact.value.message for fact in talk.screen.facts] == [
            "Pay it here, then go on",
            "Staff can tell you more",
        ]
        assert talk.go_on().outcome is None


def test_where_more_proof_is_wanted_staff_take_over() -> None:
    business = FakeBusiness()
    business.orders.problem = Refused(Reason.PROOF_NEEDED)
    with a_talk(lambda: ordering(of(business))) as talk:
        talk.press("Yes, leave").sign().press("Go to the start")
        assert talk.outcome == "at_the_counter"


@pytest.mark.parametrize("state", OrderState)
def test_every_state_has_its_words_its_steps_and_its_slip(state: OrderState) -> None:
    order = an_order(state, starts=date(2026, 12, 1), note=named("Because."))
    business = FakeBusiness(order_ends=[OrderState.IN_PROGRESS] * 2)
    business.orders.receipt = order

    def stands(identity: object, order: Order, *, stop: object) -> Order:
        return order

    business.after = stands  # type: ignore[method-assign]
    with a_talk(lambda: ordering(of(business))) as talk:
        talk.press("Yes, leave").sign()
        slip = talk.screen.slip  # type: ignore[attr-defined]
        assert STANDS[state] in talk.screen.body and talk.screen.steps == steps_of(state)
        assert slip.lines[0].value.shown is not None and slip.advice
        assert (talk.screen.tone is Tone.CARE) == (
            state in {OrderState.PARTIAL, OrderState.FAILED, OrderState.REJECTED, OrderState.CANCELLED}
        )
        assert talk.go_on().outcome is state


def test_all_kinds_and_obstacles_have_words() -> None:
    assert set(KINDS) == {*OrderKind, None}
    assert set(WHAT) == set(Obstacle)
    assert all(way_out_of(Hindrance(one)).message for one in Obstacle)
