"""The teller says a new page whole, and of a page that changes only what is new."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.domain.comfort import Comfort
from kiosk.journeys.talking import Command
from kiosk.screens import Agree, Choose, Enter, Fact, Mark, Option, Row, Screen, Tally, Tell, Typed, Welcome
from kiosk.text import Hearing, IdNumber, PhoneNumber, just, t
from kiosk.visit.idle import Patience
from kiosk.visit.stage import FrontDesk, Stage
from kiosk.visit.talking import Talk
from kiosk.voice.player import Caption, Narrator
from kiosk.voice.teller import Teller
from tests.voice.fakes import FakeSpeaker
from tests.voice.words import ENGLISH

COUNTED = Fact(label=t("Mobile"), value=t("Three"))


class Desk:
    """A front desk that shows what the test puts there."""

    def __init__(self) -> None:
        self.stage = Stage(visit=1, page=1, screen=Tell(title=t("First")), comfort=Comfort())
        self.touches = 0
        self.changed: Callable[[Stage], None] = lambda stage: None

    def subscribe(self, changed: Callable[[Stage], None]) -> None:
        self.changed = changed

    def touched(self) -> None:
        self.touches += 1

    def show(self, **new: Any) -> None:
        self.stage = replace(self.stage, **new)
        self.changed(self.stage)


class Room:
    def __init__(self) -> None:
        self.speaker, self.desk = FakeSpeaker(), Desk()
        self.captions: list[Caption | None] = []
        self.narrator = Narrator(self.speaker, lambda deed: deed(), self.captions.append)
        desk: FrontDesk = self.desk  # type: ignore[assignment]
        self.teller = Teller(desk, self.narrator, lambda language: ENGLISH)

    def said(self) -> list[str]:
        return [phrase.speech for phrase in self.speaker.said[-1].phrases]

    def caption(self) -> str:
        """Return what the strip shows."""
        caption = self.captions[-1]
        assert caption is not None
        return caption.now


def test_a_new_page_is_said_whole() -> None:
    room = Room()
    room.desk.show(page=2, screen=Tell(title=t("Second")))
    assert room.said() == ["Second", "To go on, choose: Go on"]


def test_a_meaning_is_said_whole_and_after_it_only_where_she_is_again() -> None:
    room = Room()
    room.desk.show(page=2, screen=Tell(title=t("Second"), body=(t("Long"),)))
    room.desk.show(meant=Tell(title=t("What it means"), body=(t("Plainly"),), proceed=t("Back")))
    assert room.said() == ["What it means", "Plainly", "To go on, choose: Back"]
    room.desk.show(meant=None)
    assert room.said() == ["Second"]
    room.teller.repeat()
    assert room.said() == ["Second", "Long", "To go on, choose: Go on"]
    room.teller.read_of_trade("Long")
    room.teller.acted()
    room.teller.read_of_trade("Long")
    assert room.said() == ["Long", "Choose this to hear what its words mean."]


HEARS = Talk(possible=True)


def heard(wish: Command | None = None, turn: int = 1) -> Talk:
    return Talk(possible=True, turn=turn, remark=t("I heard: {name}", name=t("Louder")), wish=wish)


def test_what_was_heard_is_said_before_what_comes_of_it() -> None:
    room = Room()
    room.desk.show(talk=heard())
    assert room.said() == ["I heard: Louder"]
    room.desk.show(page=2, screen=Tell(title=t("Second")), talk=heard(turn=2))
    assert room.said()[:2] == ["I heard: Louder", "Second"]
    room.desk.show(comfort=Comfort(volume=4), talk=heard(turn=3))
    assert room.said()[:2] == ["I heard: Louder", "Loudness 5 of 5."]
    room.desk.show(talk=heard(Command.AGAIN, turn=4))
    assert room.said()[:2] == ["I heard: Louder", "Second"]
    room.teller.acted()
    room.desk.show(talk=heard(Command.NEXT, turn=5))
    room.teller.turned(2, 3, ())
    assert room.said() == ["I heard: Louder", "Part 2 of 3."]
    room.desk.show(talk=heard(Command.NEXT, turn=6))
    room.teller.remark(t("This page has one part only."))
    assert room.said()[:2] == ["I heard: Louder", "This page has one part only."]


def test_while_it_listens_it_is_silent_and_tells_afterwards_what_is_new() -> None:
    room = Room()
    room.desk.show(talk=replace(HEARS, listening=True))
    room.desk.show(screen=Tell(title=t("First"), facts=(COUNTED,)))
    assert room.speaker.said == [] and room.caption() == "Say a name that you see."
    room.desk.show(talk=HEARS)
    assert room.said() == ["Mobile: Three"]


def test_headphones_pulled_out_while_it_listens_are_noticed_all_the_same() -> None:
    room = Room()
    room.desk.show(hearing=Hearing.HEADPHONES)
    room.desk.show(talk=replace(HEARS, listening=True), hearing=Hearing.SPEAKER)
    assert room.caption() == "The headphones are out. Everybody hears me now."


def test_on_the_same_page_only_what_is_new_is_said() -> None:
    room = Room()
    room.desk.show(screen=Tell(title=t("First"), facts=(COUNTED,)))
    assert room.said() == ["Mobile: Three"]
    room.desk.show(waiting=True, problem=t("Not now."))
    room.desk.show(waiting=False, problem=None)
    assert len(room.speaker.said) == 1


def test_at_rest_nothing_is_said() -> None:
    room = Room()
    room.desk.show(page=2)
    room.desk.show(page=3, visit=0, screen=Welcome(title=t("Hello"), options=()))
    assert room.speaker.stops == 1
    assert not room.narrator.speaking


def test_the_page_is_said_again_as_it_is_now() -> None:
    room = Room()
    room.teller.repeat()
    assert room.said()[0] == "First"


def test_speech_is_a_sign_of_life_but_not_the_question_itself() -> None:
    room = Room()
    assert room.teller.speaking is room.narrator.speaking
    room.teller.stay_while_speaking()
    room.teller.repeat()
    room.teller.stay_while_speaking()
    room.desk.show(alert=t("Are you still there?"))
    room.teller.stay_while_speaking()
    assert room.desk.touches == 1


def test_what_the_kiosk_says_unasked_is_no_sign_of_life() -> None:
    room = Room()
    room.desk.show(page=2)
    room.teller.stay_while_speaking()
    assert room.desk.touches == 0
    room.teller.acted()
    room.desk.show(page=3)
    room.teller.stay_while_speaking()
    assert room.desk.touches == 1


def test_where_a_key_has_walked_to_what_was_typed_and_counted_is_said() -> None:
    room = Room()
    room.teller.focused("Help", 2, 5)
    assert room.said() == ["Help, button, number 2 of 5"]
    room.teller.typed("7")
    assert room.said() == ["Taken."]
    room.teller.counted(t("Numbers I know"), 2)
    assert room.said() == ["Numbers I know: 2"]


def test_of_a_secret_only_the_number_of_digits_is_ever_heard() -> None:
    room = Room()
    secret = Enter(title=t("Password"), kind=Typed.SECRET, length=6, parse=str)
    room.desk.show(page=2, screen=secret)
    room.narrator.hush()
    room.teller.focused("7", 3, 9)
    assert room.said() == ["A digit, button"], "its place among the keys would tell which"
    room.narrator.hush()
    room.teller.focused("7, 8, 9", 3, 9)
    assert room.said() == ["A row of digits, button"]
    room.narrator.hush()
    room.teller.typed("7")
    assert room.said() == ["One digit entered."]
    room.narrator.hush()
    room.teller.focused("Go on", 9, 9)
    assert room.said() == ["Go on, button, number 9 of 9"]


# ------------------------------------------------------------------------------------- headphones

MINE = PhoneNumber("13977772468")
PERSONAL = Choose(
    title=t("Your number {n}", n=MINE),
    facts=(Fact(label=t("ID"), value=just(IdNumber("11010519491231002X")), mark=Mark.CARE),),
    options=(
        Option(answer=1, label=just(MINE), detail=t("In use."), chosen=True),
        Option(answer=2, label=t("Stop {n}", n=MINE), hindrance=t("Not today.")),
    ),
)


def with_headphones(room: Room, screen: Screen[Any]) -> None:
    room.desk.show(page=room.desk.stage.page + 1, screen=screen, hearing=Hearing.HEADPHONES)


def heard_ever(room: Room) -> str:
    """Return all that was ever given to the speaker."""
    return " ".join(phrase.speech for said in room.speaker.said for phrase in said.phrases)


def test_with_headphones_in_the_visitors_own_values_are_said() -> None:
    room = Room()
    with_headphones(room, PERSONAL)
    tail = "two four six eight"
    assert tail in room.said()[0] and "ending in zero zero two X" in room.said()[1]
    room.teller.acted()
    room.teller.focused("139 **** 2468", 1, 7)
    assert tail in room.said()[0] and room.said()[0].endswith("chosen, number 1 of 7")
    assert room.said()[1:] == ["In use.", "This is what you have now."]
    room.teller.focused("Stop 139 **** 2468", 2, 7)
    assert tail in room.said()[0] and room.said()[1:] == ["Not possible now: Not today"]
    room.teller.read("ID. **** 002X")
    assert room.said() == ["ID: ending in zero zero two X", "Please look at this one."]
    room.teller.spell("139 **** 2468")
    assert room.said() == ["one, three, nine, covered signs, two, four, six, eight"]


def test_pulled_out_there_is_silence_and_nothing_of_it_is_heard_again() -> None:
    room = Room()
    with_headphones(room, PERSONAL)
    said = len(room.speaker.said)
    room.desk.show(hearing=Hearing.SPEAKER)
    assert not room.narrator.speaking and room.speaker.stops > 0 and len(room.speaker.said) == said
    assert room.caption() == "The headphones are out. Everybody hears me now."
    room.speaker.said.clear()
    for act in (room.teller.pause, room.teller.say_last_again, room.teller.repeat, room.teller.acted):
        room.teller.acted()
        act()
    room.teller.focused("139 **** 2468", 1, 7)
    room.teller.read("ID. **** 002X")
    room.teller.spell("Stop 139 **** 2468")
    assert room.said() == ["This is yours alone. Put headphones in to hear it."]
    digits = r"139|2468|002X|\b(zero|seven|eight)\b|one three|two four"
    assert not re.search(digits, heard_ever(room)), "no digit reaches the loudspeaker"


def test_put_in_again_the_page_is_said_anew() -> None:
    room = Room()
    with_headphones(room, PERSONAL)
    room.desk.show(hearing=Hearing.SPEAKER)
    room.desk.show(hearing=Hearing.HEADPHONES)
    assert "two four six eight" in room.said()[0]
    room.teller.stay_while_speaking()
    assert room.desk.touches == 1, "somebody has put them in"


def test_at_rest_only_headphones_hear_how_to_begin() -> None:
    room = Room()
    welcome: Welcome[int] = Welcome(title=t("Hello"), options=())
    room.desk.show(visit=0, page=5, screen=welcome)
    room.desk.show(hearing=Hearing.HEADPHONES)
    assert room.said()[:2] == ["Hello", "Press the round key to begin."]
    said = len(room.speaker.said)
    room.desk.show(visit=1)  # a visit has begun, its first screen is to come
    assert not room.narrator.speaking
    room.desk.show(hearing=Hearing.SPEAKER)
    assert len(room.speaker.said) == said
    room.desk.show(visit=0, page=9, hearing=Hearing.HEADPHONES)
    room.desk.show(page=10)
    assert room.said()[0] == "Hello"
    said = len(room.speaker.said)
    room.desk.show(can_go_back=True)
    assert len(room.speaker.said) == said


def test_a_secret_is_typed_by_the_names_of_keys_that_headphones_alone_hear() -> None:
    room = Room()
    secret = Enter(title=t("Password"), kind=Typed.SECRET, length=6, parse=str)
    with_headphones(room, secret)
    room.teller.acted()
    room.teller.focused("7", 3, 9)
    assert room.said() == ["7, button, number 3 of 9"]
    room.teller.typed("7")
    assert room.said() == ["One digit entered."]
    room.teller.typed_so_far("77")
    assert room.said() == ["2 digits are typed"]


def test_what_is_typed_so_far_is_told_to_whom_it_belongs() -> None:
    room = Room()
    for kind, private in ((Typed.PHONE, "Typed so far: one three"), (Typed.YUAN, "Typed so far: 13 yuan")):
        with_headphones(room, Enter(title=t("Type it"), kind=kind, length=11, parse=str))
        room.teller.acted()
        room.teller.typed_so_far("13")
        assert room.said() == [private]
        room.teller.typed("1")
        assert room.said() == ["one"]
        room.desk.show(hearing=Hearing.SPEAKER)
        for typed, public in (("13", "2 digits are typed"), ("", "Nothing is typed yet")):
            room.teller.typed_so_far(typed)
            assert room.said() == [public]
    room.teller.focused("7", 3, 9)
    assert room.said() == ["7, button, number 3 of 9"], "a sum of money is nobody's number"
    room.teller.focused("Typed so far: 138 1234 1234", 3, 9)
    assert room.said() == ["Typed so far: what the screen shows, button, number 3 of 9"]
    room.desk.show(page=9, screen=Enter(title=t("Code"), kind=Typed.CODE, length=6, parse=str))
    room.teller.acted()
    room.teller.read("Typed so far: 13")
    assert room.said() == ["Typed so far: what the screen shows"], "not even two of them"


# --------------------------------------------------------------------------------- asked for by keys


def test_the_voice_stops_and_goes_on_and_the_strip_says_so() -> None:
    room = Room()
    room.desk.show(page=2, screen=Tell(title=t("Second")))
    room.speaker.reach(1)
    room.teller.acted()
    room.teller.pause()
    assert (
        room.caption() == "The voice has stopped. The same key lets it go on." and not room.narrator.speaking
    )
    room.teller.acted()
    room.teller.pause()
    assert room.said() == ["To go on, choose: Go on"]
    room.speaker.reach(None)
    room.teller.acted()
    room.teller.pause()
    assert room.said() == ["Everything has been said."]


def test_the_last_sentence_is_said_again() -> None:
    room = Room()
    room.teller.say_last_again()
    assert room.said() == ["Nothing has been said yet."]
    room.desk.show(page=2, screen=Tell(title=t("Second")))
    room.speaker.reach(0)
    room.teller.acted()
    room.teller.say_last_again()
    assert room.said() == ["Second", "To go on, choose: Go on"]


def test_changes_of_comfort_are_confirmed_and_what_was_said_goes_on() -> None:
    room = Room()
    room.desk.show(page=2, screen=Tell(title=t("Second")))
    room.speaker.reach(1)
    room.teller.acted()
    comfort = replace(room.desk.stage.comfort, volume=4, rate=4)
    room.desk.show(comfort=comfort)
    assert room.said() == ["Loudness 5 of 5.", "Speed 5 of 7.", "To go on, choose: Go on"]
    assert (room.speaker.said[-1].volume, room.speaker.said[-1].rate) == (1.0, 1.25)
    room.desk.show(comfort=replace(comfort, curtain=True))
    assert room.said() == ["The screen is covered.", "To go on, choose: Go on"]
    room.desk.show(comfort=comfort)
    assert room.said()[0] == "The screen can be seen again."
    room.desk.show(comfort=replace(comfort, voice=False))
    assert room.caption() == "It is silent" and not room.narrator.speaking
    room.desk.show(comfort=comfort)
    assert room.said() == ["It reads to you"]
    said = len(room.speaker.said)
    room.desk.show(comfort=replace(comfort, size=4))
    assert len(room.speaker.said) == said, "what is only seen is seen"


def test_a_curtain_that_is_drawn_with_a_new_page_is_said_once_and_first() -> None:
    room = Room()
    room.desk.show(page=2, screen=Tell(title=t("Second")), comfort=Comfort(curtain=True))
    assert room.said() == ["The screen is covered.", "Second", "To go on, choose: Go on"]


def test_a_part_is_told_with_what_stands_on_it() -> None:
    room = Room()
    with_headphones(room, PERSONAL)
    room.teller.turned(1, 2, ())
    assert room.said()[0].startswith("Your number"), "the page comes first"
    room.speaker.reach(None)
    assert room.said() == ["Part 1 of 2."]
    room.teller.turned(2, 2, ["ID. **** 002X", "More 1/2"])
    assert room.said() == [
        "Part 2 of 2.",
        "ID: ending in zero zero two X",
        "Please look at this one.",
        "More 1/2",
    ]


def test_a_tally_is_said_again_as_it_stands() -> None:
    room = Room()
    rows = (Row(key="m", label=t("Mobile"), start=2), Row(key="u", label=t("Unicom")))
    room.desk.show(page=2, screen=Tally(title=t("How many?"), rows=rows))
    room.teller.counted(t("Mobile"), 3)
    room.teller.repeat()
    assert room.said()[1:3] == ["Mobile: 3", "Unicom: 0"]
    room.desk.show(page=3, screen=Tally(title=t("How many now?"), rows=rows))
    assert room.said()[1] == "Mobile: 2"


def test_a_yes_and_a_no_are_buttons_and_keys_are_explained() -> None:
    room = Room()
    room.desk.show(page=2, screen=Agree(title=t("Shall we?"), yes=t("Yes, do"), no=t("No")))
    room.teller.acted()
    room.teller.focused("Yes, do", 2, 7)
    assert room.said() == ["Yes, do, button, number 2 of 7"]
    room.teller.explain(t("Speak louder"))
    assert room.said() == ["Speak louder"]


def test_the_question_whether_anybody_is_there_is_said_every_ten_seconds() -> None:
    room = Room()
    with_headphones(room, PERSONAL)
    for seconds in (45, 35, 25):
        room.desk.show(alert=Patience().question(180.0 + 45 - seconds))
        assert f"It closes in {seconds} seconds." in room.said() and len(room.said()) == 5
