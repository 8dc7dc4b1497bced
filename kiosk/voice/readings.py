"""Tables of readings: what is written, as a pattern, and what is said instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

Reading = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# Hotlines of operators, banks and the state, and anything too long to be counted.
TELEPHONE = (
    r"(?<![\d.,])(?:100\d\d|10[16]\d{5,}|123\d\d|96110|95\d{3,4}"
    r"|[48]00-\d{3,4}-\d{3,4}|0\d{2,3}-\d{7,8}|\d{7,})(?!\d|,\d|\.\d)(?! *[元个次条张天点年米兆MGK%])"
)
EMERGENCY = r"(?:11[0249]|12[02])"
EMERGENCIES = rf"(?<!\d){EMERGENCY}(?:(?:、|和|, | and ){EMERGENCY})+(?!\d)"
CLOCK = r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])"
MASKED_NUMBER = r"\d{3} ?\*{2,} ?\d{4}|\*{2,} ?[\dXx]{2,}"
MASKED_NAME = r"[\u3400-\u9fff]{1,2}\*+"
HOST = (
    r"(?:https?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:/\S*)?|(?:https?://)?(?:\d+\.){3}\d+(?::\d+)?"
)
CODE = r"(?<![A-Za-z0-9-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d[A-Z0-9-]*"


def reading(pattern: str, said: str | Callable[[re.Match[str]], str]) -> Reading:
    """Make one reading; small and capital letters differ."""
    return re.compile(pattern), said


def whole_words(table: Mapping[str, str]) -> Iterable[Reading]:
    """Make readings of Latin words, in small or capital letters, where no other Latin letter touches them."""
    for written, said in table.items():
        yield re.compile(rf"(?<![A-Za-z0-9])(?:{written})(?![A-Za-z])", re.IGNORECASE), said


def respelled(speech: str, readings: Sequence[Reading]) -> str:
    """Apply a table of readings in its order, each to what the one before has left."""
    for pattern, said in readings:
        speech = pattern.sub(said, speech)
    return speech
