"""“Did you mean …?”: the known word that comes nearest to a misspelled one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], alike: float = 0.7) -> str | None:
    """Return the known word that looks most alike (`alike` from 0 to 1), large and small letters as one."""
    plain = {one.casefold(): one for one in known}
    near = get_close_matches(word.strip().casefold(), plain, 1, alike)
    return plain[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str], alike: float = 0.7) -> str:
    """Return the question to put behind a sentence, or nothing where no word comes near."""
    near = nearest(word, known, alike)
    return f" Did you mean “{near}”?" if near else ""
