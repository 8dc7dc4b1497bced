"""The ways through a fault tree: which steps are reached, where it goes round, and how long it takes.

Nothing here calls itself: a file may hold a chain of any length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.domain.trees import Ask, Measure, Measurement, Step, Tree, Try, Unread

State = tuple[str, bool]
"""A step, and whether the last that was heard of an outage is that one is known."""


def reached_in(tree: Tree) -> frozenset[str]:
    """Return the names of all steps that somebody can come to."""
    reached: set[str] = set()
    waiting = [tree.begin]
    while waiting:
        name = waiting.pop()
        if name in tree.steps and name not in reached:
            reached.add(name)
            waiting += _on_from(tree, name)
    return frozenset(reached)


def circles_in(tree: Tree) -> tuple[tuple[str, ...], ...]:
    """Return ways that come back to their beginning; of those that share a step only the first."""
    apart: list[tuple[str, ...]] = []
    for circle in _walk_through(tree).circles:
        if all(set(circle).isdisjoint(other) for other in apart):
            apart.append(circle)
    return tuple(apart)


def longest_way(tree: Tree) -> tuple[str, ...] | None:
    """Return the longest way from the beginning to an end, its steps by name; None where it is a circle."""
    return _heaviest(tree, lambda step: True)


def most_questions(tree: Tree) -> tuple[str, ...]:
    """Return the screens of the way that asks most of a visitor; what is measured asks nothing."""
    way = _heaviest(tree, _asks) or ()
    return tuple(name for name in way if _asks(tree.steps[name]))


def _asks(step: Step) -> bool:
    return isinstance(step, Ask | Try)


@dataclass(frozen=True)
class _Walk:
    """A walk through all of a tree: the steps as they were left, ends first, and every circle."""

    left: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]


def _walk_through(tree: Tree) -> _Walk:
    left: dict[str, None] = {}
    circles: list[tuple[str, ...]] = []
    for begin in (tree.begin, *tree.steps):
        way = [begin] if begin in tree.steps and begin not in left else []
        ahead = [iter(_on_from(tree, name)) for name in way]
        while way:
            name = next(ahead[-1], None)
            if name is None:
                left[way.pop()] = None
                ahead.pop()
            elif name in way:
                circles.append((*way[way.index(name) :], name))
            elif name not in left:
                way.append(name)
                ahead.append(iter(_on_from(tree, name)))
    return _Walk(tuple(left), tuple(circles))


def _on_from(tree: Tree, name: str) -> list[str]:
    return [target for _, target in tree.steps[name].leads_to() if target in tree.steps]


def _heaviest(tree: Tree, counts: Callable[[Step], bool]) -> tuple[str, ...] | None:
    """Return the way with most steps that count; None where there is a circle."""
    walk = _walk_through(tree)
    if walk.circles:
        return None
    weight = {"": 0}
    after: dict[str, str] = {}
    for name in walk.left:
        after[name] = max(_on_from(tree, name), key=weight.__getitem__, default="")
        weight[name] = counts(tree.steps[name]) + weight[after[name]]
    return tuple(_followed(tree.begin, after))


def _followed(name: str, after: dict[str, str]) -> Iterator[str]:
    while name in after:
        yield name
        name = after[name]


# ------------------------------------------------------------------------------------------ outages


def ways_with_outages(tree: Tree) -> dict[State, tuple[str, ...]]:
    """Return a shortest way to every step, with an outage known and with none, where there is one."""
    ways: dict[State, tuple[str, ...]] = {}
    waiting: list[tuple[State, tuple[str, ...]]] = [((tree.begin, False), ())]
    for state, way in waiting:  # grows while it is walked
        name, known = state
        if name in tree.steps and state not in ways:
            ways[state] = (*way, name)
            step = tree.steps[name]
            waiting += [((to, _is_known(step, where, known)), ways[state]) for where, to in step.leads_to()]
    return ways


def _is_known(step: Step, where: str, known: bool) -> bool:
    """Tell whether an outage is known behind a way on; what says nothing of outages leaves it as it was."""
    if isinstance(step, Unread):
        return known or where == "known"
    if not isinstance(step, Measure) or Measurement.OUTAGE not in step.measures:
        return known
    others = {word for one in step.measures if one is not Measurement.OUTAGE for word in one.outcomes}
    return known if where in others else where == "known"
