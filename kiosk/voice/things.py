"""One thing on the screen, found by the name it has there: what is said when a key walks to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.screens import Agree, Enter, Fact, Option, PickDay, Review, Scan, Screen, Tell, choices_of
from kiosk.text import Text, Words, t
from kiosk.visit.stage import Stage
from kiosk.voice.asking import about_choice
from kiosk.voice.phrases import as_value
from kiosk.voice.script import about_fact
from kiosk.voice.telling import row_of_change, rows_of_bars, rows_of_steps, what_is_drawn


@dataclass(frozen=True)
class Thing:
    """Something on the screen: its name, what is said after it, and its kind in the words of ROLES."""

    name: Text
    more: tuple[Text, ...] = ()
    kind: str = ""


def things_named(name: str, stage: Stage, words: Words) -> tuple[Thing, ...]:
    """Find what has this name on the screen; nothing for what is no value, such as a key of the pad.

    Rows that found no room together are named together by their sentences.
    """
    known = dict(_things(stage, words))
    parts = [name] if name in known else name.split(". ")
    return tuple(known[part] for part in parts) if known.keys() >= set(parts) else ()


def _things(stage: Stage, words: Words) -> Iterator[tuple[str, Thing]]:
    """Name everything as the window names it for assistive technology."""
    stage = stage.in_front
    screen = stage.screen
    for text in _sentences(stage):
        yield text.shown(words), Thing(text)
    for fact in _all_facts(screen):
        parts = (fact.label, fact.value, *((fact.note,) if fact.note else ()))
        more = tuple(about_fact(fact))
        yield ". ".join(part.shown(words) for part in parts), Thing(_fact(fact), more)
    for rows in _rows(screen):
        yield from ((row.shown(words), Thing(row)) for row in rows)
        yield ". ".join(row.shown(words) for row in rows), Thing(rows[0], tuple(rows[1:]))
    if isinstance(screen, Scan) and screen.match:
        label = t("Your phone must show the same")
        match = t("{label}: {value}", label=as_value(label), value=as_value(screen.match))
        yield f"{label.shown(words)}: {screen.match.shown(words)}", Thing(match)
    for option in choices_of(screen):
        yield from _choice(option, screen, words)
    proceed = getattr(screen, "proceed", None)
    if proceed is not None:
        yield proceed.shown(words), Thing(proceed, kind="button")


def _sentences(stage: Stage) -> Iterator[Text]:
    screen = stage.screen
    yield screen.title
    yield from screen.body
    yield from filter(None, (screen.help, stage.problem, stage.alert))
    if screen.picture:
        yield screen.picture.alt
    if isinstance(screen, Enter) and screen.problem:
        yield screen.problem
    if isinstance(screen, Tell) and screen.slip:
        yield screen.slip.title
        yield from (*screen.slip.steps, *screen.slip.advice)


def _all_facts(screen: Screen[Any]) -> Iterator[Fact]:
    yield from screen.facts
    if isinstance(screen, Tell) and screen.slip:
        yield from screen.slip.lines
    if isinstance(screen, Scan):
        if screen.site:
            yield Fact(label=t("Web address on your phone"), value=screen.site)
        if screen.place:
            yield Fact(label=t("Where you are"), value=screen.place)


def _fact(fact: Fact) -> Text:
    return t("{label}: {value}", label=as_value(fact.label), value=as_value(fact.value))


def _rows(screen: Screen[Any]) -> Iterator[tuple[Text, ...]]:
    if isinstance(screen, Review) and screen.changes:
        yield tuple(map(row_of_change, screen.changes))
    if screen.bars:
        yield (screen.bars.title, *rows_of_bars(screen.bars))
    if screen.steps and screen.steps.steps:
        yield rows_of_steps(screen.steps)


def _choice(option: Option[Any], screen: Screen[Any], words: Words) -> Iterator[tuple[str, Thing]]:
    """A choice is named with its figure, its drawing, or its words in a calendar; some buttons go without."""
    kind = "button" if isinstance(screen, Agree) else "chosen" if option.chosen else "choice"
    thing = Thing(option.label, tuple(about_choice(option)), kind)
    label = option.label.shown(words)
    names = [label, *((f"{label}: {option.figure.shown(words)}",) if option.figure else ())]
    yield from ((name, thing) for name in names)
    if option.picture:
        drawn = what_is_drawn(option.picture).shown(words)
        yield from ((f"{name.rstrip(' 。.')}. {drawn}", thing) for name in names)
    if isinstance(screen, PickDay) and option.detail:
        named = t("{label}: {value}", label=as_value(option.label), value=as_value(option.detail))
        yield named.shown(words), thing
