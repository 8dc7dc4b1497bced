"""Making it easier to reach: each way is switched on and off, and switches are tried before they are used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.devices.absent import NoScanner
from kiosk.domain.comfort import PACES, Comfort, Hand, Switches
from kiosk.journeys.comfort import Settled, make_comfortable
from kiosk.screens import TryOut, choices_of
from tests.talks import Talk, a_talk

TRY_ONE, TRY_TWO = "Try it: press when the frame is on the star", "Try it: choose the star"


class Place:
    """Where the comfort of a visit is kept."""

    def __init__(self, comfort: Comfort) -> None:
        self.comfort = comfort

    def change(self, comfort: Comfort) -> None:
        self.comfort = comfort


@contextmanager
def easier(comfort: Comfort | None = None) -> Iterator[tuple[Place, Talk]]:
    place = Place(comfort or Comfort())
    settled = Settled(lambda: place.comfort, place.change, NoScanner())
    with a_talk(lambda: make_comfortable(settled, first=False)) as talk:
        yield place, talk.press("Easier to reach")


def pressed(*labels: str, of: Comfort | None = None) -> Comfort:
    """Return the comfort that pressing these leads to."""
    with easier(of) as (place, talk):
        talk.press(*labels)
        assert talk.outcome is True
        return place.comfort


def test_what_can_be_seen_is_switched_on_and_off_at_once() -> None:
    low = pressed("Everything lower")
    assert low == Comfort(low=True)
    assert pressed("Everything lower", of=low) == Comfort()
    left = pressed("For the left hand")
    assert left == Comfort(hand=Hand.LEFT)
    assert pressed("For the left hand", of=left) == Comfort()
    lens = pressed("Magnifier")
    assert lens == Comfort(lens=True)
    assert pressed("Magnifier", of=lens) == Comfort()


def test_what_is_on_is_marked() -> None:
    everything = Comfort(low=True, hand=Hand.LEFT, lens=True, exploring=True, switches=Switches.TWO)
    for comfort, marked in ((Comfort(), 0), (everything, 5)):
        with easier(comfort) as (_, talk):
            assert sum(option.chosen for option in talk.screen.options) == marked  # type: ignore[attr-defined]


def test_listening_with_a_finger_is_explained_first_and_needs_the_voice() -> None:
    silent = Comfort(voice=False)
    on = pressed("Listen with your finger", "Yes, switch it on", of=silent)
    assert on == Comfort(exploring=True)
    assert pressed("Listen with your finger", "No, keep it as it was", of=silent) == silent
    assert pressed("Listen with your finger", of=on) == Comfort()


def test_one_switch_is_tried_at_the_visitors_own_pace() -> None:
    with easier() as (place, talk):
        talk.press("Switches", "One switch", "Slower", "Slower", "Faster")
        screen = talk.screen
        assert isinstance(screen, TryOut)
        assert (screen.switches, screen.pace) == (Switches.ONE, Comfort().pace + 1)
        assert place.comfort == Comfort()
        talk.press("The star", "Try once more", "The star", "Yes, use my switches")
        assert place.comfort == Comfort(switches=Switches.ONE, pace=Comfort().pace + 1)
        assert talk.titles[-4:] == [TRY_ONE, "Well done, that was the star"] * 2


def test_two_switches_need_no_pace() -> None:
    with easier() as (place, talk):
        talk.press("Switches", "Two switches")
        assert talk.title == TRY_TWO
        talk.press("The star")
        assert isinstance(talk.screen, TryOut)
        talk.press("Yes, use my switches")
        assert place.comfort == Comfort(switches=Switches.TWO)


def test_from_everywhere_a_way_leads_back_to_touch() -> None:
    used = Comfort(switches=Switches.ONE)
    back = "No, back to touch and keys"
    assert pressed("Switches", "No switches", of=used) == Comfort()
    assert pressed("Switches", "Two switches", back, of=used) == Comfort()
    assert pressed("Switches", "One switch", "The star", back, of=used) == Comfort()


def test_the_pace_ends_where_it_ends() -> None:
    for pace, label in ((0, "Faster"), (len(PACES) - 1, "Slower")):
        with easier(Comfort(pace=pace)) as (_, talk):
            talk.press("Switches", "One switch", label)
            assert talk.session.problem is not None
            assert talk.session.problem.message == "It is at its limit."


def test_one_page_holds_all_that_can_be_changed_and_one_all_that_makes_it_easier() -> None:
    with easier() as (place, talk):
        ways = [option.label.message for option in choices_of(talk.screen)]
        assert len(ways) == 6 and ways[-1] == "Keep my settings"
        talk.press("Switches", "One switch")
        for title in ("How many switches do you use?", "How is it easier for you?"):
            talk.session.back()
            assert talk.title == title
        talk.session.back()
        labels = [option.label.message for option in choices_of(talk.screen)]
        assert labels == ["Good, go on", "Text size", "Colours", "Voice", "Easier to reach", "Language"]
        assert place.comfort == Comfort()
