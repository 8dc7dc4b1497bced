"""The Chinese of Hong Kong and Guangdong, made from that of the mainland by OpenCC and hong_kong.toml.

New sentences need no hand: scripts/check-words --update makes translations/zh_HK anew from
translations/zh_CN, and kiosk/traditional.py, which turns the names that operators give.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from opencc import OpenCC

TABLE = Path(__file__).with_suffix(".toml")
NAMES_HEAD = '''\
"""Simplified characters and their traditional forms, for names that operators give in the former alone.

Made by scripts/check-words --update from OpenCC (Apache-2.0) and scripts/hong_kong.toml: do not edit.
"""

SIMPLIFIED = (
{simplified}
)
TRADITIONAL = (
{traditional}
)
TO_TRADITIONAL = str.maketrans(SIMPLIFIED, TRADITIONAL)
'''


@dataclass(frozen=True)
class ByHand:
    """A sentence that somebody wrote, and the simplified Chinese that it was written for."""

    message: str
    simplified: str
    say: str


@dataclass(frozen=True)
class Usage:
    """How Hong Kong writes: single signs, whole words, signs of names, and sentences by hand."""

    characters: Mapping[int, str]
    words: Mapping[str, str]
    names: Mapping[str, str]
    by_hand: Mapping[str, ByHand]


def usage() -> Usage:
    """Read the table."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    names: dict[str, str] = table["names"]
    names |= {sign: sign for sign in names.pop("stay")}
    hand = [ByHand(one["message"], one["for"], one["say"]) for one in table.get("sentences", ())]
    return Usage(
        str.maketrans(table["characters"]), table["words"], names, {one.message: one for one in hand}
    )


@cache
def _opencc() -> OpenCC:
    return OpenCC("s2hk")


def traditional(text: str, how: Usage) -> str:
    """Turn simplified Chinese into what Hong Kong and Guangdong read; {places} and Latin stay as they are."""
    turned = _opencc().convert(text).translate(how.characters)
    longest_first = sorted(how.words, key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
    return known.sub(lambda word: how.words[word[0]], turned)


def catalogue_from(mainland: Catalog, how: Usage) -> Catalog:
    """Return the catalogue of Hong Kong: every sentence of the mainland's, turned or as somebody wrote it."""
    made = Catalog(locale="zh_HK", charset="utf-8")
    for entry in mainland:
        if entry.id:
            hand = how.by_hand.get(first_of(entry.id))
            said = hand.say if hand else traditional(first_of(entry.string), how)
            made.add(entry.id, (said,) if entry.pluralizable else said, locations=entry.locations)
    return made


def first_of(words: object) -> str:
    """Return a msgid or msgstr, or the first of its forms; Chinese has one."""
    return str(words[0]) if isinstance(words, tuple | list) else str(words)


def outdated(mainland: Catalog, how: Usage) -> Iterator[str]:
    """Find sentences by hand whose simplified Chinese has changed since, or is no longer said."""
    for hand in how.by_hand.values():
        entry = mainland.get(hand.message)
        if entry is None or first_of(entry.string) != hand.simplified:
            yield hand.message


def is_simplified(sign: str) -> bool:
    """Tell whether a sign has no place in traditional Chinese; what Big5 has too, such as 里, may stay."""
    return not _is_big5(sign) and _opencc().convert(sign) != sign


def _is_big5(sign: str) -> bool:
    try:
        sign.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def names_of(how: Usage) -> dict[str, str]:
    """Return the traditional form of every sign of GB 2312 that has another one."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    signs = [sign for code in codes if (sign := code.decode("gb2312", "ignore"))]
    pairs = ((sign, how.names.get(sign) or traditional(sign, how)) for sign in signs)
    return {sign: turned for sign, turned in pairs if turned != sign}


def names_module(names: Mapping[str, str]) -> str:
    """Return kiosk/traditional.py."""
    return NAMES_HEAD.format(simplified=_quoted("".join(names)), traditional=_quoted("".join(names.values())))


def _quoted(signs: str) -> str:
    lines = (signs[begin : begin + 50] for begin in range(0, len(signs), 50))
    return "\n".join(f'    "{line}"' for line in lines)
