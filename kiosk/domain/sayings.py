"""Which of a few things was meant by what was heard; where two fit, neither was understood.

Only what may be said on a screen is ever understood. A word too much or too few does no harm, a "not" does:
what says no is never taken for what says yes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kiosk.text import Language, Text

LEAST, APART = 0.7, 0.1
"""How alike, from 0 to 1, what was heard and what was meant must be, and how much less alike all else."""
WITHIN = 0.6
"""How alike a thing is at least that was said among other words, or of which a part was said."""

MISSPELT = 0.85
"""How alike letters must be where words differ: "changed" is "change", but "lower" is not "louder"."""

HAN = r"[㐀-鿿]"
POLITE = re.compile(r"\b(please|the|a|an|um|uh|er)\b|请|請|[吧呢啊嗯呃]")
NO = re.compile(r"\b(no|not|never|nothing|none|dont|cannot|without)\b|[不没沒無无别別勿唔冇]")

IN_HAN = "零一二三四五六七八九十"
FIGURES = {figure: number for number, figure in enumerate(IN_HAN)} | {"两": 2, "兩": 2}
HAN_NUMBER = re.compile(f"[{''.join(FIGURES)}]+")
IN_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
NTH = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
PLACE = re.compile(r"第?(\d+)[个個项項号號样樣]?|(?:number |choice )?(\d+)(?: \d)?(?: choice)?")


@dataclass(frozen=True)
class Saying:
    """Something that may be said, the ways to say it, and what it means to whoever listens."""

    means: object
    ways: tuple[Text, ...]
    listed: bool = False
    """It stands in a list, and may be called by its place there."""


def by_place(number: int, language: Language) -> str:
    """Return how the thing at a place of a list is called: 第三个, number three; to the tenth."""
    if language is Language.EN:
        return f"number {IN_ENGLISH[number]}"
    return f"第{IN_HAN[number]}{'個' if language is Language.ZH_HK else '个'}"


def understood(heard: str, sayings: Sequence[Sequence[str]], places: int = 0) -> int | None:
    """Return which of the sayings was heard, by one of the ways to say it; None where none or several fit.

    The first `places` of them stand in a list, and may be called by their place: "the third one".
    """
    said = plain(heard)
    alike = [max((likeness(said, plain(way)) for way in ways), default=0.0) for ways in sayings]
    if 1.0 not in alike and (place := place_in(said)) is not None and 1 <= place <= places:
        return place - 1
    best = max(alike, default=0.0)
    near = [number for number, one in enumerate(alike) if one == best or (best < 1 and one > best - APART)]
    return near[0] if best >= LEAST and len(near) == 1 else None


def likeness(said: str, meant: str) -> float:
    """Tell how alike two plain sayings are, from 0 to 1; one that says no is not like one that does not."""
    if not said or not meant or bool(NO.search(said)) is not bool(NO.search(meant)):
        return 0.0
    if said == meant:
        return 1.0
    short, long = sorted((said, meant), key=len)
    if _in_words(short) and f" {_spaced(short)} " in f" {_spaced(long)} ":
        return WITHIN + (1 - WITHIN) * len(short) / len(long) * 0.99
    by_word = SequenceMatcher(None, _spaced(said).split(), _spaced(meant).split(), autojunk=False).ratio()
    by_sign = SequenceMatcher(None, said, meant, autojunk=False).ratio()
    return max(by_word, by_sign if by_sign >= MISSPELT else 0.0) * 0.99


def plain(said: str) -> str:
    """Write what was said without signs, capitals and politeness, numbers in figures."""
    text = unicodedata.normalize("NFKC", said).casefold().replace("'", "").replace("’", "")
    text = "".join(sign if sign.isalnum() else " " for sign in text)
    text = _squeezed(POLITE.sub(" ", text)) or _squeezed(text)
    text = " ".join(_in_figures(word) for word in text.split())
    return HAN_NUMBER.sub(lambda found: _number(found[0]), text)


def place_in(said: str) -> int | None:
    """Return the place in a list that a plain saying names: 3 for "第3个", "number 3", "third one"."""
    words = [str(NTH.index(word)) if word and word in NTH else word for word in said.split(" ")]
    found = PLACE.fullmatch(" ".join(words))
    return int(found[1] or found[2]) if found else None


def _squeezed(text: str) -> str:
    """Leave out what stands between Chinese characters, and spaces of no use elsewhere."""
    return re.sub(rf"(?<={HAN}) (?={HAN})", "", " ".join(text.split()))


def _spaced(text: str) -> str:
    """Set every Chinese character apart, so that parts of a saying are whole words."""
    return " ".join(re.sub(f"({HAN})", r" \1 ", text).split())


def _in_words(text: str) -> bool:
    """Tell whether there is enough of it to stand for the whole: two characters, or four letters."""
    return len(re.findall(HAN, text)) >= 2 or len(text) >= 4


def _in_figures(word: str) -> str:
    return str(IN_ENGLISH.index(word)) if word in IN_ENGLISH else word


def _number(han: str) -> str:
    """Write 二十三 as 23; what is no such number is written figure by figure."""
    if "十" not in han:
        return "".join(str(FIGURES[figure]) for figure in han)
    tens, _, ones = han.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return han
    return str(FIGURES.get(tens, 1) * 10 + FIGURES.get(ones, 0))
