"""What stands in rows is said row by row: changes, charts, steps, signatures, prices, new kinds of digits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.screens import (
    Bar,
    Bars,
    Change,
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    Review,
    Sign,
    Steps,
    Tell,
    Typed,
)
from kiosk.text import Money, just, t
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
    ],
)
def test_each_kind_of_digits_is_explained(kind: Typed, how: list[str]) -> None:
    screen = Enter(title=t("Type"), kind=kind, length=4, parse=str)
    assert said(stage(screen))[1:-1] == how
