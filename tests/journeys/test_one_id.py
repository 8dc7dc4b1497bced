"""一证通查, walked by pressing what is on the screen and listing the headings met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.screens import Mark, Tell
from tests.desks import Desk, a_desk
from tests.fake_operators import WANG, FakeOperators, a_line
from tests.journeys.guarding import OTHER_NUMBERS, advice
from tests.pilot import Pilot


def to_the_counts(desk: Desk) -> Pilot:
    pilot = desk.pilot.from_rest().press(
        "Fraud, and my ID", "Numbers under my ID", "Look it up now", "Yes, look it up"
    )
    return pilot.press("Scan with my phone").choose("mobile")


def to_the_question(desk: Desk) -> Pilot:
    return to_the_counts(desk).go_on()


def test_the_whole_way_of_somebody_who_knows_all_numbers() -> None:
    with a_desk() as desk:
        pilot = to_the_question(desk).press("Yes, I know them all").go_on()
        pilot.press("Yes, send the query").go_on()
        assert pilot.titles == [
            "Hello. Touch the screen to begin.",
            "Can you see and hear well like this?",
            "What can we do for you?",
            "Fraud, and my ID",
            "How many numbers run under your ID?",
            "May we look this up for you?",
            "How would you like to show who you are?",
            "Which company is your phone with?",
            "Scan this with your phone",
            "The companies are counting",
            "Do you know all of these numbers?",
            "All is well",
            "Shall the national service count for you?",
            "Your query is on its way",
            "What else can we do for you?",
        ]
        assert [query.phone for query in desk.operators.asked] == [WANG.phone]


def test_a_no_to_the_notice_reads_nothing() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press(
            "Fraud, and my ID", "Numbers under my ID", "Look it up now", "No, do not"
        )
        assert pilot.title == "Good. We have read nothing."
        pilot.go_on()
        assert pilot.title == "What else can we do for you?"


def test_the_visitor_is_asked_who_she_is_only_once() -> None:
    with a_desk() as desk:
        pilot = to_the_question(desk).press("Yes, I know them all").go_on().press("No, not now")
        pilot.press("Fraud, and my ID", "Numbers under my ID", "Look it up now", "Yes, look it up")
        assert pilot.title == "{count} number runs under your ID"


def test_each_operator_says_honestly_what_is_known() -> None:
    operators = FakeOperators(counted={"mobile": 6, "unicom": Unavailable(Reason.SYSTEM_DOWN)})
    with a_desk(operators) as desk:
        pilot = to_the_counts(desk)
        marks = [(fact.value.message, fact.mark) for fact in pilot.screen.facts]
        assert marks == [
            ("{value}", Mark.DONE),
            ("no answer now", Mark.CARE),
            ("not connected here", Mark.CARE),
        ]
        assert pilot.screen.body[0].message.startswith("More than five")


def test_a_number_that_is_not_hers_is_reported_once_with_a_slip() -> None:
    with a_desk(guard=OTHER_NUMBERS) as desk:
        pilot = to_the_question(desk).press("Show my numbers at {operator}")
        pilot.choose("2").press("No, it may be mine").choose("2").press("Yes, report it")
        assert "If you fear fraud, call 96119." in advice(pilot.screen)
        assert [objection.line_id for objection in desk.operators.filed] == ["2"]
        pilot.go_on().choose("2")
        assert desk.reception.stage.problem is not None
        pilot.press("All the others are mine")
        assert pilot.title == "Do you know all the others?"
        pilot.press("Another company has too many").choose("unicom").go_on()
        pilot.press("Yes, I know them all")
        assert pilot.title == "Shall the national service count for you?"


def test_what_the_operator_does_not_take_is_told_with_another_way() -> None:
    with a_desk(FakeOperators(filing_problem=Refused(Reason.CONFLICT))) as desk:
        pilot = to_the_question(desk).press("Show my numbers at {operator}").choose("2")
        pilot.press("Yes, report it")
        assert pilot.title == "The report was not taken"
        pilot.go_on().press("All of these are mine")
        assert pilot.title == "Do you know all of these numbers?"


def test_a_lost_answer_is_told_with_a_reference() -> None:
    with a_desk(FakeOperators(filing_problem=Unavailable(Reason.TIMED_OUT))) as desk:
        pilot = to_the_question(desk).press("Show my numbers at {operator}").choose("2")
        pilot.press("Yes, report it")
        assert pilot.title == "We do not know yet whether it arrived"
        pilot.go_on()
        assert pilot.title == "What else can we do for you?"


def test_somebody_without_a_number_here_is_told_so() -> None:
    with a_desk(FakeOperators(held=())) as desk:
        pilot = to_the_question(desk).press("Show my numbers at {operator}")
        assert pilot.title == "No number here is in your name"
        assert pilot.go_on().title == "Do you know all of these numbers?"


def test_too_many_at_another_company_leads_to_its_hall() -> None:
    with a_desk() as desk:
        pilot = to_the_question(desk).press("Another company has too many").choose("unicom")
        assert isinstance(pilot.screen, Tell) and pilot.screen.slip is not None
        pilot.go_on().press("Show my numbers at {operator}", "All of these are mine")
        pilot.press("Yes, I know them all")
        assert pilot.title == "Shall the national service count for you?"


def test_when_everything_is_known_nobody_is_sent_to_the_national_service() -> None:
    with a_desk() as desk:
        connected = tuple(operator for operator in desk.hall.operators if operator.counts)
    with a_desk(None, None, operators=connected) as desk:
        pilot = to_the_question(desk).press("Yes, I know them all").go_on()
        assert pilot.title == "What else can we do for you?"


# ------------------------------------------------------------------------------- the national query


def to_the_national_query(desk: Desk) -> Pilot:
    return to_the_question(desk).press("Yes, I know them all").go_on()


def test_a_second_query_within_a_day_is_told_when_it_is_possible() -> None:
    recently = Refused(Reason.ASKED_RECENTLY, retry_after=7200)
    with a_desk(FakeOperators(asking_problem=recently)) as desk:
        pilot = to_the_national_query(desk).press("Yes, send the query")
        assert pilot.title == "You have asked already today"
    with a_desk(FakeOperators(asking_problem=Refused(Reason.ASKED_RECENTLY))) as desk:
        pilot = to_the_national_query(desk).press("Yes, send the query")
        assert pilot.title == "You have asked already today"


@pytest.mark.parametrize("reason", [Reason.ID_MISMATCH, Reason.NOT_ALLOWED])
def test_what_the_service_does_not_take_leads_to_staff(reason: Reason) -> None:
    with a_desk(FakeOperators(asking_problem=Refused(reason))) as desk:
        pilot = to_the_national_query(desk).press("Yes, send the query")
        assert pilot.title == "The national service did not take it"
        assert pilot.go_on().title == "What else can we do for you?"


def test_a_kiosk_that_is_not_connected_shows_the_way_with_ones_own_phone() -> None:
    with a_desk(None, None, national=frozenset()) as desk:
        pilot = to_the_national_query(desk)
        assert pilot.title == "Ask the national service with your phone"
        pilot.press("Done, go on")
        assert pilot.title == "What else can we do for you?"


def test_a_sign_in_without_an_id_number_cannot_ask_in_the_visitors_name() -> None:
    nameless = replace(WANG, id_number=None)
    operators = FakeOperators(
        approvals=[nameless], counted={"mobile": Refused(Reason.ID_MISMATCH), "unicom": 1}
    )
    with a_desk(operators) as desk:
        assert to_the_national_query(desk).title == "Ask the national service with your phone"


# --------------------------------------------------------------------------------- the SMS in hand


def with_the_sms(desk: Desk, counted: int, known: int) -> Pilot:
    pilot = desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID", "I have the SMS already")
    pilot.count({"mobile": counted, "unicom": 0, "broadnet": 0, "resale": 0})
    return pilot.count({"mine": known})


def test_an_sms_that_fits_is_good_news() -> None:
    with a_desk() as desk:
        pilot = with_the_sms(desk, 3, 3)
        assert pilot.title == "All is well"
        pilot.go_on()
        assert pilot.title == "What else can we do for you?"


def test_an_sms_with_more_than_she_knows_leads_to_the_list() -> None:
    with a_desk(FakeOperators(held=(a_line("9", "13700009999"),))) as desk:
        pilot = (
            with_the_sms(desk, 3, 1)
            .press("List my numbers here", "Yes, look it up", "Scan with my phone")
            .choose("mobile")
        )
        pilot.choose("9").press("Yes, report it")
        assert [objection.line_id for objection in desk.operators.filed] == ["9"]


def test_a_no_to_the_list_reads_nothing() -> None:
    with a_desk() as desk:
        pilot = with_the_sms(desk, 3, 1).press("List my numbers here", "No, do not")
        assert pilot.go_on().title == "What else can we do for you?"


def test_a_reported_number_stays_reported_through_the_whole_visit() -> None:
    with a_desk() as desk:
        pilot = to_the_question(desk).press("Show my numbers at {operator}").choose("2")
        pilot.press("Yes, report it").go_on().press(
            "All the others are mine", "Show my numbers at {operator}"
        )
        pilot.choose("2")
        assert desk.reception.stage.problem is not None and len(desk.operators.filed) == 1


def test_an_sms_with_more_at_another_company_leads_there_or_leaves_time() -> None:
    with a_desk() as desk:
        pilot = with_the_sms(desk, 3, 1).press("It is at another company").choose("broadnet")
        assert isinstance(pilot.screen, Tell) and pilot.screen.slip is not None
    with a_desk() as desk:
        pilot = with_the_sms(desk, 3, 1).press("I ask my family first")
        assert pilot.title == "That is a good idea"
        assert pilot.go_on().title == "What else can we do for you?"


def test_a_tally_takes_whole_numbers_only() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press(
            "Fraud, and my ID", "Numbers under my ID", "I have the SMS already"
        )
        pilot.count({"mobile": -1, "unicom": 0, "broadnet": 0, "resale": 0})
        assert desk.reception.stage.problem is not None


# --------------------------------------------------------------------- what an operator does not offer


def without_lists(desk: Desk) -> dict[str, object]:
    return {"operators": tuple(replace(operator, lists=False) for operator in desk.hall.operators)}


def test_an_operator_that_lists_nothing_here_is_named_as_a_place_to_go() -> None:
    with a_desk() as desk:
        changed = without_lists(desk)
    with a_desk(None, None, **changed) as desk:
        pilot = to_the_question(desk).press("Another company has too many").choose("mobile")
        assert pilot.title == "{operator} lists its numbers itself"
    with a_desk(None, None, **changed) as desk:
        pilot = (
            with_the_sms(desk, 3, 1)
            .press("List my numbers here", "Yes, look it up", "Scan with my phone")
            .choose("mobile")
        )
        assert pilot.title == "{operator} lists its numbers itself"
        assert pilot.go_on().title == "What else can we do for you?"


def test_when_nobody_could_count_no_sum_is_claimed() -> None:
    silent = Unavailable(Reason.TIMED_OUT)
    with a_desk(FakeOperators(counted={"mobile": silent, "unicom": silent})) as desk:
        pilot = to_the_counts(desk)
        assert pilot.screen.title.message == "No company could count just now"
        assert pilot.go_on().title == "Shall the national service count for you?"
