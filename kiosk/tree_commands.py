"""`main.py trees check` and `trees draw`: for the support staff who edit the fault trees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import indent

from kiosk.catalogues import words_of
from kiosk.domain.tree_checks import LARGEST, problems_between
from kiosk.domain.tree_problems import several
from kiosk.domain.tree_ways import longest_way, most_questions
from kiosk.domain.trees import Tree
from kiosk.text import Language
from kiosk.tree_diagrams import DrawError, draw_tree
from kiosk.trees_file import Reading, tree_files
from kiosk.trees_in_use import around_here, checked_tree, strangers_in

Say = Callable[[str], None]
WRONG, CANNOT = 1, 2
"""What a command ends with: something is wrong with the trees, or nothing could be done."""


def check_trees(folder: Path, say: Say) -> int:
    """Say how long every tree is, what is wrong, and what a visitor sees; 1 where anything is wrong."""
    checked = _all_checked(folder, say)
    if checked is None:
        return CANNOT
    strange = strangers_in(folder)
    for path in strange:
        say(f"{path.name}: is not read; a tree's name ends in “.toml”.")
    between = list(problems_between(read.tree for read in checked.values() if read.tree and not _grave(read)))
    for problem in between:
        say(str(problem))
    wrong = len(strange) + len(between) + sum(len(read.problems) for read in checked.values())
    if not checked:
        say("There is no tree.")
    say(f"{several(wrong, 'problem')} with the trees.")
    say(what_she_sees(checked))
    return WRONG if wrong or not checked else 0


def _all_checked(folder: Path, say: Say) -> dict[str, Reading] | None:
    """Check every tree, and say what is wrong with each; None where there is no folder."""
    if not folder.is_dir():
        say(f"{folder}: there is no such folder.")
        return None
    around, checked = around_here(), {}
    for path in tree_files(folder):
        read = checked[path.stem] = checked_tree(path, around)
        say(f"{path.stem}: {size_of(read.tree) if read.tree else 'cannot be read.'}")
        for problem in read.problems:
            say(indent(str(problem), "  "))
    return checked


def _grave(read: Reading) -> bool:
    return any(problem.grave for problem in read.problems)


def what_she_sees(checked: dict[str, Reading]) -> str:
    """Say what a visitor can choose among, and which trees are left out."""
    good = [read.tree for read in checked.values() if read.tree and not _grave(read)]
    told = (f"{tree.place} {tree.title.message}" for tree in sorted(good, key=lambda tree: tree.place))
    left_out = [name for name, read in checked.items() if _grave(read)]
    without = f"; left out: {', '.join(left_out)}." if left_out else ""
    return f"{several(len(good), 'symptom')}: {' · '.join(told)}{without}" if good else f"no symptom{without}"


def size_of(tree: Tree) -> str:
    """Say how long a tree is."""
    steps = several(len(tree.steps), "step")
    longest = longest_way(tree) if len(tree.steps) <= LARGEST else None
    if longest is None:
        return f"{steps}."
    questions = several(len(most_questions(tree)), "question")
    return f"{steps}, {len(longest)} on the longest way, at most {questions}."


def draw_trees(folder: Path, out: Path, language: Language, say: Say) -> int:
    """Write a diagram of every tree, as SVG where Graphviz is installed; 1 where one is left out."""
    checked = _all_checked(folder, say)
    if checked is None:
        return CANNOT
    try:
        out.mkdir(parents=True, exist_ok=True)
        for read in checked.values():
            if read.tree is not None:
                say(str(draw_tree(read.tree, read.problems, out, words_of(language))))
    except (OSError, DrawError) as error:
        why = getattr(error, "strerror", None) or error
        say(f"{out}: no diagram can be written here ({why}).")
        return CANNOT
    for path in sorted({*out.glob("*.dot"), *out.glob("*.svg")}):
        if path.stem not in checked:
            say(f"{path}: is of no tree that is there; remove it.")
    return WRONG if any(map(_grave, checked.values())) else 0
