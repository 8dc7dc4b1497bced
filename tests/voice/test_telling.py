"""What stands in rows, on drawings and on calendars is said; so is how to sign, and to type every digit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.screens import (
    Bar,
    Bars,
    Change,
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    PickDay,
    Picture,
    Review,
    Sign,
    Steps,
    Tell,
    Typed,
)
from kiosk.text import DayOfWeek, Language, Money, just, t, tn
from tests.voice.test_script import said, stage

STEPS = Steps(steps=(t("Sent."), t("Being checked"), t("Visit"), t("Done")), done=1)


def test_a_review_says_now_and_after_before_its_facts_and_its_choices() -> None:
    screen = Review(
        title=t("Change it?"),
        changes=(
            Change(label=t("Each month"), now=just(Money.yuan(59)), after=just(Money.yuan(39)), big=True),
        ),
        facts=(Fact(label=t("From"), value=t("tomorrow")),),
        yes=t("Change it"),
        no=t("Keep it"),
    )
    assert said(stage(screen)) == [
        "Change it?",
        "Each month: now 59 yuan, after 39 yuan",
        "From: tomorrow",
        "2 choices.",
        "One: Change it",
        "Two: Keep it",
    ]


@pytest.mark.parametrize("upright", [False, True])
def test_every_bar_is_said_whatever_there_is_room_to_show(upright: bool) -> None:
    bars = tuple(
        Bar(label=t(month), value=just(Money.yuan(sum_)), amount=sum_, mark=mark)
        for month, sum_, mark in (("May", 39, Mark.NONE), ("June", 168, Mark.CARE))
    )
    screen = Tell(title=t("Bill"), bars=Bars(title=t("By month"), bars=bars, upright=upright))
    rows = ["By month", "May: 39 yuan", "June: 168 yuan", "Please look at this one."]
    assert said(stage(screen))[1:-1] == rows


def test_the_step_under_way_comes_first() -> None:
    heard = said(stage(Tell(title=t("Repair"), steps=STEPS)))[1:-1]
    assert heard == ["Step 2 of 4: Being checked", "Then: Visit", "Then: Done", "Done: Sent"]


def test_a_step_that_is_held_up_says_so() -> None:
    halted = said(stage(Tell(title=t("Repair"), steps=replace(STEPS, done=3, halted=True))))
    assert halted[1:3] == ["Step 4 of 4: Done", "It cannot go on by itself."]


def test_when_all_steps_are_behind_nothing_is_under_way() -> None:
    heard = said(stage(Tell(title=t("Repair"), steps=replace(STEPS, done=4))))
    assert heard[1:-1] == [
        "All steps are done.",
        *(f"Done: {s}" for s in ("Sent", "Being checked", "Visit", "Done")),
    ]


def test_a_price_follows_its_name() -> None:
    option = Option(answer=1, label=t("Silver"), figure=just(Money.yuan(39)), detail=t("Little data"))
    screen = Choose(title=t("Plans"), options=(option,))
    assert said(stage(screen))[2:] == ["One: Silver", "39 yuan", "Little data"]


def test_signing_says_how_to_begin_anew_and_the_ways_round_it() -> None:
    screen = Sign(title=t("Sign"), other=(Option(answer="sms", label=t("By SMS")),))
    assert said(stage(screen))[1:] == [
        "Sign in the large box with your finger.",
        "To clear the box, choose: Start again",
        "Then choose: I have signed",
        "There is one other way.",
        "One: By SMS",
    ]


@pytest.mark.parametrize(
    ("kind", "how"),
    [
        (Typed.YUAN, ["Type a sum in whole yuan."]),
        (Typed.SECRET, ["Type 4 digits.", "They stay covered, and nobody says them aloud."]),
        (Typed.STAFF, ["Type 4 digits."]),
        (Typed.ANY_NUMBER, ["Type the whole number, long or short."]),
        (Typed.FAULT, ["Type the digits of the code."]),
    ],
)
def test_each_kind_of_digits_is_explained(kind: Typed, how: list[str]) -> None:
    screen = Enter(title=t("Type"), kind=kind, length=4, parse=str)
    assert said(stage(screen))[1:-1] == how


RED = Picture(name="modem-los", alt=t("A red lamp beside LOS."))


def test_a_choice_that_is_a_drawing_is_said_in_words_first() -> None:
    red = Option(answer=1, label=t("A red lamp"), detail=t("It blinks."), picture=RED, chosen=True)
    assert said(stage(Choose(title=t("Your box"), options=(red, Option(answer=2, label=t("None"))))))[2:] == [
        "One: A red lamp",
        "It blinks.",
        "The picture shows: A red lamp beside LOS",
        "This is what you have now.",
        "Two: None",
    ]


def free(day: int, **words: Any) -> Option[date]:
    return Option(answer=date(2026, 11, day), label=just(DayOfWeek(date(2026, 11, day))), **words)


def test_free_days_are_said_by_their_names_and_not_by_their_places() -> None:
    days = (free(24, detail=tn("One time free", "{count} times free", 2)), free(27, hindrance=t("Late.")))
    screen = PickDay(title=t("When?"), options=days, first=date(2026, 11, 23))
    assert said(stage(screen))[1:] == [
        "2 days are free.",
        "Tuesday, 24 November",
        "2 times free",
        "Friday, 27 November",
        "Not possible now: Late",
        "The other days are taken.",
    ]
    assert said(stage(screen), words_of(Language.ZH_CN))[1:3] == ["有两天可以约。", "11月24日，星期二"]
