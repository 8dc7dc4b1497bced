"""What can be wrong with a fault tree, found before anybody stands in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from kiosk.domain.trees import (
    MOST_STEPS,
    About,
    Ask,
    Look,
    Measure,
    Measurement,
    Ordered,
    Solved,
    Step,
    Tree,
    Try,
    Way,
)
from kiosk.text import Text

MOST_ANSWERS = 5
"""Beside “I am not sure”: six choices stand on one page."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: in which tree, at which step (or none), and what."""

    tree: str
    step: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.tree}.toml: {f'step “{self.step}” ' if self.step else ''}{self.wrong}"


@dataclass(frozen=True)
class Around:
    """What lies outside a tree: the pictures and icons there are, and the languages that lack a sentence."""

    pictures: frozenset[str]
    icons: frozenset[str]
    untranslated: Callable[[str], tuple[str, ...]]


def problems_in(tree: Tree, around: Around) -> Iterator[Problem]:
    """Find everything that is wrong with one tree."""
    yield from _wrong_ways(tree)
    yield from _never_reached(tree)
    for name, step in tree.steps.items():
        for wrong in (*_unkind(step), *_wrong_measure(tree, step), *_not_shown(step, around)):
            yield Problem(tree.name, name, wrong)
    said = (tree.title, tree.detail, tree.picture.alt)
    for wrong in (
        *_missing(tree.picture.name, around.pictures, "pictures"),
        *_missing(tree.icon, around.icons, "icons"),
        *_not_said(said, around),
    ):
        yield Problem(tree.name, "", wrong)
    longest = longest_way(tree)
    if longest is None:
        yield Problem(tree.name, "", f"goes round in a circle: {' → '.join(circle_in(tree))}.")
    elif len(longest) > MOST_STEPS:
        way = " → ".join(longest)
        yield Problem(tree.name, "", f"has a way of {len(longest)} steps; {MOST_STEPS} are the most: {way}.")


def _wrong_ways(tree: Tree) -> Iterator[Problem]:
    for name, where, target in _all_ways(tree):
        if target not in tree.steps:
            hint = _meant(target, tree.steps)
            wrong = f"leads from “{where}” to “{target}”, which is not there.{hint}"
            yield Problem(tree.name, name, wrong)


def _all_ways(tree: Tree) -> Iterator[tuple[str, str, str]]:
    yield "", "begin", tree.begin
    for name, step in tree.steps.items():
        for where, target in step.leads_to():
            yield name, where, target


def _never_reached(tree: Tree) -> Iterator[Problem]:
    reached: set[str] = set()
    waiting = [tree.begin]
    while waiting:
        name = waiting.pop()
        if name in tree.steps and name not in reached:
            reached.add(name)
            waiting += [target for _, target in tree.steps[name].leads_to()]
    for name in tree.steps:
        if name not in reached:
            yield Problem(tree.name, name, "is never reached.")


def _unkind(step: Step) -> Iterator[str]:
    """Find ends that do not help, and questions with too few or too many answers."""
    if isinstance(step, Solved) and not step.more:
        yield "ends without saying what to do; give it “more”."
    if isinstance(step, Ask) and len(step.answers) > MOST_ANSWERS + 1:
        yield f"has {len(step.answers) - 1} answers; {MOST_ANSWERS} are the most."
    if isinstance(step, Ask) and len(step.answers) < 2:
        yield "asks, but has nothing to choose from."
    if isinstance(step, Ask):
        said = [way.say.message for way in step.answers]
        yield from (f"says “{words}” twice." for words in sorted(set(said)) if said.count(words) > 1)


def _wrong_measure(tree: Tree, step: Step) -> Iterator[str]:
    if not isinstance(step, Measure):
        return
    asked = ", ".join(one.word for one in step.measures)
    told = [outcome for one in step.measures for outcome in one.outcomes]
    for outcome in sorted(set(step.on) - set(told)):
        yield f"names “{outcome}”, which “{asked}” never comes to: {', '.join(sorted(set(told)))}."
    for outcome in sorted(one for one in step.on if told.count(one) > 1):
        yield f"names “{outcome}”, which more than one of “{asked}” comes to; leave it to “else”."
    for outcome in () if step.otherwise else sorted(set(told) - set(step.on)):
        yield f"says nothing for “{outcome}”; name it, or give “else”."
    if tree.about is About.NOTHING:
        yield "measures, but the tree is about nothing that can be measured."
    if Measurement.LINE in step.measures and tree.about is About.NUMBER:
        yield "tests a line, but the tree is about a number."
    if Measurement.LINE in step.measures and len(step.measures) > 1:
        yield "tests a line together with other things; give the test a step of its own."


def _not_shown(step: Step, around: Around) -> Iterator[str]:
    """Find drawings that are not there, what is neither drawn nor explained, and missing words."""
    ways = answers_of(step)
    drawn = [one.name for one in (step.picture, *(way.picture for way in ways)) if one]
    for name in drawn:
        yield from _missing(name, around.pictures, "pictures")
    for icon in (way.icon for way in ways if way.icon):
        yield from _missing(icon, around.icons, "icons")
    if isinstance(step, Look) and not all(way.picture for way in step.answers[:-1]):
        yield "asks to look, but not every answer is drawn."
    if isinstance(step, Try) and step.picture is None and not step.more:
        yield "is neither drawn nor explained; give it a “picture” or “more”."
    yield from _not_said(sentences_of(step), around)


def _missing(name: str, there: frozenset[str], where: str) -> Iterator[str]:
    if name not in there:
        yield f"shows “{name}”, which is not in assets/{where}.{_meant(name, there)}"


def _meant(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f" Did you mean “{near[0]}”?" if near else ""


def _not_said(texts: Iterable[Text], around: Around) -> Iterator[str]:
    for text in texts:
        for language in around.untranslated(text.message):
            yield f"says “{text.message}”, which is not in the {language} catalogue."


def answers_of(step: Step) -> tuple[Way, ...]:
    """Return the answers of a question; none for any other step."""
    return step.answers if isinstance(step, Ask) else ()


def sentences_of(step: Step) -> Iterator[Text]:
    """Return every sentence that a step says, its drawings' words among them."""
    match step:
        case Ask():
            yield step.ask
        case Try():
            yield step.do
        case Ordered():
            yield step.found
            yield from (text for text in (step.code,) if text)
        case Solved():
            yield step.solved
    yield from step.more
    yield from (text for text in (step.help, step.picture and step.picture.alt) if text)
    for way in answers_of(step):
        yield from (text for text in (way.say, way.detail, way.picture and way.picture.alt) if text)


# ------------------------------------------------------------------------------------------- ways


def longest_way(tree: Tree) -> tuple[str, ...] | None:
    """Return the longest way from the beginning to an end, its steps by name; None where it is a circle."""
    if circle_in(tree):
        return None
    known: dict[str, tuple[str, ...]] = {}

    def below(name: str) -> tuple[str, ...]:
        if name not in tree.steps:
            return ()
        if name not in known:
            ways = [below(target) for _, target in tree.steps[name].leads_to()]
            known[name] = (name, *max(ways, key=len, default=()))
        return known[name]

    return below(tree.begin)


def circle_in(tree: Tree) -> tuple[str, ...]:
    """Return a way that comes back to its beginning, or nothing where there is none."""
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> tuple[str, ...]:
        if name in way:
            return (*way[way.index(name) :], name)
        if name in done or name not in tree.steps:
            return ()
        for _, target in tree.steps[name].leads_to():
            if found := walk(target, (*way, name)):
                return found
        done.add(name)
        return ()

    return walk(tree.begin, ())


def most_questions(tree: Tree) -> int:
    """Return how many screens a way asks of a visitor at the most; what is measured asks nothing."""
    known: dict[str, int] = {}

    def below(name: str) -> int:
        step = tree.steps.get(name)
        if step is not None and name not in known:
            asks = isinstance(step, Ask | Try)
            known[name] = asks + max((below(target) for _, target in step.leads_to()), default=0)
        return known.get(name, 0)

    return 0 if circle_in(tree) else below(tree.begin)
