"""Reads the fault trees: one TOML file a symptom, as support staff write them (assets/trees/README.md).

A file with mistakes is read as far as can be, so that all of them are told at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.domain.tree_problems import Problem
from kiosk.domain.trees import (
    WORKS,
    About,
    Ask,
    Drawn,
    Look,
    Measure,
    Order,
    Ordered,
    Solved,
    Step,
    Tree,
    Try,
    Way,
)
from kiosk.text import Text, t
from kiosk.toml_text import UnreadableError, tables_in, text_of
from kiosk.tree_keys import MEASUREMENTS, kinds_of
from kiosk.tree_outline import Outline, outline_of, sentences_in, unread

TREES = Path(__file__).parent.parent / "assets" / "trees"


class TreeError(Exception):
    """A tree cannot be read; the message names the file, the place and what is wrong."""


@dataclass(frozen=True)
class Reading:
    """What came of reading a file: a tree, whole where nothing is wrong; None where nothing can be told."""

    tree: Tree | None
    problems: tuple[Problem, ...]


def tree_files(folder: Path) -> list[Path]:
    """Return what is named as a tree, in the order of the names."""
    return sorted(filter(is_named_as_a_tree, folder.glob("*.toml")))


def is_named_as_a_tree(path: Path) -> bool:
    """Tell trees from what else lies in their folder."""
    return path.suffix == ".toml" and not path.name.startswith(".")


def read_tree(path: Path) -> Reading:
    """Read one tree as far as can be; never raises for what is in the file."""
    try:
        text = text_of(path)
        outline = outline_of(path.stem, text, tables_in(text))
    except UnreadableError as error:
        return Reading(None, (Problem(path.stem, "", error.wrong, error.line),))
    return Reading(_tree(path.stem, outline), outline.problems)


def _tree(name: str, outline: Outline) -> Tree:
    """Make a tree of an outline; what is wrong in its head is left empty, a wrong step is an `Unread`."""
    head = outline.head
    return Tree(
        name=name,
        title=Text(head.get("title", "")),
        detail=Text(head.get("detail", "")),
        icon=head.get("icon", ""),
        picture=Drawn(name=head.get("picture", ""), alt=Text(head.get("shows", ""))),
        place=head.get("place", 1),
        about=About(head["about"]) if "about" in head else _likely(outline.steps),
        begin=head.get("begin", ""),
        steps={
            name: _step(step) if name in outline.good else unread(step, outline.steps)
            for name, step in outline.steps.items()
        },
        lines=outline.lines,
    )


def _likely(steps: Mapping[str, Mapping[str, Any]]) -> About:
    """Return what a tree is likely about, where it does not say so: nothing is to be complained of twice."""
    return About.HOME if any(step.get("measure") == "line" for step in steps.values()) else About.NUMBER


# ------------------------------------------------------------------------------- the six kinds of step


def _step(step: Mapping[str, Any]) -> Step:
    match kinds_of(step)[0]:
        case "ask":
            return Ask(ask=Text(step["ask"]), answers=_ways(step), **_shown(step))
        case "look":
            return Look(ask=Text(step["look"]), answers=_ways(step), **_shown(step))
        case "do":
            works, after = step.get("works", WORKS), step["next"]
            cannot = step.get("cannot", after)
            return Try(do=Text(step["do"]), works=works, next=after, cannot=cannot, **_shown(step))
        case "order":
            return Ordered(
                order=Order(step["order"]),
                found=Text(step["found"]),
                visit=step.get("visit", False),
                code=_text(step, "code"),
                **_shown(step),
            )
        case "solved":
            return Solved(solved=Text(step["solved"]), well=step.get("well", True), **_shown(step))
        case _:
            return _measure(step)


def _measure(step: Mapping[str, Any]) -> Step:
    """Make a measurement: every outcome beside it, and `else` for those that are not named."""
    words = step["measure"] if isinstance(step["measure"], list) else [step["measure"]]
    return Measure(
        measures=tuple(MEASUREMENTS[word] for word in words),
        on={key: target for key, target in step.items() if key not in {"measure", "else"}},
        otherwise=step.get("else", ""),
    )


def _shown(step: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every screen may have."""
    more = tuple(map(Text, step.get("more", ())))
    return {"more": more, "picture": _drawn(step), "help": _text(step, "help")}


def _ways(step: Mapping[str, Any]) -> tuple[Way, ...]:
    """Return all answers, the one of who is not sure last."""
    unsure = Way(say=t("I am not sure"), to=step["unsure"], icon="help")
    return (*map(_way, step["answers"]), unsure)


def _way(answer: Mapping[str, Any]) -> Way:
    return Way(
        say=Text(answer["say"]),
        to=answer["to"],
        detail=_text(answer, "detail"),
        icon=answer.get("icon"),
        picture=_drawn(answer),
    )


def _text(written: Mapping[str, Any], key: str) -> Text | None:
    return Text(written[key]) if key in written else None


def _drawn(written: Mapping[str, Any]) -> Drawn | None:
    """Return a drawing with the words for who does not see it; a checker looks whether there are any."""
    picture = written.get("picture")
    return Drawn(name=picture, alt=Text(written.get("shows", ""))) if picture else None


# ------------------------------------------------------------------------------ the words of a tree


def sentences_in_trees(folder: Path = TREES) -> Iterator[tuple[str, str]]:
    """Give every sentence of every tree, with its file, for the catalogues; raises TreeError."""
    for path in tree_files(folder):
        try:
            told = tables_in(text_of(path))
        except UnreadableError as error:
            raise TreeError(str(Problem(path.stem, "", error.wrong, error.line))) from None
        yield from ((path.name, sentence) for sentence in sentences_in(told))
