"""What a screen asks of a visitor, and how every answer is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Option,
    PickDay,
    Scan,
    Sign,
    Tally,
    Tell,
    Typed,
    Working,
)
from kiosk.text import Count, Hearing, Text, t, tn
from kiosk.visit.stage import Stage
from kiosk.voice.phrases import Nth, as_value
from kiosk.voice.telling import what_is_drawn

START_AGAIN = t("Start again")
"""The words on the button that clears a signature."""


def asked(stage: Stage, hearing: Hearing, counts: Mapping[Text, int]) -> Iterator[Text]:
    """Say what a screen asks, every answer it takes, and how to give it."""
    match stage.screen:
        case Scan() as screen:
            yield from scanning(screen, covered=stage.comfort.curtain)
            yield from other_ways(screen.options)
        case Working() as screen:
            yield t("One moment, please.")
            yield from other_ways(screen.options)
        case PickDay() as screen:
            yield from free_days(screen.options)
        case Choose() as screen:
            yield tn("One choice.", "{count} choices.", len(screen.options))
            yield from choices(screen.options)
        case Agree() as screen:
            yield tn("One choice.", "{count} choices.", 2)
            yield from choices((Option(answer=True, label=screen.yes), Option(answer=False, label=screen.no)))
        case Enter() as screen:
            yield from entering(screen)
            yield from other_ways(screen.other)
        case Sign() as screen:
            yield from signing(screen, by_ear=hearing is Hearing.HEADPHONES)
            yield from other_ways(screen.other)
        case Tally() as screen:
            yield from tallying(screen, counts)
            yield t("Then choose: {action}", action=as_value(screen.proceed))
        case Tell() as screen:
            yield t("To go on, choose: {action}", action=as_value(screen.proceed))


def choices(options: Sequence[Option[Any]]) -> Iterator[Text]:
    """Say each choice by its place, and what there is to know about it."""
    for number, option in enumerate(options, start=1):
        yield t("{place}: {label}", place=Nth(number), label=as_value(option.label))
        yield from about_choice(option)


def free_days(options: Sequence[Option[date]]) -> Iterator[Text]:
    """Say each free day by its own name alone: it has its place in the year already."""
    yield tn("One day is free.", "{count} days are free.", len(options))
    for option in options:
        yield option.label
        yield from about_choice(option)
    yield t("The other days are taken.")


def about_choice(option: Option[Any]) -> Iterator[Text]:
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
    elif screen.kind is Typed.FAULT:
        yield t("Type the digits of the code.")
    elif screen.kind is Typed.ID_TAIL:
        yield tn("Type one character.", "Type {count} characters.", screen.length)
        yield t("The last one may be the letter X.")
    else:
        yield tn("Type one digit.", "Type {count} digits.", screen.length)
    if screen.kind is Typed.SECRET:
        yield t("They stay covered, and nobody says them aloud.")
    yield t("Then choose: {action}", action=as_value(screen.proceed))


def signing(screen: Sign[Any], *, by_ear: bool) -> Iterator[Text]:
    """Say how to sign, how to begin anew, and how to go on; keys cannot sign."""
    yield t("Sign in the large box with your finger.")
    if by_ear:
        yield t("With keys, choose another way.")
    yield t("To clear the box, choose: {action}", action=as_value(START_AGAIN))
    yield t("Then choose: {action}", action=as_value(screen.proceed))


def tallying(screen: Tally[Any], counts: Mapping[Text, int]) -> Iterator[Text]:
    """Say what is counted, and how many there are by now."""
    for row in screen.rows:
        number = counts.get(row.label, row.start)
        yield t("{label}: {value}", label=as_value(row.label), value=Count(number))
    yield t("Change each number with less and more.")


def scanning(screen: Scan[Any], *, covered: bool) -> Iterator[Text]:
    """Say how to scan, and what must be the same on both screens; phones see nothing of a covered one."""
    yield t("Scan the square code with your phone.")
    if covered:
        yield t("The screen is covered: a phone cannot see the code.")
    if screen.site:
        yield t("Your phone opens this page: {site}", site=as_value(screen.site))
    if screen.match:
        yield t("Your phone must show the same: {match}", match=as_value(screen.match))
    if screen.place:
        yield t("You are here: {place}", place=as_value(screen.place))
    if screen.lasts:
        yield t("When the code runs out, a new one comes by itself.")
