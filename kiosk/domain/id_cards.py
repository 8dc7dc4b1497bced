"""The resident ID card, as far as a kiosk needs it: who it names, and until when it is good."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.text import IdNumber, PersonName

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
ELDERLY_FROM = 60
"""The age from which the law calls a person elderly (老年人权益保障法, art. 2)."""


def check_character(body: str) -> str:
    """Return the eighteenth character of a resident ID number from the first seventeen (GB 11643-1999)."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True))
    return CHECK_CHARACTERS[total % 11]


def age_on(born: date, day: date) -> int:
    """Return the age in whole years; who was born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass(frozen=True)
class IdCard:
    """What was read from a card. Nothing of it is kept beyond the visit; photo and address are not read."""

    name: PersonName
    id_number: IdNumber
    born: date = field(repr=False)
    valid_until: date | None
    """The last day on which it is good; None for a card without end (长期)."""

    def expired_on(self, day: date) -> bool:
        """Tell whether the card was good for the last time before this day."""
        return self.valid_until is not None and day > self.valid_until

    def age_on(self, day: date) -> int:
        """Return the holder's age in whole years."""
        return age_on(self.born, day)
