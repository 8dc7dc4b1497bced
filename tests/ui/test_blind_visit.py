"""A blind visitor's whole visit by six keys and headphones, from the transcript alone (A10, A16, A24)."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.text import Hearing, Language
from tests.ui.blind import DOWN, LEFT, RIGHT, UP, a_blind_visitor


def test_a_blind_visitors_visit_by_keys_alone(qtbot: QtBot) -> None:
    with a_blind_visitor() as (blind, desk):
        heard = blind.plug_in()
        assert heard[:2] == ["您好，我在您的耳机里说话。", "我说的话，别人听不到。"]
        assert blind.take("English")[0] == "Hello."
        assert blind.take("Cover the screen")[0] == "The screen is covered."
        image = blind.window.grab().toImage()
        assert {image.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 800, 7)} == {0xFF000000}

        assert "What can we do for you?" in blind.take("Begin")
        blind.take("Fraud, and my ID", "Numbers under my ID")
        blind.take("Look it up now", "Yes, look it up")
        blind.take("A code by SMS", "Mobile")
        blind.type("13800001234")
        assert "one three eight zero zero zero zero one two three four" in blind.go_to("Typed so far")[0]
        assert "Type 6 digits." in blind.take("Send me the code")
        blind.type("123456")
        heard = blind.take("This is the code")
        assert "Signed in: Wang" in heard and "4 numbers run under your ID" in heard
        heard = blind.take("Go on", "Show my numbers at Mobile")
        second = "one three nine, four hidden digits, tail number two two two two"
        assert f"Two: {second}" in heard

        for _ in range(3):
            desk.clock.now += 180 if desk.reception.stage.alert is None else 10
            desk.reception.tick()
            assert blind.hears()[0] == "Are you still there?"
        assert second in blind.go_to(second)[0], "any key says that she is"
        assert "Do you want to leave?" in blind.take("End")
        heard = blind.take("Yes, leave")
        assert heard[0] == "The screen can be seen again." and "Nothing of yours is kept here." in heard
        assert desk.operators.signed_out and desk.reception.stage.visit == 0
        assert "按圆键就开始。" in blind.take("No, goodbye")


def test_pulled_out_in_the_middle_nothing_of_hers_reaches_the_loudspeaker(qtbot: QtBot) -> None:
    with a_blind_visitor() as (blind, desk):
        blind.plug_in()
        blind.take("English", "Begin", "Fraud, and my ID", "Numbers under my ID")
        blind.take("Look it up now", "Yes, look it up", "A code by SMS", "Mobile")
        blind.type("138")
        stops = blind.speaker.stops
        blind.press(DOWN)
        blind.plug(False)
        assert blind.speaker.stops >= stops and blind.hears() == []
        blind.transcript.clear()
        blind.press(*[DOWN] * 25, *[UP] * 25, RIGHT, LEFT)
        aloud = " ".join(blind.transcript)
        assert "A digit" in aloud and "3 digits are typed" in aloud
        words = set(aloud.replace(",", " ").split())
        assert not words & {"zero", "three", "four", "five", "six", "seven", "eight", "nine", "138"}
        assert desk.reception.stage.hearing is Hearing.SPEAKER
        assert desk.reception.stage.comfort.language is Language.EN
