from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.tree_checks import problems_in
from kiosk.domain.trees import Measure, Measurement, Tree
from kiosk.tree_commands import around_here
from kiosk.trees_file import TreeError, load_tree, load_trees, sentences_in_trees
from tests.trees import GOOD, a_tree

TREES = load_trees()


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.name)
def test_every_tree_of_the_project_is_whole(tree: Tree) -> None:
    assert [str(problem) for problem in problems_in(tree, around_here())] == []


def test_the_symptoms_stand_in_their_order() -> None:
    assert [tree.place for tree in TREES] == list(range(1, len(TREES) + 1))


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        (
            'order = "repair"',
            'order = "repare"',
            "step “repair”: Invalid enum value 'repare' - at `$.order`.",
        ),
        ('next = "repair"', 'nxt = "repair"', "step “plug”: It contains unknown field `nxt`."),
        ('next = "repair"', "", "step “plug”: It missing required field `next`."),
        ('do = "Push the plug in"', 'go = "Push"', "must be one of ask, look, do, order, solved, measure"),
        ('do = "Push the plug in"', 'do = "Push"\nask = "Push?"', "and is ask and do."),
        ('measure = "line"', 'measure = "lines"', "step “line” measures “lines”, and can: account, outage"),
        ('else = "repair"', "else = 3", "step “line” must name a step for every outcome."),
        ('solved = "It works"', 'solved = ""', "Expected `str` of length >= 1 - at `$.solved`."),
        ("[steps.works]", "[steps.works", "dark.toml: Expected ']' at the end of a table declaration"),
    ],
)
def test_a_tree_that_cannot_be_read_says_where_and_why(
    tmp_path: Path, good: str, bad: str, said: str
) -> None:
    assert good in GOOD
    with pytest.raises(TreeError) as raised:
        a_tree(tmp_path, GOOD.replace(good, bad))
    assert said in str(raised.value)
    assert str(raised.value).startswith("dark.toml: ")


def test_a_head_that_cannot_be_read_says_so_too(tmp_path: Path) -> None:
    with pytest.raises(TreeError, match="place"):
        a_tree(tmp_path, place="first")
    (tmp_path / "dark.toml").write_bytes(b"\xff")
    with pytest.raises(TreeError, match=r"dark\.toml"):
        load_tree(tmp_path / "dark.toml")


def test_outcomes_that_are_not_named_go_the_other_way(tmp_path: Path) -> None:
    step = a_tree(tmp_path).steps["line"]
    assert isinstance(step, Measure)
    assert step.on["good"] == "ask"
    assert {step.after({Measurement.LINE: one}) for one in Measurement.LINE.outcomes} == {"ask", "repair"}


def test_the_words_of_a_tree_are_found_for_the_catalogues(tmp_path: Path) -> None:
    a_tree(tmp_path)
    assert {said for _, said in sentences_in_trees(tmp_path)} == {
        "It is dark", "Nothing shines.", "A box.", "Is it plugged in?", "Yes", "No", "Push the plug in",
        "A plug.", "It works", "Well done.", "It stays dark.",
    }  # fmt: skip
