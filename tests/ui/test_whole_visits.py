"""A whole visit, from the greeting to the goodbye, with two switches, with one, or by listening finger."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from kiosk.catalogues import words_of
from kiosk.domain.comfort import Comfort, Switches
from kiosk.domain.panel import PANELS
from kiosk.text import Language
from kiosk.ui.listeners import Listeners
from kiosk.ui.window import KioskWindow
from tests.desks import Desk, a_desk
from tests.ui.fake_desk import NOON
from tests.ui.walkers import ByListening, Press, by_one_switch, by_two_switches

CHINESE = words_of(Language.ZH_CN)
TO_THE_PHONE = (
    "Fraud, and my ID",
    "Numbers under my ID",
    "Look it up now",
    "Yes, look it up",
    "A code by SMS",
)


@contextmanager
def a_window(
    listening: ByListening | None = None, panel: str = "portrait"
) -> Iterator[tuple[Desk, KioskWindow]]:
    ticks = itertools.count()
    listening = listening or ByListening()
    with a_desk() as desk:
        window = KioskWindow(
            desk.reception,
            PANELS[panel],
            words_of,
            clock=lambda: float(next(ticks)),  # no press is a tremor
            now_local=lambda: NOON,
            listeners=Listeners(focus=listening.listen, read=listening.listen),
        )
        window.open(full_screen=False)
        try:
            yield desk, window
        finally:
            window.finish()
            window.deleteLater()


def walk(desk: Desk, window: KioskWindow, press: Press) -> None:
    """Look up one's numbers, signed in by a code; every press goes through the window."""

    def go(*labels: str) -> None:
        for label in labels:
            press(window, CHINESE.translate(label))

    def go_on() -> None:
        press(window, desk.pilot.screen.proceed.shown(CHINESE))  # type: ignore[attr-defined]

    def type_in(digits: str) -> None:
        for digit in digits:
            press(window, digit)
        go_on()

    go(*TO_THE_PHONE)
    press(window, "Mobile")
    type_in("13800001234")
    type_in("123456")
    go_on()
    assert desk.pilot.title == "Do you know all of these numbers?"
    go("Yes, I know them all")
    go_on()
    go("End", "Yes, leave", "No, goodbye")
    assert desk.reception.stage.visit == 0


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("press", [by_two_switches, by_one_switch])
def test_switches_alone_finish_a_visit_that_nobody_prepared(press: Press, panel: str, qtbot: QtBot) -> None:
    with a_window(panel=panel) as (desk, window):
        desk.pilot.choose(Language.ZH_CN)
        press(window, CHINESE.translate("Yes, let us begin"))
        walk(desk, window, press)
        assert not window._reaching._scanner.on


def test_one_switch_is_tried_out_and_switched_on_by_itself(qtbot: QtBot) -> None:
    with a_window() as (desk, window):
        desk.pilot.choose(Language.ZH_CN)
        labels = ("Easier to reach", "Switches", "One switch", "Slower", "The star", "Yes, use my switches")
        for label in (*labels, "Good, go on"):
            by_one_switch(window, CHINESE.translate(label))
        comfort = desk.reception.stage.comfort
        assert (comfort.switches, comfort.pace) == (Switches.ONE, Comfort().pace + 1)
        walk(desk, window, by_one_switch)
        desk.pilot.choose(Language.ZH_CN)
        assert desk.reception.stage.comfort == Comfort()


@pytest.mark.parametrize("panel", ["portrait", "compact"])
def test_a_listening_finger_alone_finishes_a_visit(panel: str, qtbot: QtBot) -> None:
    finger = ByListening()
    with a_window(finger, panel) as (desk, window):
        desk.pilot.choose(Language.ZH_CN)
        desk.pilot.press("Easier to reach", "Listen with your finger", "Yes, switch it on")
        finger(window, CHINESE.translate("Good, go on"))
        walk(desk, window, finger)
        desk.pilot.choose(Language.ZH_CN)
        assert not desk.reception.stage.comfort.exploring
