"""Sentences become breaths, and what has the focus says its name, its kind and its place."""

from __future__ import annotations

import pytest

from kiosk.text import Hearing, Language, PhoneNumber, Text, aloud, t
from kiosk.voice.phrases import breaths, entered_phrase, focus_phrase, in_tongues, spelled_phrase
from kiosk.voice.ports import Phrase
from tests.voice.words import CHINESE, ENGLISH

NUMBER = t("Number {n}", n=PhoneNumber("13812345678"))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("请坐。不着急！好吗？", ["请坐。", "不着急！", "好吗？"]),
        ("Version 2.5 of K-01", ["Version 2.5 of K-01"]),
        ("One. ", ["One."]),
        ("", []),
    ],
)
def test_a_breath_is_a_sentence(text: str, sentences: list[str]) -> None:
    assert [phrase.speech for phrase in breaths(Text(text), ENGLISH, Hearing.SPEAKER)] == sentences


def test_ear_and_eye_stay_together_where_they_differ() -> None:
    text = t("One. Two.", say=aloud("All in one."))
    assert breaths(text, ENGLISH, Hearing.SPEAKER) == (Phrase("All in one.", "One. Two."),)


def test_the_focus_is_said_with_kind_and_place() -> None:
    assert focus_phrase("Bills", "choice", 2, 4, ENGLISH).speech == "Bills, choice, number 2 of 4"
    assert focus_phrase("账单", "choice", 2, 4, CHINESE).speech == "账单，选项，第2个，共4个"


def test_what_stands_alone_has_no_place_and_an_unknown_kind_is_not_said() -> None:
    assert focus_phrase("Bills", "button", 1, 1, ENGLISH) == Phrase("Bills, button", "Bills, button")
    assert focus_phrase("Bills", "thing", 1, 1, ENGLISH).speech == "Bills"


@pytest.mark.parametrize("name", ["138 **** 5678", "138****5678", "**** 123X", "王*", "欧阳*"])
def test_nothing_masked_in_a_plain_name_is_said(name: str) -> None:
    phrase = focus_phrase(f"Call {name}", "button", 1, 1, ENGLISH, hearing=Hearing.HEADPHONES)
    assert phrase == Phrase("Call what the screen shows, button", f"Call {name}, button")
    assert focus_phrase(name, "", 1, 1, CHINESE).speech == "屏幕上的内容"


def test_a_name_with_values_says_them_by_who_hears() -> None:
    hall = focus_phrase(NUMBER, "link", 1, 1, ENGLISH)
    own = focus_phrase(NUMBER, "link", 1, 1, ENGLISH, hearing=Hearing.HEADPHONES)
    assert hall.speech == "Number the number on the screen, link"
    assert "five six seven eight" in own.speech
    assert hall.caption == "Number 138 **** 5678, link"


def test_a_typed_digit_is_confirmed_but_never_told_to_the_hall() -> None:
    assert entered_phrase("7", ENGLISH, Hearing.SPEAKER) == Phrase("Taken.", "Taken.")
    assert entered_phrase("1", CHINESE, Hearing.HEADPHONES) == Phrase("幺", "1")


@pytest.mark.parametrize("hearing", Hearing)
def test_of_a_secret_no_digit_is_said_to_anybody(hearing: Hearing) -> None:
    said = entered_phrase("7", ENGLISH, hearing, secret=True)
    assert said == Phrase("One digit entered.", "One digit entered.")
    assert entered_phrase("delete", ENGLISH, hearing, secret=True) == Phrase("Deleted.", "Deleted.")
    assert entered_phrase("clear", ENGLISH, hearing) == Phrase("Cleared.", "Cleared.")
    assert entered_phrase("X", ENGLISH, hearing, secret=True) == Phrase("Taken.", "Taken.")


def test_spelling_names_each_sign_and_what_is_covered() -> None:
    assert spelled_phrase(t("5G Max"), ENGLISH, Hearing.SPEAKER) == Phrase("five, G, M, A, X", "5 G M a x")
    assert spelled_phrase(t("账单1"), CHINESE, Hearing.SPEAKER) == Phrase("账，单，幺", "账 单 1")
    spelled = spelled_phrase(t("{n}", n=PhoneNumber("13812345678")), ENGLISH, Hearing.HEADPHONES)
    assert spelled.speech == "one, three, eight, covered signs, five, six, seven, eight"


def test_nothing_personal_is_spelled_to_the_hall() -> None:
    refused = spelled_phrase(NUMBER, ENGLISH, Hearing.SPEAKER)
    assert refused.speech == refused.caption == "This is yours alone. Put headphones in to hear it."


def test_what_another_voice_has_to_say_is_a_phrase_of_its_own() -> None:
    said = (Phrase("Four:", "4:"), Phrase("中文, 普通话", "中文, 普通话"))
    assert in_tongues(Phrase("Four: 中文, 普通话", "4: 中文, 普通话"), Language.EN) == said
    (first, second) = in_tongues(Phrase("Four: 中文", "4 中文"), Language.EN)
    assert (first.caption, second.caption) == ("4 中文", "4 中文"), "the caption stays whole"
