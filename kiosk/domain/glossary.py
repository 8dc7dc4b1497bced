"""Words of the trade that a visitor meets on a screen, and the plain sentence that explains each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property

from kiosk.text import Language, Text, Words

NEVER_SHOWN = "answer"
"""What a choice hands to its journey stands on no screen."""


@dataclass(frozen=True)
class Term:
    """A word in one or more ways, as (language, way) pairs, and the sentence that explains it."""

    names: tuple[tuple[Language, str], ...]
    explanation: Text


@dataclass(frozen=True)
class Span:
    """Where a term stands in a text: from the sign `start` to before `end`."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True)
class Glossary:
    """Every term there is.

    A longer term hides those inside it: where 套餐外 is written, 套餐 is not met. In English whole words
    count, in large or small letters alike.
    """

    terms: tuple[Term, ...] = ()

    def spans_in(self, shown: str, language: Language) -> tuple[Span, ...]:
        """Return where terms stand in what a visitor reads in a language, in the order they are met."""
        pattern, known = self._searched[language]
        found = pattern.finditer(shown)
        return tuple(Span(one.start(), one.end(), known[one[0].casefold()]) for one in found)

    def terms_in(self, texts: Iterable[Text], words: Words) -> tuple[Term, ...]:
        """Return the terms that the texts show in their language, in the order they are met, each once."""
        lines = (text.shown(words) for text in texts)
        spans = (span for line in lines for span in self.spans_in(line, words.language))
        return tuple(dict.fromkeys(span.term for span in spans))

    @cached_property
    def _searched(self) -> Mapping[Language, tuple[re.Pattern[str], Mapping[str, Term]]]:
        """What is looked for in each language, and the term that each way of writing belongs to."""
        return {language: self._search(language) for language in Language}

    def _search(self, language: Language) -> tuple[re.Pattern[str], Mapping[str, Term]]:
        known = {name.casefold(): term for term in self.terms for its, name in term.names if its is language}
        return _any_of(known, whole_words=language is Language.EN), known


def _any_of(names: Iterable[str], *, whole_words: bool) -> re.Pattern[str]:
    edge = r"\b" if whole_words else ""
    longest_first = sorted(names, key=len, reverse=True)
    choices = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(f"{edge}(?:{choices}){edge}", re.IGNORECASE)


def explanations_of(terms: Iterable[Term]) -> tuple[Text, ...]:
    """Return the sentence of each term, each once."""
    return tuple(dict.fromkeys(term.explanation for term in terms))


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
