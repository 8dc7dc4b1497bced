from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.tree_checks import problems_in
from kiosk.domain.trees import Measure, Measurement, Tree
from kiosk.trees_file import TreeError, read_tree, sentences_in_trees
from kiosk.trees_in_use import around_here
from tests.trees import GOOD, a_tree, load_trees, told_of

TREES, AROUND = load_trees(), around_here()


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.name)
def test_every_tree_of_the_project_is_whole(tree: Tree) -> None:
    assert [str(problem) for problem in problems_in(tree, AROUND)] == []


def test_the_symptoms_stand_in_their_order() -> None:
    assert [tree.place for tree in TREES] == list(range(1, len(TREES) + 1))


HEAD = "dark.toml"
ASK, PLUG, REPAIR = (
    f"dark.toml, line {n}: step “{name}”: " for n, name in ((16, "ask"), (21, "plug"), (31, "repair"))
)
LINE, WORKS = (f"dark.toml, line {n}: step “{name}”: " for n, name in ((11, "line"), (27, "works")))
YES = '{ say = "Yes", to = "plug" }'


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        # keys
        ("answers = [", "anwers = [", ASK + "there is no key “anwers”. Did you mean “answers”?"),
        ("title =", "titel =", HEAD + ", line 2: there is no key “titel”. Did you mean “title”?"),
        (
            "place = 1",
            "place = 1\nby = 2",
            HEAD + ", line 8: there is no key “by”; the head may have: title,",
        ),
        ("next =", "neigh = 1\nnext =", PLUG + "there is no key “neigh”; “do” may have: do, next, works,"),
        ('next = "repair"', "", PLUG + "“do” lacks “next”."),
        ('say = "Yes", to', 'say = "Yes", goto', ASK + "answer 1 (“Yes”): it lacks “to”."),
        ('begin = "line"\n', "", HEAD + ": the head lacks “begin”."),
        # kinds
        (
            'order = "repair"',
            'oder = "repair"',
            REPAIR + "there is no key “oder”. Did you mean “order” for “o",
        ),
        (
            'order = "repair"',
            "",
            REPAIR + "it has none of: ask, look, do, order, solved, measure; write what",
        ),
        ("do =", 'ask = "Push?"\ndo =', PLUG + "it is “ask” and “do” at once; make two steps of it."),
        # values
        (
            'order = "repair"',
            'order = "plan"',
            REPAIR + "“plan” is no order. There are: repair, follow, staff,",
        ),
        ('order = "repair"', "order = 3", REPAIR + "“order” must be in quotes. There are: repair,"),
        (
            'about = "home"',
            'about = "house"',
            HEAD + ", line 8: “about” is “house”, and can be: number, home, ",
        ),
        ('about = "home"', "about = 1", HEAD + ", line 8: “about” must be in quotes; it can be: number"),
        ('more = ["Well done."]', 'more = "Well"', WORKS + '“more” must be a list: more = ["…"].'),
        (
            'more = ["Well done."]',
            'more = ["A", " "]',
            WORKS + "“more”, sentence 2, must be a sentence in quot",
        ),
        ('to = "plug" }', "to = 3 }", ASK + "answer 1 (“Yes”): “to” must be in quotes."),
        (YES, '"Yes"', ASK + 'answer 1 must be { say = "…", to = "…" }.'),
        (YES, '{ say = 1, to = "plug" }', ASK + "answer 1: “say” must be in quotes."),
        (f"[{YES}", f"{YES} #", ASK + '“answers” must be a list: answers = [{ say = "…", to = "…" }, …].'),
        ('"It stays dark."', '""', REPAIR + "“found” is empty; write it, or remove the line."),
        ('"It stays dark."', '" "', REPAIR + "“found” is empty; write it, or remove the line."),
        (
            "[steps.works]",
            '[steps.works]\nwell = "no"',
            WORKS + "“well” must be true or false, without quotes.",
        ),
        ("place = 1", 'place = "1"', HEAD + ", line 7: “place” must be a whole number, without quotes."),
        ("place = 1", "place = true", HEAD + ", line 7: “place” must be a whole number, without quotes."),
        (
            'picture = "modem"\nshows = "A plug."',
            'shows = "A plug."',
            PLUG + "“shows” stands without “picture”;",
        ),
        # measurements
        ('"line"\ngood', '"lines"\ngood', LINE + "“lines” is no measurement. There are: account, outage, "),
        ('"line"\ngood', "[]\ngood", LINE + "“measure” is empty. There are: account,"),
        ('"line"\ngood', "{ a = 1 }\ngood", LINE + "“measure” must be in quotes. There are: account,"),
        ('else = "repair"', "else = 3", LINE + "“else” must be in quotes."),
        (
            'else = "repair"',
            'else = "repair"\nmore = []',
            LINE + "“measure” has no screen, so no “more”; remo",
        ),
        # steps that are none
        ("[steps.works]", "[step.works]", HEAD + ", line 27: [step.works] must be [steps.works]."),
        ("[steps.works]", "[works]", HEAD + ", line 27: [works] must be [steps.works]."),
        ("[steps.works]", "[[works]]", HEAD + ", line 27: [works] must be [steps.works]."),
        ("[steps.works]", "[[steps.works]]", HEAD + ", line 27: [[steps.works]] must be [steps.works], with"),
        (
            "[steps.plug]",
            "[steps.plug.in]",
            PLUG + "[steps.plug.in] has a name too many; write [steps.plug-in]",
        ),
        ("[steps.plug]", '[steps." "]', HEAD + ": has a step whose name cannot be shown"),
        (GOOD, "[steps]\nline = 3", HEAD + ": step “line”: write [steps.line] in a line of its own"),
        (GOOD, "[step]\nline = 3", HEAD + ": [step.line] must be [steps.line]."),
        (GOOD, "steps = 3", HEAD + ": has no steps; write [steps.NAME] below the head"),
        (GOOD, "", HEAD + ": has no steps; write [steps.NAME] below the head"),
        # what slipped
        (
            'begin = "line"\n',
            '[steps.first]\nbegin = "line"\n',
            HEAD
            + ", line 9: the head lacks “begin”; it stands under [steps.first] and belongs above the first",
        ),
    ],
)
def test_what_is_written_wrongly_says_where_and_what_to_do(
    tmp_path: Path, good: str, bad: str, said: str
) -> None:
    told = told_of(tmp_path, good, bad)
    assert any(one.startswith(said) for one in told), told


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    wrong = GOOD.replace('"repair"\nfound', '"repare"\nfound').replace('unsure = "plug"', 'unsure = "plugs"')
    told = told_of(tmp_path, GOOD, wrong.replace('"tv"', '"tvv"').replace("solved =", "sovled ="))
    assert [one.partition("step ")[2].partition(".")[0] for one in told] == [
        "“works”: there is no key “sovled”",
        "“repair”: “repare” is no order",
        "“ask” leads from “I am not sure” to “plugs”, which is not there",
        "“ask” shows “tvv”, which is not in assets/icons",
    ]


def test_a_tree_that_cannot_be_read_is_no_tree(tmp_path: Path) -> None:
    [said] = told_of(tmp_path, "place = 1", 'place = "first"')
    assert "line 7: “place” must be a whole number" in said
    (tmp_path / "dark.toml").write_bytes(b"\xff")
    reading = read_tree(tmp_path / "dark.toml")
    assert reading.tree is None and "is not saved as UTF-8" in str(reading.problems[0])
    with pytest.raises(TreeError, match=r"dark\.toml: is not saved as UTF-8"):
        list(sentences_in_trees(tmp_path))


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
