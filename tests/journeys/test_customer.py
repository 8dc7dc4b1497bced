"""Exactly the proof that is needed, asked once: phone, ID card, and a person who looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.devices.ports import CardError, CardProblem, DeviceError
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.id_cards import IdCard
from kiosk.domain.people import Identity
from kiosk.journeys.customer import Tier, customer, seen_by_staff
from kiosk.journeys.hall import Hall
from kiosk.journeys.parting import Parted
from kiosk.text import Text, t
from tests.fake_business import CARD, TODAY, FakeReader, FakeStaff
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk
from tests.visit.worlds import HeldRunner, a_stage

LAY, BACK = "Please lay your ID card on the reader", "Please take your card back"
STAFF_GO_ON = "Staff go on with you from here"


async def at(hall: Hall, *tiers: Tier) -> list[Identity] | str:
    try:
        return [await customer(hall, tier) for tier in tiers]
    except Parted as parted:
        return parted.parting.value


def served(cards: list[IdCard | Exception] | None = None, **fakes: Any) -> Hall:
    reader = FakeReader() if cards is None else FakeReader(cards)
    return a_hall(FakeOperators(**fakes), id_cards=reader)


def agreed(talk: Talk) -> Talk:
    return talk.press("Yes, go on")


def test_a_phone_is_enough_for_small_things_and_the_card_is_asked_for_later() -> None:
    hall = served()
    with a_talk(lambda: at(hall, Tier.PHONE, Tier.CARD, Tier.PHONE, Tier.CARD)) as talk:
        agreed(talk).press("Scan with my phone").answer("mobile")
        assert talk.title == BACK
        talk.press("I have my card")
        assert [one.by_card for one in talk.outcome] == [False, True, False, True]  # type: ignore[attr-defined]


@pytest.mark.parametrize("first", [Tier.CARD, Tier.PHONE])
def test_a_card_alone_signs_in_and_nothing_more_is_asked(first: Tier) -> None:
    hall = served()
    with a_talk(lambda: at(hall, first, Tier.CARD)) as talk:
        agreed(talk)
        if first is Tier.PHONE:
            talk.press("My ID card")
        assert talk.title == BACK
        talk.press("I have my card").answer("unicom")
        assert all(one.by_card for one in talk.outcome)  # type: ignore[attr-defined]


def test_a_no_to_the_notice_ends_it() -> None:
    with a_talk(lambda: at(served(), Tier.CARD)) as talk:
        talk.press("No, do not")
        assert talk.title == "Good. We have read nothing."
        assert talk.go_on().outcome == "not_agreed"


NOT_READ = CardError(CardProblem.NOT_READ)
EXPIRED = replace(CARD, valid_until=TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("cards", "why"),
    [
        ([NOT_READ, NOT_READ, NOT_READ], "Your card could not be read."),
        ([CardError(CardProblem.NOT_RESIDENT)], "Staff look at this kind of card."),
        ([CardError(CardProblem.NOT_GENUINE)], "Staff should look at this card."),
        ([DeviceError("unplugged")], "The card reader does not work just now."),
        ([EXPIRED], "Your ID card has run out."),
    ],
)
def test_a_card_that_cannot_be_used_leads_to_a_person(cards: list[IdCard | Exception], why: str) -> None:
    hall = served(cards)
    with a_talk(lambda: at(hall, Tier.CARD)) as talk:
        agreed(talk)
        assert talk.title == STAFF_GO_ON and talk.screen.body[0].message == why
        talk.press("Call staff to me")
        assert talk.title == "Somebody is coming"
        assert talk.go_on().outcome == "at_the_counter"


def test_a_badly_laid_card_gets_another_try() -> None:
    with a_talk(lambda: at(served([NOT_READ, CARD]), Tier.CARD)) as talk:
        assert agreed(talk).title == BACK


def test_a_kiosk_without_a_reader_says_so() -> None:
    with a_talk(lambda: at(a_hall(FakeOperators()), Tier.CARD)) as talk:
        assert agreed(talk).screen.body[0].message == "This kiosk has no card reader."
        assert talk.press("Go to the start").outcome == "at_the_counter"


def test_whoever_has_no_card_goes_to_staff() -> None:
    class Empty(FakeReader):
        def read(self, *, stop: object) -> IdCard:
            raise AssertionError

    with a_stage(HeldRunner()) as stage:
        hall = a_hall(FakeOperators(), id_cards=Empty())
        talk = Talk(stage, lambda: at(hall, Tier.CARD))
        agreed(talk)
        assert talk.title == LAY
        assert talk.press("I have no card with me").title == STAFF_GO_ON


def test_somebody_elses_card_is_not_taken() -> None:
    hall = served(card_answers=[Refused(Reason.ID_MISMATCH)])
    with a_talk(lambda: at(hall, Tier.PHONE, Tier.CARD)) as talk:
        agreed(talk).press("Scan with my phone").answer("mobile").press("I have my card")
        assert talk.title == "This card is in another name"
        assert talk.go_on().title == STAFF_GO_ON


@pytest.mark.parametrize("tier", Tier)
def test_a_company_that_cannot_check_cards_leads_to_a_person(tier: Tier) -> None:
    hall = served(card_answers=[Refused(Reason.NOT_ALLOWED)])
    with a_talk(lambda: at(hall, tier, Tier.CARD)) as talk:
        agreed(talk)
        if tier is Tier.PHONE:
            talk.press("Scan with my phone").answer("mobile").press("I have my card")
        else:
            talk.press("I have my card").answer("mobile")
        assert talk.title == STAFF_GO_ON
        assert talk.screen.body[0].message == "Your phone company cannot check cards just now."


def test_a_company_whose_business_is_not_done_here_says_so_at_once() -> None:
    hall = served()
    there = tuple(replace(operator, does_business=False) for operator in hall.operators)
    with a_talk(lambda: at(replace(hall, operators=there), Tier.PHONE)) as talk:
        agreed(talk).press("Scan with my phone").answer("mobile")
        assert talk.screen.body[0].message == "For this company, staff do it at the counter."


def test_a_company_that_does_not_know_the_card_is_not_the_end() -> None:
    hall = served(card_answers=[Refused(Reason.NOT_FOUND), Refused(Reason.NOT_FOUND)])
    with a_talk(lambda: at(hall, Tier.CARD)) as talk:
        agreed(talk).press("I have my card").answer("unicom")
        assert talk.title == "{operator} has no number under this card"
        talk.press("Try another company").answer("mobile").press("Ask staff for help")
        assert talk.title == STAFF_GO_ON


# ------------------------------------------------------------------------------------------------ staff


async def looked_at(hall: Hall, *look_at: Text) -> str:
    try:
        return await seen_by_staff(hall) + await seen_by_staff(hall, *look_at)
    except Parted as parted:
        return parted.parting.value


def test_staff_look_once_and_a_wrong_pin_is_said_kindly() -> None:
    hall = a_hall(FakeOperators(), staff=FakeStaff())
    with a_talk(lambda: looked_at(hall)) as talk:
        assert talk.answer("12").session.problem is not None
        talk.answer("0007", "1111")
        assert talk.screen.problem.message.startswith("Number and PIN")  # type: ignore[attr-defined]
        talk.answer("0007", "2468")
        assert talk.outcome == "00070007"


def test_staff_are_asked_again_where_they_must_see_to_something_else() -> None:
    hall = a_hall(FakeOperators(), staff=FakeStaff())
    with a_talk(lambda: looked_at(hall, t("Go on"))) as talk:
        talk.answer("0007", "2468")
        assert talk.screen.body[1] == t("Go on")
        assert talk.answer("0007", "2468").outcome == "00070007"


def test_staff_who_are_locked_out_are_told_when_to_try_again() -> None:
    hall = a_hall(FakeOperators(), staff=FakeStaff(locked_for=61))
    with a_talk(lambda: looked_at(hall)) as talk:
        talk.answer("0007", "2468")
        assert talk.screen.problem.count == 1  # type: ignore[attr-defined]
        talk.press("Call staff to me")
        assert talk.title == "Somebody is coming"
        assert talk.go_on().title == "A staff member now looks at your card"


def test_a_hall_that_knows_no_staff_does_it_at_the_counter() -> None:
    with a_talk(lambda: looked_at(a_hall(FakeOperators()))) as talk:
        assert talk.press("Go to the start").outcome == "at_the_counter"
