"""“Is this message or call real?”: a trick she knows again, what and who, the list, and what follows."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.devices.call_light import SimulatedLight
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.faults import Cheat, FraudRecord
from kiosk.domain.fraud_rules import Advice, Sender, Sign, Verdict, Want
from kiosk.journeys.fraud_guard import Outcome
from kiosk.journeys.guard_check import PLAYED
from kiosk.journeys.guard_check_words import ADVICE, SHOWN, SIGNS, TITLES, TONES
from kiosk.journeys.services import service_named, walked
from kiosk.scams_file import load_scams
from kiosk.screens import Mark, Tone, choices_of
from kiosk.text import Language
from tests.fake_operators import FakeOperators, a_hall
from tests.fake_trouble import FakeTrouble
from tests.talks import Talk, a_talk

NUMBER = "17099009901"
CHECK = "Is this message or call real?"
LIST = "The companies' shared list"
FALSE, ASK, QUIET = "This is fraud", "Ask first, then decide", "You need do nothing"
LIKELY, UNOPENED = "Most likely false: do nothing yet", "Most likely false: open nothing yet"
REPORTED, BAD = "Reported by {count} person", "number-checked-bad"
WHICH = "Which number is it from?"


class Lost(FakeTrouble):
    """A list that does not answer."""

    problem: Exception = Unavailable(Reason.TIMED_OUT)

    def check(self, number: str) -> FraudRecord:
        raise self.problem


def checking(trouble: FakeTrouble | None = None, **hall: Any) -> Any:
    the_hall = a_hall(FakeOperators(trouble=trouble or FakeTrouble()), **hall)
    return a_talk(lambda: walked(service_named("fraud-guard"), the_hall))


def asked(talk: Talk, want: Want, sender: Sender) -> Talk:
    return talk.press(CHECK).answer(want, sender)


def picture(talk: Talk) -> str:
    assert talk.screen.picture is not None
    return talk.screen.picture.name


def offers(talk: Talk) -> list[str]:
    return [option.answer.value for option in choices_of(talk.screen)]


def what_the_list_says(talk: Talk) -> tuple[str, Mark]:
    fact = next(fact for fact in talk.screen.facts if fact.label.message == LIST)
    return fact.value.message, fact.mark


def test_a_trick_that_goes_round_is_named_by_one_touch() -> None:
    for scam in load_scams():
        trouble = FakeTrouble()
        with checking(trouble, scams=load_scams()) as talk:
            talk.press(CHECK).answer(scam.name)
            assert talk.title == FALSE and talk.screen.body == scam.trick
            assert offers(talk) == ["cheated", "noted", "report"]
            talk.press("Report this number").answer(NUMBER).press("A call", "Yes, report the number")
            assert trouble.fraud_reports.asked[0].cheat is scam.played


def test_what_is_like_none_of_them_is_asked_about() -> None:
    with checking(scams=load_scams()) as talk:
        assert len(choices_of(talk.press(CHECK).screen)) == 6
        assert talk.press("Like none of them").title.startswith("Which of these does it want?")


@pytest.mark.parametrize(
    ("want", "title"), [(Want.CODE, FALSE), (Want.SECRET, FALSE), (Want.CODE_CAME, QUIET)]
)
def test_what_is_clear_whoever_it_is_from_needs_no_second_question(want: Want, title: str) -> None:
    with checking() as talk:
        assert talk.press(CHECK).answer(want).title == title
        assert offers(talk) == (["noted"] if title == QUIET else ["cheated", "noted", "report"])
        assert picture(talk) == SHOWN[want].name
        talk.press("Thank you, I see")
        assert talk.outcome is Outcome.CHECKED


@pytest.mark.parametrize(
    ("service", "title"),
    [
        ("An SMS from 12381", "Is its sender exactly {number}?"),
        ("A call from 96110", "Did exactly {number} call you?"),
        ("An SMS from 10699000", "Is its sender exactly {number}?"),
    ],
)
def test_the_three_are_real_where_the_number_is_exactly_theirs(service: str, title: str) -> None:
    for exact, tone, shown in ((True, Tone.DONE, "good"), (False, Tone.DANGER, "bad")):
        with checking() as talk:
            talk.press(CHECK, "It only tells me something", "12381, 96110 or 10699000", service)
            assert talk.title == title
            assert talk.screen.title.shown(words_of(Language.EN)).count(service.rsplit(maxsplit=1)[-1]) == 1
            talk.answer(exact)
            assert talk.screen.tone is tone and picture(talk) == f"number-checked-{shown}"


def test_a_bill_is_no_fraud_and_is_paid_where_it_always_is() -> None:
    with checking() as talk:
        talk.press(
            CHECK, "Pay or send money", "Insurance, power, hospital, school", "Go on without the number"
        )
        assert talk.title == ASK and talk.screen.tone is Tone.CARE
        assert talk.screen.body[0].message == "Pay what is due where you always pay it."
        assert what_the_list_says(talk) == ("was not asked, without a number", Mark.NONE)
        assert offers(talk) == ["noted", "report", "cheated"]


@pytest.mark.parametrize(
    ("record", "title", "says", "shown"),
    [
        (FraudRecord(0), ASK, ("not on it", Mark.NONE), "cheated"),
        (FraudRecord(1, Cheat.SHOP), ASK, (REPORTED, Mark.NONE), "cheated"),
        (FraudRecord(3, Cheat.SHOP), ASK, (REPORTED, Mark.CARE), BAD),
        (FraudRecord(10, Cheat.SHOP), LIKELY, (REPORTED, Mark.CARE), BAD),
        (FraudRecord(5, Cheat.SHOP, confirmed=True), FALSE, ("The police know this number", Mark.CARE), BAD),
    ],
)
def test_the_list_is_asked_and_never_makes_anything_safe(
    record: FraudRecord, title: str, says: tuple[str, Mark], shown: str
) -> None:
    with checking(FakeTrouble(listed={NUMBER: record})) as talk:
        asked(talk, Want.MONEY, Sender.SHOP).answer(NUMBER)
        assert (talk.title, what_the_list_says(talk), picture(talk)) == (title, says, shown)
        notes = [fact.note.message for fact in talk.screen.facts if fact.note]
        assert notes == (["That does not make it safe."] if record == FraudRecord(0) else [])


@pytest.mark.parametrize("problem", [Unavailable(Reason.TIMED_OUT), Refused(Reason.NOT_ALLOWED)])
def test_a_list_that_does_not_answer_is_said_and_the_rules_go_on(problem: Exception) -> None:
    lost = Lost()
    lost.problem = problem
    with checking(lost) as talk:
        asked(talk, Want.LINK, Sender.BANK).answer(NUMBER)
        assert talk.title == UNOPENED and what_the_list_says(talk)[0] == "does not answer just now"


def test_where_no_list_is_connected_no_number_is_asked_for() -> None:
    with checking(FakeTrouble(connected=False)) as talk:
        asked(talk, Want.MONEY, Sender.RELATIVE)
        assert talk.title == ASK and picture(talk) == "ring-back"
        assert LIST not in [fact.label.message for fact in talk.screen.facts]


def test_a_number_is_reported_for_what_it_played_which_is_not_asked_again() -> None:
    trouble = FakeTrouble()
    with checking(trouble) as talk:
        asked(talk, Want.LINK, Sender.BANK).answer(NUMBER).press("Report this number", "A call")
        talk.press("Yes, report the number")
        assert [(one.number, one.cheat) for one in trouble.fraud_reports.asked] == [(NUMBER, Cheat.SHOP)]
        assert talk.go_on().outcome is Outcome.CHECKED


def test_of_a_stranger_it_is_asked_what_the_number_did() -> None:
    with checking() as talk:
        asked(talk, Want.MONEY, Sender.STRANGER).press("Report this number")
        assert talk.title == WHICH
        assert talk.answer(NUMBER).press("A call").title == "What did this number do?"


def test_where_one_company_is_served_its_own_hotline_is_named() -> None:
    for few, told in ((1, "Call {hotline} and ask its people"), (3, "Ask the hotline of your phone company")):
        operators = a_hall(FakeOperators()).operators[:few]
        with checking(operators=operators) as talk:
            asked(talk, Want.MONEY, Sender.PHONE_COMPANY).press("Go on without the number")
            assert told in [fact.value.message for fact in talk.screen.facts]


def test_who_has_paid_already_gets_help_at_once() -> None:
    light = SimulatedLight()
    with checking(light=light) as talk:
        asked(talk, Want.MONEY, Sender.STRANGER).press("I have told or paid something already")
        assert light.lit and talk.title == "Send no money, hang up"


def test_everything_that_can_be_judged_has_words() -> None:
    assert set(TITLES) == set(TONES) == set(Verdict) and set(SHOWN) == set(Want)
    assert set(SIGNS) == set(Sign) and set(ADVICE) == set(Advice)
    assert set(PLAYED) == set(Sender) - {Sender.STRANGER}
