"""一证通查 2.0, walked by pressing what is on the screen."""

from __future__ import annotations

from kiosk.domain.people import National
from kiosk.journeys.internet_accounts import COMPANIES
from tests.desks import a_desk
from tests.journeys.guarding import OTHER_NUMBERS, advice, facts

NONE = {company.id: 0 for company in COMPANIES}


def test_the_query_is_sent_in_her_name_and_the_slip_says_when() -> None:
    with a_desk(guard=OTHER_NUMBERS) as desk:
        pilot = desk.pilot.from_rest().press(
            "Fraud, and my ID", "Internet accounts of my number", "Ask the service"
        )
        pilot.press("Yes, look it up", "Scan with my phone").choose("unicom").press("Yes, send the query")
        assert pilot.title == "Your query is on its way" and facts(pilot.screen)["Sender"] == "10699001"
        assert [query.what for query in desk.operators.asked] == [National.ACCOUNTS]


def test_a_no_sends_nothing() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press(
            "Fraud, and my ID", "Internet accounts of my number", "Ask the service"
        )
        pilot.press("No, do not").go_on()
        pilot.press(
            "Fraud, and my ID",
            "Internet accounts of my number",
            "Ask the service",
            "Yes, look it up",
        )
        pilot.press("Scan with my phone").choose("mobile").press("No, not now")
        assert pilot.title == "What else can we do for you?" and desk.operators.asked == []


def test_the_sms_is_explained_company_by_company() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press(
            "Fraud, and my ID", "Internet accounts of my number", "I have the SMS already"
        )
        pilot.count({**NONE, "tencent": 2, "alipay": 1})
        assert len(pilot.screen.facts) == 2
        pilot.press("Yes, that is right")
        assert pilot.title == "All is well"
        assert pilot.go_on().title == "What else can we do for you?"


def test_strange_accounts_get_three_steps_of_advice() -> None:
    with a_desk(guard=OTHER_NUMBERS) as desk:
        pilot = desk.pilot.from_rest().press(
            "Fraud, and my ID", "Internet accounts of my number", "I have the SMS already"
        )
        pilot.count(NONE).press("No, some are not mine")
        assert pilot.title == "Three steps make you safe" and len(facts(pilot.screen)) == 3
        assert "If you fear fraud, call 96119." in advice(pilot.screen)
        assert pilot.go_on().title == "What else can we do for you?"
