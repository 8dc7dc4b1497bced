"""Everything that can be said has its words among those that are rendered, and rendering loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogues import words_of
from kiosk.text import (
    Code,
    Count,
    Data,
    Day,
    Hearing,
    IdNumber,
    Language,
    Moment,
    Money,
    Month,
    Percent,
    PersonName,
    PhoneNumber,
    Sayable,
    Tail,
)
from kiosk.voice.clips import VOICES, file_of, manifest_of, name_of, parts_of, words_with_a_clip
from kiosk.voice.phrases import SENTENCE_END, Nth, focus_phrase
from kiosk.voice.pronunciation import pronounce
from scripts.speech import polish, render, sources, store
from scripts.speech.polish import RATE, Said, cut, decibels, levelled, quietest, trimmed
from scripts.speech.wanted import PLACE, Wanted, catalogue_forms, pieces_of, wanted, whole

KNOWN = {language: frozenset(wanted(language)) for language in VOICES}
DAYS = st.dates(date(2005, 1, 1), date(2035, 12, 31))
VALUES = st.one_of(
    st.builds(Money, st.integers(-9_999_999, 9_999_999)),
    st.builds(Day, DAYS),
    st.builds(Month, DAYS),
    st.builds(Moment, st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31))),  # noqa: DTZ001
    st.builds(Percent, st.integers(0, 100)),
    st.builds(Data, st.integers(0, 100 * 1024)),
    st.builds(Count, st.integers(0, 9999)),
    st.builds(Nth, st.integers(1, 40)),
    st.builds(Code, st.from_regex(r"[A-Z]{0,2}[0-9]{1,8}", fullmatch=True)),
    st.builds(PhoneNumber, st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)),
    st.builds(Tail, st.from_regex(r"[0-9]{4}", fullmatch=True)),
    st.builds(IdNumber, st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True)),
)


def can_be_said(speech: str, language: Language) -> bool:
    spoken = pronounce(speech, language)
    return not spoken or parts_of(spoken, KNOWN[language]) is not None


@settings(deadline=None, max_examples=300)
@given(VALUES, st.sampled_from(tuple(VOICES)), st.sampled_from(Hearing))
def test_every_value_has_its_clips(value: Sayable, language: Language, hearing: Hearing) -> None:
    said = value.spoken(words_of(language), hearing)
    assert can_be_said(said, language), pronounce(said, language)


@pytest.mark.parametrize("language", tuple(VOICES))
def test_every_sentence_has_its_clips_whatever_stands_in_its_places(language: Language) -> None:
    name = "中国移动" if language is Language.ZH_CN else "China Mobile"
    for form in catalogue_forms(language):
        for breath in SENTENCE_END.split(PLACE.sub(name, form)):
            assert can_be_said(breath, language), breath


@pytest.mark.parametrize("language", tuple(VOICES))
def test_what_has_the_focus_is_said_with_its_place(language: Language) -> None:
    words = words_of(language)
    for position in range(1, 41):
        name = words.translate("Go on")
        assert can_be_said(focus_phrase(name, "button", position, 40, words).speech, language)


def test_family_names_are_said_on_headphones() -> None:
    for full in ("王秀英", "欧阳修"):
        assert can_be_said(
            PersonName(full).spoken(words_of(Language.ZH_CN), Hearing.HEADPHONES), Language.ZH_CN
        )


def test_a_sentence_is_cut_at_its_places_and_small_numbers_stay_in_their_clauses() -> None:
    assert [piece.words for piece in pieces_of("今天停要付{sum}", Language.ZH_CN)] == ["今天停要付", ""]
    pieces = {piece.words: piece.mark for piece in pieces_of("有{count}个选择。", Language.ZH_CN)}
    assert pieces | {"有三个选择": "。", "有两个选择": "。", "有": "，", "个选择": "。"} == pieces
    asked = {piece.words: piece.mark for piece in pieces_of("停掉“{name}”吗？", Language.ZH_CN)}
    assert asked == {"停掉": "，", "吗？": ""}
    shown = {piece.words for piece in pieces_of("Show my numbers at {operator}", Language.EN)}
    assert shown >= {"Show my numbers at", "Show my numbers at China Mobile"}
    parts = [piece.words for piece in pieces_of("您还在吗，{name}，再过{sum}就结束了。", Language.ZH_CN)]
    assert parts == ["您还在吗", "", "", "再过", "就结束了"]


def test_a_question_keeps_its_mark() -> None:
    assert whole("您要走了吗？") == Wanted("您要走了吗？", "")
    assert whole("请坐。") == Wanted("请坐", "。")
    assert whole("Sit down") == Wanted("Sit down", ".")


# --------------------------------------------------------------------------------------------- rendering


def burst(seconds: float, level: float = 0.3) -> polish.Sound:
    """Make a noise that begins and ends at once."""
    noise = np.random.default_rng(1).uniform(-level, level, round(seconds * RATE))
    return noise.astype(np.float32)


def quiet(seconds: float) -> polish.Sound:
    return np.zeros(round(seconds * RATE), np.float32)


def test_silence_is_cut_off_and_edges_are_soft() -> None:
    kept = trimmed(np.concatenate([quiet(0.4), burst(0.5), quiet(1.0)]))
    assert len(kept) / RATE == pytest.approx(0.5 + polish.BEFORE + polish.AFTER, abs=0.011)
    assert abs(kept[0]) == abs(kept[-1]) == 0


def test_hiss_of_the_words_beside_it_is_cut_off_and_its_own_is_kept() -> None:
    tone = np.sin(np.arange(round(0.3 * RATE)) * 2 * np.pi * 200 / RATE).astype(np.float32) * 0.5
    said = np.concatenate([burst(0.1, 0.1), tone, burst(0.15, 0.1)])
    lasts = {
        (before, after): len(polish.hiss_cut(said, before=before, after=after)) / RATE
        for before in (True, False)
        for after in (True, False)
    }
    assert lasts[False, False] == pytest.approx(0.55)
    assert lasts[True, False] == pytest.approx(0.45 + polish.BEFORE, abs=0.011)
    assert lasts[False, True] == pytest.approx(0.4 + polish.RINGS, abs=0.011)
    one, two, six = (render.Line("", phonemes) for phonemes in ("wˈɒn,", "tˈuː.", "sˈɪks?"))
    assert (one.begins_with_a_tone, one.ends_with_a_tone) == (True, True)
    assert (two.begins_with_a_tone, two.ends_with_a_tone) == (False, True)
    assert not (six.begins_with_a_tone or six.ends_with_a_tone)


@pytest.mark.parametrize("level", [0.02, 0.2, 0.9])
def test_every_sentence_is_as_loud_as_the_others_and_none_is_clipped(level: float) -> None:
    sound = levelled(burst(1.5, level))
    assert decibels(sound).mean() == pytest.approx(polish.LOUDNESS, abs=1)
    assert np.abs(sound).max() <= polish.LOUDEST + 0.001


def test_what_is_short_keeps_its_place_among_the_others() -> None:
    soft, loud = levelled(burst(0.3, 0.05)), levelled(burst(0.3, 0.2))
    assert polish.loudness(loud) == pytest.approx(polish.LOUDNESS, abs=0.1)
    assert polish.loudness(soft) < polish.LOUDNESS - 5


def test_a_sound_is_cut_where_it_is_quietest() -> None:
    whole_sound = np.concatenate([burst(0.5), quiet(0.05), burst(0.4)])
    place = quietest(whole_sound, round(0.56 * RATE))
    assert 0.5 <= place / RATE <= 0.55
    one, other = cut(whole_sound, [round(0.56 * RATE), len(whole_sound)])
    assert len(one) + len(other) == len(whole_sound)


def say(lines: Sequence[str], pause: float = 0.1) -> Said:
    """Say a tenth of a second of noise for every letter, nothing for a dot, and pause after each line."""
    parts = [quiet(0.1)]
    for line in lines:
        letters = [quiet(0.1) if letter == "." else burst(0.1) for letter in line]
        parts.append(np.concatenate([*letters, quiet(pause)]))
    ends = np.cumsum([len(part) for part in parts])
    return Said(np.concatenate([*parts, quiet(0.5)]), tuple(int(end) for end in ends[1:]))


def test_rendering_writes_every_clip_at_its_own_length(tmp_path: Path) -> None:
    words = [Wanted("a" * length, "") for length in (4, 7, 9, 30, 100, 100)]
    told: list[int] = []
    renderer = render.Renderer(Language.EN, lambda spelt: spelt, say, tmp_path)
    assert renderer.render(words, told.append) == []
    assert told == [5, 1]
    for one in words[:4]:
        sound, _ = soundfile.read(file_of(one.words, Language.EN, tmp_path))
        assert len(sound) / RATE == pytest.approx(0.1 * len(one.words), abs=0.12)


@pytest.mark.parametrize("trouble", ["nothing is heard", "one runs into the other"])
def test_what_cannot_be_cut_out_is_rendered_alone(tmp_path: Path, trouble: str) -> None:
    said: list[Sequence[str]] = []

    def mumble(lines: Sequence[str]) -> Said:
        said.append(lines)
        if len(lines) == 1:
            return say(lines)
        if trouble == "nothing is heard":
            return say([lines[0], "." * len(lines[1])])
        return say(lines, pause=0.0)

    renderer = render.Renderer(Language.EN, lambda spelt: spelt, mumble, tmp_path)
    assert renderer.render([Wanted("a" * 20, ""), Wanted("b" * 20, "")], lambda _: None) == []
    assert said[-1] == ["b" * 20]


def test_what_comes_out_oddly_is_reported(tmp_path: Path) -> None:
    renderer = render.Renderer(
        Language.EN, lambda spelt: spelt, lambda lines: say(["a" * 300] * len(lines)), tmp_path
    )
    assert renderer.render([Wanted("odd", "")], lambda _: None) == ["odd"]
    assert not render.is_sane(render.Line("a", "aaaa"), quiet(0.4))


def test_clips_are_listed_checked_and_tidied(tmp_path: Path) -> None:
    words, language = ("one", "two"), Language.EN
    assert store.missing(words, language, tmp_path) == ["one", "two"]
    for name in ("one", "old"):
        path = file_of(name, language, tmp_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [wrong.partition(":")[0] for wrong in store.wrongs(words, language, tmp_path)] == [
        "no clip",
        "of words that are said no more",
        "not in the list",
    ]
    assert not any(
        wrong.startswith("no clip") for wrong in store.wrongs(words, language, tmp_path, lacking=True)
    )
    store.list_up(words, language, tmp_path)
    assert words_with_a_clip(language, tmp_path) == {"one"}
    file_of("one", language, tmp_path).unlink()
    store.strays(words, language, tmp_path)[0].unlink()
    assert list(store.wrongs(words, language, tmp_path)) == [
        "no clip: one",
        "no clip: two",
        "in the list only: one",
    ]


@pytest.mark.parametrize("language", tuple(VOICES))
def test_every_clip_that_is_listed_lies_there_under_the_name_of_its_words(language: Language) -> None:
    for line in manifest_of(language).read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition("\t")
        assert name == name_of(words, language)
        assert file_of(words, language).stat().st_size > 500, words


def test_only_the_files_that_are_named_are_used() -> None:
    with pytest.raises(sources.WrongSource):
        sources.checked(b"another", sources.MODEL, "the model")
