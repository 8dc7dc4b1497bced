"""`main.py trees check` and `trees draw`: for the support staff who edit the fault trees."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.catalogues import words_of
from kiosk.domain.tree_checks import Around, longest_way, most_questions, problems_in
from kiosk.domain.trees import Ask, Measure, Ordered, Solved, Step, Tree, Try
from kiosk.text import Language, Words
from kiosk.trees_file import TreeError, load_tree
from kiosk.trees_in_use import drawings_here

Say = Callable[[str], None]


def around_here() -> Around:
    """Look at what the trees may use: the drawings, the icons, and the catalogues."""

    def untranslated(message: str) -> tuple[str, ...]:
        return tuple(one for one in Language if not words_of(one).has(message))

    return drawings_here(untranslated)


def trees_in(folder: Path) -> Iterator[Tree | TreeError]:
    """Read every tree of a folder; what cannot be read is given as its error."""
    for path in sorted(folder.glob("*.toml")):
        try:
            yield load_tree(path)
        except TreeError as error:
            yield error


def check_trees(folder: Path, say: Say) -> int:
    """Say of every tree how long it is and what is wrong with it; 1 where anything is."""
    around, wrong = around_here(), 0
    for tree in trees_in(folder):
        if isinstance(tree, TreeError):
            say(str(tree))
            wrong += 1
            continue
        problems = list(problems_in(tree, around))
        say(f"{tree.name}: {size_of(tree)}")
        for problem in problems:
            say(f"  {problem}")
        wrong += len(problems)
    say(f"{wrong} problems with the trees.")
    return 1 if wrong else 0


def size_of(tree: Tree) -> str:
    """Say how long a tree is."""
    longest = longest_way(tree)
    steps = f"{len(tree.steps)} steps"
    if longest is None:
        return f"{steps}."
    return f"{steps}, {len(longest)} on the longest way, at most {most_questions(tree)} questions."


def draw_trees(folder: Path, out: Path, language: Language, say: Say) -> int:
    """Write a diagram of every tree, as SVG where Graphviz is installed; 1 where one cannot be read."""
    out.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for tree in trees_in(folder):
        if isinstance(tree, TreeError):
            say(str(tree))
            wrong += 1
            continue
        say(str(draw_tree(tree, out, words_of(language))))
    return 1 if wrong else 0


def draw_tree(tree: Tree, out: Path, words: Words) -> Path:
    """Write one diagram; returns its file."""
    path = out / f"{tree.name}.dot"
    path.write_text(diagram_of(tree, words), encoding="utf-8")
    dot = shutil.which("dot")
    if dot is None:
        return path
    subprocess.run([dot, "-Tsvg", "-o", path.with_suffix(".svg"), path], check=True)
    return path.with_suffix(".svg")


LOOKS = {
    "ask": 'shape=box, style="rounded,filled", fillcolor="#FFFFFF"',
    "do": 'shape=box, style=filled, fillcolor="#DDEBEC"',
    "measure": 'shape=hexagon, style=filled, fillcolor="#F1EADC"',
    "order": 'shape=box, style="rounded,filled,bold", fillcolor="#FFF0CC"',
    "solved": 'shape=box, style="rounded,filled,bold", fillcolor="#E1F2E5"',
}


def diagram_of(tree: Tree, words: Words) -> str:
    """Write a tree in Graphviz's language: each kind of step has its shape, each way its words."""
    lines = [
        "digraph {",
        f"  label={_quoted(tree.title.shown(words))}; labelloc=t; rankdir=TB; fontsize=22;",
        '  graph [fontname="Noto Sans SC"]; node [fontname="Noto Sans SC"]; edge [fontname="Noto Sans SC"];',
    ]
    for name, step in tree.steps.items():
        kind, said = _told(step, words)
        lines.append(f"  {_quoted(name)} [label={_quoted(said)}, tooltip={_quoted(name)}, {LOOKS[kind]}];")
        for target, ways in _joined(step, words).items():
            lines.append(f"  {_quoted(name)} -> {_quoted(target)} [label={_quoted(ways)}];")
    return "\n".join([*lines, "}", ""])


def _told(step: Step, words: Words) -> tuple[str, str]:
    match step:
        case Ask():
            return "ask", step.ask.shown(words)
        case Try():
            return "do", step.do.shown(words)
        case Measure():
            return "measure", ", ".join(one.word for one in step.measures)
        case Ordered():
            return "order", f"{step.found.shown(words)}\n→ {step.order.value}"
        case _:
            assert isinstance(step, Solved)
            return "solved", step.solved.shown(words)


def _joined(step: Step, words: Words) -> dict[str, str]:
    """Return the ways on by their targets: those that lead to the same step share an arrow."""
    ways: dict[str, list[str]] = {}
    for where, target in step.leads_to():
        said = words.translate(where) if isinstance(step, Ask) else where
        ways.setdefault(target, []).append(said)
    return {target: "\n".join(said) for target, said in ways.items()}


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
