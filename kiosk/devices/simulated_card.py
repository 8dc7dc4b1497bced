"""The chip of an invented ID card: everything that a reader would give away, photo left blank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.devices.card_text import RESIDENT, WITHOUT_END, sex_told_by
from kiosk.domain.id_cards import IdCard

PHOTO = bytes(1024)
GOOD_FOR = 20
"""Years."""


@dataclass(frozen=True)
class Chip:
    """What an invented card holds; `flag` J, I or Y makes it another kind of document."""

    card: IdCard
    flag: str = RESIDENT
    nation: str = "01"
    address: str = "示例省示例市示例路1号"
    issuer: str = "示例市公安局"

    def text(self) -> bytes:
        """Write the 256 bytes of text, as resident ID cards have them."""
        card, number = self.card, self.card.id_number.characters
        fields = (
            (card.name.full, 15), (sex_told_by(number), 1), (self.nation, 2), (f"{card.born:%Y%m%d}", 8),
            (self.address, 35), (number, 18), (self.issuer, 15),
            (f"{_issued(card):%Y%m%d}", 8), (_until(card), 8), ("", 14), (self.flag, 1), ("", 3),
        )  # fmt: skip
        return "".join(value.ljust(width)[:width] for value, width in fields).encode("utf-16-le")

    def data(self) -> bytes:
        """Write what a reader answers with: both lengths, the text, the photo."""
        text = self.text()
        return len(text).to_bytes(2) + len(PHOTO).to_bytes(2) + text + PHOTO


def _issued(card: IdCard) -> date:
    until = card.valid_until
    return date(2020, 1, 1) if until is None else until.replace(year=until.year - GOOD_FOR)


def _until(card: IdCard) -> str:
    return WITHOUT_END if card.valid_until is None else f"{card.valid_until:%Y%m%d}"
