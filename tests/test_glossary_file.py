"""The glossary: about sixty words, each found where it is written and explained in one short sentence."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kiosk.catalogues import words_of
from kiosk.domain.glossary import Term
from kiosk.glossary_file import explaining, load_glossary, sentences_in_glossary
from kiosk.screens import Tell
from kiosk.text import Language, just, t
from scripts import hong_kong

TERMS = load_glossary().terms
HOW = hong_kong.usage()


def test_every_term_has_a_word_of_its_own_in_each_language() -> None:
    assert len(TERMS) >= 40
    for language in Language:
        names = [name for term in TERMS for its, name in term.names if its is language]
        assert len(names) == len(set(names)) >= len(TERMS)
        assert all(any(its is language for its, _ in term.names) for term in TERMS)


def test_every_explanation_is_translated_and_names_its_term() -> None:
    for language in Language:
        words = words_of(language)
        for term in TERMS:
            assert words.has(term.explanation.message)
    for language in (Language.ZH_CN, Language.ZH_HK):
        for term in TERMS:
            names = [name for its, name in term.names if its is language]
            said = term.explanation.shown(words_of(language))
            assert any(name in said for name in names), said


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.names[0][1])
def test_hong_kong_reads_a_term_as_its_sentences_write_it(term: Term) -> None:
    mainland = [name for language, name in term.names if language is Language.ZH_CN]
    hong_kongs = [name for language, name in term.names if language is Language.ZH_HK]
    assert hong_kongs == [hong_kong.traditional(name, HOW) for name in mainland]


def test_what_a_screen_writes_is_explained_in_its_language_each_sentence_once() -> None:
    explain = explaining(load_glossary(), words_of)
    screen = Tell(title=just("SIM卡"), body=(t("Plan"), just("手机卡"), just("eSIM")), proceed=t("I see"))
    said = [text.message for text in explain(screen, Language.ZH_CN)]
    assert said == [
        "The SIM card is the small card in your phone. Your number is on it.",
        "A plan is what you have every month for a fixed price.",
        "An eSIM is a card that is built into the phone.",
    ]
    assert explain(Tell(title=just("SIM card"), proceed=just("ok")), Language.EN)
    assert explain(Tell(title=just("寬頻"), proceed=just("ok")), Language.ZH_HK)
    assert explain(Tell(title=just("宽带"), proceed=just("ok")), Language.EN) == ()


def test_a_project_without_a_glossary_has_no_sentence_of_one(tmp_path: Path) -> None:
    assert list(sentences_in_glossary(tmp_path / "glossary.toml")) == []
    assert len(list(sentences_in_glossary())) == len(TERMS)


def test_a_misspelt_word_in_the_file_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text('[[terms]]\nzh_CN = ["合约"]\nen = ["contract"]\nexplains = "x"\n', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        load_glossary(path)
