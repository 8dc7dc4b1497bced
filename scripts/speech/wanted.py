"""All words that need a clip: whole sentences, what stands between their {places}, names, and values."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.text import Language
from kiosk.voice.phrases import SENTENCE_END
from kiosk.voice.pronunciation import pronounce
from scripts.speech import english_values, mandarin_values
from scripts.words import ROOT, forms_of, read_catalogue

PLACE = re.compile(r"\{(\w+)\}")
HOLDER = "\u3400"
"""A Han of no sentence: it holds a place open while the words around it are respelled."""
MARKS = "，：；。！？,:;.!?"
CLAUSE = re.compile(rf"([^{MARKS}]+)([{MARKS}]?)")
COUNTED = {"count", "days", "hours", "minutes", "months", "number", "place", "seconds"}
"""Places that hold small numbers: a clause around one of them has a clip for each of these."""
COUNTS = range(1, 13)
NAMES = Path(__file__).with_name("names.toml")


@dataclass(frozen=True)
class Wanted:
    """Words that need a clip, and the mark they are rendered with: it closes a sentence, asks, or goes on."""

    words: str
    mark: str


def wanted(language: Language) -> dict[str, Wanted]:
    """Return everything that needs a clip, by its words; a sentence wins over a piece of the same words."""
    values = english_values if language is Language.EN else mandarin_values
    found: dict[str, Wanted] = {}
    for one in (*sentences(language), *pieces(language), *map(whole, values.closing())):
        found.setdefault(one.words, one)
    for words in values.going_on():
        found.setdefault(words, Wanted(words, comma(language)))
    found.pop("", None)
    return found


def sentences(language: Language) -> Iterator[Wanted]:
    """Return every sentence without places, and every name that is known beforehand."""
    for form in (*catalogue_forms(language), *names(language)):
        for breath in SENTENCE_END.split(form.strip()):
            if not PLACE.search(breath):
                yield whole(pronounce(breath, language))


def pieces(language: Language) -> Iterator[Wanted]:
    """Return what stands around the places of every other sentence."""
    for form in catalogue_forms(language):
        for breath in SENTENCE_END.split(form.strip()):
            if PLACE.search(breath):
                yield from pieces_of(breath, language)


def pieces_of(breath: str, language: Language) -> Iterator[Wanted]:
    """Cut one sentence at its marks and its places; a small number stays in its clause."""
    places = iter(PLACE.findall(breath))
    for clause, mark in CLAUSE.findall(pronounce(PLACE.sub(HOLDER, breath), language)):
        inside = [next(places) for _ in range(clause.count(HOLDER))]
        if not inside:
            yield Wanted(clause.strip(), mark or comma(language))
            continue
        if len(inside) == 1:
            yield from expansions(clause, mark, inside[0], language)
        *before, last = clause.split(HOLDER)
        yield from (Wanted(piece.strip(), comma(language)) for piece in before)
        yield whole(f"{last.strip()}{mark}")


def expansions(clause: str, mark: str, place: str, language: Language) -> Iterator[Wanted]:
    """Return a clause with each small number, or each operator, that its place is likely to hold."""
    values = names(language, "operators") if place == "operator" else ()
    if place in COUNTED:
        values = tuple(dict.fromkeys(said for count in COUNTS for said in counts(count, language)))
    for value in values:
        yield whole(pronounce(clause.replace(HOLDER, value), language) + mark)


def counts(count: int, language: Language) -> tuple[str, ...]:
    """Return how a small number may be said: 两 or 二, One or 1."""
    if language is Language.EN:
        return (str(count),)
    return (str(count), "两") if count == 2 else (str(count),)


def whole(said: str) -> Wanted:
    """Take words with the mark at their end: a question keeps it, since it is said otherwise."""
    words = said.rstrip("。.，,：:；; ")
    closing = "." if words.isascii() else "。"
    return Wanted(words, "" if words[-1:] in set("？！?!") else closing)


def comma(language: Language) -> str:
    """Return the mark after which a voice goes on."""
    return "," if language is Language.EN else "，"


@cache
def catalogue_forms(language: Language) -> tuple[str, ...]:
    """Return every form of every sentence of a language."""
    path = ROOT / "translations" / language / "LC_MESSAGES" / "kiosk.po"
    entries = (entry for entry in read_catalogue(path, language) if entry.id)
    return tuple(form for entry in entries for form in forms_of(entry.string) if form)


@cache
def names(language: Language, kind: str = "") -> tuple[str, ...]:
    """Return names that stand in no catalogue and are known beforehand: of one kind, or all."""
    table = tomllib.loads(NAMES.read_text(encoding="utf-8"))[language]
    return tuple(name for of, given in table.items() if kind in {"", of} for name in given)
