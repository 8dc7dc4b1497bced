"""Keeping one's settings on a card, and bringing them back."""

from __future__ import annotations

from binascii import crc_hqx
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from kiosk.devices.absent import NoScanner
from kiosk.devices.ports import CodeScanner, DeviceError
from kiosk.domain.comfort import Comfort, Switches, Theme
from kiosk.domain.comfort_card import card_of, comfort_on
from kiosk.journeys.comfort import Settled, make_comfortable
from kiosk.screens import Scan, Stop, Tone, choices_of
from kiosk.text import Language
from tests.talks import Talk, a_talk
from tests.visit.worlds import HeldRunner, a_stage

HERS = Comfort(Language.EN, size=4, theme=Theme.WHITE_ON_BLACK, rate=1, switches=Switches.TWO)
LATER = card_of(HERS).replace("1:", "2:")[:-5]
OF_TOMORROW = f"{LATER}*{crc_hqx(LATER.encode(), 0xFFFF):04X}"
EASIER, WAYS = "Easier to reach", "How is it easier for you?"
MENU, ASKED, SHOW = (
    "What would make it easier?",
    "Would you like to keep your settings?",
    "Please show the code with your settings",
)


class FakeScanner:
    """Codes are held before it one after the other; exceptions among them are raised."""

    present = True

    def __init__(self, *codes: str | Exception) -> None:
        self.codes = list(codes)

    def read(self, *, stop: Stop) -> str:
        code = self.codes.pop(0)
        if isinstance(code, Exception):
            raise code
        return code


class Settings:
    """The settings of a visit, and each change that was made."""

    def __init__(self, comfort: Comfort) -> None:
        self.now, self.changes = comfort, list[Comfort]()

    def change(self, comfort: Comfort) -> None:
        self.now = comfort
        self.changes.append(comfort)

    def asked(self, scanner: CodeScanner) -> Settled:
        return Settled(lambda: self.now, self.change, scanner)


@contextmanager
def talking(scanner: CodeScanner, comfort: Comfort = HERS) -> Iterator[tuple[Talk, Settings]]:
    settings = Settings(comfort)
    with a_talk(lambda: make_comfortable(settings.asked(scanner), first=False)) as talk:
        yield talk, settings


def test_settings_are_kept_by_a_photograph() -> None:
    with talking(NoScanner()) as (talk, settings):
        talk.press(EASIER, "Keep my settings")
        assert isinstance(talk.screen, Scan) and talk.screen.site is None and talk.screen.lasts is None
        assert comfort_on(talk.screen.code) == HERS
        talk.press("Good, go on")
        assert talk.outcome is True and settings.now == HERS
        assert talk.titles == [MENU, WAYS, "Take a photograph of this"]


def test_where_a_scanner_is_she_keeps_them_too() -> None:
    with talking(FakeScanner()) as (talk, settings):
        talk.press(EASIER, "Keep my settings", "Keep my settings", "Good, go on")
        assert talk.titles == [MENU, WAYS, ASKED, "Take a photograph of this"] and settings.now == HERS


def test_what_she_brings_holds_at_once_and_a_blank_screen_stays_blank() -> None:
    with talking(FakeScanner(card_of(HERS)), Comfort(curtain=True)) as (talk, settings):
        talk.press(EASIER, "Keep my settings", "I have a card")
        assert talk.titles[1:] == [WAYS, ASKED, "Your settings are back"]
        assert [comfort_on(card_of(change)) for change in settings.changes] == [HERS]
        talk.go_on()
        assert talk.outcome is True and settings.now.curtain and settings.now.size == HERS.size


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("https://pay.example/1", "That was another code. Please show the one with your settings."),
        (card_of(HERS)[:-6], "It was not read well yet. Please hold it still."),
        (OF_TOMORROW, "This code is newer than this kiosk. Please choose here."),
    ],
)
def test_a_code_that_is_no_good_is_told_kindly_and_the_next_one_taken(shown: str, words: str) -> None:
    seen: list[tuple[Tone, str]] = []
    scanner = FakeScanner(shown, card_of(HERS))
    with waiting(scanner, Comfort()) as (talk, settings, let_go):
        assert talk.title == SHOW and talk.screen.tone is Tone.CALM
        let_go()
        seen.append((talk.screen.tone, talk.screen.body[0].message))
        let_go()
        assert talk.title == "Your settings are back" and settings.now == HERS
    assert seen == [(Tone.CARE, words)]


@contextmanager
def waiting(scanner: CodeScanner, comfort: Comfort) -> Iterator[tuple[Talk, Settings, Callable[[], None]]]:
    """She has said that she has a card; nothing is read until it is let go."""
    settings, runner = Settings(comfort), HeldRunner()
    with a_stage(runner) as stage:
        talk = Talk(stage, lambda: make_comfortable(settings.asked(scanner), first=False))
        talk.press(EASIER, "Keep my settings", "I have a card")
        yield talk, settings, runner.let_go


def test_she_may_go_on_without_it_and_nothing_that_comes_later_changes_anything() -> None:
    with waiting(FakeScanner(card_of(HERS)), Comfort()) as (talk, settings, let_go):
        talk.press("Go on without it")
        let_go()
        assert talk.outcome is True and settings.now == Comfort()


@pytest.mark.parametrize(
    ("codes", "why"),
    [
        (("one", "two", "three"), "This code could not be used here."),
        ((DeviceError("gone"),), "The scanner does not work just now."),
    ],
)
def test_without_a_good_code_she_chooses_by_hand(codes: tuple[str | Exception, ...], why: str) -> None:
    scanner = FakeScanner(*codes)
    with talking(scanner) as (talk, settings):
        talk.press(EASIER, "Keep my settings", "I have a card")
        assert talk.title == "Please choose it here" and talk.screen.body[0].message == why
        talk.go_on()
        assert talk.outcome is True and settings.now == HERS and not scanner.codes


def test_it_is_offered_before_the_first_question_only_where_a_card_can_be_brought() -> None:
    def offered(scanner: CodeScanner, *, first: bool) -> bool:
        with a_talk(lambda: make_comfortable(Settings(HERS).asked(scanner), first=first)) as talk:
            options = choices_of(talk.press(EASIER).screen)
            return any(option.label.message == "Keep my settings" for option in options)

    assert not offered(NoScanner(), first=True) and offered(NoScanner(), first=False)
    assert offered(FakeScanner(), first=True) and offered(FakeScanner(), first=False)
