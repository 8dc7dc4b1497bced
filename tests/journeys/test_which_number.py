"""Which number: the only one at once, one of several by choice, none with a kind word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.people import LineStatus
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.parting import Parted
from kiosk.journeys.which_number import which_number
from kiosk.screens import Journey
from tests.fake_business import LINE, SUBSCRIPTION, FakeBusiness
from tests.fake_operators import WANG, FakeOperators, a_hall
from tests.talks import a_talk

STOPPED = replace(SUBSCRIPTION, line=replace(LINE, id="2", status=LineStatus.STOPPED))


def asking(talk_of: tuple[Subscription, ...]) -> Callable[[], Journey[str]]:
    hall = a_hall(FakeOperators(business=FakeBusiness(held=talk_of)))

    async def ask() -> str:
        try:
            return (await which_number(hall, WANG)).line.id
        except Parted as parted:
            return parted.parting.value

    return ask


def test_the_only_number_is_taken_at_once() -> None:
    with a_talk(asking((SUBSCRIPTION,))) as talk:
        assert talk.outcome == "1"


def test_one_of_several_is_chosen_and_a_stopped_one_says_so() -> None:
    with a_talk(asking((SUBSCRIPTION, STOPPED))) as talk:
        details = [option.detail.message for option in talk.screen.options]  # type: ignore[attr-defined]
        assert details == ["{plan}, {place}", "{plan}, {place}, {status}"]
        assert talk.answer("2").outcome == "2"


def test_where_there_is_none_it_is_said_kindly() -> None:
    with a_talk(asking(())) as talk:
        assert talk.title == "No number here is in your name"
        assert talk.go_on().outcome == "no_number"
