"""Keys are set by their names, and each does one thing."""

from __future__ import annotations

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.keys import USUAL_KEYS, WHAT_KEYS_DO, is_key, keys_with, legend
from kiosk.text import Hearing, Language

ENGLISH = words_of(Language.EN)


def test_everything_that_a_key_does_is_told_in_words() -> None:
    assert set(WHAT_KEYS_DO) == set(USUAL_KEYS)
    usual = [key for keys in USUAL_KEYS.values() for key in keys]
    assert len(usual) == len(set(usual)) and all(map(is_key, usual))


@pytest.mark.parametrize("name", ["F1", "F35", "H", "MediaPause", "Home"])
def test_these_are_keys(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize("name", ["F0", "F36", "7", "X", "Delete", "Backspace", "h", "", "Q Q"])
def test_these_are_not_or_are_for_typing(name: str) -> None:
    assert not is_key(name)


def test_a_key_that_is_given_away_is_taken_back_from_what_it_did() -> None:
    keys = keys_with({"act": ("F20",), "pause": ("F1", "F4")})
    assert keys["act"] == ("F20",) and keys["pause"] == ("F1", "F4")
    assert keys["help"] == () and keys["again"] == ("F2",)


@pytest.mark.parametrize(
    ("name", "shown", "spoken"),
    [
        ("F12", "F12", "F one two"),
        ("Escape", "Esc", "E S C"),
        ("PageUp", "Page Up", "Page Up"),
        ("Enter",) * 3,
        ("Left", "Arrow left", "Arrow left"),
    ],
)
def test_a_legend_is_read_as_it_stands_on_the_key(name: str, shown: str, spoken: str) -> None:
    assert legend(name).shown(ENGLISH) == shown
    assert legend(name).spoken(ENGLISH, Hearing.SPEAKER) == spoken
