"""Words and values, shown and spoken in every language."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogues import words_of
from kiosk.text import (
    Code,
    Count,
    Data,
    Day,
    DayOfWeek,
    Hearing,
    Hours,
    IdNumber,
    Label,
    Language,
    Moment,
    Money,
    Month,
    Percent,
    PersonName,
    PhoneNumber,
    Sayable,
    Tail,
    Weekday,
    aloud,
    just,
    t,
    tn,
)

ZH, HK, EN = words_of(Language.ZH_CN), words_of(Language.ZH_HK), words_of(Language.EN)
PRIVATE, LOUD = Hearing.HEADPHONES, Hearing.SPEAKER

CASES: list[tuple[Sayable, str, str, str, str]] = [
    (Count(2), "2", "两", "2", "2"),
    (Count(12), "12", "12", "12", "12"),
    (Code("10086"), "10086", "幺零零八六", "10086", "one zero zero eight six"),
    (Code("TT-1a"), "TT-1a", "T T幺A", "TT-1a", "T T one A"),
    (
        PhoneNumber("13812341234"),
        "138 **** 1234",
        "幺三八，中间四位隐藏，尾号幺二三四",
        "138 **** 1234",
        "one three eight, four hidden digits, tail number one two three four",
    ),
    (Tail("0912"), "0912", "零九幺二", "0912", "zero nine one two"),
    (
        IdNumber("11010519491231002X"),
        "**** 002X",
        "尾号零零二X",
        "**** 002X",
        "ending in zero zero two X",
    ),
    (PersonName("王秀英"), "王*", "王某", "王*", "Wang"),
    (PersonName("欧阳娜"), "欧阳*", "欧阳某", "欧阳*", "Ouyang"),
    (Month(date(2026, 1, 1)), "2026年1月", "二零二六年1月", "January 2026", "January 2026"),
    (Month(date(2026, 11, 1), brief=True), "11月", "二零二六年11月", "Nov", "November 2026"),
    (Data(100), "100 MB", "100兆", "100 MB", "100 megabytes"),
    (Data(5 * 1024), "5 GB", "5个G", "5 GB", "5 gigabytes"),
    (Data(1536), "1.5 GB", "1.5个G", "1.5 GB", "1.5 gigabytes"),
    (Percent(30), "30%", "百分之30", "30%", "30 percent"),
    (Day(date(2026, 1, 9)), "2026年1月9日", "二零二六年1月9日", "9 January 2026", "9 January 2026"),
    (
        DayOfWeek(date(2026, 11, 24)),
        "11月24日 星期二",
        "11月24日，星期二",
        "Tuesday, 24 November",
        "Tuesday, 24 November",
    ),
    (Weekday(6), "星期日", "星期日", "Sunday", "Sunday"),
    (Weekday(2, brief=True), "三", "星期三", "Wed", "Wednesday"),
    (
        Moment(datetime(2026, 11, 23, 9, 5)),  # noqa: DTZ001 - the hall's own clock
        "11月23日 9:05",
        "11月23日9点零5分",
        "23 November, 9:05",
        "23 November, 9:05",
    ),
    (
        Moment(datetime(2026, 2, 1, 18, 0)),  # noqa: DTZ001 - the hall's own clock
        "2月1日 18:00",
        "2月1日18点整",
        "1 February, 18:00",
        "1 February, 18:00",
    ),
    (Money(6800), "68元", "68元", "¥68", "68 yuan"),
    (Money(123405), "1,234.05元", "1234元零5分", "¥1,234.05", "1234 yuan 05"),
    (Money(-150), "-1.50元", "负1元5角", "¥-1.50", "minus 1 yuan 50"),
    (Label.of({"zh_CN": "杭州", "en": "Hangzhou"}), "杭州", "杭州", "Hangzhou", "Hangzhou"),
    (Label.of({"zh_CN": "杭州"}), "杭州", "杭州", "杭州", "杭州"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "zh", "zh_said", "en", "en_said"), CASES)
def test_a_value_is_shown_and_said_as_people_do(
    value: Sayable, zh: str, zh_said: str, en: str, en_said: str
) -> None:
    assert (value.shown(ZH), value.spoken(ZH, PRIVATE)) == (zh, zh_said)
    assert (value.shown(EN), value.spoken(EN, PRIVATE)) == (en, en_said)


IN_HONG_KONG: list[tuple[Sayable, str, str]] = [
    (Count(2), "2", "兩"),
    (Code("TT-1a"), "TT-1a", "T T一A"),
    (PhoneNumber("13812341234"), "138 **** 1234", "一三八，中間四位隱藏，尾號一二三四"),
    (Tail("0912"), "0912", "零九一二"),
    (IdNumber("11010519491231002X"), "**** 002X", "尾號零零二X"),
    (PersonName("叶秀英"), "叶*", "叶某"),
    (Month(date(2026, 1, 1)), "2026年1月", "二零二六年1月"),
    (Data(500), "500 MB", "500個M"),
    (Data(5 * 1024), "5 GB", "5個G"),
    (Percent(30), "30%", "百分之30"),
    (Day(date(2026, 1, 9)), "2026年1月9日", "二零二六年1月9日"),
    (Moment(datetime(2026, 11, 23, 9, 5)), "11月23日 9:05", "11月23日9點零5分"),  # noqa: DTZ001 - the hall's own
    (Moment(datetime(2026, 2, 1, 18, 0)), "2月1日 18:00", "2月1日18點正"),  # noqa: DTZ001 - the hall's own
    (Hours(datetime(2026, 2, 1, 9, 30), datetime(2026, 2, 1, 11)), "9:30–11:00", "9點半到11點"),  # noqa: DTZ001
    (Money(123405), "1,234.05元", "1234元零5分"),
    (Money(-150), "-1.50元", "負1元5角"),
    (Label.of({"zh_CN": "杭州移动", "en": "Hangzhou"}), "杭州移動", "杭州移動"),
    (Label.of({"zh_CN": "上网", "zh_HK": "數據", "en": "Data"}), "數據", "數據"),
    (Label.of({"en": "Hangzhou"}), "Hangzhou", "Hangzhou"),
]


@pytest.mark.parametrize(("value", "shown", "said"), IN_HONG_KONG)
def test_a_value_is_in_traditional_characters_and_cantonese(value: Sayable, shown: str, said: str) -> None:
    assert (value.shown(HK), value.spoken(HK, PRIVATE)) == (shown, said)


DIGITS = set("0123456789零一幺二三四五六七八九") | {"one", "two", "three", "four", "five", "six"}


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True), st.from_regex(r"[1-9]\d{16}[\dX]", fullmatch=True))
def test_nothing_personal_is_ever_said_to_the_whole_hall_or_printed_by_accident(phone: str, id_: str) -> None:
    for value in (PhoneNumber(phone), IdNumber(id_), Tail(phone[-4:]), PersonName("王秀英")):
        for words in (ZH, HK, EN):
            said = value.spoken(words, LOUD)
            assert not DIGITS & set(said) and not DIGITS & set(said.split()) and "王" not in said
        assert phone[-4:] not in repr(value) and id_[-4:] not in repr(value) and "秀" not in repr(value)
    assert phone[3:7] not in PhoneNumber(phone).shown(ZH).replace(phone[:3], "", 1).replace(phone[-4:], "")


def test_a_sentence_carries_its_values_into_every_language() -> None:
    sentence = t("Hotline {hotline}", hotline=Code("10086"))
    assert sentence.shown(EN) == "Hotline 10086" and sentence.shown(ZH) == "客服电话10086"
    assert sentence.spoken(ZH, LOUD) == "客服电话幺零零八六"
    assert just("site").shown(ZH) == "site" and just(Code("1")).spoken(EN, LOUD) == "one"


def test_the_voice_may_have_its_own_form() -> None:
    sentence = t("5 GB", say=aloud("five gigabytes of {what}", what="data"))
    assert sentence.shown(EN) == "5 GB" and sentence.spoken(EN, LOUD) == "five gigabytes of data"


def test_plurals_follow_each_language() -> None:
    one, two = (tn("{count} account", "{count} accounts", number) for number in (1, 2))
    assert (one.shown(EN), two.shown(EN)) == ("1 account", "2 accounts")
    assert two.spoken(ZH, LOUD) == "两个"
    unknown = tn("{count} bird", "{count} birds", 2)
    assert unknown.shown(ZH) == "2 birds"


@given(st.integers(-(10**9), 10**9), st.integers(0, 100))
def test_shares_of_money_are_exact_to_the_fen_and_lose_nothing(fen: int, percent: int) -> None:
    whole = Money(fen)
    assert abs(whole.share(percent).fen * 100 - fen * percent) <= 50
    assert -whole.share(percent) == (-whole).share(percent)
    assert whole - whole.share(percent) + whole.share(percent) == whole
    assert whole.times(3) == whole + whole + whole and Money.yuan(12) == Money(1200)


def test_hours_are_said_from_and_to_in_english() -> None:
    hours = Hours(datetime(2026, 2, 1, 9, 30), datetime(2026, 2, 1, 11))  # noqa: DTZ001
    assert hours.spoken(words_of(Language.EN), Hearing.SPEAKER) == "9:30 to 11:00"
