"""The comfort card: how a visitor likes a kiosk, as a short text for a QR code; nothing about her is in it.

`KIOSKCOMFORT1:L0S3T0V1R3U3M1H0B0X0E0W0P3G0*5F0C`: a letter for each setting and its number in SETTINGS, then
four signs that tell whether all was read well. Capitals and digits only, since they make the smallest codes.
"""

from __future__ import annotations

import re
from binascii import crc_hqx
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

from kiosk.domain.comfort import CAPITAL_MM, PACES, SPEECH_RATES, VOLUMES, Comfort, Hand, Switches, Theme
from kiosk.text import Language

BEGINNING = "KIOSKCOMFORT"
VERSION = "1"
MOST_CHARACTERS = 256
"""Of a card; whatever is longer is another code."""
NO_YES = (False, True)

SETTINGS: Mapping[str, tuple[str, tuple[object, ...]]] = {
    "L": ("language", (Language.ZH_CN, Language.EN, Language.ZH_HK)),
    "S": ("size", tuple(range(len(CAPITAL_MM)))),
    "T": (
        "theme",
        (
            Theme.PAPER,
            Theme.BLACK_ON_WHITE,
            Theme.WHITE_ON_BLACK,
            Theme.YELLOW_ON_BLACK,
            Theme.LOW_GLARE,
        ),
    ),
    "V": ("voice", NO_YES),
    "R": ("rate", tuple(range(len(SPEECH_RATES)))),
    "U": ("volume", tuple(range(len(VOLUMES)))),
    "M": ("motion", NO_YES),
    "H": ("hand", (Hand.RIGHT, Hand.LEFT)),
    "B": ("low", NO_YES),
    "X": ("lens", NO_YES),
    "E": ("exploring", NO_YES),
    "W": ("switches", (Switches.NONE, Switches.TWO, Switches.ONE)),
    "P": ("pace", tuple(range(len(PACES)))),
    "G": ("signing", NO_YES),
    "K": ("talking", NO_YES),
}
"""By its letter, each setting and its values. Cards are kept for years: add at the end, move nothing."""
LATER = {"K"}
"""Letters that the first cards do not have."""


class CardFlaw(Enum):
    """Why a text is no card that can be used here."""

    ANOTHER_CODE = "another_code"
    """It is something else: a payment code, a web address."""
    NOT_READ_WELL = "not_read_well"
    """It begins as a card does, and then something is missing or wrong."""
    TOO_NEW = "too_new"
    """It comes from a kiosk that knows more than this one."""


class NotACard(Exception):  # noqa: N818 - it reads as what it says
    """A text is no card that can be used; nothing of the text is in the message."""

    def __init__(self, flaw: CardFlaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


def card_of(comfort: Comfort) -> str:
    """Write a visitor's settings; the curtain is not among them, since a blank screen helps nobody begin."""
    written = "".join(
        f"{letter}{values.index(getattr(comfort, name))}" for letter, (name, values) in SETTINGS.items()
    )
    return _with_signs(f"{BEGINNING}{VERSION}:{written}")


def comfort_on(card: str) -> Comfort:
    """Return the settings on a card; letters that later kiosks add are passed over. Raises NotACard."""
    known = {letter: int(number) for letter, number in _written_on(card) if letter in SETTINGS}
    if not known.keys() >= SETTINGS.keys() - LATER:
        raise NotACard(CardFlaw.NOT_READ_WELL)
    chosen: dict[str, Any] = {}
    for letter, number in known.items():
        name, values = SETTINGS[letter]
        if number >= len(values):
            raise NotACard(CardFlaw.TOO_NEW)
        chosen[name] = values[number]
    return replace(Comfort(), **chosen)


def _written_on(card: str) -> list[tuple[str, str]]:
    """Return the letters of a card with their numbers, once it is sure that all was read well."""
    found = re.fullmatch(rf"{BEGINNING}([0-9]{{1,3}}):([!-~]*)\*[0-9A-F]{{4}}", card)
    if not card.startswith(BEGINNING) or len(card) > MOST_CHARACTERS:
        raise NotACard(CardFlaw.ANOTHER_CODE)
    if found is None or card != _with_signs(card[:-5]):
        raise NotACard(CardFlaw.NOT_READ_WELL)
    if found[1] != VERSION:
        raise NotACard(CardFlaw.TOO_NEW)
    written = re.findall(r"([A-Z])([0-9]{1,3})", found[2])
    each_once = len({letter for letter, _ in written}) == len(written)
    if not each_once or "".join(map("".join, written)) != found[2]:
        raise NotACard(CardFlaw.NOT_READ_WELL)
    return written


def _with_signs(text: str) -> str:
    """Add four signs made of all the others (CRC-16/CCITT-FALSE)."""
    return f"{text}*{crc_hqx(text.encode(), 0xFFFF):04X}"
