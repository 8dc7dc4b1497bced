"""What is said: everything on the stage, in the order it is seen, from the same values as the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    PickDay,
    Review,
    Row,
    Scan,
    Screen,
    Sign,
    Slip,
    Tally,
    Tell,
    Tone,
    Typed,
    Welcome,
    Working,
)
from kiosk.text import Count, Hearing, Text, Words, t, tn
from kiosk.visit.stage import Stage
from kiosk.voice.phrases import Nth, as_value, breaths
from kiosk.voice.ports import Phrase
from kiosk.voice.telling import how_far, row_of_change, rows_of_bars, what_is_drawn

MARKS = {
    Mark.NONE: None,
    Mark.WAITING: t("The answer is still on its way."),
    Mark.DONE: t("This is done."),
    Mark.CARE: t("Please look at this one."),
}

START_AGAIN = t("Start again")
"""The words on the button that clears a signature."""


def script(stage: Stage, words: Words, hearing: Hearing) -> tuple[Phrase, ...]:
    """Return what the voice says about a stage, a breath at a time.

    While the kiosk asks whether anybody is there, nothing but that question is said: whoever hears it may
    be somebody else. What was typed is never said here.
    """
    texts = alert_of(stage.alert) if stage.alert else all_of(stage, hearing)
    return tuple(phrase for text in texts for phrase in breaths(text, words, hearing))


def alert_of(alert: Text) -> Iterator[Text]:
    """Say the question whether anybody is there, and how to stay."""
    yield alert
    yield t("What you were doing is covered, and kept for you.")
    yield t("Touch the screen or press any key to go on.")


def all_of(stage: Stage, hearing: Hearing) -> Iterator[Text]:
    """Say a whole stage: what went wrong, the screen, how to go on, and last what stands around it."""
    screen = stage.screen
    if stage.problem:
        yield stage.problem
    yield from told(screen)
    yield from asked(screen)
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
    yield from facts(slip.lines)
    yield from slip.advice


def asked(screen: Screen[Any]) -> Iterator[Text]:
    """Say what a screen asks, every answer it takes, and how to give it."""
    match screen:
        case Scan():
            yield from scanning(screen)
            yield from other_ways(screen.options)
        case Working():
            yield from other_ways(screen.options)
        case PickDay():
            yield from free_days(screen.options)
        case Choose():
            yield tn("One choice.", "{count} choices.", len(screen.options))
            yield from choices(screen.options)
        case Agree():
            yield tn("One choice.", "{count} choices.", 2)
            yield from choices((Option(answer=True, label=screen.yes), Option(answer=False, label=screen.no)))
        case Enter():
            yield from entering(screen)
            yield from other_ways(screen.other)
        case Sign():
            yield from signing(screen)
            yield from other_ways(screen.other)
        case Tally():
            yield from tallying(screen.rows)
            yield t("Then choose: {action}", action=as_value(screen.proceed))
        case Tell():
            yield t("To go on, choose: {action}", action=as_value(screen.proceed))


def choices(options: Sequence[Option[Any]]) -> Iterator[Text]:
    """Say each choice by its place, and what there is to know about it."""
    for number, option in enumerate(options, start=1):
        yield t("{place}: {label}", place=Nth(number), label=as_value(option.label))
        yield from about(option)


def free_days(options: Sequence[Option[date]]) -> Iterator[Text]:
    """Say each free day by its own name alone: it has its place in the year already."""
    yield tn("One day is free.", "{count} days are free.", len(options))
    for option in options:
        yield option.label
        yield from about(option)


def about(option: Option[Any]) -> Iterator[Text]:
    """Say the words of a choice, what its drawing shows, and why it cannot be taken now."""
    if option.figure:
        yield option.figure
    if option.detail:
        yield option.detail
    if option.picture:
        yield what_is_drawn(option.picture)
    if option.chosen:
        yield t("This is what you have now.")
    if option.hindrance:
        yield t("Not possible now: {reason}", reason=as_value(option.hindrance))


def other_ways(options: Sequence[Option[Any]]) -> Iterator[Text]:
    """Say the ways round what is asked, where there are any."""
    if options:
        yield tn("There is one other way.", "There are {count} other ways.", len(options))
        yield from choices(options)


def entering(screen: Enter) -> Iterator[Text]:
    """Say how much to type, and how to go on."""
    if screen.kind is Typed.YUAN:
        yield t("Type a sum in whole yuan.")
    elif screen.kind is Typed.ANY_NUMBER:
        yield t("Type the whole number, long or short.")
    elif screen.kind is Typed.ID_TAIL:
        yield tn("Type one character.", "Type {count} characters.", screen.length)
        yield t("The last one may be the letter X.")
    else:
        yield tn("Type one digit.", "Type {count} digits.", screen.length)
    if screen.kind is Typed.SECRET:
        yield t("They stay covered, and nobody says them aloud.")
    yield t("Then choose: {action}", action=as_value(screen.proceed))


def signing(screen: Sign[Any]) -> Iterator[Text]:
    """Say how to sign, how to begin anew, and how to go on."""
    yield t("Sign in the large box with your finger.")
    yield t("To clear the box, choose: {action}", action=as_value(START_AGAIN))
    yield t("Then choose: {action}", action=as_value(screen.proceed))


def tallying(rows: Sequence[Row[Any]]) -> Iterator[Text]:
    """Say what is counted and what each count begins with."""
    for row in rows:
        yield t("{label}: {value}", label=as_value(row.label), value=Count(row.start))
    yield t("Change each number with less and more.")


def scanning(screen: Scan[Any]) -> Iterator[Text]:
    """Say how to scan, and what must be the same on both screens."""
    yield t("Scan the square code with your phone.")
    if screen.site:
        yield t("Your phone opens this page: {site}", site=as_value(screen.site))
    if screen.match:
        yield t("Your phone must show the same: {match}", match=as_value(screen.match))
    if screen.place:
        yield t("You are here: {place}", place=as_value(screen.place))
    if screen.lasts:
        yield t("When the code runs out, a new one comes by itself.")


def around(stage: Stage, hearing: Hearing) -> Iterator[Text]:
    """Say what stands around the screen; who is signed in, only to the visitor's own ears."""
    if stage.helper_called:
        yield t("Staff have been called and are on their way.")
    if stage.signed_in and hearing is Hearing.HEADPHONES:
        yield t("Signed in: {name}", name=stage.signed_in)
    if stage.practice and isinstance(stage.screen, Welcome):
        yield t("This is practice: the people and numbers are made up.")
