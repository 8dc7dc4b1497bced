"""How alike two words are, by Jaro and Winkler: what CAMARA's match scores are computed with."""

from __future__ import annotations

from itertools import takewhile

PREFIX_COUNTS, PREFIX_LONGEST = 0.1, 4


def likeness(one: str, other: str) -> float:
    """Return 0 for nothing in common, 1 for the same."""
    jaro = _jaro(one, other)
    prefix = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    return jaro + min(prefix, PREFIX_LONGEST) * PREFIX_COUNTS * (1 - jaro)


def _jaro(one: str, other: str) -> float:
    ours, theirs = _common(one, other), _common(other, one)
    common = len(ours)
    if not common:
        return 0.0
    swapped = sum(a != b for a, b in zip(ours, theirs, strict=True)) / 2
    return (common / len(one) + common / len(other) + (common - swapped) / common) / 3


def _common(one: str, other: str) -> str:
    """Return the characters of one that stand not too far away in the other, each used once."""
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    left, found = list(other), []
    for index, character in enumerate(one):
        start = max(index - reach, 0)
        window = left[start : index + reach + 1]
        if character in window:
            found.append(character)
            left[start + window.index(character)] = ""
    return "".join(found)
