"""Every fault is found by its tree, in no more questions than it takes."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.journeys.troubleshoot import troubleshoot
from kiosk.screens import Choose
from tests.fake_operators import FakeOperators, a_hall
from tests.journeys.seeded_faults import FAULTS, NO_BETTER, NOT_NOW, Fault
from tests.talks import Talk, a_talk
from tests.trees import load_trees

TREES = load_trees()
QUESTIONS = {
    getattr(step, word).message
    for tree in TREES
    for step in tree.steps.values()
    for word in ("ask", "do")
    if hasattr(step, word)
}


def troubled(fault: Fault) -> Any:
    business, trouble = fault.seen()
    hall = a_hall(FakeOperators(business=business, trouble=trouble), trees=TREES, area="990104")
    return a_talk(lambda: troubleshoot(hall))


def to_the_tree(talk: Talk, fault: Fault) -> None:
    """Choose the symptom, and let the kiosk look, or not."""
    talk.press(fault.symptom)
    if talk.title != "Shall we look ourselves first?":
        return
    if not fault.looks:
        talk.press("No, just ask me").answer("broadnet")
        return
    talk.press("Yes, look first").by_phone()
    if talk.title in {"This is what we see from here", "We look at your line from here"}:
        talk.go_on()


def answered(talk: Talk, fault: Fault) -> int:
    """Answer as the fault has it until the tree ends; tells how many questions it took."""
    asked = 0
    while talk.title in QUESTIONS or talk.title == "Your line was tested":
        if talk.title == "Your line was tested":
            talk.go_on()
            continue
        asked += 1
        assert isinstance(talk.screen, Choose)
        offered = [option.label.message for option in talk.screen.options]
        usual = next(one for one in (NOT_NOW, NO_BETTER, "I am not sure") if one in offered)
        talk.press(fault.answers.get(talk.title, usual))
    return asked


def what_was_found(talk: Talk) -> str:
    """Return what the last screen says it is; a repair and staff have it below their heading."""
    generic = talk.title in {"Have it repaired?", "Staff go on with you from here"}
    return talk.screen.body[0].message if generic else talk.title


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_fault_is_found_in_few_questions(fault: Fault) -> None:
    with troubled(fault) as talk:
        to_the_tree(talk, fault)
        asked = answered(talk, fault)
        if talk.title == "Which code does the television show?":
            talk.press("Go on without the code")
        if talk.title == "May we do this for you?":
            talk.by_phone().go_on()
        if talk.title == "Where may the company ring you?":
            talk.press("On another phone").answer("13900005678")
        assert (what_was_found(talk), asked) == (fault.found, fault.questions)


def test_a_fault_takes_two_questions_and_a_half_and_never_more_than_six() -> None:
    assert max(fault.questions for fault in FAULTS) <= 6
    assert sum(fault.questions for fault in FAULTS) / len(FAULTS) < 2.5
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
