"""Lamps in drawings blink once a second, together, without moving anything, and only while they are seen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import Comfort, Theme
from kiosk.screens import Choose, Option, Picture, Tell
from kiosk.text import Language, t
from kiosk.ui.art import Art
from kiosk.ui.labels import Illustration
from kiosk.ui.lamps import HALF_MS
from kiosk.ui.pictured import PictureCard
from kiosk.ui.theme import ROLES
from tests.ui.conftest import Kiosk, Opener

LAMP = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240" viewBox="0 0 320 240">'
    '<rect width="320" height="240" fill="#F3ECDD"/><circle cx="60" cy="60" r="40" fill="#DCCFB5"/>'
    '{before}<circle cx="60" cy="60" r="40" fill="#B3261E"/></g></svg>'
)
DRAWINGS = {"steady": LAMP.format(before="<g>"), "red": LAMP.format(before='<g id="blinks">')}
CALM = Comfort(language=Language.EN, motion=False)
LIVELY = Comfort(language=Language.EN)


@pytest.fixture(autouse=True)
def drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two drawings, until there are others: a lamp that is lit, and one that blinks."""
    read = Art._read
    monkeypatch.setattr(Art, "_read", lambda self, kind, name: DRAWINGS.get(name) or read(self, kind, name))


def colour(art: Art, name: str, *, lit: bool) -> str:
    picture = art.picture(name, 320, 240, lit=lit)
    return picture.toImage().pixelColor(60, 60).name().upper()


@pytest.mark.parametrize("theme", Theme)
def test_one_drawing_has_both_phases_and_each_is_drawn_once(theme: Theme, qapp: QApplication) -> None:
    roles = ROLES[theme]
    art = Art(roles)
    assert art.blinks("red") and not art.blinks("steady") and not art.blinks("welcome")
    assert [colour(art, "red", lit=lit) for lit in (True, False)] == [roles.alarm, roles.tone2]
    assert [colour(art, "steady", lit=lit) for lit in (True, False)] == [roles.alarm, roles.alarm]
    assert art.picture("red", 320, 240, lit=False) is art.picture("red", 320, 240, lit=False)


LOOK = Tell(title=t("Look"), body=(t("Is it lit?"),), picture=Picture(name="red", alt=t("A lamp.")))


def asked(*names: str) -> Choose[str]:
    options = tuple(
        Option(answer=name, label=t(name), picture=Picture(name=name, alt=t("A lamp."))) for name in names
    )
    return Choose(title=t("Which one looks like yours?"), options=options)


def lit(kiosk: Kiosk) -> set[bool]:
    """Return whether the lamps on this part are lit, as they are painted."""
    things = kiosk.window._scene.page.things()
    cards = [thing for thing in things if isinstance(thing, PictureCard | Illustration) and thing.blinks]
    red = ROLES[kiosk.desk.stage.comfort.theme].alarm.lower()
    shots = [card.grab().toImage() for card in cards]
    return {
        any(
            shot.pixelColor(x, y).name() == red
            for x in range(0, shot.width(), 12)
            for y in range(0, shot.height(), 12)
        )
        for shot in shots
    }


class Asked(QObject):
    """Counts what a page is asked to do."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.kinds.append(event.type())
        return False


def flashes(kiosk: Kiosk, qtbot: QtBot, seconds: float) -> Iterator[float]:
    """Yield when the lamps have turned, in seconds."""
    before, until = lit(kiosk), time.monotonic() + seconds
    while time.monotonic() < until:
        qtbot.wait(20)
        now = lit(kiosk)
        assert len(now) == 1
        if now != before:
            before = now
            yield time.monotonic()


def test_all_lamps_blink_together_about_once_a_second_and_nothing_moves(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("welcome")
    kiosk.desk.show_screen(asked("red", "steady", "red"), visit=1, comfort=LIVELY)
    places, seen = kiosk.window.controls(), Asked()
    for card in kiosk.window.findChildren(PictureCard):
        card.installEventFilter(seen)
    turns = list(flashes(kiosk, qtbot, 2.3))
    assert 2 <= len(turns) <= 5
    assert 2 * HALF_MS > 1000 / 3  # no more than three flashes in any second (WCAG 2.3.2)
    assert kiosk.window.controls() == places
    assert not {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest} & set(seen.kinds)


def test_where_nothing_may_move_lamps_stay_lit(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("welcome")
    kiosk.desk.show_screen(asked("red", "steady"), visit=1, comfort=CALM)
    assert not kiosk.window._scene.page.blinking
    assert lit(kiosk) == {True}
    assert list(flashes(kiosk, qtbot, 0.8)) == []


def test_motion_that_is_switched_off_leaves_the_lamps_lit(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("welcome")
    kiosk.desk.show_screen(asked("red", "steady"), visit=1, comfort=LIVELY)
    qtbot.waitUntil(lambda: lit(kiosk) == {False}, timeout=2000)
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=CALM))
    assert lit(kiosk) == {True}


def test_nothing_runs_while_no_lamp_is_seen(opened: Opener) -> None:
    kiosk = opened("welcome")
    for screen, blinks in (
        (asked("steady", "welcome"), False),
        (asked("red", "steady"), True),
        (LOOK, True),
        (replace(LOOK, picture=None), False),
    ):
        kiosk.desk.show_screen(screen, visit=1, comfort=LIVELY)
        assert kiosk.window._scene.page.blinking is blinks
    kiosk.desk.show_screen(asked("red", "steady"))
    kiosk.desk.show(replace(kiosk.desk.stage, alert=t("Are you still there?")))
    assert not kiosk.window._scene.page.blinking


def test_what_comes_later_falls_into_step(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("welcome")
    kiosk.desk.show_screen(LOOK, visit=1, comfort=LIVELY)
    qtbot.waitUntil(lambda: lit(kiosk) == {False}, timeout=2000)
    kiosk.desk.show(replace(kiosk.desk.stage, screen=replace(LOOK, body=(t("Now?"),))))
    assert lit(kiosk) == {False}
    qtbot.waitUntil(lambda: lit(kiosk) == {True}, timeout=2000)
