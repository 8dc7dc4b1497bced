"""A sentence is put together from few clips, with seams where the ear minds them least, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.text import Language
from kiosk.voice.clips import (
    SEAM,
    Part,
    file_of,
    manifest_of,
    name_of,
    parts_of,
    there_are_clips,
    words_with_a_clip,
)

KNOWN = frozenset(
    {
        *("今天停要付", "六十八元", "六十", "八元", "八", "元", "五角", "第一个", "看看我在", "中国移动"),
        *("的号码", "您好", "您要办什么？", "吗？"),
        *("number 3", "of", "5", "number", "3", "five G", "don't", "over", "ten"),
    }
)


def said(speech: str) -> list[str] | None:
    parts = parts_of(speech, KNOWN)
    return None if parts is None else [part.words for part in parts]


def test_a_whole_sentence_is_one_clip() -> None:
    assert parts_of("您好。", KNOWN) == (Part("您好", 0.0),)
    assert said("您要办什么？") == ["您要办什么？"]


def test_a_value_stands_between_the_words_around_it() -> None:
    assert said("今天停要付六十八元五角。") == ["今天停要付", "六十八元", "五角"]
    assert said("第一个：看看我在中国移动的号码") == ["第一个", "看看我在", "中国移动", "的号码"]


def test_marks_are_pauses_and_seams_are_short() -> None:
    parts = parts_of("第一个：您好，五角吗？", KNOWN)
    assert parts is not None
    assert [part.pause for part in parts] == [0.25, 0.2, SEAM, 0.0]


def test_what_has_no_clip_cannot_be_said() -> None:
    assert said("今天停要付七元") is None
    assert said("您好，王小明") is None
    assert said("") is None
    assert said("，。") is None


def test_no_latin_word_and_no_figure_is_cut() -> None:
    assert said("number 3 of 5") == ["number 3", "of", "5"]
    assert said("number 35") is None
    assert said("often") is None
    assert said("don't") == ["don't"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(KNOWN - {"吗？"})), min_size=1, max_size=6), st.sampled_from("，。 "))
def test_whatever_is_made_of_known_words_is_said_without_loss(words: list[str], mark: str) -> None:
    found = said(mark.join(words))
    assert found is not None
    assert "".join("".join(found).split()) == "".join("".join(words).split())
    assert len(found) <= sum(word.count(" ") + 1 for word in words)


@settings(deadline=None)
@given(st.text(alphabet="八元五角十六，。 ab3'", max_size=30))
def test_every_part_has_a_clip(speech: str) -> None:
    assert set(said(speech) or ()) <= KNOWN


def test_clips_are_named_by_voice_and_words(tmp_path: Path) -> None:
    assert name_of("您好", Language.ZH_CN) != name_of("您好", Language.EN)
    path = file_of("您好", Language.ZH_CN, tmp_path)
    assert path == tmp_path / "zh_CN" / path.stem[:2] / f"{name_of('您好', Language.ZH_CN)}.opus"


@pytest.mark.parametrize("language", Language)
def test_a_language_without_a_list_has_no_clips(tmp_path: Path, language: Language) -> None:
    assert not there_are_clips(tmp_path)
    assert words_with_a_clip(language, tmp_path) == frozenset()
    manifest_of(language, tmp_path).parent.mkdir()
    manifest_of(language, tmp_path).write_text("a\tone\nb\ttwo words\n")
    assert there_are_clips(tmp_path)
    assert words_with_a_clip(language, tmp_path) == {"one", "two words"}
