"""What a scripted visitor does: on which screen, and which way on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.consent import Signature
from kiosk.screens import Screen, choices_of

Act = Callable[[Screen[Any]], object]
"""Finds the answer to a screen."""


SIGNATURE = Signature(
    (
        ((180, 150), (320, 140), (300, 220), (170, 330)),
        ((330, 210), (420, 340)),
        ((520, 130), (500, 350), (560, 320), (640, 190), (620, 330), (720, 250)),
    )
)


class LostVisitor(Exception):  # noqa: N818 - it reads as what it says
    """The script and the journey do not fit together."""


class Phone:
    """What the visitor does on her own phone; a story's acts ask for it by these marks."""


@dataclass(frozen=True)
class Approve(Phone):
    """Say yes on the phone, as one of the sandbox's people."""

    person: str


@dataclass(frozen=True)
class PayByPhone(Phone):
    """Pay on the phone, as one of the sandbox's people."""

    person: str


@dataclass(frozen=True)
class TypeTheCode(Phone):
    """Type the code that the phone has got, as digits of E.164."""

    number: str


@dataclass(frozen=True)
class LayCard:
    """Lay the ID card of one of the sandbox's people on the reader, and lift it when it was read."""

    person: str


@dataclass(frozen=True)
class Adjust:
    """Open the comfort settings in the middle of it all, and go on."""


@dataclass(frozen=True)
class Help:
    """Open the help in the middle of it all, and go on."""


@dataclass(frozen=True)
class Scene:
    """One screen of a story: its heading, and what the visitor does there."""

    title: str
    act: Act | Phone | LayCard | Adjust | Help
    settled: bool = True
    """Wait for everything that is still on its way before acting."""


@dataclass(frozen=True)
class Story:
    """A journey's name and the visits that show it, each a list of scenes."""

    name: str
    visits: tuple[tuple[Scene, ...], ...]


def press(label: str) -> Act:
    """Press a button by its English words."""
    return lambda screen: meaning_of(label, screen)


def choose(answer: object) -> Act:
    """Choose by the answer itself, where the words are data."""
    return lambda _: answer


def choose_number(position: int) -> Act:
    """Choose by the place in the list, from zero."""

    def act(screen: Screen[Any]) -> object:
        return choices_of(screen)[position].answer

    return act


def go_on() -> Act:
    """Press the way forward."""
    return lambda _: None


def sign() -> Act:
    """Sign in the box."""
    return lambda _: SIGNATURE


def count(counts: Mapping[str, int], others: int = 0) -> Act:
    """Fill in a tally; rows that are not named get `others`."""

    def act(screen: Screen[Any]) -> object:
        return {row.key: counts.get(row.key, others) for row in screen.rows}  # type: ignore[attr-defined]

    return act


def meaning_of(label: str, screen: Screen[Any]) -> object:
    """Return what a button answers; raises LostVisitor where there is no such button."""
    for option in choices_of(screen):
        if option.label.message == label:
            return option.answer
    raise LostVisitor(f"there is no button “{label}” on “{screen.title.message}”")
