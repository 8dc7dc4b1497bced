"""What is for headphones sounds in headphones alone, whoever is quicker."""

from __future__ import annotations

from dataclasses import replace

from kiosk.text import Hearing
from kiosk.voice.private import PrivateSpeaker
from tests.voice.fakes import FakeSpeaker, utterance

ALOUD = utterance(1, "For everybody")
ALONE = replace(utterance(2, "Your number"), hearing=Hearing.HEADPHONES)


def test_what_is_for_one_visitor_needs_headphones() -> None:
    engine = FakeSpeaker()
    private = PrivateSpeaker(engine)
    for said in (ALOUD, ALONE):
        private.speak(said, lambda _: None)
    assert engine.said == [ALOUD] and engine.stops == 1, "what was said before it is over"
    private.hear(True)
    private.speak(ALONE, lambda _: None)
    assert engine.said == [ALOUD, ALONE]


def test_pulled_out_it_is_silent_at_once_and_says_nothing_more_of_it() -> None:
    engine = FakeSpeaker()
    private = PrivateSpeaker(engine)
    private.hear(False)
    private.hear(True)
    private.hear(True)
    assert engine.stops == 0
    private.speak(ALONE, lambda _: None)
    private.hear(False)
    assert engine.stops == 1
    private.speak(ALONE, lambda _: None)
    private.speak(ALOUD, lambda _: None)
    assert engine.said == [ALONE, ALOUD]


def test_silence_and_the_end_go_through() -> None:
    engine = FakeSpeaker()
    private = PrivateSpeaker(engine)
    private.stop()
    private.close()
    assert engine.stops == 1 and engine.closed
