"""Keys for somebody who hears: louder, spelled, one by one, explained, and a covered screen."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import SPEECH_RATES, VOLUMES, Comfort
from kiosk.domain.keys import WHAT_KEYS_DO, keys_with
from kiosk.domain.panel import PANELS
from kiosk.text import Hearing, Language, PersonName, t
from kiosk.ui.buttons import Card
from kiosk.ui.calendar import CalendarSheet
from kiosk.ui.face import BusySign, Face
from kiosk.ui.field import Field
from kiosk.ui.keyboard import DEEDS, Deed
from kiosk.ui.piece import Touchable
from kiosk.ui.qr import QrCode, Remaining
from kiosk.ui.signing import SigningBox
from kiosk.ui.tally import Counter
from kiosk.voice.things import things_named
from tests.ui.conftest import Kiosk, Opener
from tests.ui.fake_desk import FewWords, stages
from tests.ui.made_up import Author
from tests.ui.recorder import written_on
from tests.ui.test_keyboard import focused, press
from tests.ui.test_touch import LEFT

K = Qt.Key
COVERED = "The screen is covered. Press the curtain key to uncover it."


def with_headphones(kiosk: Kiosk) -> Kiosk:
    kiosk.desk.show(replace(kiosk.desk.stage, hearing=Hearing.HEADPHONES))
    return kiosk


# ------------------------------------------------------------------------------------- sounds


@pytest.mark.parametrize(
    ("key", "change"),
    [
        (K.Key_F9, {"volume": 4}),
        (K.Key_VolumeDown, {"volume": 2}),
        (K.Key_F7, {"rate": 4}),
        (K.Key_Minus, {"rate": 2}),
        (K.Key_F11, {"curtain": True}),
    ],
)
def test_keys_change_the_voice_and_draw_the_curtain(
    key: Qt.Key, change: dict[str, object], opened: Opener, qtbot: QtBot
) -> None:
    kiosk = opened()
    press(kiosk, qtbot, key)
    wanted = replace(kiosk.desk.stage.comfort, **change)  # type: ignore[arg-type]
    assert kiosk.desk.heard() == [("change_comfort", wanted)]


def test_at_the_ends_of_a_scale_that_is_said_and_at_rest_nothing_changes(
    opened: Opener, qtbot: QtBot
) -> None:
    kiosk = opened()
    ends = replace(kiosk.desk.stage.comfort, volume=len(VOLUMES) - 1, rate=len(SPEECH_RATES) - 1)
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=ends))
    press(kiosk, qtbot, K.Key_F9, K.Key_F7)
    assert kiosk.desk.heard() == [] and kiosk.remarks == ["It is at its limit."] * 2
    resting = opened("welcome")
    press(resting, qtbot, K.Key_F9, K.Key_F11)
    assert resting.desk.heard() == [] == resting.remarks


def test_the_voice_is_stopped_asked_again_and_told_of_a_plug(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened(keys=keys_with({"headphones_in": ("F15",), "headphones_out": ("F16",)}))
    press(kiosk, qtbot, K.Key_P, K.Key_F4, K.Key_R, K.Key_F15, K.Key_F16)
    told = [event for event in kiosk.events if event != "interrupt"]
    assert told == ["pause", "pause", "sentence", "plugged True", "plugged False"]
    assert kiosk.events[:2] == ["interrupt", "pause"], "it is silent before it is asked to be"


def test_what_has_the_focus_is_spelled_and_on_a_pad_what_is_typed(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    press(kiosk, qtbot, K.Key_F5, K.Key_Tab, K.Key_F5)
    spelled = [said for said in kiosk.heard if said.startswith("spell")]
    assert spelled == ["spell Hello, what would you like to do?", "spell Phone numbers under my name"]
    typing = opened("phone")
    press(typing, qtbot, K.Key_1, K.Key_3, K.Key_F5, K.Key_Tab, K.Key_F5)
    assert typing.heard[-3:] == ["so far 13", "1 1/18", "so far 13"]
    while focused(typing) != "Go on":
        press(typing, qtbot, K.Key_Tab)
    press(typing, qtbot, K.Key_F5)
    assert typing.heard[-1] == "spell Go on"


def test_a_hall_may_have_other_keys(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened(keys=keys_with({"act": ("F20",), "next": ("F21", "Tab"), "help": ("Return",)}))
    press(kiosk, qtbot, K.Key_F21, K.Key_F1, K.Key_Space, K.Key_F20, K.Key_Return)
    assert kiosk.desk.heard() == [("answer", (1, "one-id")), ("help", None)]


# ------------------------------------------------------------------------------- one by one


def test_by_ear_the_arrows_go_through_everything_one_by_one(opened: Opener, qtbot: QtBot) -> None:
    kiosk = with_headphones(opened("facts", "landscape"))
    names = [name for name, _, usable, _ in kiosk.window.controls() if usable]
    walked = []
    for _ in names:
        walked.append(focused_name(kiosk))
        press(kiosk, qtbot, K.Key_Down)
    assert walked == names and focused_name(kiosk) == names[0]
    assert "read Numbers in use. 7 numbers. As of today, 9:05" in kiosk.heard
    assert "Yes, all are mine 1/7" in kiosk.heard, "its place is told among what can be pressed"
    press(kiosk, qtbot, K.Key_Up)
    assert focused_name(kiosk) == "End"
    press(kiosk, qtbot, K.Key_Tab)
    assert focused_name(kiosk) == "Yes, all are mine"


def focused_name(kiosk: Kiosk) -> str:
    widget = kiosk.window.focusWidget()
    assert widget is not None
    return widget.accessibleName()


def test_by_ear_left_and_right_turn_the_parts(opened: Opener, qtbot: QtBot) -> None:
    kiosk = with_headphones(opened("choose-9"))
    assert kiosk.heard == []
    kiosk.desk.show(replace(kiosk.desk.stage, page=2))
    assert kiosk.heard == ["part 1/2 0"]
    press(kiosk, qtbot, K.Key_Right)
    assert kiosk.window.part == 2 and kiosk.heard[-1].startswith("part 2/2 ")
    press(kiosk, qtbot, K.Key_Left)
    assert kiosk.window.part == 1
    short = with_headphones(opened("choose-2"))
    press(short, qtbot, K.Key_Right)
    assert short.remarks == ["This page has one part only."]


def test_by_ear_the_arrows_go_on_through_every_part(opened: Opener, qtbot: QtBot) -> None:
    kiosk = with_headphones(opened("choose-9"))
    press(kiosk, qtbot, *[K.Key_Down] * 10)
    assert kiosk.window.part == 2 and kiosk.heard[-1] == "Stop unwanted calls 9/14"
    press(kiosk, qtbot, K.Key_Down)
    assert kiosk.heard[-1] == "Back 10/14" and not any("More" in said for said in kiosk.heard)
    press(kiosk, qtbot, *[K.Key_Up] * 9)
    assert kiosk.window.part == 1 and kiosk.heard[-1] == "Phone numbers under my name 1/14"
    press(kiosk, qtbot, K.Key_Right, K.Key_Down)
    first = kiosk.heard[-1]
    press(kiosk, qtbot, K.Key_Up, K.Key_Right, K.Key_Right, K.Key_Up)
    assert kiosk.window.part == 1 and first.endswith("/14")


def test_a_stage_that_changes_leaves_the_keyboard_where_it_reads(opened: Opener, qtbot: QtBot) -> None:
    kiosk = with_headphones(opened("facts"))
    press(kiosk, qtbot, K.Key_Down, K.Key_Down)
    here = focused_name(kiosk)
    kiosk.desk.show(replace(kiosk.desk.stage, helper_called=True))
    assert focused_name(kiosk) == here
    turning = opened("choose-9")
    while not focused(turning).startswith("More"):
        press(turning, qtbot, K.Key_Tab)
    turning.desk.show(replace(turning.desk.stage, comfort=replace(turning.desk.stage.comfort, size=2)))
    assert focused(turning).startswith("More")


def test_a_key_that_cannot_act_says_why(opened: Opener, qtbot: QtBot) -> None:
    kiosk = with_headphones(opened("facts"))
    press(kiosk, qtbot, K.Key_Down, K.Key_Return, K.Key_5)
    kiosk.desk.show(replace(kiosk.desk.stage, can_go_back=False))
    press(kiosk, qtbot, K.Key_Escape)
    press(kiosk, qtbot, K.Key_Tab, K.Key_Return)
    kiosk.desk.show(replace(kiosk.desk.stage, waiting=True))
    press(kiosk, qtbot, K.Key_Return)
    assert kiosk.remarks == [
        "There is nothing to press here. The arrows go on.",
        "There is nothing to type here.",
        "You cannot go back from here.",
        "One moment, please.",
    ]
    assert kiosk.desk.heard() == [("answer", (1, "mine"))]


def test_what_cannot_be_typed_says_why(opened: Opener, qtbot: QtBot) -> None:
    kiosk = with_headphones(opened("code"))
    press(kiosk, qtbot, K.Key_X, K.Key_Delete, *[K.Key_1, K.Key_2] * 3, K.Key_3)
    assert kiosk.remarks == ["This sign is not used here.", "No more signs fit. Go on, or delete some."]
    assert kiosk.heard == ["typed clear", *["typed 1", "typed 2"] * 3]
    while not isinstance(kiosk.window.focusWidget(), Field):
        press(kiosk, qtbot, K.Key_Down)
    assert kiosk.heard[-1] == "so far 121212"


def test_digits_and_counts_need_no_keys_but_the_arrows_and_the_round_one(
    opened: Opener, qtbot: QtBot
) -> None:
    kiosk = with_headphones(opened("code"))
    for digit in "408":
        while focused_name(kiosk) != digit:
            press(kiosk, qtbot, K.Key_Down)
        press(kiosk, qtbot, K.Key_Return)
    assert [said for said in kiosk.heard if said.startswith("typed")] == ["typed 4", "typed 0", "typed 8"]
    tally = with_headphones(opened("tally-5"))
    while focused_name(tally) != "One less: Trial Telecom":
        press(tally, qtbot, K.Key_Down)
    press(tally, qtbot, K.Key_Return, K.Key_Return, K.Key_Return)
    assert tally.heard[-3:] == ["Trial Telecom 1", "Trial Telecom 0", "Trial Telecom 0"]
    assert focused_name(tally) == "One less: Trial Telecom", "the keyboard stays where it was"
    press(tally, qtbot, K.Key_Up)
    assert tally.heard[-1] == "read Trial Telecom: 0"


# ------------------------------------------------------------------ everything has words of its own


NAMED_BY_THEMSELVES = (QrCode, Remaining, BusySign, Face, SigningBox, Counter, Field, CalendarSheet)
"""Pieces whose name is no value of the screen, or which the teller asks for what is typed."""


@pytest.mark.parametrize("panel", PANELS)
def test_whatever_is_read_or_chosen_is_known_to_the_voice(panel: str, opened: Opener) -> None:
    kiosk = opened("welcome", panel)
    author = Author(Random(panel), chinese=False)
    samples = list(stages(Comfort(language=Language.EN)).values())
    samples += [replace(samples[1], screen=author.screen()) for _ in range(30)]
    unknown = []
    for page, stage in enumerate(samples, 100):
        kiosk.desk.show(replace(stage, page=page))
        for _ in range(kiosk.window.parts):
            unknown += [
                thing.accessibleName()
                for _, thing in kiosk.window._scene.page.everything()
                if isinstance(thing, Card) or not isinstance(thing, (Touchable, *NAMED_BY_THEMSELVES))
                if not things_named(thing.accessibleName(), kiosk.desk.stage, FewWords(Language.EN))
            ]
            kiosk.window.next_part()
    assert set(unknown) <= {"What you were doing is covered, and kept for you.", "A clock, in no hurry."}


# --------------------------------------------------------------------------------------- key help


UNPRESSABLE = ("Key_Media", "Key_Tools", "Key_Launch")
"""QTest cannot press these."""


def test_in_key_help_every_key_is_told_and_none_acts(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("code")
    press(kiosk, qtbot, K.Key_7, K.Key_Tab)
    before = (kiosk.window._doing.draft.typed, focused(kiosk), kiosk.window.part)
    kiosk.heard.clear()
    press(kiosk, qtbot, K.Key_F12)
    kiosk.events.clear()
    for key, deed in DEEDS.items():
        if deed is not Deed.KEYS and not Qt.Key(key).name.startswith(UNPRESSABLE):
            press(kiosk, qtbot, Qt.Key(key))
            assert kiosk.remarks[-1] == WHAT_KEYS_DO[deed.value.replace(" ", "_")].message
    for key, told in (
        (K.Key_5, "Type {sign}"),
        (K.Key_X, "Type {sign}"),
        (K.Key_Backspace, "Delete the last sign"),
        (K.Key_Delete, "Delete everything typed"),
        (K.Key_Q, "This key does nothing here."),
    ):
        press(kiosk, qtbot, key)
        assert kiosk.remarks[-1] == told
    after = (kiosk.window._doing.draft.typed, focused(kiosk), kiosk.window.part)
    assert after == before and kiosk.desk.heard() == [] and kiosk.heard == []
    assert set(kiosk.events) == {"interrupt"}
    press(kiosk, qtbot, K.Key_H, K.Key_F1)
    assert kiosk.remarks[-1] == "Now keys work again." and kiosk.desk.heard() == [("help", None)]


def test_key_help_is_seen_by_somebody_without_voice(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=Comfort(language=Language.EN, voice=False)))
    strip = kiosk.window._scene.captions
    press(kiosk, qtbot, K.Key_Tab)
    assert not strip.isVisible()
    press(kiosk, qtbot, K.Key_H)
    assert kiosk.window._scene.captions.isVisible() and focused(kiosk) == "Phone numbers under my name"
    press(kiosk, qtbot, K.Key_H)
    assert not kiosk.window._scene.captions.isVisible()


# --------------------------------------------------------------------------------------- the curtain


def colours_of(kiosk: Kiosk) -> set[int]:
    image = kiosk.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 3)}


def test_a_covered_screen_is_one_colour_whatever_comes(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("facts", "compact")
    assert len(colours_of(kiosk)) > 1
    covered = replace(kiosk.desk.stage.comfort, curtain=True)
    signed = PersonName("王秀英")
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=covered, signed_in=signed, helper_called=True))
    assert len(colours_of(kiosk)) == 1
    press(kiosk, qtbot, K.Key_Tab)
    kiosk.desk.show(replace(kiosk.desk.stage, alert=t("Are you still there?")))
    assert len(colours_of(kiosk)) == 1, "an alert does not uncover it"
    larger = replace(covered, size=4)
    kiosk.desk.show(replace(kiosk.desk.stage, alert=None, comfort=larger, page=7))
    assert len(colours_of(kiosk)) == 1, "nor does another look"
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=replace(larger, curtain=False)))
    assert len(colours_of(kiosk)) > 1


def test_the_visit_goes_on_by_keys_below_a_covered_screen(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=Comfort(language=Language.EN, curtain=True)))
    press(kiosk, qtbot, K.Key_Down, K.Key_Down)
    assert kiosk.heard == ["read No hurry. We go step by step.", "Phone numbers under my name 1/9"]
    press(kiosk, qtbot, K.Key_Return, K.Key_F11)
    assert kiosk.desk.heard() == [
        ("answer", (1, "one-id")),
        ("change_comfort", Comfort(language=Language.EN)),
    ]


def touch(kiosk: Kiosk) -> None:
    """Touch the middle of the window, whatever is there."""
    kiosk.clock.now += 1
    middle = kiosk.window.rect().center()
    target = kiosk.window.childAt(middle)
    assert target is not None
    QTest.mouseClick(target, LEFT, pos=target.mapFrom(kiosk.window, middle))


def test_a_touch_on_a_covered_screen_acts_on_nothing_and_says_so(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-9")
    press(kiosk, qtbot, K.Key_Down)
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=Comfort(language=Language.EN, curtain=True)))
    touch(kiosk)
    finger = QTest.createTouchDevice()
    place = QPoint(300, 900)
    QTest.touchEvent(kiosk.window, finger).press(0, place, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, finger).release(0, place, kiosk.window).commit()
    assert kiosk.remarks == [COVERED] * 2 and kiosk.desk.heard() == []
    assert ("touched", None) in kiosk.desk.told


def test_where_no_key_was_used_a_touch_uncovers_the_screen(opened: Opener) -> None:
    kiosk = opened("choose-9")
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=Comfort(language=Language.EN, curtain=True)))
    touch(kiosk)
    assert kiosk.remarks == []
    assert kiosk.desk.heard() == [("change_comfort", Comfort(language=Language.EN))]


def test_a_finger_that_explores_reaches_what_is_covered(opened: Opener) -> None:
    kiosk = opened("choose-9")
    exploring = Comfort(language=Language.EN, curtain=True, exploring=True)
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=exploring))
    target = kiosk.window.childAt(kiosk.window.rect().center())
    assert isinstance(target, Card) and len(colours_of(kiosk)) == 1


# ------------------------------------------------------------------------------------------ signs


def test_the_status_line_tells_that_nobody_else_hears_it(opened: Opener) -> None:
    kiosk = opened("choose-2")
    assert not any("You alone hear it" in text.text for text in written_on(kiosk.window))
    with_headphones(kiosk)
    assert any("You alone hear it" in text.text for text in written_on(kiosk.window))
