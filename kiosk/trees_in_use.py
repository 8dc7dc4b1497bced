"""The fault trees that a kiosk walks: those without a mistake; another is left out, and the log names it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kiosk.catalogues import words_of
from kiosk.domain.events import Event, Log
from kiosk.domain.step_checks import Around
from kiosk.domain.tree_checks import problems_in
from kiosk.domain.tree_problems import Problem
from kiosk.domain.trees import Tree
from kiosk.drawings import ASSETS, drawing_in
from kiosk.text import Language
from kiosk.trees_file import TREES, Reading, is_named_as_a_tree, read_tree, tree_files


def trees_in_use(log: Log, folder: Path = TREES) -> tuple[Tree, ...]:
    """Return the good trees in their order; a visitor is never led by one that is not whole.

    Nothing in the folder can stop the kiosk. The log names each file left out, and counts its problems.
    """
    good, around = [], around_here()
    try:
        paths, strange = tree_files(folder), strangers_in(folder)
    except OSError:
        log(Event.TREE_LEFT_OUT, what=folder.name)
        return ()
    for path in strange:
        log(Event.TREE_LEFT_OUT, what=path.name, number=1)
    for path in paths:
        tree = _in_use(log, path, around)
        if tree is not None:
            good.append(tree)
    if not good:
        log(Event.TREE_LEFT_OUT, what=folder.name)
    return tuple(sorted(good, key=lambda tree: tree.place))


def _in_use(log: Log, path: Path, around: Around) -> Tree | None:
    try:
        checked = checked_tree(path, around)
    except Exception:
        log(Event.TREE_LEFT_OUT, what=path.stem)
        return None
    grave = [problem for problem in checked.problems if problem.grave]
    if grave:
        log(Event.TREE_LEFT_OUT, what=path.stem, number=len(grave))
        return None
    if checked.problems:
        log(Event.TREE_NOT_TRANSLATED, what=path.stem, number=len(checked.problems))
    return checked.tree


def strangers_in(folder: Path) -> list[Path]:
    """Return what lies among the trees and is none, such as one that was saved as `.toml.txt`."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.name != "README.md" and not path.name.startswith(".") and not is_named_as_a_tree(path)
    )


def checked_tree(path: Path, around: Around) -> Reading:
    """Read a tree, and find everything that is wrong with it."""
    reading = read_tree(path)
    found: Iterator[Problem] = problems_in(reading.tree, around) if reading.tree else iter(())
    return Reading(reading.tree, (*reading.problems, *found))


def around_here() -> Around:
    """Look at what the trees may use: the drawings, the icons, and the Chinese of the mainland.

    Each drawing is read once; a mended one is seen by looking anew.
    """
    words = words_of(Language.ZH_CN)
    return Around(_stems("pictures"), _stems("icons"), words.has, cache(_is_broken))


def _stems(folder: str) -> frozenset[str]:
    return frozenset(path.stem for path in (ASSETS / folder).glob("*.svg"))


def _is_broken(name: str) -> bool:
    return drawing_in(ASSETS / f"{name}.svg") is None
