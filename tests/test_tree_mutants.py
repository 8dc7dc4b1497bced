"""Whatever is done to a tree's file, problems are told and nothing breaks; what is accepted has an end."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kiosk.domain.trees import MOST_STEPS, Ordered, Solved, Tree
from kiosk.trees_in_use import around_here, checked_tree
from tests.effort import tries
from tests.trees import GOOD, HEAD

AROUND = around_here()
LINES = (HEAD.format(begin="line") + GOOD).splitlines()
SCRAPS = (
    "", '"', "“", "，", "{", "}", "[", "]", "=", ",", "#", "\\", "\0", "\b",
    "3", "true", "[]", "{}", '""', '" "',
    '"works"', '"line"', '"zzz"', '"{x}"', "[steps.works]", "[steps.ask.a]", "[[steps.line]]", "[steps]",
    "measure", "outage", "known", "else", "follow", "well = false", "visit = true", "more = []",
)  # fmt: skip


@some.composite
def edits(draw: some.DrawFn) -> str:
    """Do to the lines of a good file what fingers do: drop, double, swap and mend them wrongly."""
    lines = list(LINES)
    for _ in range(draw(some.integers(1, 3))):
        at, scrap = draw(some.integers(0, len(lines) - 1)), draw(some.sampled_from(SCRAPS))
        words = lines[at].split(" ")
        word = draw(some.integers(0, len(words) - 1))
        match draw(some.sampled_from(("drop", "double", "swap", "word", "put", "line", "cut"))):
            case "drop":
                lines[at] = ""
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                other = draw(some.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "word":
                lines[at] = " ".join([*words[:word], scrap, *words[word + 1 :]])
            case "put":
                lines[at] = " ".join([*words[:word], words[word] + scrap, *words[word + 1 :]])
            case "line":
                lines.insert(at, scrap)
            case _:
                lines[at] = lines[at][:-1]
    return "\n".join(lines)


@given(edits())
@settings(max_examples=tries(200), suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_is_done_to_a_file_is_told_and_what_is_good_comes_to_an_end(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dark.toml"
        path.write_text(text, encoding="utf-8")
        read = checked_tree(path, AROUND)
    assert all(str(problem).startswith("dark.toml") for problem in read.problems)
    if not any(problem.grave for problem in read.problems):
        assert read.tree is not None
        assert all(len(way) <= MOST_STEPS for way in ways_through(read.tree, read.tree.begin, ()))


def ways_through(tree: Tree, name: str, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Walk every way to its end."""
    step = tree.steps[name]
    if isinstance(step, Ordered | Solved):
        yield (*way, name)
    for _, target in step.leads_to():
        yield from ways_through(tree, target, (*way, name))
