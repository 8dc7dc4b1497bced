"""How the kiosk looks and sounds for one visitor; never stored with a person."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Comfort:
    """Text size (an index of CAPITAL_MM), theme, language, and how the voice speaks."""

    language: Language = Language.ZH_CN
    size: int = 3
    theme: Theme = Theme.PAPER
    voice: bool = True
    rate: int = 3
    volume: int = 3
    motion: bool = True
