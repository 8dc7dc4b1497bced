"""“Is this message or call real?”: who, what, the list where it can be asked, and what follows."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.devices.call_light import SimulatedLight
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.faults import Cheat, FraudRecord
from kiosk.domain.fraud_rules import Advice, Sender, Sign, Verdict, Want
from kiosk.journeys.fraud_guard import Outcome
from kiosk.journeys.guard_check_words import ADVICE, SIGNS, TITLES, TONES
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Mark, Tone, choices_of
from tests.fake_operators import FakeOperators, a_hall
from tests.fake_trouble import FakeTrouble
from tests.talks import Talk, a_talk

NUMBER = "17099009901"
LIST = "The companies' shared list"
FALSE, CAREFUL = "This is fraud", "Be careful: this may be false"


class Lost(FakeTrouble):
    """A list that does not answer."""

    problem: Exception = Unavailable(Reason.TIMED_OUT)

    def check(self, number: str) -> FraudRecord:
        raise self.problem


def checking(trouble: FakeTrouble | None = None, **hall: Any) -> Any:
    the_hall = a_hall(FakeOperators(trouble=trouble or FakeTrouble()), **hall)
    return a_talk(lambda: walked(service_named("fraud-guard"), the_hall))


def asked(talk: Talk, sender: Sender, want: Want) -> Talk:
    return talk.press("Is this message or call real?").answer(sender, want)


def what_the_list_says(talk: Talk) -> tuple[str, Mark]:
    fact = next(fact for fact in talk.screen.facts if fact.label.message == LIST)
    return fact.value.message, fact.mark


@pytest.mark.parametrize(
    ("service", "sender"),
    [
        ("An SMS from 12381", Sender.WARNING),
        ("A call from 96110", Sender.POLICE_LINE),
        ("An SMS from 10699000", Sender.QUERY),
    ],
)
def test_what_asks_for_nothing_and_comes_from_the_three_is_real(service: str, sender: Sender) -> None:
    with checking() as talk:
        talk.press("Is this message or call real?", "Police, a court, a service number", service)
        talk.press("Nothing, it only tells me something")
        assert talk.screen.tone is Tone.DONE and len(choices_of(talk.screen)) == 1
        assert [fact.label.message for fact in talk.screen.facts] == ["What to do"]
        talk.press("Thank you, I see")
        assert talk.outcome is Outcome.CHECKED


def test_an_office_is_named_in_two_steps_and_money_gives_it_away() -> None:
    with checking() as talk:
        talk.press("Is this message or call real?", "Police, a court, a service number")
        talk.press("Police, a court, another office", "That I pay or send money", "Go on without the number")
        assert talk.title == FALSE and talk.screen.tone is Tone.DANGER
        assert what_the_list_says(talk) == ("was not asked, without a number", Mark.NONE)
        assert [option.answer.value for option in choices_of(talk.screen)] == ["noted", "cheated"]


@pytest.mark.parametrize(
    ("record", "title", "says"),
    [
        (FraudRecord(0), CAREFUL, ("not on it", Mark.NONE)),
        (FraudRecord(1, Cheat.SHOP), CAREFUL, ("Reported by {count} person", Mark.CARE)),
        (FraudRecord(5, Cheat.SHOP, confirmed=True), FALSE, ("The police know this number", Mark.CARE)),
    ],
)
def test_the_list_is_asked_and_never_makes_anything_safe(
    record: FraudRecord, title: str, says: tuple[str, Mark]
) -> None:
    with checking(FakeTrouble(listed={NUMBER: record})) as talk:
        asked(talk, Sender.SHOP, Want.LINK).answer(NUMBER)
        assert talk.title == title and what_the_list_says(talk) == says
        assert talk.screen.picture is not None and talk.screen.picture.name == "number-checked-bad"
        notes = [fact.note.message for fact in talk.screen.facts if fact.note]
        assert notes == (["That does not make it safe."] if record == FraudRecord(0) else [])


@pytest.mark.parametrize("problem", [Unavailable(Reason.TIMED_OUT), Refused(Reason.NOT_ALLOWED)])
def test_a_list_that_does_not_answer_is_said_and_the_rules_go_on(problem: Exception) -> None:
    lost = Lost()
    lost.problem = problem
    with checking(lost) as talk:
        asked(talk, Sender.BANK, Want.CODE).answer(NUMBER)
        assert talk.title == FALSE and what_the_list_says(talk)[0] == "does not answer just now"


def test_where_no_list_is_connected_no_number_is_asked_for() -> None:
    with checking(FakeTrouble(connected=False)) as talk:
        asked(talk, Sender.RELATIVE, Want.MONEY)
        assert talk.title == CAREFUL and what_the_list_says(talk)[0] == "cannot be asked here"
        assert talk.screen.picture is not None and talk.screen.picture.name == "bank-call"


def test_a_number_can_be_reported_at_once() -> None:
    trouble = FakeTrouble()
    with checking(trouble) as talk:
        asked(talk, Sender.STRANGER, Want.MONEY).answer(NUMBER).press("Report this number")
        assert talk.title == "Was it a call or a message?"
        talk.press("A call", "Promised much money", "Yes, report the number")
        assert trouble.fraud_reports.asked[0].number == NUMBER
        assert talk.go_on().outcome is Outcome.CHECKED


def test_who_has_paid_already_gets_help_at_once() -> None:
    light = SimulatedLight()
    with checking(light=light) as talk:
        asked(talk, Sender.STRANGER, Want.MONEY).press("Go on without the number")
        talk.press("I have told or paid something already")
        assert light.lit and talk.title == "Hang up now, and pay nothing"


def test_everything_that_can_be_judged_has_words() -> None:
    assert set(TITLES) == set(TONES) == set(Verdict)
    assert set(SIGNS) == set(Sign) and set(ADVICE) == set(Advice)
