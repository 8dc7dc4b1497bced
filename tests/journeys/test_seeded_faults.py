"""Every fault is found by its tree, in no more questions than it takes."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.journeys.troubleshoot import troubleshoot
from kiosk.screens import Choose
from kiosk.trees_file import load_trees
from tests.fake_operators import FakeOperators, a_hall
from tests.journeys.seeded_faults import FAULTS, NO_BETTER, Fault
from tests.talks import Talk, a_talk

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
        unknown = NO_BETTER if talk.screen.options[1].label.message == NO_BETTER else "I am not sure"
        talk.press(fault.answers.get(talk.title, unknown))
    return asked


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_fault_is_found_in_few_questions(fault: Fault) -> None:
    with troubled(fault) as talk:
        to_the_tree(talk, fault)
        asked = answered(talk, fault)
        if talk.title == "May we do this for you?":
            talk.by_phone()
        assert (talk.title, asked) == (fault.found, fault.questions)
