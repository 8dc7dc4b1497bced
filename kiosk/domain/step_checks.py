"""What can be wrong with one step of a fault tree, wherever it leads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kiosk.domain.near_words import did_you_mean, nearest
from kiosk.domain.tree_problems import Problem, in_step, several
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
    Unread,
    Way,
)
from kiosk.text import Text

LEAST_ANSWERS, MOST_ANSWERS = 2, 5
"""Beside “I am not sure”: six choices stand on one page."""
OF_A_HOME = (Measurement.ACCOUNT, Measurement.OUTAGE, Measurement.LINE)
CAN_ASK: dict[About, tuple[Measurement, ...]] = {
    About.NUMBER: tuple(one for one in Measurement if one is not Measurement.LINE),
    About.HOME: OF_A_HOME,
    About.TELEVISION: OF_A_HOME,
    About.NOTHING: (),
}
"""What is ever told of what a tree is about; all else would always be unknown."""
HAN = re.compile("[㐀-鿿]")
LONG = 70
"""Characters of a sentence that are repeated when something is said of it."""


@dataclass(frozen=True)
class Around:
    """What lies outside a tree: the drawings that are there, and whether a sentence has its Chinese."""

    pictures: frozenset[str]
    icons: frozenset[str]
    translated: Callable[[str], bool]
    broken: Callable[[str], bool] = lambda name: False
    """Whether a file that is there is no drawing, by its folder and name: `pictures/modem`."""


def wrong_in(tree: Tree, name: str, step: Step, around: Around) -> Iterator[Problem]:
    """Find everything that is wrong with a step itself."""
    for wrong in (
        *_wrong_question(step),
        *_wrong_measure(tree.about, step),
        *_wrong_end(tree.about, step),
        *_wrong_drawings(step, around),
    ):
        yield in_step(tree, name, wrong)
    for text in sentences_of(step):
        yield from (in_step(tree, name, wrong, grave=grave) for wrong, grave in wrong_words(text, around))


def _wrong_question(step: Step) -> Iterator[str]:
    """Find questions with too few or too many answers, and those that change nothing."""
    if not isinstance(step, Ask):
        return
    count, said = len(step.answers) - 1, [way.say.message for way in step.answers]
    if not LEAST_ANSWERS <= count <= MOST_ANSWERS:
        yield f"has {several(count, 'answer')} beside “unsure”; give it {LEAST_ANSWERS} to {MOST_ANSWERS}."
    elif len({way.to for way in step.answers}) == 1:
        to = step.answers[0].to
        yield f"leads to “{to}” whatever is answered; lead an answer elsewhere, or leave the question out."
    yield from (f"says “{words}” twice; change one of the answers." for words in _twice(said))


def _twice(things: Iterable[str]) -> list[str]:
    return sorted(one for one, count in Counter(things).items() if count > 1)


def _wrong_measure(about: About, step: Step) -> Iterator[str]:
    if not isinstance(step, Measure):
        return
    asked = ", ".join(one.word for one in step.measures)
    told = [outcome for one in dict.fromkeys(step.measures) for outcome in one.outcomes]
    yield from (
        f"measures “{word}” twice; once is enough." for word in _twice(one.word for one in step.measures)
    )
    yield from _wrong_outcomes(step, asked, told)
    if about is About.NOTHING:
        yield "measures, but the tree is about nothing that can be measured; change its “about”, or ask her."
        return
    for one in step.measures:
        if one not in CAN_ASK[about]:
            wrong = f"measures “{one.word}”, which tells nothing in a tree about a {about.value}; "
            yield wrong + f"it can ask: {', '.join(one.word for one in CAN_ASK[about])}."
    if Measurement.LINE in step.measures and len(step.measures) > 1:
        yield "tests a line together with other things; give the test a step of its own."


def leaves_open(step: Step) -> bool:
    """Tell whether a step has fewer ways on than it must have."""
    if isinstance(step, Measure):
        return not step.otherwise and any(set(one.outcomes) - set(step.on) for one in step.measures)
    return isinstance(step, Unread) or (isinstance(step, Ask) and len(step.answers) <= LEAST_ANSWERS)


def _wrong_outcomes(step: Measure, asked: str, told: list[str]) -> Iterator[str]:
    """Find outcomes that never come, that come from two things, or that nothing is said for."""
    missing = [] if step.otherwise else sorted(set(told) - set(step.on))
    for outcome in sorted(set(step.on) - set(told)):
        meant = nearest(outcome, told)
        hint = (
            did_you_mean(outcome, told)
            or f" There are: {', '.join(dict.fromkeys(told))}, and “else” for the rest."
        )
        yield f"names “{outcome}”, which “{asked}” never comes to.{hint}"
        missing = [one for one in missing if one != meant]
    for outcome in sorted(one for one in step.on if told.count(one) > 1):
        yield f"names “{outcome}”, which more than one of “{asked}” comes to; leave it to “else”."
    if missing:
        names = ", ".join(f"“{one}”" for one in missing)
        yield f"says nothing for {names}; name a step for it, or give “else”."


def _wrong_end(about: About, step: Step) -> Iterator[str]:
    """Find ends that do not help, and what goes only with a repair."""
    if isinstance(step, Solved) and not step.more:
        yield "ends without saying what to do; give it “more”."
    if not isinstance(step, Ordered):
        return
    if step.order is Order.REPAIR and about is About.NOTHING:
        yield "orders a repair, but the tree is about nothing that can be repaired; change one of them."
    for key, there in (("visit", step.visit), ("code", step.code)):
        if there and step.order is not Order.REPAIR:
            yield f'has “{key}”, which goes only with order = "repair"; remove it.'


# ------------------------------------------------------------------------------------------ drawings


def _wrong_drawings(step: Step, around: Around) -> Iterator[str]:
    """Find drawings that are not there or have no words, and what is neither drawn nor explained."""
    for drawn in drawings_of(step):
        yield from wrong_drawing(drawn.name, "pictures", around)
        if not drawn.alt.message.strip():
            wrong = f"has the picture “{drawn.name}” without “shows”; "
            yield wrong + "write what it shows, for who does not see it."
    for icon in (way.icon for way in answers_of(step) if way.icon):
        yield from wrong_drawing(icon, "icons", around)
    if isinstance(step, Look):
        yield from _wrong_comparison([way.picture for way in step.answers[:-1]])
    if isinstance(step, Try) and step.picture is None and not step.more:
        yield "is neither drawn nor explained; give it a “picture” or “more”."


def _wrong_comparison(drawn: list[Drawn | None]) -> Iterator[str]:
    if not all(drawn):
        yield "asks to look, but not every answer is drawn; give each a “picture” and “shows”."
    for name in _twice(one.name for one in drawn if one):
        yield f"shows “{name}” for two answers; give each its own picture."


def wrong_drawing(name: str, folder: str, around: Around) -> Iterator[str]:
    """Tell whether a drawing is missing from `pictures` or `icons`, or cannot be read."""
    there = around.pictures if folder == "pictures" else around.icons
    if name not in there:
        hint = did_you_mean(name.removesuffix(".svg"), there)
        yield f"shows “{name}”, which is not in assets/{folder}.{hint}"
    elif around.broken(f"{folder}/{name}"):
        yield (
            f"shows “{name}”, but assets/{folder}/{name}.svg is no drawing that can be read "
            "(saved by another program?)."
        )


# --------------------------------------------------------------------------------------------- words


def wrong_words(text: Text, around: Around) -> Iterator[tuple[str, bool]]:
    """Tell what is wrong with a sentence, and whether nobody may meet it; an empty one is told elsewhere."""
    said = text.message
    short = said if len(said) < LONG else f"{said[:LONG]}…"
    if not said.strip():
        return
    if "{" in said or "}" in said:
        yield f"says “{short}”, which has {{ or }}; they cannot be shown, write it without.", True
    elif strange := next((one for one in said if not one.isprintable()), ""):
        wrong = f"says “{short.replace(strange, '�')}”, which has a sign that cannot be shown "
        yield wrong + f"(U+{ord(strange):04X}, from a \\?); write it without.", True
    elif not around.translated(said):
        yield f"says “{short}”, which {_how_to_translate(said, around)}", False


def _how_to_translate(said: str, around: Around) -> str:
    if said != said.strip():
        return "has a space at its beginning or end; remove it."
    if len(HAN.findall(said)) > sum(one.isascii() and one.isalpha() for one in said):
        return "is Chinese; the tree is written in English, the Chinese goes to kiosk.po."
    return (
        "has no Chinese yet. Run scripts/check-words --update, then write it in "
        "translations/zh_CN/LC_MESSAGES/kiosk.po."
    )


def answers_of(step: Step) -> tuple[Way, ...]:
    """Return the answers of a question; none for any other step."""
    return step.answers if isinstance(step, Ask) else ()


def drawings_of(step: Step) -> Iterator[Drawn]:
    """Return every drawing of a step, its answers' among them."""
    yield from (one for one in (step.picture, *(way.picture for way in answers_of(step))) if one)


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
        case Unread():
            yield from step.says
    yield from step.more
    yield from (text for text in (step.help, step.picture and step.picture.alt) if text)
    for way in answers_of(step):
        yield from (text for text in (way.say, way.detail, way.picture and way.picture.alt) if text)
