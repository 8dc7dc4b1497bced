"""The outline of a tree's file: its head and its steps, each where it belongs, and what is wrong there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.near_words import nearest
from kiosk.domain.tree_problems import Problem
from kiosk.domain.trees import WORKS, Unread
from kiosk.text import Text
from kiosk.tree_keys import HEAD, SHOWN, kinds_of, wrong_keys, wrong_step

SAID = frozenset({"title", "detail", "shows", "ask", "look", "do", "found", "solved", "say", "help", "code"})
NO_WAYS = SAID | {"measure", "order", "picture", "icon"}
LEADS = frozenset({"next", "works", "cannot", "unsure", "else"})
ONLY_IN_HEAD = frozenset({"title", "place", "about", "begin", "icon"})
Table = dict[str, Any]


@dataclass(frozen=True)
class Outline:
    """A file as far as it can be told: what is right in its head, its steps, and which of them are right."""

    head: Table
    steps: dict[str, Table]
    good: frozenset[str]
    lines: Mapping[str, int]
    problems: tuple[Problem, ...]


def outline_of(name: str, text: str, told: Table) -> Outline:
    """Sort what a file tells, and find what is written wrongly."""
    reading = _Reading(name, lines_of(text))
    head = {
        key: value
        for key, value in told.items()
        if key in HEAD or not (key == "steps" or isinstance(value, dict | list))
    }
    steps = reading.steps_in(told)
    head = reading.good_head(head, steps)
    good = frozenset(one for one, step in steps.items() if reading.is_good(one, step))
    return Outline(head, steps, good, reading.lines, tuple(reading.problems))


def lines_of(text: str) -> dict[str, int]:
    """Return the line of every key of the head, and of every [table], from 1; of two the first."""
    lines: dict[str, int] = {}
    in_head = True
    for number, line in enumerate(text.split("\n"), 1):
        table = re.match(r"\s*\[\[?\s*([^\[\]]+?)\s*\]", line)
        key = re.match(r"\s*([\w-]+)\s*=", line)
        if table and not line.startswith((" ", "\t")):
            in_head = False
            lines.setdefault(re.sub("[\"']", "", table.group(1)), number)
        elif key and in_head:
            lines.setdefault(key.group(1), number)
    return lines


class _Reading:
    """Collects what is wrong while a file is sorted."""

    def __init__(self, tree: str, lines: Mapping[str, int]) -> None:
        self.tree = tree
        self.lines = lines
        self.problems: list[Problem] = []
        self._wrong: set[str] = set()

    def say(self, wrong: str, step: str = "", line: str = "") -> None:
        """Note a mistake, in a step or in the head; `line` names the key or table that it stands in."""
        at = self.lines.get(line or f"steps.{step}", 0)
        self.problems.append(Problem(self.tree, step, f": {wrong}" if step else wrong, at))
        self._wrong.add(step)

    # ------------------------------------------------------------------------------------- steps

    def steps_in(self, told: Table) -> dict[str, Table]:
        """Return all steps, those of misspelled tables too."""
        steps: dict[str, Table] = {}
        for name, value in told.items():
            if name == "steps" and isinstance(value, dict):
                steps |= {one: self._table(one, step) for one, step in value.items()}
            elif name not in HEAD and isinstance(value, dict | list):
                steps |= self._elsewhere(name, value)
        if not steps:
            self.say("has no steps; write [steps.NAME] below the head, and the keys of that step below it.")
        return {one: self._without_inner_tables(one, step) for one, step in steps.items()}

    def _table(self, name: str, step: object) -> Table:
        if not name.strip() or not name.isprintable():
            self.say("has a step whose name cannot be shown; write it with a to z, 0 to 9 and -.")
        if isinstance(step, list):
            self.say(f"[[steps.{name}]] must be [steps.{name}], with one [ and one ].", line=f"steps.{name}")
            step = next((one for one in step if isinstance(one, dict)), {})
        elif not isinstance(step, dict):
            self.say(f"write [steps.{name}] in a line of its own, and the keys of the step below it.", name)
        return dict(step) if isinstance(step, dict) else {}

    def _elsewhere(self, name: str, value: Table | list[Any]) -> dict[str, Table]:
        """Take steps from a table with another name than `steps`."""
        inner = value if isinstance(value, dict) else {}
        if nearest(name, ["steps"]) and not kinds_of(inner):
            for one in inner:
                self.say(f"[{name}.{one}] must be [steps.{one}].", line=f"{name}.{one}")
            return {one: dict(step) if isinstance(step, dict) else {} for one, step in inner.items()}
        self.say(f"[{name}] must be [steps.{name}].", line=name)
        return {name: dict(inner)}

    def _without_inner_tables(self, name: str, step: Table) -> Table:
        inner = [
            key for key, value in step.items() if isinstance(value, dict) and key not in {"answers", *SHOWN}
        ]
        for key in inner:
            if f"steps.{name}.{key}" in self.lines:
                line = f"steps.{name}.{key}"
                self.say(f"[{line}] has a name too many; write [steps.{name}-{key}].", name, line)
                del step[key]
        return step

    def is_good(self, name: str, step: Table) -> bool:
        """Tell whether a step is written well; notes what is not."""
        if step or name not in self._wrong:
            for wrong in wrong_step(step):
                self.say(wrong, name)
        return name not in self._wrong

    # -------------------------------------------------------------------------------------- head

    def good_head(self, head: Table, steps: dict[str, Table]) -> Table:
        """Return what is right in the head; a key that slipped into a step is told, and taken out there."""
        slipped: set[str] = set()
        for name, step in steps.items():
            for key in [key for key in step if key in ONLY_IN_HEAD and key not in head]:
                slipped.add(key)
                del step[key]
                there = f"stands under [steps.{name}] and belongs above the first [steps.…]."
                self.say(f"the head lacks “{key}”; it {there}", line=f"steps.{name}")
        wanted = {key: rule for key, rule in HEAD.items() if key not in slipped}
        for wrong in wrong_keys(head, wanted, "the head"):
            key = next(iter(re.findall("“([^”]*)”", wrong)), "")
            self.say(wrong, line=key)
        right = {key: value for key, value in head.items() if key in HEAD}
        return {key: value for key, value in right.items() if not any(HEAD[key].finds(key, value))}


# ------------------------------------------------------------------------------ what cannot be read


def unread(step: Table, names: Mapping[str, object]) -> Unread:
    """Make out where a wrong step leads and what it says, so that the rest can be looked at."""
    ways = [
        (key, value)
        for key, value in step.items()
        if isinstance(value, str) and (key in LEADS or (value in names and key not in NO_WAYS))
    ]
    answers = step.get("answers")
    for answer in answers if isinstance(answers, list) else ():
        if isinstance(answer, dict) and isinstance(answer.get("to"), str):
            ways.append((str(answer.get("say", "answers")), answer["to"]))
    if "do" in step and "works" not in step and WORKS in names:
        ways.append((WORKS, WORKS))
    return Unread(ways=tuple(ways), says=tuple(Text(said) for said in sentences_in(step)))


def sentences_in(told: object, name: str = "") -> Iterator[str]:
    """Give every sentence of what a file tells, however deep it stands."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield from sentences_in(value, key)
    elif isinstance(told, list):
        for value in told:
            yield from sentences_in(value, "say" if name == "more" else name)
    elif name in SAID and isinstance(told, str) and told.strip():
        yield told
