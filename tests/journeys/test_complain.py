"""Complaining: a few touches, a review, and all of it on file."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.complaints import About, Wanted, When
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.complain import Outcome, complain
from kiosk.journeys.complain_words import ABOUT, WANTED, WHEN
from kiosk.screens import Journey, Review, Tell
from kiosk.text import Language
from tests.fake_business import FakeBusiness
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

ENGLISH = words_of(Language.EN)


def complaining(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business))

    def begin() -> Journey[Outcome]:
        return complain(hall)

    return a_talk(begin)


def to_the_time(talk: Talk, about: str = "Charges on the bill") -> Talk:
    return talk.press(about).by_phone()


def advice(talk: Talk) -> list[str]:
    assert isinstance(talk.screen, Tell) and talk.screen.slip is not None
    return [text.shown(ENGLISH) for text in talk.screen.slip.advice]


def test_a_complaint_is_on_file_with_all_that_was_said() -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        to_the_time(talk, "How staff or the hotline spoke").press("This week", "An apology")
        talk.press("Yes, they may call")
        assert isinstance(talk.screen, Review) and business.work_orders.asked == []
        assert [fact.label.message for fact in talk.screen.facts[:5]] == [
            "It is about", "Number", "It happened", "You want", "May they call",
        ]  # fmt: skip
        talk.press("Yes, send it")
        [order] = business.work_orders.asked
        assert (order.kind, order.product_id, order.number_tail) == (WorkOrderKind.COMPLAINT, "1", "1234")
        assert order.amount is None and [text.shown(ENGLISH) for text in order.said] == [
            "It is about: How staff or the hotline spoke.",
            "It happened: This week.",
            "The customer wants: An apology.",
            "Please call the customer.",
        ]
        assert talk.title == "Your request is on file"
        assert advice(talk)[:2] == ["A no, or no answer? Call 12300.", "It takes it up within two years."]
        assert talk.go_on().outcome is Outcome.ON_FILE


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
    ("about", "ago", "late"),
    [
        ("Charges on the bill", "Within the last five months", None),
        ("Charges on the bill", "Within the last two years", "12300 takes charges up for five months only."),
        ("Something else", "Within the last two years", None),
        ("Something else", "Longer ago", "12300 takes it up for two years only."),
    ],
)
def test_what_is_too_long_ago_for_12300_can_still_be_complained_of(
    about: str, ago: str, late: str | None
) -> None:
    business = FakeBusiness()
    with complaining(business) as talk:
        to_the_time(talk, about).press("Longer ago", ago)
        if late is not None:
            assert talk.title == "You can still complain to the company"
            assert talk.screen.body[1].shown(ENGLISH) == late
            talk.go_on()
        talk.press("My money back", "No, please do not call", "Yes, send it")
        said = advice(talk)
        assert ("12315" in said[0]) is (late is not None) and len(said) == (2 if late else 3)
        assert len(business.work_orders.asked) == 1


def test_everything_has_words() -> None:
    assert (set(ABOUT), set(WHEN), set(WANTED)) == (set(About), set(When), set(Wanted))
