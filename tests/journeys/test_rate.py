"""Saying how it was: three questions, each may be passed over, dropped once, and nothing tells by whom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kiosk.devices.call_light import SimulatedLight
from kiosk.domain.ratings import Managed, Rating
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.rate import Dropped, Outcome, is_low, rate
from kiosk.screens import Journey, choices_of
from tests.fake_operators import FakeOperators, a_hall
from tests.fake_trouble import FakeRatings
from tests.talks import Talk, a_talk

PASS, NOBODY = "Pass over this question", "I met nobody, or pass this over"


def rating(box: FakeRatings, **hall: Any) -> Any:
    the_hall = a_hall(FakeOperators(), ratings=box, **hall)

    def begin() -> Journey[Outcome]:
        return rate(the_hall)

    return a_talk(begin)


def test_three_answers_are_dropped_and_thanked_for() -> None:
    box = FakeRatings()
    with rating(box) as talk:
        for answer in ("Yes, all of it", "Very easy", "Good"):
            assert all(option.icon for option in choices_of(talk.screen)) and talk.screen.quiet
            talk.press(answer)
        assert box.dropped == [Rating(Managed.YES, 5, 4)]
        assert talk.title == "Thank you for telling us"
        assert talk.go_on().outcome is Outcome.OVER


def test_any_question_may_be_passed_over_and_all_of_them_leave_nothing() -> None:
    box = FakeRatings()
    with rating(box) as talk:
        talk.press(PASS, "Easy", NOBODY)
        assert box.dropped == [Rating(None, 4, None)] and talk.title == "Thank you for telling us"
    box = FakeRatings()
    with rating(box) as talk:
        talk.press(PASS, PASS, NOBODY)
        assert box.dropped == [] and talk.title == "That is fine too"
        assert talk.go_on().outcome is Outcome.OVER


@pytest.mark.parametrize(
    ("given", "low"),
    [
        (Rating(Managed.NO, 5, 5), True),
        (Rating(Managed.YES, 2, None), True),
        (Rating(None, None, 1), True),
        (Rating(Managed.PARTLY, 3, 3), False),
        (Rating(None, None, None), False),
    ],
)
def test_what_is_low(given: Rating, low: bool) -> None:
    assert is_low(given) is low


def test_whoever_was_not_content_is_offered_help_without_a_name() -> None:
    low = ("No, it was not done", "Hard", "Bad")
    with rating(FakeRatings()) as talk:
        talk.press(*low).press("Nothing more, thank you")
        assert talk.title == "Thank you for telling us"
        assert talk.go_on().outcome is Outcome.OVER
    light = SimulatedLight()
    with rating(FakeRatings(), light=light) as talk:
        talk.press(*low).press("Speak with a person").go_on()
        assert light.lit and talk.outcome is Outcome.OVER
    fakes, box = FakeOperators(), FakeRatings()
    hall = a_hall(fakes, ratings=box)
    with a_talk(lambda: rate(hall)) as talk:
        talk.press(*low).press("Make a complaint", "Something else", "No call: I choose here").by_phone()
        talk.press("Today", "An apology", "No, please do not call", "Yes, send it")
        [order] = fakes.business.work_orders.asked
        assert len(order.said) == 4 and box.dropped == [Rating(Managed.NO, 2, 2)]
        assert talk.go_on().outcome is Outcome.OVER


def asking_to_be_called(box: FakeRatings, fakes: FakeOperators) -> Any:
    hall = a_hall(fakes, ratings=box)

    @contextmanager
    def asking() -> Iterator[Talk]:
        with a_talk(lambda: rate(hall)) as talk:
            yield talk.press("No, it was not done", PASS, NOBODY, "Please call me")

    return asking()


def test_whoever_wants_a_call_agrees_that_her_name_goes_with_it_and_no_answer_does() -> None:
    box, fakes = FakeRatings(), FakeOperators()
    with asking_to_be_called(box, fakes) as talk:
        assert talk.title == "May the company know who you are?"
        talk.press("Yes, it may know").by_phone()
        assert talk.title == "Shall {operator} call you?" and fakes.business.work_orders.asked == []
        talk.press("Yes, please call me")
        [order] = fakes.business.work_orders.asked
        assert (order.kind, order.product_id) == (WorkOrderKind.COMPLAINT, "")
        assert [one.message for one in order.said] == [
            "The customer was not content at {hall}.",
            "The customer tells it by telephone.",
            "Please call the customer.",
            "The number ends in {tail}.",
        ]
        assert box.dropped == [Rating(Managed.NO, None, None)]
        assert talk.go_on().outcome is Outcome.OVER


@pytest.mark.parametrize("sure", [True, False])
def test_nobody_is_named_against_her_will(sure: bool) -> None:
    box, fakes = FakeRatings(), FakeOperators()
    with asking_to_be_called(box, fakes) as talk:
        if sure:
            assert talk.press("No, leave me without a name").title == "Thank you for telling us"
        else:
            talk.press("Yes, it may know").by_phone().press("No, do not call")
        assert talk.go_on().outcome is Outcome.OVER and fakes.business.work_orders.asked == []


def test_a_rating_is_dropped_once_however_often_it_is_gone_back() -> None:
    box = FakeRatings()
    with rating(box) as talk:
        talk.press("A part of it", "So-so").session.back()
        talk.press("Easy", "Good")
        assert not talk.session.can_go_back and box.dropped == [Rating(Managed.PARTLY, 4, 4)]
        talk.go_on()
        again = Talk(talk.stage, lambda: rate(a_hall(FakeOperators(), ratings=box)))
        assert again.title == "Thank you for telling us" and len(box.dropped) == 1


def test_a_box_that_is_broken_says_so() -> None:
    with rating(FakeRatings(broken=True)) as talk:
        talk.press("Yes, all of it", PASS, NOBODY)
        assert talk.title == "Your answers could not be kept"
        assert talk.go_on().outcome is Outcome.OVER


def test_the_outcome_tells_nothing_of_the_answers() -> None:
    assert [outcome.value for outcome in Outcome] == ["over"] and len(Dropped) == 4
