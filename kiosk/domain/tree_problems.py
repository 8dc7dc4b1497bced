"""What a checker says of a fault tree: where in which file, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.trees import Tree


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: in which tree, at which step (or none), and what.

    `wrong` goes on after the step's name, or begins with a colon.
    """

    tree: str
    step: str
    wrong: str
    line: int = 0
    """The line of the file, from 1; 0 where it is about no one line."""
    grave: bool = True
    """Whether the kiosk leaves the tree out for it."""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        space = "" if self.wrong.startswith(":") else " "
        step = f"step “{self.step}”{space}" if self.step else ""
        return f"{self.tree}.toml{line}: {step}{self.wrong}"


def in_step(tree: Tree, name: str, wrong: str, *, grave: bool = True) -> Problem:
    """Tell what is wrong at a step."""
    return Problem(tree.name, name, wrong, tree.lines.get(f"steps.{name}", 0), grave)


def in_head(tree: Tree, wrong: str, key: str = "", *, grave: bool = True) -> Problem:
    """Tell what is wrong with the whole of a tree, or with a key of its head."""
    return Problem(tree.name, "", wrong, tree.lines.get(key, 0), grave)


def several(count: int, what: str) -> str:
    """Count things in English."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
