"""Whoever puts headphones in is told how the keys work, and may cover the screen first."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.catalogues import words_of
from kiosk.devices.absent import NoScanner
from kiosk.domain.comfort import Comfort
from kiosk.domain.keys import USUAL_KEYS, keys_with
from kiosk.journeys.by_ear import hear_first, the_other_keys
from kiosk.journeys.comfort import Settled
from kiosk.screens import Choose
from kiosk.text import Hearing, Language
from tests.talks import Talk, a_talk

HELLO, KEYS = "Hello. You hear me in your headphones.", "The other keys"


@dataclass
class Room:
    comfort: Comfort = field(default_factory=Comfort)

    def change(self, comfort: Comfort) -> None:
        self.comfort = comfort


def labels(talk: Talk) -> list[str]:
    assert isinstance(talk.screen, Choose)
    english = words_of(Language.EN)
    return [option.label.shown(english) for option in talk.screen.options]


def test_the_keys_are_told_the_screen_is_covered_and_the_visit_begins() -> None:
    room = Room()
    settled = Settled(lambda: room.comfort, room.change, NoScanner())
    with a_talk(lambda: hear_first(settled, USUAL_KEYS, first=True)) as talk:
        talk.press("Tell me about the other keys", "Go on", "Cover the screen")
        assert room.comfort.curtain and labels(talk)[2] == "Show the screen again"
        talk.press("Show the screen again")
        assert not room.comfort.curtain
        assert talk.titles == [HELLO, KEYS, HELLO, HELLO, HELLO]
        talk.press("Begin")
        assert talk.outcome is False


def test_every_other_language_is_one_key_away_and_the_rest_can_be_changed_too() -> None:
    room = Room()
    settled = Settled(lambda: room.comfort, room.change, NoScanner())
    with a_talk(lambda: hear_first(settled, USUAL_KEYS, first=False)) as talk:
        assert labels(talk)[0] == "Good, go on" and labels(talk)[3:5] == ["粵語", "English"]
        talk.answer(Language.EN)
        assert room.comfort == Comfort(language=Language.EN)
        assert labels(talk)[3:5] == ["中文（普通话）", "粵語"]
        talk.answer(Language.ZH_CN).press("Change the voice and the screen")
        assert room.comfort == Comfort() and talk.outcome is True


def test_keys_are_told_as_this_kiosk_has_them() -> None:
    english = words_of(Language.EN)
    told = the_other_keys(keys_with({"help": ("F23",), "spell": ()})).facts
    facts = {fact.label.message: fact.value.spoken(english, Hearing.HEADPHONES) for fact in told}
    assert told[0].label.message == "Have every key explained, until this key again"
    assert facts["Get help from a person"] == "F two three"
    assert facts["Stop the voice, and let it go on"] == "F four"
    assert "Hear it sign by sign" not in facts and "Take what you are on" not in facts


def test_where_no_key_explains_the_others_nobody_says_so() -> None:
    assert the_other_keys(USUAL_KEYS).body != () == the_other_keys(keys_with({"keys": ()})).body
