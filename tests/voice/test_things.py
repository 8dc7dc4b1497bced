"""Whatever a key walks to is found by its name on the screen, and says all that stands on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.comfort import Comfort
from kiosk.screens import (
    Agree,
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
    Scan,
    Screen,
    Slip,
    Steps,
    Tell,
    Typed,
)
from kiosk.text import Code, Hearing, Money, just, t
from kiosk.visit.stage import Stage
from kiosk.voice.things import things_named
from tests.voice.words import ENGLISH

PLAN = Option(
    answer=1,
    label=t("Silver."),
    figure=just(Money.yuan(39)),
    detail=t("5 GB"),
    chosen=True,
    picture=Picture(name="plan", alt=t("A plan.")),
)
BARS = Bars(title=t("Your bill"), bars=(Bar(label=t("Calls"), value=just(Money.yuan(12)), amount=12),))
STEPS = Steps(steps=(t("Sent"), t("Done")), done=0)
SLIP = Slip(title=t("Keep this"), lines=(Fact(label=t("Reference"), value=just(Code("K-07"))),))
SCAN: Scan[int] = Scan(
    title=t("Sign in"),
    options=(),
    code="https://id.example/a",
    site=t("id.example"),
    match=just(Code("47")),
    place=t("Hall, K-01"),
)


def heard(screen: Screen[Any], name: str, **around: Any) -> list[str]:
    """Return the kind of what has this name, and everything that is said of it to headphones."""
    stage = Stage(visit=1, page=1, screen=screen, comfort=Comfort(), **around)
    things = things_named(name, stage, ENGLISH)
    texts = [text for thing in things for text in (thing.name, *thing.more)]
    kinds = [kind for kind in {thing.kind for thing in things} if kind]
    return [*kinds, *(text.spoken(ENGLISH, Hearing.HEADPHONES) for text in texts)]


@pytest.mark.parametrize(
    ("screen", "name", "said"),
    [
        (Tell(title=t("Hello"), body=(t("No hurry."),)), "No hurry.", ["No hurry."]),
        (Tell(title=t("Hello"), help=t("It is easy.")), "It is easy.", ["It is easy."]),
        (Tell(title=t("Hello"), picture=Picture(name="a", alt=t("A desk."))), "A desk.", ["A desk."]),
        (Tell(title=t("Hello"), proceed=t("Go")), "Go", ["button", "Go"]),
        (
            Tell(title=t("A"), facts=(Fact(label=t("Due"), value=t("today"), mark=Mark.DONE),)),
            "Due. today",
            ["Due: today", "This is done."],
        ),
        (Tell(title=t("A"), slip=SLIP), "Reference. K-07", ["Reference: K zero seven"]),
        (Tell(title=t("A"), slip=SLIP), "Keep this", ["Keep this"]),
        (Tell(title=t("A"), bars=BARS), "Your bill. Calls: ¥12", ["Your bill", "Calls: 12 yuan"]),
        (Tell(title=t("A"), bars=BARS), "Calls: ¥12", ["Calls: 12 yuan"]),
        (
            Tell(title=t("A"), steps=STEPS),
            "Step 1 of 2: Sent. Then: Done",
            ["Step 1 of 2: Sent", "Then: Done"],
        ),
        (Tell(title=t("A"), steps=Steps(steps=(), done=0)), "A", ["A"]),
        (
            Review(
                title=t("A"),
                yes=t("Y"),
                no=t("N"),
                changes=(Change(label=t("Fee"), now=t("59"), after=t("39")),),
            ),
            "Fee: now 59, after 39",
            ["Fee: now 59, after 39"],
        ),
        (Agree(title=t("A"), yes=t("Yes"), no=t("No")), "No", ["button", "No"]),
        (
            Choose(title=t("A"), options=(PLAN,)),
            "Silver.: ¥39",
            [
                "chosen",
                "Silver.",
                "39 yuan",
                "5 GB",
                "The picture shows: A plan",
                "This is what you have now.",
            ],
        ),
        (
            Enter(title=t("A"), kind=Typed.CODE, length=6, parse=str, problem=t("Wrong.")),
            "Wrong.",
            ["Wrong."],
        ),
        (SCAN, "Your phone must show the same: 47", ["Your phone must show the same: four seven"]),
        (SCAN, "Web address on your phone. id.example", ["Web address on your phone: id.example"]),
        (SCAN, "Where you are. Hall, K-01", ["Where you are: Hall, K-01"]),
    ],
)
def test_everything_is_found_by_its_name(screen: Screen[Any], name: str, said: list[str]) -> None:
    assert heard(screen, name) == said


def test_what_went_wrong_and_the_question_whether_anybody_is_there_are_found_too() -> None:
    screen = Tell(title=t("A"))
    assert heard(screen, "Not now.", problem=t("Not now.")) == ["Not now."]
    assert heard(screen, "Still there?", alert=t("Still there?")) == ["Still there?"]


def test_a_code_that_stands_nowhere_names_no_place() -> None:
    assert heard(replace(SCAN, place=None, match=None), "Where you are. Hall, K-01") == []


def test_a_code_that_opens_no_page_names_none() -> None:
    assert heard(replace(SCAN, site=None), "Web address on your phone. id.example") == []


def test_a_choice_that_is_a_drawing_is_found_by_its_words_and_what_it_shows() -> None:
    screen = Choose(title=t("A"), options=(PLAN,))
    assert heard(screen, "Silver. The picture shows: A plan") == heard(screen, "Silver.")
    assert heard(screen, "Silver.: ¥39. The picture shows: A plan") == heard(screen, "Silver.")


def test_a_free_day_is_found_by_the_words_of_its_place_in_the_calendar() -> None:
    day = Option(answer=date(2026, 11, 24), label=t("Tuesday"), detail=t("Two times free."))
    full = replace(day, label=t("Friday"), detail=None)
    screen = PickDay(title=t("Which day?"), options=(day, full), first=date(2026, 11, 23))
    assert heard(screen, "Tuesday: Two times free") == ["choice", "Tuesday", "Two times free."]
    assert heard(screen, "Friday") == ["choice", "Friday"]


def test_rows_that_are_named_together_are_found_one_by_one() -> None:
    screen = Choose(title=t("Plans"), options=(PLAN,), bars=BARS, body=(t("Look"),))
    assert heard(screen, "Calls: ¥12. Look") == ["Calls: 12 yuan", "Look"]
    assert heard(screen, "Calls: ¥12. Elsewhere") == [] == heard(screen, "7")
