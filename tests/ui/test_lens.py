"""The lens: what is under the finger or has the focus, at 2.5 times the size, never over what is pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import CAPITAL_MM, Switches, Theme
from kiosk.domain.panel import PANELS
from kiosk.screens import Tell
from kiosk.text import Language, just
from kiosk.ui.lens import LEADING
from kiosk.ui.spots import thing_at
from kiosk.ui.theme import ROLES
from tests.ui.conftest import Kiosk, Opener
from tests.ui.fake_desk import stages
from tests.ui.recorder import Written, written_on
from tests.ui.test_exploring import FIRST, SECOND, TITLE, Fingertip, between, place
from tests.ui.test_keyboard import press
from tests.ui.test_layout import cut
from tests.ui.test_scanning import BAR, MOVE
from tests.ui.test_scanning import press as switch

K = Qt.Key
SMALLEST = 1.55


def lens_words(kiosk: Kiosk) -> list[Written]:
    """Return what stands in the lens; it is whole, and nothing else is."""
    lens = kiosk.window._scene.lens
    if not lens.isVisible():
        return []
    words = [text for text in written_on(kiosk.window) if QRectF(text.owner) == QRectF(lens.geometry())]
    assert cut(words, kiosk.window.rect()) == []
    return words


def seen(kiosk: Kiosk) -> str:
    return " ".join(" ".join(text.text for text in lens_words(kiosk)).split())


def test_a_finger_sees_what_lies_under_it_as_it_goes_and_nothing_when_it_lifts(opened: Opener) -> None:
    kiosk = opened("choose-4", lens=True)
    finger = Fingertip(kiosk)
    finger.land(place(kiosk, FIRST))
    assert seen(kiosk).startswith(FIRST)
    finger.slide(place(kiosk, TITLE))
    assert seen(kiosk).startswith("Hello, what")
    finger.slide(between(kiosk))
    assert seen(kiosk) == ""
    finger.slide(place(kiosk, SECOND))
    finger.lift(place(kiosk, SECOND))
    assert seen(kiosk) == ""
    assert kiosk.desk.heard() == []


def test_pressing_works_as_ever(opened: Opener) -> None:
    kiosk = opened("choose-4", lens=True)
    Fingertip(kiosk).tap(place(kiosk, SECOND))
    assert kiosk.desk.heard() == [("answer", (1, "accounts"))]


def test_keys_and_switches_are_followed(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4", lens=True)
    press(kiosk, qtbot, K.Key_Tab)
    assert seen(kiosk).startswith(FIRST)
    switched = opened("choose-4", lens=True, switches=Switches.TWO)
    switch(switched, *[MOVE] * 5)
    assert seen(switched) == BAR


def test_without_the_lens_there_is_none(opened: Opener) -> None:
    kiosk = opened("choose-4")
    Fingertip(kiosk).land(place(kiosk, FIRST))
    assert seen(kiosk) == ""


def test_it_comes_and_goes_with_the_setting(opened: Opener) -> None:
    kiosk = opened("choose-4", lens=True)
    Fingertip(kiosk).land(place(kiosk, FIRST))
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=replace(kiosk.desk.stage.comfort, lens=False)))
    assert seen(kiosk) == ""


def test_it_is_two_and_a_half_times_as_large(opened: Opener) -> None:
    kiosk = opened("choose-4", lens=True)
    Fingertip(kiosk).land(place(kiosk, FIRST))
    assert {text.place.height() for text in lens_words(kiosk)} == {round(kiosk.metrics.em * 2.5)}


@pytest.mark.parametrize("language", (Language.ZH_CN, Language.EN))
@pytest.mark.parametrize("size", range(0, len(CAPITAL_MM), 2))
@pytest.mark.parametrize("panel", PANELS)
def test_it_is_large_whole_and_never_over_what_it_shows(
    panel: str, size: int, language: Language, opened: Opener
) -> None:
    kiosk = opened("welcome", panel, size, language, lens=True)
    for name in ("choose-6", "facts", "agree", "phone", "tally-5", "review", "scan"):
        stage = stages(kiosk.desk.stage.comfort)[name]
        kiosk.desk.show(replace(stage, page=kiosk.desk.stage.page + 1))
        scene = kiosk.window._scene
        for _, _, _, rect in kiosk.window.controls():
            kiosk.window._reaching.landed(rect.center())
            thing = thing_at(scene, rect.center())
            words = lens_words(kiosk)
            assert words if thing is not None and has_room(kiosk, rect) else not words
            assert all(text.place.height() >= kiosk.metrics.em * SMALLEST for text in words)
            assert thing is None or not scene.lens.geometry().intersects(scene.place_of(thing))
            kiosk.window._reaching.lifted(lost=False)


def has_room(kiosk: Kiosk, place: QRect) -> bool:
    """Tell whether there is room for a line of the smallest words above or below a place."""
    needed = kiosk.metrics.em * 1.6 * LEADING + 2 * (kiosk.metrics.gap // 2) + kiosk.metrics.gap
    return max(place.top(), kiosk.panel.height - 1 - place.bottom()) >= round(needed)


def test_what_has_no_room_at_all_follows_the_finger(opened: Opener) -> None:
    kiosk = opened("welcome", "compact", 4, lens=True)
    words = " ".join(f"word{number}" for number in range(40))
    kiosk.desk.show_screen(Tell(title=just("Long"), body=(just(words),)), visit=1)
    scene = kiosk.window._scene
    long = next(thing for thing in scene.page.things() if thing.accessibleName().startswith("word0"))
    finger, there = Fingertip(kiosk), scene.place_of(long)
    finger.land(there.topLeft() + QPoint(40, 4))
    first = seen(kiosk)
    finger.slide(there.bottomLeft() + QPoint(40, -4))
    assert first.startswith("word0")
    assert seen(kiosk) not in {"", first}


@pytest.mark.parametrize("theme", Theme)
def test_its_words_stand_out_in_every_theme(theme: Theme, opened: Opener) -> None:
    kiosk = opened("choose-4", lens=True, theme=theme)
    Fingertip(kiosk).land(place(kiosk, FIRST))
    image = kiosk.window._scene.lens.grab().toImage()
    points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 7)]
    colours = {image.pixelColor(*point).name() for point in points}
    assert {ROLES[theme].surface.lower(), ROLES[theme].ink.lower()} <= colours
