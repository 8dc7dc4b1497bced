"""Names as operators write them: a string, or a string in each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from kiosk.operators.shapes import Characteristic
from kiosk.text import Label

T = TypeVar("T")

NAMELESS = Label.of({"en": "—"})
"""Stands where an operator gave no name."""


def label_from(told: object) -> Label | None:
    """Read a name, or a name in each language; None where there is none."""
    names = told if isinstance(told, dict) else {"zh_CN": told}
    good = {
        str(language).replace("-", "_"): name
        for language, name in names.items()
        if isinstance(name, str) and name
    }
    return Label.of(good) if good else None


def values_of(characteristics: Iterable[Characteristic]) -> dict[str, object]:
    """Return the values of characteristics by their names."""
    return {one.name: one.value for one in characteristics}


def letters(word: str) -> str:
    """Return a word of a standard without its dress: `add-on` and `AddOn` are the same letters."""
    return "".join(letter for letter in word.lower() if letter.isalpha())


def known_in(told: object, known: Mapping[str, T]) -> tuple[T, ...]:
    """Read a list of words, each once; `known` holds their letters, and whatever it has not is left out."""
    words = [letters(word) for word in told if isinstance(word, str)] if isinstance(told, list) else []
    return tuple(dict.fromkeys(known[word] for word in words if word in known))


def whole(value: object) -> int:
    """Read a count that may be written as a number or as digits; 0 where it is neither."""
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value[:9])
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        return 0
    return int(value)
