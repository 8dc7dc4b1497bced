"""Complaining: a few touches, a review, and all of it on file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.devices.call_light import SimulatedLight
from kiosk.domain.complaints import CLOSER, About, More, Wanted, When
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.complain import Outcome, complain
from kiosk.journeys.complain_more import ICONS, MORE
from kiosk.journeys.complaint_said import ABOUT, WANTED, WHEN
from kiosk.screens import Journey, Review, Tell
from kiosk.text import Language, PhoneNumber
from tests.fake_business import FakeBusiness
from tests.fake_operators import WANG, FakeOperators, a_hall
from tests.talks import Talk, a_talk

ENGLISH = words_of(Language.EN)
CHARGES, OTHER, UNSURE = "Charges on the bill", "Something else", "I cannot say"
NETWORK = "The network, or a repair"


def complaining(business: FakeBusiness, **hall: Any) -> Any:
    the_hall = a_hall(FakeOperators(business=business), **hall)

    def begin() -> Journey[Outcome]:
        return complain(the_hall)

    return a_talk(begin)


def to_the_time(talk: Talk, about: str = CHARGES, closer: str = UNSURE) -> Talk:
    return talk.press(about, closer).by_phone()


def advice(talk: Talk) -> list[str]:
    assert isinstance(talk.screen, Tell) and talk.screen.slip is not None
    return [text.shown(ENGLISH) for text in talk.screen.slip.advice]


def filed_by(talk: Talk, business: FakeBusiness, *rest: str) -> list[str]:
    """Press the rest, and return what the company's people read."""
    talk.press("Today", "An apology", *rest, "Yes, send it")
    [order] = business.work_orders.asked
    return [text.shown(ENGLISH) for text in order.said]


def test_a_complaint_about_a_hall_is_on_file_with_all_that_was_said_and_without_a_number() -> None:
    business = FakeBusiness(held=())
    with complaining(business) as talk:
        talk.press("How staff or the hotline spoke")
        assert talk.screen.body[0].message.startswith("Next you sign in")
        talk.press("On the hotline").by_phone().press("This week", "An apology", "Yes, they may call")
        assert isinstance(talk.screen, Review) and business.work_orders.asked == []
        assert [fact.label.message for fact in talk.screen.facts[:5]] == [
            "It is about", "In particular", "It happened", "You want", "May they call",
        ]  # fmt: skip
        assert talk.screen.facts[4].value.message == "they may"
        assert talk.screen.facts[5].value.shown(ENGLISH) == "138 **** 1234"
        talk.press("Yes, send it")
        [order] = business.work_orders.asked
        assert (order.kind, order.product_id, order.number_tail) == (WorkOrderKind.COMPLAINT, "", "")
        assert order.amount is None and [text.shown(ENGLISH) for text in order.said] == [
            "It is about: How staff or the hotline spoke.",
            "In particular: On the hotline.",
            "It happened: This week.",
            "The customer wants: An apology.",
            "Please call the customer.",
            "The number ends in 1234.",
        ]
        assert talk.title == "The complaint is taken in"
        assert talk.screen.body[1].shown(ENGLISH) == "You have an answer by 8 December 2026."
        assert advice(talk)[:2] == [
            "No answer by 8 December 2026, or not content? Call 12300.",
            "It takes it up within two years.",
        ]
        assert talk.go_on().outcome is Outcome.ON_FILE


def test_what_was_in_this_hall_names_it() -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        to_the_time(talk, "The service at a counter", "In this hall")
        assert "It was in this hall: Demonstration Hall." in filed_by(
            talk, business, "No, please do not call"
        )


def test_charges_are_about_a_sum_and_her_number() -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        talk.press(CHARGES).answer("0")
        assert talk.title == "How much money is it about?" and talk.session.problem is not None
        talk.answer("120").by_phone().press("Today", "My money back", "No, please do not call")
        assert [fact.label.message for fact in talk.screen.facts[1:3]] == ["Money it is about", "Number"]
        assert talk.screen.facts[5].value.message == "they may not"
        talk.press("Yes, send it")
        [order] = business.work_orders.asked
        assert (order.product_id, order.number_tail) == ("1", "1234")
        assert order.said[1].shown(ENGLISH) == "It is about ¥120."


def test_what_has_no_name_here_is_told_in_a_call() -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        to_the_time(talk, OTHER, "They call me, and I tell it in peace")
        talk.press("Today", "An apology")
        assert "138 **** 1234" in [fact.value.shown(ENGLISH) for fact in talk.screen.facts]
        talk.session.back()
        talk.session.back()
        assert filed_by(talk, business)[1:] == [
            "The customer tells it by telephone.",
            "It happened: Today.",
            "The customer wants: An apology.",
            "Please call the customer.",
            "The number ends in 1234.",
        ]


def test_a_phone_without_a_network_need_not_ring() -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        to_the_time(talk, NETWORK, "Telephone calls").press("Today", "An apology", "On another phone")
        talk.answer("13900005678")
        assert [fact.value.shown(ENGLISH) for fact in talk.screen.facts[2:7]] == [
            "138 **** 1234", "Today", "An apology", "they may", "139 **** 5678",
        ]  # fmt: skip
        talk.press("Yes, send it")
        [order] = business.work_orders.asked
        assert order.contact == PhoneNumber("13900005678") and order.number_tail == "1234"
        assert order.said[-1].shown(ENGLISH) == "The number ends in 5678."


def test_nobody_rings_about_the_network_where_she_wants_none() -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        said = filed_by(to_the_time(talk, NETWORK, "Telephone calls"), business, "Nobody need ring")
        assert said[-1] == "Please do not call the customer."
        assert business.work_orders.asked[0].contact is None


def test_where_no_number_is_known_the_company_knows_it() -> None:
    fakes = FakeOperators(approvals=[replace(WANG, phone=None)])
    hall = a_hall(fakes)
    with a_talk(lambda: complain(hall)) as talk:
        to_the_time(talk, OTHER, "No call: I choose here").press("Today", "An apology")
        assert talk.screen.facts[0].value.message == "the one that the company knows"
        talk.press("Yes, they may call")
        assert talk.screen.facts[4].value.message == "the one that the company knows"
        talk.press("Yes, send it")
        [order] = fakes.business.work_orders.asked
        assert order.said[-1].message == "Please call the customer."


@pytest.mark.parametrize("about", [CHARGES, OTHER, "A contract or a plan"])
def test_staff_are_offered_once_and_the_place_is_kept(about: str) -> None:
    business, light = FakeBusiness(), SimulatedLight()
    with complaining(business, light=light) as talk:
        talk.press(about)
        asked = talk.title
        talk.press("Staff help me write it").go_on()
        assert light.lit and talk.title == asked
        with pytest.raises(AssertionError, match="Staff help me write it"):
            talk.press("Staff help me write it")
        closer = {CHARGES: UNSURE, OTHER: "No call: I choose here"}.get(about, "It was not explained clearly")
        talk.press(closer).by_phone()
        said = filed_by(talk, business, "No, please do not call")
        assert "Staff at Demonstration Hall were asked to help with it." in said


def test_a_no_sends_nothing() -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        to_the_time(talk).press("Today", "An explanation", "No, please do not call", "No, do not send it")
        assert talk.go_on().outcome is Outcome.KEPT and business.work_orders.asked == []


def test_a_company_that_takes_no_complaint_is_told_of() -> None:
    business = FakeBusiness()
    business.work_orders.problem = Refused(Reason.NOT_ALLOWED)
    with complaining(business) as talk:
        to_the_time(talk).press("This month", "My money back", "No, please do not call", "Yes, send it")
        assert talk.title == "The request was not taken" and talk.go_on().outcome is Outcome.NOT_TAKEN


@pytest.mark.parametrize(
    ("about", "closer", "ago", "late"),
    [
        (CHARGES, UNSURE, "Within the last five months", None),
        (CHARGES, UNSURE, "Within the last two years", "12300 takes charges up for five months only."),
        (NETWORK, "A repair that did not help", "Within the last two years", None),
        (
            NETWORK,
            "A repair that did not help",
            "Longer ago",
            "12300 takes it up for two years only.",
        ),
    ],
)
def test_what_is_too_long_ago_for_12300_can_still_be_complained_of(
    about: str, closer: str, ago: str, late: str | None
) -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        to_the_time(talk, about, closer).press("Longer ago", ago)
        if late is not None:
            assert talk.title == "You can still complain to the company"
            assert talk.screen.body[1].shown(ENGLISH) == late
            talk.go_on()
        no = "No, please do not call" if about == CHARGES else "Nobody need ring"
        talk.press("My money back", no, "Yes, send it")
        said = advice(talk)
        assert ("12315" in said[0]) is (late is not None) and len(said) == (2 if late else 3)
        assert len(business.work_orders.asked) == 1


def test_everything_has_words() -> None:
    assert (set(ABOUT), set(WHEN), set(WANTED)) == (set(About), set(When), set(Wanted))
    assert set(MORE) == set(ICONS) == set(More) == {one for some in CLOSER.values() for one in some}
