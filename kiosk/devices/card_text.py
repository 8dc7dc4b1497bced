"""The 256 bytes of text on a resident ID card (GA 467): who it names, once every check has been passed.

Address, nation and issuer are on the card too; nobody here looks at them.
"""

from __future__ import annotations

import re
from datetime import date

from kiosk.devices.ports import CardError, CardProblem
from kiosk.domain.id_cards import IdCard, age_on, check_character
from kiosk.text import IdNumber, PersonName

SIZE = 256
NAME, SEX, BORN = slice(0, 30), slice(30, 32), slice(36, 52)
NUMBER, UNTIL, FLAG = slice(122, 158), slice(204, 220), slice(248, 250)
RESIDENT = " "
"""The type flag of a resident's own card; J, I and Y are other people's documents."""
WITHOUT_END = "长期"
OLDEST = 130


def resident_card(text: bytes, today: date) -> IdCard:
    """Read the text of a card; raises CardError(NOT_RESIDENT, NOT_GENUINE, or NOT_READ for half a text)."""
    if len(text) != SIZE:
        raise CardError(CardProblem.NOT_READ)
    if text[FLAG].decode("utf-16-le", "replace") != RESIDENT:
        raise CardError(CardProblem.NOT_RESIDENT)
    name, number, born = _field(text, NAME), _field(text, NUMBER), _day(_field(text, BORN))
    until = _field(text, UNTIL)
    if not name or "\ufffd" in name or not _belongs_together(number, born, _field(text, SEX)):
        raise CardError(CardProblem.NOT_GENUINE)
    if not 0 <= age_on(born, today) <= OLDEST:
        raise CardError(CardProblem.NOT_GENUINE)
    return IdCard(PersonName(name), IdNumber(number), born, None if until == WITHOUT_END else _day(until))


def sex_told_by(number: str) -> str:
    """Return the sex as cards write it, 1 for men and 2 for women, from the number's seventeenth digit."""
    return "1" if int(number[16]) % 2 else "2"


def _belongs_together(number: str, born: date, sex: str) -> bool:
    """Tell whether a number is right in itself and agrees with the other fields (GB 11643)."""
    return (
        re.fullmatch("[0-9]{17}[0-9X]", number) is not None
        and check_character(number[:17]) == number[17]
        and number[6:14] == f"{born:%Y%m%d}"
        and sex_told_by(number) == sex
    )


def _field(text: bytes, place: slice) -> str:
    return text[place].decode("utf-16-le", "replace").rstrip(" \0")


def _day(written: str) -> date:
    """Read a day written YYYYMMDD."""
    if re.fullmatch("[0-9]{8}", written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            pass
    raise CardError(CardProblem.NOT_GENUINE)
