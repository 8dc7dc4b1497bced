"""The parts of which English values are made: sums, days, hours, counts, shares, figures read one by one."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from kiosk.surnames import IN_LATIN
from kiosk.text import ENGLISH_DIGITS, ENGLISH_MONTHS, ENGLISH_WEEKDAYS
from kiosk.voice.english import PINYIN
from kiosk.voice.phrases import ENGLISH_NUMBERS

YEARS, BILLS = range(2000, 2040), range(2025, 2031)
"""Years that are said, and those whose months are said in one with them."""


def closing() -> Iterator[str]:
    """Return parts that mostly end a sentence."""
    yield from (f"{number} yuan" for number in range(101))
    yield from (f"{number} percent" for number in range(101))
    yield from (f"{number} gigabytes" for number in range(101))
    yield from ("1 gigabyte", "yuan", "gigabytes", "megabytes", "minutes", "percent")
    yield from (f"{month} {year}" for month in ENGLISH_MONTHS for year in BILLS)
    yield from (f"{hour} o'clock" for hour in range(24))
    yield from (f"oh {minute}" for minute in range(1, 10))
    yield from ("the number on the screen", "the digits on the screen", "the ID number on the screen")
    yield from ("the I D number on the screen", "the name on the screen", "four hidden digits")
    yield from ("please read it on the screen", "or put headphones in")
    yield from sorted({PINYIN.get(name, name) for name in IN_LATIN.values()})


def going_on() -> Iterator[str]:
    """Return parts after which a sentence goes on."""
    yield from (*map(str, range(101)), *(f"0{number}" for number in range(1, 10)))
    yield from (f"and {number}" for number in range(1, 100))
    yield from (f"{number} hundred" for number in range(1, 10))
    yield from ("thousand", "minus", "point", "tail number", "ending in", "dot", "colon", *map(str, YEARS))
    yield from (*ENGLISH_WEEKDAYS, *ENGLISH_MONTHS, *ENGLISH_NUMBERS, *ENGLISH_DIGITS, *ascii_uppercase)
    yield from (f"number {place}" for place in range(1, 13))
    yield from (f"of {count}" for count in range(1, 13))
    yield from (f"{one} {other}" for one in ENGLISH_DIGITS for other in ENGLISH_DIGITS)
