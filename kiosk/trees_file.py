"""Reads the fault trees: one TOML file a symptom, as support staff write them (assets/trees/README.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.trees import (
    About,
    Ask,
    Drawn,
    Look,
    Measure,
    Measurement,
    Order,
    Ordered,
    Solved,
    Step,
    Tree,
    Try,
    Way,
)
from kiosk.text import Text, t

TREES = Path(__file__).parent.parent / "assets" / "trees"
WORKS = "works"
"""The step that “it works now” leads to where a step names no other."""
MEASUREMENTS = {one.word: one for one in Measurement}
Words = Annotated[str, Meta(min_length=1)]


class TreeError(Exception):
    """A tree cannot be read; the message is one sentence that names the file, the place and what is wrong."""


class _Written(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Trees refuse words they do not know, so that a misspelling is noticed."""


class _Shown(_Written, frozen=True, kw_only=True):
    """What every step may have; `shows` are the words for those who do not see the picture."""

    more: tuple[Words, ...] = ()
    picture: str = ""
    shows: str = ""
    help: str = ""

    def common(self) -> dict[str, Any]:
        """Return it as the fields of a step."""
        return {
            "more": tuple(map(Text, self.more)),
            "picture": _drawn(self.picture, self.shows),
            "help": Text(self.help) if self.help else None,
        }


class _Answer(_Written, frozen=True, kw_only=True):
    say: Words
    to: Words
    detail: str = ""
    icon: str = ""
    picture: str = ""
    shows: str = ""

    def way(self) -> Way:
        """Return it as a way on."""
        return Way(
            say=Text(self.say),
            to=self.to,
            detail=Text(self.detail) if self.detail else None,
            icon=self.icon or None,
            picture=_drawn(self.picture, self.shows),
        )


class _Asked(_Shown, frozen=True, kw_only=True):
    answers: tuple[_Answer, ...]
    unsure: Words
    """Where it goes on for who cannot tell."""

    def ways(self) -> tuple[Way, ...]:
        """Return all answers, the one of who is not sure last."""
        return (
            *(one.way() for one in self.answers),
            Way(say=t("I am not sure"), to=self.unsure, icon="help"),
        )


class _Ask(_Asked, frozen=True, kw_only=True):
    ask: Words

    def step(self) -> Step:
        return Ask(ask=Text(self.ask), answers=self.ways(), **self.common())


class _Look(_Asked, frozen=True, kw_only=True):
    look: Words

    def step(self) -> Step:
        return Look(ask=Text(self.look), answers=self.ways(), **self.common())


class _Do(_Shown, frozen=True, kw_only=True):
    do: Words
    next: Words
    works: str = WORKS
    cannot: str = ""

    def step(self) -> Step:
        cannot = self.cannot or self.next
        return Try(do=Text(self.do), works=self.works, next=self.next, cannot=cannot, **self.common())


class _Order(_Shown, frozen=True, kw_only=True):
    order: Order
    found: Words
    visit: bool = False
    code: str = ""

    def step(self) -> Step:
        code = Text(self.code) if self.code else None
        found = Text(self.found)
        return Ordered(order=self.order, found=found, visit=self.visit, code=code, **self.common())


class _Solved(_Shown, frozen=True, kw_only=True):
    solved: Words
    well: bool = True

    def step(self) -> Step:
        return Solved(solved=Text(self.solved), well=self.well, **self.common())


KINDS: dict[str, Any] = {"ask": _Ask, "look": _Look, "do": _Do, "order": _Order, "solved": _Solved}


class _Tree(_Written, frozen=True, kw_only=True):
    """A file."""

    title: Words
    detail: Words
    icon: Words
    picture: str
    shows: str
    place: int
    about: About
    begin: Words
    steps: dict[str, dict[str, Any]]


def load_trees(folder: Path = TREES) -> tuple[Tree, ...]:
    """Read every tree of a folder, in their order; raises TreeError."""
    trees = [load_tree(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(trees, key=lambda tree: tree.place))


def load_tree(path: Path) -> Tree:
    """Read one tree; raises TreeError."""
    try:
        told = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Tree)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise TreeError(f"{path.name}: {_plain(error)}") from None
    return Tree(
        name=path.stem,
        title=Text(told.title),
        detail=Text(told.detail),
        icon=told.icon,
        picture=Drawn(name=told.picture, alt=Text(told.shows)),
        place=told.place,
        about=told.about,
        begin=told.begin,
        steps={name: _step(path.name, name, written) for name, written in told.steps.items()},
    )


def _step(file: str, name: str, written: Mapping[str, Any]) -> Step:
    kinds = [kind for kind in (*KINDS, "measure") if kind in written]
    if len(kinds) != 1:
        what = " and ".join(kinds) or "none of them"
        known = ", ".join((*KINDS, "measure"))
        raise TreeError(f"{file}: step “{name}” must be one of {known}, and is {what}.")
    if kinds == ["measure"]:
        return _measure(file, name, dict(written))
    try:
        step: Step = msgspec.convert(written, KINDS[kinds[0]]).step()
    except msgspec.ValidationError as error:
        raise TreeError(f"{file}: step “{name}”: {_plain(error)}") from None
    return step


def _measure(file: str, name: str, written: dict[str, Any]) -> Step:
    """Read a measurement: every outcome beside it, and `else` for those that are not named."""
    words, otherwise = written.pop("measure"), written.pop("else", "")
    if any(not isinstance(target, str) for target in (*written.values(), otherwise)):
        raise TreeError(f"{file}: step “{name}” must name a step for every outcome.")
    measures = tuple(
        _measurement(file, name, word) for word in (words if isinstance(words, list) else [words])
    )
    return Measure(measures=measures, on=written, otherwise=otherwise)


def _measurement(file: str, name: str, word: object) -> Measurement:
    measurement = MEASUREMENTS.get(word) if isinstance(word, str) else None
    if measurement is None:
        raise TreeError(f"{file}: step “{name}” measures “{word}”, and can: {', '.join(MEASUREMENTS)}.")
    return measurement


def _drawn(name: str, alt: str) -> Drawn | None:
    return Drawn(name=name, alt=Text(alt)) if name else None


def _plain(error: Exception) -> str:
    """Say what was wrong in the words of the reader that found it."""
    return str(error).replace("Object", "It").rstrip(".") + "."


# ------------------------------------------------------------------------------ the words of a tree

SAID = frozenset({"title", "detail", "shows", "ask", "look", "do", "found", "solved", "say", "help", "code"})


def sentences_in_trees(folder: Path = TREES) -> Iterator[tuple[str, str]]:
    """Give every sentence of every tree that can be read at all, with its file, for the catalogues."""
    for path in sorted(folder.glob("*.toml")):
        for sentence in _sentences(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.name, sentence


def _sentences(told: object, name: str = "") -> Iterator[str]:
    if isinstance(told, dict):
        for key, value in told.items():
            yield from _sentences(value, key)
    elif isinstance(told, list):
        for value in told:
            yield from _sentences(value, "say" if name == "more" else name)
    elif name in SAID and isinstance(told, str):
        yield told
