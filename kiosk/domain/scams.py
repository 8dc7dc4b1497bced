"""Tricks that go round just now, so that she need not be asked about one: data (assets/scams.toml)."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.faults import Cheat
from kiosk.text import Text

NONE_OF_THEM = "none-of-them"
"""The answer that it is like no trick; none may be named so."""


@dataclass(frozen=True)
class Scam:
    """A trick: how she knows it again, what it is about, and what to do, the first thing first."""

    name: str
    say: Text
    icon: str
    trick: tuple[Text, ...]
    todo: tuple[Text, ...]
    picture: str
    shows: Text
    played: Cheat
    """What its number is reported for."""
