"""The storyboard's parts: scripts that fit or say where they do not, and its page."""

from __future__ import annotations

import pytest

from kiosk.screens import Choose, Option, Tell
from kiosk.storyboard import walker
from kiosk.storyboard.page import Control, Shot, page_of
from kiosk.storyboard.script import LostVisitor, Scene, choose, choose_number, go_on, press
from kiosk.storyboard.stories import ONE_ID, story_named
from kiosk.storyboard.walker import Walker
from kiosk.text import t
from tests.desks import Desk, a_desk


class NoBelongings:
    def approve(self, user_code: str, person: str) -> None:
        raise AssertionError("nobody asked for the phone")

    def pay(self, payment: str, person: str) -> None:
        raise AssertionError("nobody asked for the phone")

    def last_code(self, number: str) -> str:
        raise AssertionError("nobody asked for the phone")

    def lay(self, person: str) -> None:
        raise AssertionError("nobody asked for the card")

    def lift(self) -> None:
        raise AssertionError("nobody asked for the card")


def a_walker(desk: Desk) -> Walker:
    return Walker(desk.reception, NoBelongings(), NoBelongings(), lambda: None)


def test_a_story_is_found_by_its_journeys_name() -> None:
    assert story_named("one-id") is ONE_ID
    with pytest.raises(KeyError, match="one-id, internet-accounts"):
        story_named("nothing")


def test_answers_are_found_by_words_by_place_or_given() -> None:
    screen = Choose(title=t("All is well"), options=(Option(answer=7, label=t("Go on")),))
    assert press("Go on")(screen) == choose_number(0)(screen) == choose(7)(screen) == 7
    assert go_on()(Tell(title=t("All is well"))) is None
    with pytest.raises(LostVisitor, match="no button “Back” on “All is well”"):
        press("Back")(screen)


def test_a_script_that_does_not_fit_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walker, "LONGEST_WAIT", 0.05)
    with a_desk() as desk:
        with pytest.raises(LostVisitor, match="waited for “All is well”"):
            a_walker(desk).play(Scene("All is well", go_on()))
        with pytest.raises(LostVisitor, match="did not take the answer"):
            desk.pilot.from_rest()
            a_walker(desk).play(Scene("What can we do for you?", choose("nothing")))


def test_the_page_holds_pictures_words_and_controls_and_escapes_them() -> None:
    control = Control("Yes & no", "Button", False, "20 × 20 mm")
    shots = [Shot("a.png", "<Title>", ("said",), (control,))]
    page = page_of("Storyboard", "about", [("one-id", shots)])
    for part in ("a.png", "&lt;Title&gt;", "said", "Yes &amp; no", 'class="off"', "20 × 20 mm"):
        assert part in page
