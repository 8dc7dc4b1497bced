"""What was heard is one of the things that may be said, or nothing; yes and no are never mistaken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.sayings import place_in, plain, understood

SERVICES = (("换套餐",), ("交话费",), ("销掉这个号码",), ("电话、流量、短信",), ("返回", "返回上一步"))
CHANGES = (("Yes, change it",), ("No, keep my plan",), ("Back",), ("Louder",))


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("换套餐", 0),
        ("我要换套餐。", 0),
        ("请 换 套 餐 吧", 0),
        ("销掉号码", 2),
        ("电话流量短信", 3),
        ("返回上一步", 4),
        ("第三个", 2),
        ("第二", 1),
        ("三", 2),
        ("3", 2),
        ("第五个", None),
        ("不换套餐", None),
        ("今天天气很好", None),
        ("换", None),
        ("", None),
        ("请", None),
    ],
)
def test_chinese_is_understood_with_words_around_it_and_by_its_place(heard: str, meant: int | None) -> None:
    assert understood(heard, SERVICES, places=4) == meant


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("Yes, change it.", 0),
        ("yes please change it", 0),
        ("yes change", 0),
        ("no keep my plan", 1),
        ("no don't change it", None),
        ("the second one", 1),
        ("Number two", 1),
        ("two", 1),
        ("the first choice", 0),
        ("number nine", None),
        ("back", 2),
        ("go back", 2),
        ("louder please", 3),
        ("lower", None),
    ],
)
def test_english_is_understood_in_the_same_way(heard: str, meant: int | None) -> None:
    assert understood(heard, CHANGES, places=2) == meant


def test_what_fits_two_things_is_not_understood() -> None:
    plans = (("The small plan for 28 yuan",), ("The small plan for 38 yuan",))
    assert understood("the small plan", plans) is None
    assert understood("the small plan for thirty yuan", plans) is None
    assert understood("the small plan for 38 yuan", plans) == 1
    assert understood("back", (("Back",), ("back",))) is None


def test_numbers_are_the_same_in_words_and_figures() -> None:
    assert plain("六十分钟") == plain("60分钟") and plain("十二") == "12" and plain("二十三") == "23"
    assert plain("一三八") == "138" and plain("二三十") == "二三十"
    assert understood("sixty", (("60",),)) is None and understood("twelve months", (("12 months",),)) == 0
    assert understood("3", (("1",), ("3",), ("2",)), places=3) == 1  # a name that is a number is itself
    assert place_in("") is None


SAID = st.text("换套餐不没销号码第三个返回 abcno,.!?请", max_size=12)


@given(SAID, st.lists(st.lists(SAID, max_size=3), max_size=6))
def test_whatever_is_heard_one_thing_or_nothing_is_meant(heard: str, sayings: list[list[str]]) -> None:
    meant = understood(heard, sayings, places=len(sayings))
    assert meant is None or 0 <= meant < len(sayings)


@given(st.lists(SAID.filter(plain), min_size=1, max_size=6, unique_by=plain), st.data())
def test_each_thing_is_understood_by_its_own_name(names: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(names) - 1))
    assert understood(names[number], [(name,) for name in names]) == number
