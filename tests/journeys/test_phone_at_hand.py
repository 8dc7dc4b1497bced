"""Whoever has only the ID card shows the phone once, by a code; without it, what a card opens stays open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from kiosk.screens import Tell
from tests.desks import Desk, a_desk
from tests.fake_business import FakeReader
from tests.fake_operators import WANG, FakeOperators
from tests.pilot import Pilot

WITH_YOU = "Do you have this phone with you?"
ALONE = "Without your phone they do not count"
NUMBERS = ("Fraud, and my ID", "Numbers under my ID", "Look it up now", "Yes, look it up")
ACCOUNTS = ("Fraud, and my ID", "Internet accounts of my number", "Ask the service", "Yes, look it up")


@contextmanager
def a_card(fakes: FakeOperators | None = None, service: tuple[str, ...] = NUMBERS) -> Iterator[Desk]:
    """Sign in with the ID card in front of a service."""
    with a_desk(fakes, id_cards=FakeReader()) as desk:
        desk.pilot.from_rest().press(*service, "My ID card", "I have my card").choose("mobile")
        yield desk


def with_a_code(pilot: Pilot) -> Pilot:
    return pilot.press("Yes, send me a code").type("123456")


def test_a_card_and_a_code_count_everywhere_and_the_code_is_asked_for_once() -> None:
    with a_card() as desk:
        assert desk.pilot.title == WITH_YOU
        pilot = with_a_code(desk.pilot)
        assert [matter.message for matter in desk.operators.business.sent] == [
            "counting the numbers under your ID"
        ]
        assert pilot.title == "{count} number runs under your ID"
        pilot.go_on().press("Yes, I know them all").go_on().press("Yes, send the query").go_on()
        assert pilot.press(*NUMBERS).title == "{count} number runs under your ID"
        assert len(desk.operators.business.sent) == 1


def test_without_the_phone_ones_own_numbers_can_be_seen_and_reported() -> None:
    with a_card() as desk:
        pilot = desk.pilot.press("No, not with me")
        assert pilot.title == ALONE
        pilot.press("Show my numbers at {operator}").choose("2").press("Yes, report it").go_on()
        assert pilot.press("All the others are mine").title == ALONE
        pilot.press("Ask another company").choose("unicom").go_on()
        assert pilot.press("That is enough for today").title == "What else can we do for you?"
        assert desk.operators.asked == [] and len(desk.operators.filed) == 1


def test_back_from_there_asks_for_the_phone_again() -> None:
    with a_card() as desk:
        pilot = desk.pilot.press("No, not with me")
        desk.reception.back()
        assert pilot.title == WITH_YOU
        assert with_a_code(pilot).title == "{count} number runs under your ID"


def test_a_code_that_cannot_be_read_is_no_dead_end() -> None:
    with a_card() as desk:
        pilot = desk.pilot.press("Yes, send me a code", "Use another way")
        assert pilot.title == ALONE


def test_nobody_is_asked_for_a_phone_that_the_company_does_not_know() -> None:
    nobody = replace(WANG, phone=None, phone_seen=False, by_card=True, access=replace(WANG.access, token=""))
    with a_card(FakeOperators(card_answers=[nobody])) as desk:
        assert desk.pilot.title == ALONE
    with a_card(FakeOperators(card_answers=[nobody]), ACCOUNTS) as desk:
        assert desk.pilot.title == "The answer goes to your own phone"
        assert desk.pilot.go_on().title == "What else can we do for you?"


def test_a_sign_in_that_does_not_tell_the_phone_still_counts_at_her_own_company() -> None:
    fakes = FakeOperators(approvals=[replace(WANG, phone_seen=False)])
    with a_desk(fakes) as desk:
        pilot = desk.pilot.from_rest().press(*NUMBERS, "Scan with my phone").choose("mobile")
        assert pilot.press("No, not with me").title == "{count} number runs under your ID"


# ------------------------------------------------------------------- a long while after signing in


def signed_in_long_ago(desk: Desk, service: tuple[str, ...]) -> Pilot:
    return desk.pilot.from_rest().press(*service, "Scan with my phone").choose("mobile")


def test_counts_that_want_the_phone_again_get_a_new_code() -> None:
    with a_desk(FakeOperators(lapsed={"unicom"})) as desk:
        pilot = signed_in_long_ago(desk, NUMBERS)
        assert pilot.title == "One more code, please"
        assert {fact.value.message for fact in pilot.screen.facts} >= {"wants a code first"}
        assert pilot.go_on().title == WITH_YOU
        assert with_a_code(pilot).title == "{count} number runs under your ID"
    with a_desk(FakeOperators(lapsed={"unicom"})) as desk:
        pilot = signed_in_long_ago(desk, NUMBERS).go_on().press("No, not with me")
        assert pilot.title == "Do you know all of these numbers?"


def test_the_national_service_that_wants_the_phone_again_gets_a_new_code() -> None:
    with a_desk(FakeOperators(lapsed={"national-query"})) as desk:
        pilot = signed_in_long_ago(desk, ACCOUNTS).press("Yes, send the query")
        assert with_a_code(pilot).title == "Your query is on its way"
        assert isinstance(pilot.screen, Tell) and len(desk.operators.asked) == 1
    with a_desk(FakeOperators(lapsed={"national-query"})) as desk:
        pilot = signed_in_long_ago(desk, ACCOUNTS).press("Yes, send the query", "No, not with me")
        assert pilot.title == "The answer goes to your own phone"
        assert pilot.go_on().title == "What else can we do for you?"
