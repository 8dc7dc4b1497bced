"""How the kiosk looks and sounds for one visitor; never stored with a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.text import Language


class Theme(StrEnum):
    """The five themes (accessibility requirement 5)."""

    PAPER = "paper"
    BLACK_ON_WHITE = "black-on-white"
    WHITE_ON_BLACK = "white-on-black"
    YELLOW_ON_BLACK = "yellow-on-black"
    LOW_GLARE = "low-glare"


# Height of a capital H in millimetres at each text size (accessibility requirement 2).
CAPITAL_MM = (4.0, 5.2, 6.8, 8.8, 12.0)
SPEECH_RATES = (0.5, 0.7, 0.85, 1.0, 1.25, 1.5, 2.0)
VOLUMES = (0.25, 0.4, 0.6, 0.8, 1.0)


def default_size(viewing_mm: float) -> int:
    """Return the index of the smallest text size whose capitals subtend 0.7° (EN 301 549, 5.1.4).

    `viewing_mm` is the viewing distance in millimetres; never under 4.8 mm, and the largest size where
    none is enough.
    """
    needed = max(4.8, viewing_mm * 0.012217)  # 2 tan(0.35°)
    return next((i for i, mm in enumerate(CAPITAL_MM) if mm >= needed), len(CAPITAL_MM) - 1)


class Hand(StrEnum):
    """The side where the way forward stands."""

    RIGHT = "right"
    LEFT = "left"


class Switches(StrEnum):
    """Who moves on: the visitor by keys and touch, two switches (move, take), or one and a steady pace."""

    NONE = "none"
    TWO = "two"
    ONE = "one"


PACES = (0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)
"""Seconds that one-switch scanning stays on each thing (accessibility requirement 17)."""


@dataclass(frozen=True)
class Comfort:
    """Text size (an index of CAPITAL_MM), theme, language, how the voice speaks, how things are reached."""

    language: Language = Language.ZH_CN
    size: int = 3
    theme: Theme = Theme.PAPER
    voice: bool = True
    rate: int = 3
    volume: int = 3
    motion: bool = True
    hand: Hand = Hand.RIGHT
    low: bool = False
    """Everything to act on stands in the lower part of the panel (requirement 9)."""
    lens: bool = False
    """What is under the finger or has the focus is shown much larger."""
    curtain: bool = False
    """The screen is blank while the visit goes on by ear (requirement 24)."""
    exploring: bool = False
    """A finger that slides is told what lies under it; lifting and tapping twice acts (requirement 31)."""
    switches: Switches = Switches.NONE
    pace: int = 3
    """An index of PACES."""
    talking: bool = False
    """Show the button that lets the visitor speak, where somebody listens."""
    signing: bool = False
    """Show a sign-language clip where the hall has one for what is said."""


def louder(comfort: Comfort, steps: int = 1) -> Comfort:
    """Return it with a louder voice, a softer one for steps below nought; the ends of the scale hold."""
    return replace(comfort, voice=True, volume=max(0, min(comfort.volume + steps, len(VOLUMES) - 1)))


def faster(comfort: Comfort, steps: int = 1) -> Comfort:
    """Return it with a faster voice, a slower one for steps below nought; the ends of the scale hold."""
    return replace(comfort, voice=True, rate=max(0, min(comfort.rate + steps, len(SPEECH_RATES) - 1)))
