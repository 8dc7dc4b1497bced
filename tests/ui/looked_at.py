"""Sample screens with choices that are drawings, with days to choose, and with a number of any length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kiosk.screens import (
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    PickDay,
    Picture,
    Screen,
    Slip,
    Steps,
    Tell,
    Typed,
)
from kiosk.text import DayOfWeek, just, t, tn

MONDAY = date(2026, 11, 23)
"""Today, in all samples."""
LAMPS = (
    ("All lamps are green", "bill", "A box with four green lamps."),
    ("A red lamp blinks", "sim-alarm", "A box with a green lamp, and a red one that blinks."),
    ("No lamp is lit at all", "no-answer", "A box with four dark lamps."),
    (
        "The lamp beside the globe is dark",
        "one-id",
        "A box with three green lamps; the one by the globe is dark.",
    ),
    ("The cable hangs loose", "unbind", "A thin cable beside the box."),
    ("Something else", "notice", "A box with a question mark."),
)
TESTED = (
    "Does the box answer?",
    "Does light arrive?",
    "Is the line let in?",
    "Is it fast?",
    "How many devices?",
)


def look(count: int, **around: Any) -> Choose[str]:
    options = tuple(
        Option(answer=name, label=t(label), picture=Picture(name=name, alt=t(alt)))
        for label, name, alt in LAMPS[:count]
    )
    return Choose(title=t("Which one looks like yours?"), options=options, **around)


def days(*after: int) -> PickDay:
    """Return a calendar on which so many days after today are free."""
    options = tuple(
        Option(
            answer=MONDAY + timedelta(days=number),
            label=just(DayOfWeek(MONDAY + timedelta(days=number))),
            detail=tn("One time free", "{count} times free", 1 + number % 3),
        )
        for number in after
    )
    return PickDay(
        title=t("Which day suits you?"),
        body=(t("The technician comes to your home."),),
        options=options,
        first=MONDAY,
    )


def a_line_test(done: int) -> Tell:
    """Return a line test of which so many steps are done."""
    values = (t("Yes"), t("Too weak"), t("Yes"), t("Yes"), just("7"))
    marks = (Mark.DONE, Mark.CARE, Mark.DONE, Mark.DONE, Mark.DONE)
    facts = tuple(
        Fact(
            label=t(name),
            value=values[i] if i < done else t("Not yet tested"),
            mark=marks[i] if i < done else Mark.WAITING,
        )
        for i, name in enumerate(TESTED)
    )
    return Tell(
        title=t("We are testing your line"),
        steps=Steps(steps=(t("Sent"), t("Being checked"), t("Done")), done=min(2, done)),
        facts=facts,
        picture=Picture(name=LAMPS[min(done, 4)][1], alt=t("A box with four dark lamps.")),
    )


def a_thing_to_do() -> Choose[str]:
    """Return something to be done with one's own hands, which is shown."""
    return Choose(
        title=t("Push the thin cable straight in until it clicks"),
        body=(t("Never look into the cable's end. It is bad for the eyes."),),
        options=tuple(
            Option(answer=word, label=t(word), icon="tick")
            for word in ("It works now", "Done, but no better", "Nobody can do it now")
        ),
        picture=Picture(name="fibre-plug", alt=t("A box with four dark lamps."), needed=True),
    )


def to_do_at_home() -> Tell:
    """Return a slip with what to do at home."""
    steps = (t("Push the plug in."), t("Switch it off, wait half a minute, switch it on."))
    line = Fact(label=t("No better?"), value=t("Yes"), big=True)
    return Tell(title=t("Try this at home first"), slip=Slip(title=t("To do"), lines=(line,), steps=steps))


def screens_looked_at() -> dict[str, Screen[Any]]:
    """Return a sample of each, alone and in company."""
    cannot = Option(answer="cannot", label=t("I cannot see it from here"), icon="question")
    here = Option(
        answer="home", label=t("I am not at home"), icon="home", detail=t("We can look together later.")
    )
    four, hindered = look(4), replace(look(2).options[1], hindrance=t("Not now: the system is resting."))
    return {
        "look-2": look(2),
        "look-3": look(
            3, body=(t("Look at the box with the lamps."),), help=t("The box is often near the door.")
        ),
        "look-4": replace(four, options=(*four.options, cannot)),
        "look-5": replace(look(3), options=(*look(3).options, cannot, here)),
        "look-6": look(6),
        "look-both": look(3, picture=Picture(name="lay-card", alt=t("A box with four dark lamps."))),
        "do": a_thing_to_do(),
        "to-do-at-home": to_do_at_home(),
        "look-chosen": replace(look(2), options=(replace(look(2).options[0], chosen=True), hindered)),
        "days": days(1, 2, 4, 7, 8, 9, 11, 14, 15, 18),
        "days-few": days(1, 3),
        "days-today": replace(days(0, 8), body=()),
        "days-many": days(*range(2, 33, 2)),
        "number": Enter(title=t("Which number rang you?"), kind=Typed.ANY_NUMBER, length=20, parse=str),
        "tested": a_line_test(2),
    }
