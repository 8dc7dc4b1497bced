"""The fault trees that a kiosk walks: those without a mistake; another is left out, and the log names it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from kiosk.domain.events import Event, Log
from kiosk.domain.tree_checks import Around, problems_in
from kiosk.domain.trees import Tree
from kiosk.trees_file import TREES, TreeError, load_tree


class Mistake(Enum):
    """Why a tree was left out; `main.py trees check` says where and what."""

    CANNOT_BE_READ = "cannot_be_read"
    IS_NOT_WHOLE = "is_not_whole"


ASSETS = TREES.parent


def trees_in_use(log: Log, folder: Path = TREES) -> tuple[Tree, ...]:
    """Return the good trees in their order; a visitor is never led by one that is not whole."""
    good, around = [], drawings_here()
    for number, path in enumerate(sorted(folder.glob("*.toml")), 1):
        mistake, tree = None, None
        try:
            tree = load_tree(path)
        except TreeError:
            mistake = Mistake.CANNOT_BE_READ
        if tree is not None and next(problems_in(tree, around), None) is not None:
            mistake = Mistake.IS_NOT_WHOLE
        if mistake is not None:
            log(Event.TREE_LEFT_OUT, what=mistake, number=number)
        elif tree is not None:
            good.append(tree)
    return tuple(sorted(good, key=lambda tree: tree.place))


def drawings_here(untranslated: Callable[[str], tuple[str, ...]] = lambda _: ()) -> Around:
    """Look at the drawings and icons that trees may use; words are looked up by `untranslated` alone."""
    return Around(_stems("pictures"), _stems("icons"), untranslated)


def _stems(folder: str) -> frozenset[str]:
    return frozenset(path.stem for path in (ASSETS / folder).glob("*.svg"))
