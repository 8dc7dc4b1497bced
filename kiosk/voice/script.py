"""What is said: everything on the stage, in the order it is seen, from the same values as the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.screens import Enter, Fact, Mark, Review, Screen, Slip, Tell, Tone, Welcome
from kiosk.text import Hearing, Text, Words, t
from kiosk.visit.stage import Stage
from kiosk.voice.asking import asked
from kiosk.voice.phrases import as_value, breaths
from kiosk.voice.ports import Phrase
from kiosk.voice.telling import how_far, row_of_change, rows_of_bars, what_is_drawn

MARKS = {
    Mark.NONE: None,
    Mark.WAITING: t("The answer is still on its way."),
    Mark.DONE: t("This is done."),
    Mark.CARE: t("Please look at this one."),
}


def script(
    stage: Stage, words: Words, hearing: Hearing, counts: Mapping[Text, int] | None = None
) -> tuple[Phrase, ...]:
    """Return what the voice says about a stage, a breath at a time.

    While the kiosk asks whether anybody is there, nothing but that question is said: whoever hears it may
    be somebody else. What was typed is never said here; `counts` are those of a tally that were changed.
    """
    texts = alert_of(stage.alert) if stage.alert else all_of(stage.in_front, hearing, counts or {})
    return tuple(phrase for text in texts for phrase in breaths(text, words, hearing))


def alert_of(alert: Text) -> Iterator[Text]:
    """Say the question whether anybody is there, and how to stay."""
    yield alert
    yield t("What you were doing is covered, and kept for you.")
    yield t("Touch the screen or press any key to go on.")


def all_of(stage: Stage, hearing: Hearing, counts: Mapping[Text, int]) -> Iterator[Text]:
    """Say a whole stage: what went wrong, the screen, how to go on, and last what stands around it."""
    screen = stage.screen
    if stage.problem:
        yield stage.problem
    yield from told(screen)
    if isinstance(screen, Welcome) and hearing is Hearing.HEADPHONES:
        yield t("Press the round key to begin. On a keyboard it is Enter.")
    yield from asked(stage, hearing, counts)
    if screen.help:
        yield screen.help
    if screen.picture:
        yield what_is_drawn(screen.picture)
    yield from around(stage, hearing)


def told(screen: Screen[Any]) -> Iterator[Text]:
    """Say what a screen tells: its heading, its sentences, what stands in rows, and its slip."""
    if isinstance(screen, Enter) and screen.problem:
        yield screen.problem
    if isinstance(screen, Welcome) and screen.hall:
        yield screen.hall
    if screen.tone is Tone.DANGER:
        yield t("Please take care.")
    yield screen.title
    if isinstance(screen, Welcome):
        yield from screen.greetings
    yield from screen.body
    yield from in_rows(screen)
    yield from facts(screen.facts)
    if isinstance(screen, Tell) and screen.slip:
        yield from the_slip(screen.slip)


def in_rows(screen: Screen[Any]) -> Iterator[Text]:
    """Say what changes, what a chart shows, and how far a thing has come."""
    if isinstance(screen, Review):
        yield from map(row_of_change, screen.changes)
    if screen.bars:
        yield screen.bars.title
        for row, bar in zip(rows_of_bars(screen.bars), screen.bars.bars, strict=True):
            yield row
            yield from in_words(bar.mark)
    if screen.steps:
        yield from how_far(screen.steps)


def facts(lines: Iterable[Fact]) -> Iterator[Text]:
    """Say each fact with its value, its note, and its mark in words."""
    for fact in lines:
        yield t("{label}: {value}", label=as_value(fact.label), value=as_value(fact.value))
        yield from about_fact(fact)


def about_fact(fact: Fact) -> Iterator[Text]:
    """Say what is noted beside a fact."""
    if fact.note:
        yield fact.note
    yield from in_words(fact.mark)


def in_words(mark: Mark) -> Iterator[Text]:
    """Say what a mark means, where there is one."""
    if meaning := MARKS[mark]:
        yield meaning


def the_slip(slip: Slip) -> Iterator[Text]:
    """Say the slip that the visitor takes home, line by line."""
    yield t("On your slip: {title}", title=as_value(slip.title))
    yield from slip.steps
    yield from facts(slip.lines)
    yield from slip.advice


def around(stage: Stage, hearing: Hearing) -> Iterator[Text]:
    """Say what stands around the screen; who is signed in, only to the visitor's own ears."""
    if stage.helper_called:
        yield t("Staff have been called and are on their way.")
    if stage.signed_in and hearing is Hearing.HEADPHONES:
        yield t("Signed in: {name}", name=stage.signed_in)
    if stage.practice and isinstance(stage.screen, Welcome):
        yield t("This is practice: the people and numbers are made up.")
    elif stage.practice and hearing is Hearing.HEADPHONES:
        yield t("Practice, not real")
    if stage.comfort.curtain:
        yield t("The screen is covered.")
