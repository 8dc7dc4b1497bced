"""Everything on the stage is said, in the order it is seen, and nothing personal to the whole hall."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.comfort import Comfort
from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    PickDay,
    Picture,
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
from kiosk.text import Code, Day, Hearing, IdNumber, Money, PersonName, PhoneNumber, Words, t
from kiosk.visit.stage import Stage
from kiosk.voice.script import script
from tests.voice.words import CHINESE, ENGLISH


def stage(screen: Screen[Any], **around: Any) -> Stage:
    return Stage(visit=1, page=1, screen=screen, comfort=Comfort(), **around)


def said(on: Stage, words: Words = ENGLISH, hearing: Hearing = Hearing.SPEAKER) -> list[str]:
    return [phrase.speech for phrase in script(on, words, hearing)]


def captions(on: Stage, words: Words = ENGLISH) -> list[str]:
    return [phrase.caption for phrase in script(on, words, Hearing.SPEAKER)]


TWO = (
    Option(answer=1, label=t("Bills"), detail=t("What you paid. What you owe."), chosen=True),
    Option(answer=2, label=t("Plans"), hindrance=t("You have none.")),
)
CHOICES = [
    "One: Bills",
    "What you paid.",
    "What you owe.",
    "This is what you have now.",
    "Two: Plans",
    "Not possible now: You have none",
]


def test_a_choice_is_counted_and_each_answer_has_its_place() -> None:
    screen = Choose(title=t("What would you like?"), body=(t("No hurry."),), options=TWO)
    assert said(stage(screen)) == ["What would you like?", "No hurry.", "2 choices.", *CHOICES]
    assert captions(stage(screen))[3] == "1: Bills"


def test_chinese_counts_as_chinese_do() -> None:
    screen = Choose(title=t("办什么"), options=TWO)
    assert said(stage(screen), CHINESE)[1:3] == ["有两个选择。", "第一个：Bills"]
    assert captions(stage(screen), CHINESE)[1:3] == ["有2个选择。", "第1个：Bills"]


def test_past_ten_the_places_are_figures() -> None:
    options = tuple(Option(answer=n, label=t("Thing")) for n in range(11))
    assert said(stage(Choose(title=t("Many"), options=options)))[-1] == "11: Thing"


def test_facts_have_notes_and_their_marks_in_words() -> None:
    facts = (
        Fact(label=t("Due"), value=t("{day}", day=Day(date(2026, 11, 23))), note=t("At noon.")),
        Fact(label=t("Mobile"), value=t("Three"), mark=Mark.DONE),
        Fact(label=t("Telecom"), value=t("…"), mark=Mark.WAITING),
        Fact(label=t("Unicom"), value=t("{sum}", sum=Money(6805)), mark=Mark.CARE),
    )
    screen = Tell(title=t("Found"), facts=facts, proceed=t("Go on"))
    assert said(stage(screen)) == [
        "Found",
        "Due: 23 November 2026",
        "At noon.",
        "Mobile: Three",
        "This is done.",
        "Telecom: …",
        "The answer is still on its way.",
        "Unicom: 68 yuan 05",
        "Please look at this one.",
        "To go on, choose: Go on",
    ]


def test_a_screen_that_asks_nothing_says_what_it_tells() -> None:
    bare: Screen[None] = Screen(title=t("Good bye."))
    assert said(stage(bare)) == ["Good bye."]


def test_the_problem_comes_first_and_danger_is_said() -> None:
    screen = Agree(title=t("Stop the number?"), tone=Tone.DANGER, yes=t("Stop it"), no=t("Keep it"))
    assert said(stage(screen, problem=t("Please choose."))) == [
        "Please choose.",
        "Please take care.",
        "Stop the number?",
        "2 choices.",
        "One: Stop it",
        "Two: Keep it",
    ]


def test_a_slip_is_heard_line_by_line() -> None:
    line = Fact(label=t("Reference"), value=t("{code}", code=Code("K-07")))
    slip = Slip(title=t("Keep this."), lines=(line,), advice=(t("Show it to staff."),))
    heard = said(stage(Tell(title=t("Filed"), slip=slip)))
    assert heard[1:4] == ["On your slip: Keep this", "Reference: K zero seven", "Show it to staff."]


def test_typing_is_explained_and_its_problem_comes_first() -> None:
    screen = Enter(
        title=t("The code"),
        kind=Typed.CODE,
        length=6,
        parse=str,
        problem=t("That was not it."),
        other=(Option(answer="again", label=t("Send it again")),),
    )
    assert said(stage(screen)) == [
        "That was not it.",
        "The code",
        "Type 6 digits.",
        "Then choose: Go on",
        "There is one other way.",
        "One: Send it again",
    ]


def test_the_end_of_an_id_may_be_a_letter() -> None:
    screen = Enter(title=t("The end"), kind=Typed.ID_TAIL, length=6, parse=str)
    assert said(stage(screen))[1:3] == ["Type 6 characters.", "The last one may be the letter X."]


def test_help_and_the_pictures_of_choices_are_said_too() -> None:
    picture = Picture(name="modem", alt=t("A red lamp."))
    option = Option(answer=1, label=t("Red"), picture=picture)
    heard = said(stage(Choose(title=t("Which lamp?"), options=(option,), help=t("Look at the box."))))
    assert heard[2:] == ["One: Red", "The picture shows: A red lamp", "Look at the box."]


def test_days_that_are_not_named_are_taken() -> None:
    day = Option(answer=date(2026, 11, 24), label=t("Tuesday"), detail=t("Two times free."))
    heard = said(stage(PickDay(title=t("Which day?"), options=(day,), first=date(2026, 11, 23))))
    assert heard[1:] == ["One day is free.", "Tuesday", "Two times free.", "The other days are taken."]


def test_headphones_are_told_what_keys_can_do_here() -> None:
    ear = Hearing.HEADPHONES
    sign = Sign(title=t("Sign"), other=TWO[:1])
    assert "With keys, choose another way." in said(stage(sign), hearing=ear)
    assert "With keys, choose another way." not in said(stage(sign))
    rest = stage(Welcome(title=t("Hello."), options=()))
    assert said(rest, hearing=ear)[1:3] == ["Press the round key to begin.", "On a keyboard it is Enter."]


def test_a_covered_screen_is_said_and_shows_no_code() -> None:
    covered = replace(stage(Tell(title=t("Found"))), comfort=Comfort(curtain=True))
    assert said(covered)[-1] == "The screen is covered."
    scan: Scan[int] = Scan(title=t("Ask"), options=(), code="https://x.example", site=t("x.example"))
    assert said(replace(covered, screen=scan))[2] == "The screen is covered: a phone cannot see the code."


def test_a_tally_says_its_rows() -> None:
    screen = Tally(title=t("How many?"), rows=(Row(key="m", label=t("Mobile"), start=2),))
    assert said(stage(screen)) == [
        "How many?",
        "Mobile: 2",
        "Change each number with less and more.",
        "Then choose: Go on",
    ]


def test_a_code_to_scan_says_what_to_compare() -> None:
    screen = Scan(
        title=t("Sign in"),
        options=TWO[1:],
        code="https://id.example/secret",
        site=t("id.example"),
        match=t("{code}", code=Code("47")),
        place=t("Hall, K-01"),
        lasts=120,
    )
    heard = said(stage(screen))
    assert heard == [
        "Sign in",
        "Scan the square code with your phone.",
        "Your phone opens this page: id.example",
        "Your phone must show the same: four seven",
        "You are here: Hall, K-01",
        "When the code runs out, a new one comes by itself.",
        "There is one other way.",
        "One: Plans",
        "Not possible now: You have none",
    ]
    assert "secret" not in " ".join(heard)


def test_a_bare_code_to_scan_says_no_more_than_it_knows() -> None:
    screen: Scan[int] = Scan(title=t("Ask"), options=(), code="https://x.example", site=t("x.example"))
    assert len(said(stage(screen))) == 3
    sms: Scan[int] = Scan(title=t("Send"), options=(), code="smsto:10086:KTFSR")
    assert said(stage(sms)) == ["Send", "Scan the square code with your phone."]


def test_waiting_says_its_ways_out() -> None:
    moment = "One moment, please."
    assert said(stage(Working(title=t("Asking"), options=()))) == ["Asking", moment]
    ways = said(stage(Working(title=t("Asking"), options=TWO)))[1:]
    assert ways == [moment, "There are 2 other ways.", *CHOICES]


def test_the_greeting_names_the_hall_and_practice() -> None:
    screen = Welcome(title=t("Hello."), greetings=(t("您好"),), hall=t("The Hall"), options=TWO[1:])
    heard = said(stage(screen, practice=True))
    assert heard[:3] == ["The Hall", "Hello.", "您好"]
    assert heard[-1] == "This is practice: the people and numbers are made up."


def test_what_stands_around_comes_last_and_names_only_to_ones_own_ears() -> None:
    picture = Picture(name="desk", alt=t("A desk."))
    on = stage(
        Tell(title=t("Hello"), picture=picture),
        helper_called=True,
        signed_in=PersonName("王小明"),
        practice=True,
    )
    around = ["The picture shows: A desk", "Staff have been called and are on their way."]
    assert said(on)[2:] == around
    own = said(on, hearing=Hearing.HEADPHONES)[2:]
    assert own == [*around, "Signed in: Wang", "Practice, not real"]


def test_an_alert_covers_everything_else() -> None:
    on = stage(
        Tell(title=t("Your bill")), alert=t("Are you still there?"), problem=t("No"), helper_called=True
    )
    assert said(on) == [
        "Are you still there?",
        "What you were doing is covered, and kept for you.",
        "Touch the screen or press any key to go on.",
    ]


PHONES = st.from_regex(r"1[3-9]\d{9}", fullmatch=True)
IDS = st.from_regex(r"[1-9]\d{16}[\dX]", fullmatch=True)
NAMES = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=4)


@settings(deadline=None)
@given(PHONES, IDS, NAMES, st.sampled_from([CHINESE, ENGLISH]))
def test_no_sign_of_a_person_is_ever_said_to_the_hall(phone: str, id_: str, name: str, words: Words) -> None:
    full_name = PersonName(name)
    person = t("{phone} {id} {name}", phone=PhoneNumber(phone), id=IdNumber(id_), name=full_name)
    option = Option(answer=1, label=person, detail=person, hindrance=person)
    fact = Fact(label=person, value=person, note=person)
    slip = Slip(title=person, lines=(fact,), advice=(person,))
    screens: tuple[Screen[Any], ...] = (
        Tell(title=person, body=(person,), facts=(fact,), slip=slip, proceed=person),
        Scan(title=person, options=(option,), code=phone, site=person, match=person, place=person),
        Enter(title=person, kind=Typed.PHONE, length=1, parse=str, problem=person),
    )
    for screen in screens:
        heard = " ".join(said(stage(screen, problem=person, signed_in=full_name), words))
        without_places = re.sub("第[一1]个|有1个选择|1 digit", "", heard)
        assert not re.search(r"[0-9幺]|zero|three|four|seven|eight|nine", without_places)
        assert not any(sign in heard for sign in name if sign not in "第一个有选择屏幕上的号码名字身份证")


@pytest.mark.parametrize("hearing", Hearing)
def test_captions_keep_to_what_is_shown(hearing: Hearing) -> None:
    screen = Tell(title=t("Your number: {n}", n=PhoneNumber("13812345678")))
    phrase = script(stage(screen), ENGLISH, hearing)[0]
    assert phrase.caption == "Your number: 138 **** 5678"
    assert "12345678" not in phrase.speech + phrase.caption
