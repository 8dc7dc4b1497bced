"""Back at every screen of the real journeys: the screen before, and the same answer leads on as before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.people import CodeSent, Identity
from kiosk.scams_file import load_scams
from kiosk.screens import choices_of
from kiosk.text import Money
from tests.desks import a_desk
from tests.fake_business import (
    CONTRACT,
    SUBSCRIPTION,
    FakeBusiness,
    FakeReader,
    FakeStaff,
    a_bill,
    a_plan,
    running,
)
from tests.fake_operators import FakeOperators
from tests.pilot import Pilot
from tests.trees import load_trees

NUMBERS = ("Fraud, and my ID", "Numbers under my ID")
PHONE: list[object] = ["Yes, go on", "Scan with my phone", "mobile"]
CARD: list[object] = ["Yes, go on", "I have my card", "mobile"]
STAFF: list[object] = ["0007", "2468"]
NUMBER_TILE = "My number and SIM card"
SAFE = ("Fraud, and my ID", "Keep me safe from fraud")
MATTERS = "My orders, complaints"
NO_SIGNATURE: list[object] = ["No, leave it as it is", None]
WALKS: dict[str, list[object]] = {
    "counts and a report": [
        *NUMBERS,
        "Look it up now", "Yes, look it up", "Scan with my phone", "mobile", None,
        "Show my numbers at {operator}", "2", "No, it may be mine", "All of these are mine",
        "Another company has too many", "unicom", None, "Yes, I know them all", "No, not now",
    ],
    "a code by SMS": [
        *NUMBERS,
        "Look it up now", "Yes, look it up", "A code by SMS", "mobile", "13800001234", "123456", "654321",
        None, "Yes, I know them all", None, "No, not now",
    ],
    "the SMS in hand": [
        *NUMBERS,
        "I have the SMS already", {"mobile": 3, "unicom": 0, "broadnet": 0, "resale": 0}, {"mine": 1},
        "It is at another company", "broadnet", None,
    ],
    "a bill looked through": [
        "My bill and my plan", "Look through my bill", *PHONE, None, None, "p-RING", "Yes, I use it",
        "p-RING", "I do not know. Ask staff", None, "p-RING", "No. Stop it", "Yes, stop it", *NO_SIGNATURE,
        "limit", "other", "020", "Yes, set it so", *NO_SIGNATURE, "I am done", None,
    ],
    "another plan": [
        "My bill and my plan", "Change my plan", "Cost less", *CARD, None, "Show all plans", "STD39",
        "I understand. Change to this plan", *NO_SIGNATURE,
    ],
    "a discount with a certificate": [
        "My bill and my plan", "Discounts for me", "I have a disability certificate", *CARD,
        "Yes, you may ask", "Hearing", "Level one", "HALF", "Yes, I take it", *NO_SIGNATURE,
    ],
    "the end of a contract": [
        "My bill and my plan", "End a contract", *CARD, None, "It costs too much", None,
        "End it now and pay", "I understand. End it and pay {sum}", *NO_SIGNATURE,
    ],
    "a number cancelled": [
        NUMBER_TILE, "Cancel a number", *CARD, "I do", None, "To my bank account", None, "Yes, everywhere",
        *STAFF, "I understand. Cancel this number", *NO_SIGNATURE,
    ],
    "a new SIM card": [
        NUMBER_TILE, "Lost or broken SIM card", "It does not work", *CARD, *STAFF,
        "I understand. Get a new card", *NO_SIGNATURE,
    ],
    "a number stopped": [
        NUMBER_TILE, "Stop a number, or restore it", *PHONE, "I am away for a while", "Yes, stop it now",
        *NO_SIGNATURE,
    ],
    "a phone that cannot call": [
        "Something does not work", "I cannot make calls", "Yes, look first", *PHONE, None,
        "I cannot call out", "Done, but no better", "Please help me with it", None, "It could not be done",
        "Done, but no better", "I am not sure", "On another phone", "13900005678", "Not now", None,
    ],
    "a line at home": [
        "Something does not work", "My internet at home", "Yes, look first", *PHONE, None, None,
        "It wants a password", None,
    ],
    "calls kept away": [
        *SAFE, "Block calls from abroad", "Yes, somebody does",
        "Keep nuisance calls away instead", "mobile", "Staff help me send it", None, "I have sent it", None,
    ],
    "a message looked at, and its number reported": [
        *SAFE, "Is this message or call real?", "Like none of them", "Open a link, scan a square",
        "A shop, a courier, an airline", "17099009901", "Report this number",
        "A message", "mobile", "No, do not report it", None,
    ],
    "a warning, and its sender compared": [
        *SAFE, "Is this message or call real?", "Like none of them", "It only tells me something",
        "12381, 96110 or 10699000", "A call from 96110", "Exactly this number", "Thank you, I see",
    ],
    "a stranger's number reported": [
        *SAFE, "Is this message or call real?", "Like none of them", "Pay or send money",
        "I do not know them", "Report this number", "17099009901", "A call", "Something else",
        "No, do not report it", None,
    ],
    "whoever was cheated": [
        *SAFE, "I may have been cheated", "The money is gone already", "Yes, I shared it or installed one",
        None, None, "95588", None, None, None, None, "Yes, stop it", "Yes, go on", "I have my card",
        "mobile", "Yes, stop it now", *NO_SIGNATURE,
    ],
    "a complaint": [
        MATTERS, "Make a complaint", "Charges on the bill", "I cannot say", *PHONE, "Longer ago",
        "Within the last two years", None, "My money back", "Yes, they may call", "No, do not send it", None,
    ],
    "a rating": [
        MATTERS, "Say how it was", "A part of it", "Hard", "Very bad", "Please call me", "Yes, it may know",
        *PHONE, "No, do not call", None,
    ],
    "another company": [
        NUMBER_TILE, "Change the company, keep the number", None, *PHONE, None, None, "Yes, I go there now",
        None, None,
    ],
}  # fmt: skip


LINE = replace(SUBSCRIPTION, add_ons=(running("RING", 6),), contracts=(CONTRACT,))
BUSINESS = FakeBusiness(
    held=(LINE,),
    discounted=(replace(a_plan("HALF", 0, certificates=(2,)), monthly=Money.yuan(-20)),),
    billed=(a_bill(date(2026, 11, 1), 39, 2), a_bill(date(2026, 10, 1), 39)),
)


class OneCode(FakeOperators):
    """Takes one code only, however often it is asked."""

    def check_code(self, sent: CodeSent, code: str) -> Identity:
        if code != "654321":
            raise Refused(Reason.CODE_WRONG)
        return self.identity


@pytest.mark.parametrize("walk", WALKS)
def test_back_leads_to_a_screen_met_before_and_the_same_answers_on_again(walk: str) -> None:
    fakes, staff = OneCode(business=BUSINESS), FakeStaff()
    with a_desk(
        fakes, id_cards=FakeReader(), staff=staff, scams=load_scams(), trees=load_trees(), area="990104"
    ) as desk:
        tile, service, *steps = WALKS[walk]
        pilot = desk.pilot.from_rest().press(str(tile), str(service))
        given: dict[str, object] = {"What else can we do for you?": tile, str(tile): service}
        for step in steps:
            given[pilot.title] = step
            answer(pilot, step)
            reached = pilot.title
            if reached == "What else can we do for you?":
                break
            desk.reception.back()
            assert pilot.title in given
            for _ in given:
                if pilot.title != reached:
                    answer(pilot, given[pilot.title])
            assert pilot.title == reached
        assert pilot.title == "What else can we do for you?"


def answer(pilot: Pilot, step: object) -> None:
    """Press a button by its words, or give the answer itself."""
    labels = [option.label.message for option in choices_of(pilot.screen)]
    if isinstance(step, str) and step in labels:
        pilot.press(step)
    else:
        pilot.choose(step)
