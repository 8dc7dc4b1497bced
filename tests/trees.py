"""Small trees for tests, as support staff would write them."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.step_checks import Around
from kiosk.domain.tree_checks import problems_in
from kiosk.domain.trees import Tree
from kiosk.trees_file import TREES, read_tree, tree_files
from kiosk.trees_in_use import checked_tree

HEAD = """
title = "It is dark"
detail = "Nothing shines."
icon = "tv"
picture = "modem"
shows = "A box."
place = 1
about = "home"
begin = "{begin}"
"""
GOOD = """
[steps.line]
measure = "line"
good = "ask"
else = "repair"

[steps.ask]
ask = "Is it plugged in?"
answers = [{ say = "Yes", to = "plug" }, { say = "No", to = "repair", icon = "tv" }]
unsure = "plug"

[steps.plug]
do = "Push the plug in"
picture = "modem"
shows = "A plug."
next = "repair"

[steps.works]
solved = "It works"
more = ["Well done."]

[steps.repair]
order = "repair"
found = "It stays dark."
"""
AROUND = Around(frozenset({"modem", "plug"}), frozenset({"tv", "help"}), lambda message: True)


def load_trees() -> tuple[Tree, ...]:
    """Read the trees of the project, in their order."""
    return tuple(sorted(map(load_tree, tree_files(TREES)), key=lambda tree: tree.place))


def load_tree(path: Path) -> Tree:
    """Read a tree that has nothing wrong in its file."""
    reading = read_tree(path)
    assert reading.tree is not None and not reading.problems, "\n".join(map(str, reading.problems))
    return reading.tree


def a_tree(folder: Path, steps: str = GOOD, begin: str = "line", **head: str) -> Tree:
    written = HEAD.format(begin=begin)
    for name, value in head.items():
        written = "\n".join(
            f'{name} = "{value}"' if line.startswith(f"{name} =") else line for line in written.splitlines()
        )
    path = folder / "dark.toml"
    path.write_text(written + steps, encoding="utf-8")
    return load_tree(path)


def wrong_with(tree: Tree, around: Around = AROUND) -> list[str]:
    return [str(problem) for problem in problems_in(tree, around)]


def told_of(folder: Path, good: str, bad: str, around: Around = AROUND) -> list[str]:
    """Edit the good tree once, and return all that the checker says."""
    whole = HEAD.format(begin="line") + GOOD
    assert good in whole
    path = folder / "dark.toml"
    path.write_text(whole.replace(good, bad, 1), encoding="utf-8")
    return [str(problem) for problem in checked_tree(path, around).problems]
