"""The button to speak: in its place on every screen, pressed while the kiosk listens, only with an ear."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.comfort import Comfort
from kiosk.domain.comfort import Hand as Side
from kiosk.domain.panel import PANELS
from kiosk.journeys.talking import Command
from kiosk.screens import Tell
from kiosk.text import Language, t
from kiosk.ui.metrics import LEAST_GAP_MM
from kiosk.visit.talking import Talk
from tests.ui.conftest import Kiosk, Opener
from tests.ui.fake_desk import FACTS, stages
from tests.ui.test_layout import wrong_with

HEARS = Talk(possible=True)
LISTENS = Talk(possible=True, listening=True)
ENDS = [(panel, size, language) for panel in PANELS for size in (0, 4) for language in ("zh_CN", "en")]


def talk_to(kiosk: Kiosk, talk: Talk) -> Kiosk:
    kiosk.desk.show(replace(kiosk.desk.stage, talk=talk))
    return kiosk


def turn(wish: Command) -> Talk:
    return Talk(possible=True, turn=1, remark=t("I heard: {name}", name="…"), wish=wish)


@pytest.mark.parametrize(("panel", "size", "language"), ENDS)
def test_every_stage_is_whole_with_the_button_in_its_place(
    panel: str, size: int, language: str, opened: Opener
) -> None:
    comfort = Comfort(language=Language(language), size=size, talking=True)
    kiosk = opened("welcome", panel, size, Language(language))
    wrong, places = [], set()
    for number, (name, stage) in enumerate(stages(comfort).items()):
        talk = LISTENS if number % 2 else HEARS
        wrong += wrong_with(kiosk, name, replace(stage, visit=1, talk=talk), set())
        places.add(kiosk.window.controls()[-6][3].getRect())
    assert not wrong, "\n".join(wrong)
    assert len(places) == 1


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("comforts", [{"voice": False}, {"low": True}, {"hand": Side.LEFT}])
def test_it_stands_clear_of_status_captions_and_bar(
    panel: str, comforts: dict[str, Any], opened: Opener
) -> None:
    for size in (0, 3, 4):
        kiosk = talk_to(opened("choose-4", panel, size, talking=True, **comforts), LISTENS)
        scene = kiosk.window._scene
        assert scene.talk is not None
        place, gap = scene.place_of(scene.talk), LEAST_GAP_MM * kiosk.panel.pixels_per_mm
        assert not place.intersects(scene.place_of(scene.status))
        assert not place.intersects(scene.place_of(scene.captions)) and scene.captions.isVisible()
        assert min(scene.place_of(button).top() for button in scene.bar.buttons) - place.bottom() > gap
        assert kiosk.window.rect().contains(place)


def test_nobody_has_it_where_nobody_listens_or_it_is_not_wanted(opened: Opener) -> None:
    for talk, talking in ((Talk(), True), (HEARS, False)):
        kiosk = talk_to(opened("choose-4", talking=talking), talk)
        assert kiosk.window._scene.talk is None and len(kiosk.window._scene.around) == 5


def test_a_touch_or_the_key_has_the_kiosk_listen_and_it_is_seen(opened: Opener) -> None:
    kiosk = talk_to(opened("choose-4", talking=True), HEARS)
    button = kiosk.window._scene.talk
    assert button is not None and button.accessibleName() == "Speak"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    kiosk.clock.now += 1
    QTest.keyClick(kiosk.window, Qt.Key.Key_T)
    assert [said for said, _ in kiosk.desk.heard()] == ["talk", "talk"]
    assert kiosk.events == ["interrupt", "interrupt"], "the kiosk's own voice is silent"
    talk_to(kiosk, LISTENS)
    assert button.accessibleName() == "Stop"
    assert kiosk.window._scene.status.accessibleName().startswith("Listening. Speak now.")
    talk_to(kiosk, replace(HEARS, thinking=True))
    assert button.accessibleName() == "Stop", "what it makes out can still be taken back"
    assert kiosk.window._scene.status.accessibleName().startswith("One moment")
    talk_to(kiosk, HEARS)
    assert button.accessibleName() == "Speak"


def test_switches_reach_it_and_the_finger_hears_it(opened: Opener) -> None:
    kiosk = talk_to(opened("choose-4", talking=True), HEARS)
    assert [stop.accessibleName() for stop in kiosk.window._scene.stops()][-6:-4] == ["Speak", "Back"]
    QTest.keyClick(kiosk.window, Qt.Key.Key_F13)
    for _ in range(4):
        kiosk.clock.now += 1
        QTest.keyClick(kiosk.window, Qt.Key.Key_F13)
    spot = kiosk.window._reaching._scanner.spot
    assert spot is not None and spot.name == "Speak"


def test_next_turns_the_parts_and_only_then_goes_on(opened: Opener) -> None:
    kiosk = opened("tell", "compact", 4)
    long = Tell(title=t("The other keys"), facts=FACTS * 3)
    kiosk.desk.show(replace(kiosk.desk.stage, page=2, screen=long))
    assert kiosk.window.parts > 1
    for number in range(1, kiosk.window.parts):
        talk_to(kiosk, replace(turn(Command.NEXT), turn=number))
        assert kiosk.window.part == number + 1 and kiosk.desk.heard() == []
    talk_to(kiosk, replace(turn(Command.NEXT), turn=99))
    assert kiosk.desk.heard() == [("answer", (2, None))]


def test_next_on_a_page_of_one_part_says_so_and_again_leaves_the_page(opened: Opener) -> None:
    kiosk = talk_to(opened("choose-2"), turn(Command.NEXT))
    assert kiosk.remarks == ["This page has one part only."]
    talk_to(kiosk, replace(turn(Command.AGAIN), turn=2))
    assert kiosk.window.part == 1 and kiosk.desk.heard() == []
