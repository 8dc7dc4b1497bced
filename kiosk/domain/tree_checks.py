"""What can be wrong with a fault tree, found before anybody stands in front of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.domain.near_words import did_you_mean
from kiosk.domain.step_checks import Around, leaves_open, wrong_drawing, wrong_in, wrong_words
from kiosk.domain.tree_problems import Problem, in_head, in_step, several
from kiosk.domain.tree_ways import circles_in, longest_way, most_questions, reached_in, ways_with_outages
from kiosk.domain.trees import (
    MOST_QUESTIONS,
    MOST_STEPS,
    WORKS,
    Order,
    Ordered,
    Solved,
    Step,
    Tree,
    Try,
    Unread,
)

LARGEST = 200
"""More steps than any symptom needs; beyond, no way is walked."""
LAST_PLACE = 99


def problems_in(tree: Tree, around: Around) -> Iterator[Problem]:
    """Find everything that is wrong with one tree, each thing once: what leaves it out first."""
    found = dict.fromkeys(_all_problems(tree, around))
    yield from sorted(found, key=lambda problem: not problem.grave)


def _all_problems(tree: Tree, around: Around) -> Iterator[Problem]:
    yield from _wrong_head(tree, around)
    if len(tree.steps) > LARGEST:
        yield in_head(tree, f"has {len(tree.steps)} steps; {LARGEST} are the most. Make two trees of it.")
        return
    yield from _wrong_targets(tree)
    for name, step in tree.steps.items():
        yield from wrong_in(tree, name, step, around)
        yield from (in_step(tree, name, wrong) for wrong in _wrong_turns(tree, step))
    yield from _wrong_follows(tree)
    yield from _too_long(tree)
    yield from _never_reached(tree)


def _wrong_head(tree: Tree, around: Around) -> Iterator[Problem]:
    said = (("title", tree.title), ("detail", tree.detail), ("shows", tree.picture.alt))
    for key, text in said:
        for wrong, grave in wrong_words(text, around):
            yield in_head(tree, wrong, key, grave=grave)
    for key, name, folder in (("picture", tree.picture.name, "pictures"), ("icon", tree.icon, "icons")):
        yield from (in_head(tree, wrong, key) for wrong in wrong_drawing(name, folder, around) if name)
    if not 1 <= tree.place <= LAST_PLACE:
        wrong = f"has a “place” that is none; the first is 1, the last {LAST_PLACE}."
        yield in_head(tree, wrong, "place")


# --------------------------------------------------------------------------------------------- ways


def _wrong_targets(tree: Tree) -> Iterator[Problem]:
    """Find ways to steps that are not there; of “works”, where nobody wrote it, all at once."""
    if tree.begin and tree.steps and tree.begin not in tree.steps:
        hint = did_you_mean(tree.begin, tree.steps) or " Name the step that comes first."
        yield in_head(tree, f"begins with “{tree.begin}”, which is not there.{hint}", "begin")
    hoping = [name for name, step in tree.steps.items() if isinstance(step, Try) and step.works == WORKS]
    if hoping and WORKS not in tree.steps:
        lead = "1 step leads" if len(hoping) == 1 else f"{len(hoping)} steps lead"
        wrong = f"has no step “{WORKS}”, where {lead} when it works ({', '.join(hoping)}); "
        yield in_head(tree, wrong + f"add it, or give each a “{WORKS}”.")
    for name, step in tree.steps.items():
        for target, where in step.ways_by_target().items():
            if target and target not in tree.steps and not (target == WORKS and name in hoping):
                hint = did_you_mean(target, tree.steps) or " Write that step, or lead to another."
                told = " and ".join(f"“{one}”" for one in where)
                yield in_step(tree, name, f"leads from {told} to “{target}”, which is not there.{hint}")


def _wrong_turns(tree: Tree, step: Step) -> Iterator[str]:
    """Find “it works” that ends otherwise, and “no better” that is told all is well."""
    if not isinstance(step, Try):
        return
    if step.works in tree.steps and not isinstance(tree.steps[step.works], Solved | Unread):
        yield f"leads from “works” to “{step.works}”, which is no “solved” end; lead to one."
    for target, where in {step.cannot: "cannot", step.next: "next"}.items():
        end = tree.steps.get(target)
        if isinstance(end, Solved) and end.well:
            yield (
                f"leads from “{where}” to “{target}”, which says all is well; lead to a step that helps, "
                "or give that end well = false."
            )


def _wrong_follows(tree: Tree) -> Iterator[Problem]:
    """Find the ways to `follow` on which no outage is known: there would be nothing to follow."""
    ways = ways_with_outages(tree)
    for name, step in tree.steps.items():
        if isinstance(step, Ordered) and step.order is Order.FOLLOW and (name, False) in ways:
            also = "also " if (name, True) in ways else ""
            way = " → ".join(ways[name, False])
            yield in_step(
                tree,
                name,
                f"follows an outage, but is {also}reached by {way}, where none is known. "
                "Lead there only from an “outage” measurement's “known”.",
            )


def _too_long(tree: Tree) -> Iterator[Problem]:
    for circle in circles_in(tree):
        way = " → ".join(circle)
        yield in_step(tree, circle[0], f"goes round in a circle: {way}; lead one of them on to an end.")
    longest, asked = longest_way(tree) or (), most_questions(tree)
    if len(longest) > MOST_STEPS:
        wrong = f"has a way of {len(longest)} steps; {MOST_STEPS} are the most: {' → '.join(longest)}. "
        yield in_head(tree, wrong + "Leave one out, or end that way sooner.")
    if len(asked) > MOST_QUESTIONS:
        wrong = f"asks {len(asked)} things on one way; {MOST_QUESTIONS} are the most: {' → '.join(asked)}. "
        yield in_head(tree, wrong + "Leave one out, or end that way sooner.")


def _never_reached(tree: Tree) -> Iterator[Problem]:
    """Find steps that nothing leads to; where a way is broken, that is why, and they are only counted."""
    reached = reached_in(tree)
    lost = [name for name in tree.steps if name not in reached]
    targets = (tree.begin, *(to for step in tree.steps.values() for _, to in step.leads_to()))
    broken = any(target not in tree.steps for target in targets)
    if lost and (broken or any(map(leaves_open, tree.steps.values()))):
        verb = "is" if len(lost) == 1 else "are"
        yield in_head(tree, f"{several(len(lost), 'step')} {verb} never reached because of that.")
        return
    for name in lost:
        yield in_step(tree, name, "is never reached; lead to it, or remove it.")


# ------------------------------------------------------------------------------------ several trees


def problems_between(trees: Iterable[Tree]) -> Iterator[Problem]:
    """Find what two trees have in common and must not: the title, or the place among the symptoms."""
    trees = tuple(trees)
    free = (place for place in range(1, LAST_PLACE) if place not in {tree.place for tree in trees})
    titles: dict[str, Tree] = {}
    places: dict[int, Tree] = {}
    for tree in trees:
        same = titles.setdefault(tree.title.message, tree)
        if same is not tree and tree.title.message:
            wrong = f"has the title of {same.name}.toml, “{tree.title.message}”; change one of them."
            yield in_head(tree, wrong, "title", grave=False)
        there = places.setdefault(tree.place, tree)
        if there is not tree:
            wrong = (
                f"stands in place {tree.place}, as {there.name}.toml does; {next(free, LAST_PLACE)} is free."
            )
            yield in_head(tree, wrong, "place", grave=False)
