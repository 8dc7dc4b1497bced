"""Words of the trade that a visitor meets on a screen, and the plain sentence that explains each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from kiosk.text import Language, Text, Words

NEVER_SHOWN = "answer"
"""What a choice hands to its journey stands on no screen."""


@dataclass(frozen=True)
class Term:
    """A word in one or more ways, as (language, way) pairs, and the sentence that explains it."""

    names: tuple[tuple[Language, str], ...]
    explanation: Text


def terms_in(texts: Iterable[Text], terms: Iterable[Term], words: Words) -> tuple[Term, ...]:
    """Return the terms that the texts show in their language, in the order they are met, each once.

    A longer term hides those inside it: where 套餐外 is written, 套餐 is not met.
    """
    known = {
        name.casefold(): term for term in terms for language, name in term.names if language is words.language
    }
    pattern = _any_of(known, whole_words=words.language is Language.EN)
    lines = (text.shown(words) for text in texts)
    met = (known[found[0].casefold()] for line in lines for found in pattern.finditer(line))
    return tuple(dict.fromkeys(met))


def _any_of(names: Iterable[str], *, whole_words: bool) -> re.Pattern[str]:
    edge = r"\b" if whole_words else ""
    longest_first = sorted(names, key=len, reverse=True)
    choices = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(f"{edge}(?:{choices}){edge}", re.IGNORECASE)


def texts_on(screen: object) -> Iterator[Text]:
    """Find every sentence of a screen, however deep it stands, in the order in which it is declared."""
    if isinstance(screen, Text):
        yield screen
    elif isinstance(screen, tuple):
        for one in screen:
            yield from texts_on(one)
    elif is_dataclass(screen):
        for field in fields(screen):
            if field.name != NEVER_SHOWN:
                yield from texts_on(getattr(screen, field.name))
