from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.tree_checks import Around, circle_in, longest_way, most_questions
from kiosk.domain.trees import About, Drawn, Order, Ordered, Solved, Step, Tree, Try
from kiosk.text import Text
from tests.trees import AROUND, GOOD, a_tree, wrong_with


def test_a_good_tree_has_nothing_wrong(tmp_path: Path) -> None:
    tree = a_tree(tmp_path)
    assert wrong_with(tree) == []
    assert longest_way(tree) == ("line", "ask", "plug", "works")
    assert most_questions(tree) == 2
    assert [one.word for one in tree.measurements()] == []


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('next = "repair"', 'next = "repare"', "leads from “next” to “repare”, which is not there. Did you"),
        ('unsure = "plug"', 'unsure = "zzz"', "leads from “I am not sure” to “zzz”, which is not there."),
        ('good = "ask"', 'good = "repair"', "step “ask” is never reached."),
        ('more = ["Well done."]', "", "ends without saying what to do"),
        ('picture = "modem"\nshows = "A plug."', "", "is neither drawn nor explained"),
        (
            'picture = "modem"\nshows = "A plug."',
            'picture = "moden"\nshows = "A plug."',
            "Did you mean “modem”?",
        ),
        ('icon = "tv"', 'icon = "tvv"', "shows “tvv”, which is not in assets/icons. Did you mean “tv”?"),
        ('{ say = "No"', '{ say = "Yes"', "says “Yes” twice."),
        ('else = "repair"', 'gone = "repair"', "names “gone”, which “line” never comes to"),
        ('else = "repair"', 'slow = "repair"', "says nothing for “no-modem”; name it, or give “else”."),
        ('next = "repair"', 'next = "ask"', "goes round in a circle: ask → plug → ask."),
        ('ask = "Is it', 'look = "Is it', "asks to look, but not every answer is drawn."),
    ],
)
def test_a_wrong_tree_says_where_and_what(tmp_path: Path, good: str, bad: str, said: str) -> None:
    assert good in GOOD
    problems = wrong_with(a_tree(tmp_path, GOOD.replace(good, bad)))
    assert any(said in problem for problem in problems), problems


def test_a_line_is_tested_only_where_there_is_a_home(tmp_path: Path) -> None:
    assert "tests a line, but the tree is about a number." in wrong_with(a_tree(tmp_path, about="number"))[0]
    assert "nothing that can be measured" in wrong_with(a_tree(tmp_path, about="nothing"))[0]


SEVERAL = GOOD.replace('measure = "line"', 'measure = ["account", "service"]').replace(
    'good = "ask"', "{ways}"
)


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ('arrears = "ask"\ncalls-off = "ask"', ""),
        ('good = "ask"', "names “good”, which more than one"),
        ('slow = "ask"', "names “slow”, which “account, service” never comes to"),
    ],
)
def test_several_things_are_asked_in_one_step(tmp_path: Path, ways: str, said: str) -> None:
    problems = wrong_with(a_tree(tmp_path, SEVERAL.replace("{ways}", ways)))
    assert any(said in problem for problem in problems) if said else not problems


def test_a_line_is_tested_alone(tmp_path: Path) -> None:
    both = GOOD.replace('measure = "line"', 'measure = ["line", "outage"]').replace("good =", "slow =")
    assert any("a step of its own" in problem for problem in wrong_with(a_tree(tmp_path, both)))


def test_too_many_and_too_few_answers_are_found(tmp_path: Path) -> None:
    many = ", ".join(f'{{ say = "{n}", to = "plug" }}' for n in range(6))
    six = GOOD.replace('{ say = "Yes", to = "plug" }, { say = "No", to = "plug", icon = "tv" }', many)
    none = GOOD.replace('{ say = "Yes", to = "plug" }, { say = "No", to = "plug", icon = "tv" }', "")
    assert "has 6 answers; 5 are the most." in wrong_with(a_tree(tmp_path, six))[0]
    assert "asks, but has nothing to choose from." in wrong_with(a_tree(tmp_path, none))[0]


def test_missing_words_and_drawings_of_the_tree_itself_are_found(tmp_path: Path) -> None:
    around = Around(AROUND.pictures, AROUND.icons, lambda said: ("zh_CN",) if said == "It is dark" else ())
    assert wrong_with(a_tree(tmp_path), around) == [
        "dark.toml: says “It is dark”, which is not in the zh_CN catalogue."
    ]
    assert "assets/icons" in wrong_with(a_tree(tmp_path, icon="moon"))[0]
    assert "assets/pictures" in wrong_with(a_tree(tmp_path, picture="moon"))[0]


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
    too_long = [problem for problem in wrong_with(chain(length)) if "12 are the most" in problem]
    assert bool(too_long) is (length > 12)


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
    circle = circle_in(tree)
    if circle:
        assert circle[0] == circle[-1]
        assert all(b in {to for _, to in steps[a].leads_to()} for a, b in pairwise(circle))
        assert longest_way(tree) is None and most_questions(tree) == 0
    else:
        assert len(longest_way(tree) or ()) <= len(steps)
