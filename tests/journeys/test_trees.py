"""The walk itself, on small trees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.domain.trees import Ordered, Step
from kiosk.journeys.trees import Hands, Reached, walked
from kiosk.screens import Journey
from tests.talks import a_talk
from tests.trees import a_tree


async def a_good_line() -> tuple[str, tuple[()]]:
    return "good", ()


async def nobody() -> None:
    raise AssertionError("at home nobody calls staff")


HANDS = Hands(a_good_line, nobody)


def test_what_was_asked_and_done_is_remembered_in_its_order(tmp_path: Path) -> None:
    tree = a_tree(tmp_path)

    def walk() -> Journey[Reached]:
        return walked(tree, {}, HANDS)

    with a_talk(walk) as talk:
        talk.press("Yes", "Done, but no better")
        reached = talk.outcome
        assert isinstance(reached, Reached) and isinstance(reached.end, Ordered)
        assert [(one.what.message, one.came.message) for one in reached.tried] == [
            ("Is it plugged in?", "Yes"),
            ("Push the plug in", "done, no better"),
        ]
        assert talk.titles == ["Is it plugged in?", "Push the plug in"]


def test_a_kind_of_step_that_nobody_knows_strands_nobody(tmp_path: Path) -> None:
    tree = a_tree(tmp_path)
    odd = replace(tree, steps={**tree.steps, "line": Step()})
    with a_talk(lambda: walked(odd, {}, HANDS)) as talk:
        assert talk.title == "We cannot go on here"
