from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.tree_checks import LARGEST, problems_between, problems_in
from kiosk.domain.tree_ways import circles_in, longest_way, most_questions
from kiosk.domain.trees import About, Drawn, Order, Ordered, Solved, Step, Tree, Try
from kiosk.text import Text
from tests.trees import AROUND, GOOD, a_tree, told_of, wrong_with


def test_a_good_tree_has_nothing_wrong(tmp_path: Path) -> None:
    tree = a_tree(tmp_path)
    assert wrong_with(tree) == []
    assert longest_way(tree) == ("line", "ask", "plug", "works")
    assert most_questions(tree) == ("ask", "plug")
    assert [one.word for one in tree.measurements()] == []


TO_WORKS = "which says all is well; lead to a step that helps, or give that end well = false."
DRAWN = 'picture = "modem"\nshows = "A plug."'
ANSWERS = '[{ say = "Yes", to = "plug" }, { say = "No", to = "repair", icon = "tv" }]'
LOOKS = """[
    { say = "Yes", to = "plug", picture = "modem", shows = "A." },
    { say = "No", to = "repair", picture = "modem", shows = "B." },
]"""
REPAIR = 'order = "repair"'
BEGIN, ABOUT, SAID = 'begin = "line"', 'about = "home"', '"Nothing shines."'
LINE, ASK, ELSE, NEXT = '"line"\ngood', 'good = "ask"', 'else = "repair"', 'next = "repair"'
WORKS = "[steps.works]"


@pytest.mark.parametrize(
    ("good", "bad", "line", "said"),
    [
        # ways
        (BEGIN, 'begin = "lime"', 9, "begins with “lime”, which is not there. Did you mean “line”?"),
        (BEGIN, 'begin = "zzz"', 9, "begins with “zzz”, which is not there. Name the step that comes"),
        (NEXT, 'next = "repare"', 21, "leads from “next” and “cannot” to “repare”, which is not t"),
        (
            'unsure = "plug"',
            'unsure = "zzz"',
            16,
            "“zzz”, which is not there. Write that step, or lead to ano",
        ),
        (WORKS, "[steps.worked]", 0, "has no step “works”, where 1 step leads when it works (plug);"),
        (ASK, 'good = "repair"', 16, "step “ask” is never reached; lead to it, or remove it."),
        (ASK, 'good = "asks"', 0, "3 steps are never reached because of that."),
        (NEXT, 'next = "ask"', 16, "goes round in a circle: ask → plug → ask; lead one of them on"),
        (NEXT, 'next = "works"', 21, f"leads from “next” to “works”, {TO_WORKS}"),
        (NEXT, 'next = "repair"\ncannot = "works"', 21, f"leads from “cannot” to “works”, {TO_WORKS}"),
        (NEXT, 'next = "repair"\nworks = "repair"', 21, "to “repair”, which is no “solved” end; lead to o"),
        # questions
        ("[{", "[] # [{", 16, "has 0 answers beside “unsure”; give it 2 to 5."),
        ('}, { say = "No"', '}] # { say = "No"', 16, "has 1 answer beside “unsure”; give it 2 to 5."),
        (
            'say = "No", to = "repair"',
            'say = "No", to = "plug"',
            16,
            "leads to “plug” whatever is answered; lead",
        ),
        ('{ say = "No"', '{ say = "Yes"', 16, "says “Yes” twice; change one of the answers."),
        (
            'ask = "Is it',
            'look = "Is it',
            16,
            "asks to look, but not every answer is drawn; give each a “picture",
        ),
        (
            f'ask = "Is it plugged in?"\nanswers = {ANSWERS}',
            f'look = "A?"\nanswers = {LOOKS}',
            16,
            "for two answers",
        ),
        # measurements
        (ELSE, 'gone = "repair"', 11, "names “gone”, which “line” never comes to. There are: good, no-m"),
        (ELSE, 'no-lihgt = "repair"', 11, "“line” never comes to. Did you mean “no-light”?"),
        (ELSE, 'slow = "repair"', 11, "says nothing for “crowded”, “no-box”, “no-light”, “no-modem”,"),
        (LINE, '"sim"\ngood', 11, "“sim”, which tells nothing in a tree about a home; it can ask: acc"),
        (ABOUT, 'about = "number"', 11, "measures “line”, which tells nothing in a tree about a number; it"),
        (ABOUT, 'about = "nothing"', 11, "measures, but the tree is about nothing that can be measured;"),
        (LINE, '["line", "outage"]\nslow', 11, "give the test a step of its own."),
        (LINE, '["outage", "outage"]\nnone', 11, "measures “outage” twice; once is enough."),
        # ends
        ('more = ["Well done."]', "", 27, "ends without saying what to do; give it “more”."),
        (ABOUT, 'about = "nothing"', 31, "orders a repair, but the tree is about nothing that can be"),
        (
            REPAIR,
            'order = "pay"\nvisit = true',
            31,
            'has “visit”, which goes only with order = "repair"; remove it.',
        ),
        (REPAIR, 'order = "pay"\ncode = "Which?"', 31, "has “code”, which goes only with"),
        (REPAIR, 'order = "follow"', 31, "follows an outage, but is reached by line → repair, where none is"),
        # drawings
        (DRAWN, "", 21, "is neither drawn nor explained; give it a “picture” or “more”."),
        (
            DRAWN,
            'picture = "modem"',
            21,
            "has the picture “modem” without “shows”; write what it shows, for who",
        ),
        (
            DRAWN,
            DRAWN.replace("modem", "moden"),
            21,
            "“moden”, which is not in assets/pictures. Did you mean “mod",
        ),
        (
            DRAWN,
            DRAWN.replace("modem", "plug"),
            21,
            "shows “plug”, but assets/pictures/plug.svg is no drawing that",
        ),
        (
            'icon = "tv" }',
            'icon = "tvv" }',
            16,
            "shows “tvv”, which is not in assets/icons. Did you mean “tv”?",
        ),
        ('icon = "tv"\n', 'icon = "moon"\n', 4, "shows “moon”, which is not in assets/icons."),
        (
            'picture = "modem"',
            'picture = "modem.svg"',
            5,
            "which is not in assets/pictures. Did you mean “modem”?",
        ),
        # words
        (SAID, '"No {light}."', 3, "says “No {light}.”, which has { or }; they cannot be shown, write it w"),
        (
            '"It stays dark."',
            '"C:\\bill"',
            31,
            "says “C:�ill”, which has a sign that cannot be shown (U+0008, from a",
        ),
        (SAID, '"New words, which nobody has translated yet, and so many of them as this."', 3, "thi…”"),
        (SAID, '"New words"', 3, "“New words”, which has no Chinese yet. Run scripts/check-words --upd"),
        (SAID, '"New words "', 3, "“New words ”, which has a space at its beginning or end; remove it."),
        (SAID, '"灯不亮 LOS"', 3, "which has no Chinese yet"),
        (SAID, '"灯不亮了"', 3, "is Chinese; the tree is written in English, the Chinese goes to"),
        # the head
        ("place = 1", "place = 0", 7, "has a “place” that is none; the first is 1, the last 99."),
    ],
)
def test_a_wrong_tree_says_where_and_what(tmp_path: Path, good: str, bad: str, line: int, said: str) -> None:
    around = replace(AROUND, translated=lambda said: "New" not in said and "灯" not in said, broken=is_plug)
    told = told_of(tmp_path, good, bad, around)
    there = f"dark.toml, line {line}: " if line else "dark.toml: "
    assert any(one.startswith(there) and said in one for one in told), told


def is_plug(name: str) -> bool:
    return name == "pictures/plug"


def test_a_sentence_without_its_chinese_leaves_no_tree_out(tmp_path: Path) -> None:
    around = replace(AROUND, translated=lambda said: False)
    (tmp_path / "dark.toml").write_text("")
    assert {problem.grave for problem in problems_in(a_tree(tmp_path), around)} == {False}


SEVERAL = GOOD.replace('measure = "line"', 'measure = ["account", "outage"]').replace(
    'good = "ask"', "{ways}"
)
FOLLOW = SEVERAL.replace('order = "repair"', 'order = "follow"')


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (SEVERAL.replace("{ways}", 'arrears = "ask"\nnone = "ask"'), ""),
        (
            SEVERAL.replace("{ways}", 'unknown = "ask"'),
            "names “unknown”, which more than one of “account, outage”",
        ),
        (SEVERAL.replace("{ways}", 'slow = "ask"'), "names “slow”, which “account, outage” never comes to"),
        (FOLLOW.replace("{ways}", 'known = "ask"'), "is also reached by line → repair, where none is known"),
        (FOLLOW.replace("{ways}", 'none = "ask"\nknown = "repair"'), "is also reached by line → repair"),
        (FOLLOW.replace("{ways}", 'known = "ask"').replace('else = "repair"', 'else = "works"'), ""),
        (
            FOLLOW.replace("{ways}", 'known = "ask"\narrears = "repair"').replace(
                'else = "repair"', 'else = "works"'
            ),
            "al",
        ),
    ],
)
def test_several_things_are_asked_in_one_step(tmp_path: Path, steps: str, said: str) -> None:
    problems = wrong_with(a_tree(tmp_path, steps))
    assert any(said in problem for problem in problems) if said else not problems, problems


def test_an_outage_is_still_known_behind_other_things(tmp_path: Path) -> None:
    steps = FOLLOW.replace("{ways}", 'known = "sim"').replace('else = "repair"', 'else = "works"')
    sim = '\n[steps.sim]\nmeasure = "account"\ngood = "works"\nelse = "repair"\n'
    told = wrong_with(a_tree(tmp_path, steps + sim))
    assert told == [
        f"dark.toml, line {line}: step “{step}” is never reached; lead to it, or remove it."
        for line, step in ((16, "ask"), (21, "plug"))
    ]


def test_a_file_with_a_wrong_step_is_not_told_what_follows_from_it(tmp_path: Path) -> None:
    """A step that cannot be read leads on as far as it can be made out."""
    assert told_of(tmp_path, 'else = "repair"', 'else = "repair"\nhelp = "So"')[1:] == []
    known = 'measure = "outage"\nknown = "repair"\nelse = "ask"\nmore = ["So."]'
    (tmp_path / "dark.toml").unlink()
    whole = GOOD.replace('measure = "line"\ngood = "ask"\nelse = "repair"', known)
    whole = whole.replace('order = "repair"', 'order = "follow"').replace('next = "repair"', 'next = "end"')
    whole = whole.replace('to = "repair"', 'to = "end"') + '[steps.end]\norder = "staff"\nfound = "So."\n'
    assert len(told_of(tmp_path, GOOD, whole)) == 1


def test_every_circle_is_told(tmp_path: Path) -> None:
    again = (
        GOOD.replace('next = "repair"', 'next = "ask"')
        + """
[steps.lone]
do = "Go"
more = ["On."]
next = "lone"
"""
    )
    circles = [one for one in wrong_with(a_tree(tmp_path, again)) if "circle" in one]
    assert [one.partition("circle: ")[2].partition(";")[0] for one in circles] == [
        "ask → plug → ask",
        "lone → lone",
    ]


def test_two_trees_have_neither_title_nor_place_in_common(tmp_path: Path) -> None:
    tree = a_tree(tmp_path)
    copy, other = replace(tree, name="copy"), replace(tree, name="other", title=Text("Other"), place=3)
    assert list(map(str, problems_between([tree, copy, other]))) == [
        "copy.toml, line 2: has the title of dark.toml, “It is dark”; change one of them.",
        "copy.toml, line 7: stands in place 1, as dark.toml does; 2 is free.",
    ]


def chain(length: int) -> Tree:
    steps: dict[str, Step] = {
        f"s{n}": Try(
            do=Text(f"Do {n}"), more=(Text("So."),), works=f"s{n + 1}", next=f"s{n + 1}", cannot="end"
        )
        for n in range(length - 1)
    }
    last = Solved(solved=Text("Done"), more=(Text("Good."),))
    steps |= {f"s{length - 1}": last, "end": Ordered(order=Order.STAFF, found=Text("Staff help."))}
    drawn = Drawn(name="modem", alt=Text("A box."))
    return Tree(
        name="chain", title=Text("Long"), detail=Text("Very."), icon="tv", picture=drawn, place=1,
        about=About.NOTHING, begin="s0", steps=steps,
    )  # fmt: skip


@given(some.integers(2, 20))
def test_a_way_of_more_than_twelve_steps_is_found(length: int) -> None:
    told = wrong_with(chain(length))
    assert any("12 are the most" in problem for problem in told) is (length > 12)
    assert any("8 are the most" in problem for problem in told) is (length > 9)


def test_a_chain_of_any_length_is_no_more_than_a_mistake() -> None:
    told = wrong_with(chain(5000))
    assert told == [f"chain.toml: has 5001 steps; {LARGEST} are the most. Make two trees of it."]
    assert len(longest_way(chain(5000)) or ()) == 5000


@given(some.dictionaries(some.sampled_from("abcdef"), some.lists(some.sampled_from("abcdef"), max_size=3)))
def test_circles_are_found_wherever_they_are(ways: dict[str, list[str]]) -> None:
    def step(targets: list[str]) -> Step:
        if not targets:
            return Ordered(order=Order.STAFF, found=Text("Staff help."))
        first, second, third = (targets * 3)[:3]
        return Try(do=Text("Do"), works=first, next=second, cannot=third)

    steps = {name: step(targets) for name, targets in ways.items()}
    tree = Tree(
        name="any", title=Text("A"), detail=Text("B"), icon="tv", picture=Drawn(name="modem", alt=Text("C")),
        place=1, about=About.NOTHING, begin="a", steps=steps,
    )  # fmt: skip
    circles = circles_in(tree)
    if circles:
        circle = circles[0]
        assert circle[0] == circle[-1]
        assert all(b in {to for _, to in steps[a].leads_to()} for a, b in pairwise(circle))
        assert longest_way(tree) is None and most_questions(tree) == ()
    else:
        assert len(longest_way(tree) or ()) <= len(steps)
