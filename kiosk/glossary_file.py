"""Reads the glossary: assets/glossary.toml, where every word of the trade has its plain sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.domain.glossary import Glossary, Term, explanations_of, texts_on
from kiosk.text import Language, Text, Words
from kiosk.traditional import TO_TRADITIONAL

GLOSSARY = Path(__file__).parent.parent / "assets" / "glossary.toml"


class _Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    zh_CN: tuple[str, ...]  # noqa: N815 - named as its language is
    zh_HK: tuple[str, ...] = ()  # noqa: N815
    en: tuple[str, ...]
    explain: str

    def term(self) -> Term:
        hong_kong = self.zh_HK or tuple(name.translate(TO_TRADITIONAL) for name in self.zh_CN)
        ways = {Language.ZH_CN: self.zh_CN, Language.ZH_HK: hong_kong, Language.EN: self.en}
        names = tuple((language, name) for language, names in ways.items() for name in names)
        return Term(names, Text(self.explain))


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    terms: tuple[_Term, ...]


def load_glossary(path: Path = GLOSSARY) -> Glossary:
    """Read every term; raises OSError or a ValueError where the file is not as it should be."""
    told = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    return Glossary(tuple(one.term() for one in told.terms))


def explaining(
    glossary: Glossary, words_of: Callable[[Language], Words]
) -> Callable[[object, Language], tuple[Text, ...]]:
    """Return what explains the terms that a screen shows in a language, a sentence for each."""

    def explanations(screen: object, language: Language) -> tuple[Text, ...]:
        return explanations_of(glossary.terms_in(texts_on(screen), words_of(language)))

    return explanations


def sentences_in_glossary(path: Path = GLOSSARY) -> Iterator[str]:
    """Give every explanation, for the catalogues; a project without a glossary has none."""
    if path.exists():
        yield from (term.explanation.message for term in load_glossary(path).terms)
