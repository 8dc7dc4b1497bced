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
        read = read_whole(path, around)
        if isinstance(read, Mistake):
            log(Event.TREE_LEFT_OUT, what=read, number=number)
        else:
            good.append(read)
    return tuple(sorted(good, key=lambda tree: tree.place))


def read_whole(path: Path, around: Around) -> Tree | Mistake:
    """Read a tree, and look for mistakes in it."""
    try:
        tree = load_tree(path)
    except TreeError:
        return Mistake.CANNOT_BE_READ
    return tree if next(problems_in(tree, around), None) is None else Mistake.IS_NOT_WHOLE


def drawings_here(untranslated: Callable[[str], tuple[str, ...]] = lambda _: ()) -> Around:
    """Look at the drawings and icons that trees may use; words are looked up by `untranslated` alone."""
    return Around(_stems("pictures"), _stems("icons"), untranslated)


def _stems(folder: str) -> frozenset[str]:
    return frozenset(path.stem for path in (ASSETS / folder).glob("*.svg"))
