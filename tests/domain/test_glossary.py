"""Words of the trade are found on a screen as it reads in each language."""

from __future__ import annotations

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.glossary import Glossary, Span, Term, explanations_of, texts_on
from kiosk.screens import Choose, Fact, Option, Picture, Slip, Tell
from kiosk.text import Label, Language, just, t

ZH, HK, EN = Language.ZH_CN, Language.ZH_HK, Language.EN
PLAN = Term(((ZH, "套餐"), (HK, "套餐"), (EN, "plan"), (EN, "plans")), t("Plan"))
BEYOND = Term(((ZH, "套餐外"), (HK, "套餐外"), (EN, "beyond the plan")), t("Beyond the plan"))
CONTRACT = Term(((ZH, "合约"), (HK, "合約"), (EN, "contract")), t("Contract"))
GLOSSARY = Glossary((PLAN, BEYOND, CONTRACT))


@pytest.mark.parametrize(
    ("language", "written", "met"),
    [
        (ZH, "合约到期，换套餐", (CONTRACT, PLAN)),
        (ZH, "套餐外的费用", (BEYOND,)),
        (ZH, "套餐外和套餐", (BEYOND, PLAN)),
        (ZH, "合约、合约、合约", (CONTRACT,)),
        (HK, "合約到期", (CONTRACT,)),
        (HK, "合约到期", ()),
        (EN, "Your Contract and your plans", (CONTRACT, PLAN)),
        (EN, "Beyond the plan", (BEYOND,)),
        (EN, "An airplane contracts", ()),
        (EN, "", ()),
    ],
)
def test_terms_are_met_in_their_order_and_the_longest_first(
    language: Language, written: str, met: tuple[Term, ...]
) -> None:
    assert GLOSSARY.terms_in([just(written)], words_of(language)) == met


@pytest.mark.parametrize(
    ("language", "written", "spans"),
    [
        (ZH, "换套餐、看套餐外", (Span(1, 3, PLAN), Span(5, 8, BEYOND))),
        (HK, "合約", (Span(0, 2, CONTRACT),)),
        (EN, "PLANS, plan's", (Span(0, 5, PLAN), Span(7, 11, PLAN))),
        (EN, "go beyond the plan", (Span(3, 18, BEYOND),)),
        (EN, "beyond the planet: unplanned", ()),
        (ZH, "", ()),
    ],
)
def test_it_is_known_where_a_term_stands(language: Language, written: str, spans: tuple[Span, ...]) -> None:
    assert GLOSSARY.spans_in(written, language) == spans


def test_terms_that_overlap_are_read_from_the_left() -> None:
    move, code = Term(((ZH, "携号转网"),), t("Moving")), Term(((ZH, "转网码"),), t("Code"))
    both = Glossary((code, move))
    assert both.spans_in("携号转网码", ZH) == (Span(0, 4, move),)
    assert both.spans_in("转网码", ZH) == (Span(0, 3, code),)


def test_two_terms_with_one_sentence_are_explained_once() -> None:
    other = Term(((ZH, "资费"),), PLAN.explanation)
    assert explanations_of((PLAN, CONTRACT, other)) == (t("Plan"), t("Contract"))


def test_a_sentence_is_searched_as_it_is_shown_with_its_values() -> None:
    name = Label.of({"zh_CN": "合约机", "en": "A phone"})
    sentence = t("Do you use “{name}”?", name=name)
    assert GLOSSARY.terms_in([sentence], words_of(ZH)) == (CONTRACT,)
    assert GLOSSARY.terms_in([sentence], words_of(EN)) == ()
    assert Glossary().terms_in([sentence], words_of(ZH)) == ()


def test_every_sentence_of_a_screen_is_looked_through_but_not_what_a_choice_answers() -> None:
    option = Option(answer=t("hidden"), label=t("label"), detail=t("detail"))
    picture = Picture(name="plan", alt=t("alt"))
    asked = Choose(title=t("title"), body=(t("body"),), picture=picture, options=(option,), help=t("help"))
    assert [text.message for text in texts_on(asked)] == ["title", "body", "alt", "help", "label", "detail"]
    slip = Slip(title=t("slip"), lines=(Fact(label=t("a"), value=t("b"), note=t("c")),), advice=(t("d"),))
    told = [text.message for text in texts_on(Tell(title=t("title"), slip=slip, proceed=t("go")))]
    assert {"slip", "a", "b", "c", "d", "go"} <= set(told)
