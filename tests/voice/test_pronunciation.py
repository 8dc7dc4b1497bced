"""What is written and what is heard: the tables of every language, case by case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.text import Hearing, Language, Money
from kiosk.voice.numerals import amount, counted
from kiosk.voice.pronunciation import by_tongue, pronounce, tongue_of
from tests.voice.sayings import CANTONESE, MORE_ENGLISH, MORE_MANDARIN
from tests.voice.words import CHINESE

MANDARIN = {
    "5G网络": "五记网络",
    "4G信号": "四记信号",
    "每月10GB流量": "每月十记流量",
    "剩余2.5GB": "剩余二点五记",
    "300MB流量": "三百兆流量",
    "宽带100M": "宽带一百兆",
    "速度100Mbps": "速度一百兆每秒",
    "Wi-Fi密码": "无线网密码",
    "WiFi": "无线网",
    "连接WLAN": "连接无线网",
    "SIM卡": "西姆卡",
    "eSIM卡": "衣西姆卡",
    "发送SMS": "发送短信",
    "打开APP": "打开诶批批",
    "手机app": "手机诶批批",
    "扫QR码": "扫二维码",
    "ID卡": "身份证",
    "VoLTE功能": "高清通话功能",
    "输入PIN码": "输入拼码",
    "PUK码": "解锁码",
    "请打10086": "请打幺零零八六",
    "拨打110报警": "拨打幺幺零报警",
    "110元": "一百一十元",
    "电话12345": "电话幺二三四五",
    "短信来自10699000": "短信来自幺零六九九零零零",
    "号码13812345678": "号码幺三八幺二三四五六七八",
    "400-810-0086": "四零零八幺零零零八六",
    "010-12345678": "零幺零幺二三四五六七八",
    "2026-11-23": "二零二六年十一月二十三日",
    "2026年11月23日": "二零二六年十一月二十三日",
    "9:05开门": "九点零五分开门",
    "9:00-18:00": "九点到十八点",
    "14:30": "十四点三十分",
    "¥68": "六十八元",
    "¥68.05": "六十八元零五分",
    "￥1,234.50": "一千二百三十四元五角",
    "68.00元": "六十八元",
    "共2个号码": "共两个号码",
    "第2个": "第二个",
    "2张卡": "两张卡",
    "12个": "十二个",
    "20天": "二十天",
    "1,234元": "一千二百三十四元",
    "0元": "零元",
    "10000次": "一万次",
    "100010": "十万零一十",
    "3.5折": "三点五折",
    "50%": "百分之五十",
    "1-3天": "一到三天",
    "2~3天": "两到三天",
    "24 h内": "二十四小时内",
    "30min": "三十分钟",
    "-5℃": "负五摄氏度",
    "K-01": "尅零幺",
    "TT-2026-0012": "替替二零二六零零幺二",
    "138 **** 1234": "屏幕上的号码",
    "王*先生": "屏幕上的名字先生",
    "**** 123X": "屏幕上的号码",
    "id.example.cn:9091": "id点example点cn冒号九零九一",
    "192.168.1.5:9091": "幺九二点幺六八点幺点五冒号九零九幺",
    "https://getsimnum.caict.ac.cn/m/#/": "getsimnum点caict点ac点cn",
    "还款日": "环款日",
    "尽快还清": "紧快环清",
    "重听一遍": "崇听一遍",
    "重新输入": "崇新输入",
    "银行卡": "银杭卡",
    "便宜": "骈宜",
    "调大字号": "条大字号",
    "下载": "下在",
    '"您好"——请坐…': "您好，请坐",
    "·流量·": "流量",
    "提示（重要）": "提示，重要",
    "A/B": "诶或必",
    "iPhone手机": "iPhone手机",
    "QQ和微信": "扣扣和微信",
    "3×4": "三乘四",
    "IPTV": "爱批替威",
    "105天": "一百零五天",
    "1005": "一千零五",
    "1010": "一千零一十",
    "1100元": "一千一百元",
    "110000": "十一万",
    "欧阳*": "屏幕上的名字",
    "2点": "两点",
    "2.2元": "两元二角",
    "2月2日": "二月二日",
    "阿·里": "阿里",
    "你好 ，世界": "你好，世界",
    "***": "",
    "请按#键": "请按键",
    "2小时": "两小时",
    "007": "零零七",
    "2024年": "二零二四年",
    "套餐&流量": "套餐和流量",
    "NFC": "恩爱福西",
    "China Mobile": "中国移动",
    "110、119和122": "幺幺零，幺幺九和幺二二",
    "票上有三行": "票上有三杭",
    "声音怎么调": "声音怎么条",
    "调一调": "条一条",
    "正在数卡片": "正在属卡片",
    "听得清吗？": "听的清吗？",
    "清空": "清箜",
}
ENGLISH = {
    "5G network": "five G network",
    "4G": "four G",
    "10GB of data": "10 gigabytes of data",
    "1 GB": "1 gigabyte",
    "2.5 GB left": "2 point 5 gigabytes left",
    "300MB": "3 hundred megabytes",
    "100Mbps line": "1 hundred megabits per second line",
    "Wi-Fi password": "why fye password",
    "SIM card": "sim card",
    "eSIM": "e sim",
    "by SMS": "by text message",
    "the APP": "the app",
    "QR code": "Q R code",
    "ID card": "I D card",
    "VoLTE": "voice over L T E",
    "your PIN": "your pin",
    "PUK": "puck",
    "call 10086": "call one zero zero eight six",
    "Dial 110 now": "Dial one one zero now",
    "110 people": "1 hundred and 10 people",
    "from 10699000": "from one zero six nine nine zero zero zero",
    "13812345678": "one three eight one two three four five six seven eight",
    "400-810-0086": "four zero zero eight one zero zero zero eight six",
    "2026-11-23": "23 November 2026",
    "23 November, 9:05": "23 November, 9 oh 5",
    "9:00-18:00": "9 o'clock to 18 o'clock",
    "14:30": "14 30",
    "¥68": "68 yuan",
    "¥68.05": "68 yuan 05",
    "¥1,234.50": "1 thousand 2 hundred and 34 yuan 50",
    "1,234 numbers": "1 thousand 2 hundred and 34 numbers",
    "50%": "50 percent",
    "1-3 days": "1 to 3 days",
    "within 24 h": "within 24 hours",
    "30 min": "30 minutes",
    "-5 °C": "minus 5 degrees Celsius",
    "K-01": "K zero one",
    "TT-2026-0012": "T T two zero two six zero zero one two",
    "138 **** 1234": "the number on the screen",
    "Mr 王*": "Mr the name on the screen",
    "**** 123X": "the number on the screen",
    "id.example.cn:9091": "I D dot example dot cn colon nine zero nine one",
    "192.168.1.5:9091": "one nine two dot one six eight dot one dot five colon nine zero nine one",
    "https://getsimnum.caict.ac.cn/m/#/": "getsimnum dot C A I C T dot ac dot cn",
    "It is read to you": "It is red to you",
    "a live person": "a lyve person",
    "the operator's system": "the operator's system",
    "“Hello” — sit…": "Hello, sit",
    "a (small) thing": "a, small, thing",
    "e.g. this": "for example this",
    "bread & butter": "bread and butter",
    "WeChat and Alipay": "wee chat and ali pay",
    "Thank you, Xu.": "Thank you, shoo.",
    "Signed in: Qiu": "Signed in: chyoh",
    "Quiet": "Quiet",
    "No. 3": "number 3",
    "Yes/No": "Yes or No",
    "don’t": "don't",
    "China Unicom": "China uni com",
    "***": "",
    "1 h": "1 hour",
    "24/7": "24 or 7",
    "well-known": "well-known",
    "#": "",
    "up-to-date": "up-to-date",
    "3 × 4": "3 by 4",
    "RMB 20": "20 yuan",
    "1 km": "1 kilometre",
    "1 kB": "1 kilobyte",
    "An SMS": "A text message",
    "110, 119 and 122": "one one zero, one one nine and one two two",
    "PM20261128": "PM two zero two six one one two eight",
    "since 2024": "since 2024",
    "born 5 May 1948": "born 5 May 19 48",
    "2040 numbers": "2 thousand and 40 numbers",
    "2024 yuan": "2 thousand and 24 yuan",
    "123,456": "1 hundred and 23 thousand 4 hundred and 56",
    "100 yuan": "1 hundred yuan",
    "2,000,000": "2000000",
}


SAID = {
    Language.ZH_CN: MANDARIN | MORE_MANDARIN,
    Language.ZH_HK: CANTONESE,
    Language.EN: ENGLISH | MORE_ENGLISH,
}


@pytest.mark.parametrize(
    ("language", "written"), [(one, case) for one, cases in SAID.items() for case in cases]
)
def test_the_voice_says(language: Language, written: str) -> None:
    assert pronounce(written, language) == SAID[language][written]


def test_every_language_has_its_table() -> None:
    assert set(SAID) == set(Language) and all(len(cases) >= 150 for cases in SAID.values())


def test_a_sum_that_says_itself_is_heard_in_characters() -> None:
    heard = [
        pronounce(Money(fen).spoken(CHINESE, Hearing.SPEAKER), Language.ZH_CN) for fen in (6805, 200, 1050)
    ]
    assert heard == ["六十八元零五分", "两元", "十元五角"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "零"),
        (10, "十"),
        (11, "十一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (10_000, "一万"),
        (10_010, "一万零一十"),
        (100_000, "十万"),
        (1_000_001, "一百万零一"),
        (20_050_000, "二千零五万"),
        (100_000_000, "一亿"),
        (100_010_000, "一亿零一万"),
        (1_0000_0000_0001, "一万亿零一"),
    ],
)
def test_numbers_are_counted(number: int, said: str) -> None:
    assert counted(number) == said


def test_what_is_too_long_to_count_is_read_out() -> None:
    assert amount("1,234,567,890,123,456,789") == "一二三四五六七八九零一二三四五六七八九"


def value_of(said: str) -> int:
    """Count back from characters, on its own ways."""
    total, section, figure = 0, 0, 0
    for sign in said:
        if sign in "零一二三四五六七八九":
            figure = "零一二三四五六七八九".index(sign)
        elif sign in "十百千":
            section += (figure or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            figure = 0
        else:
            total, section, figure = total + (section + figure) * {"万": 10**4, "亿": 10**8}[sign], 0, 0
    return total + section + figure


@settings(deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_what_is_counted_can_be_counted_back(number: int) -> None:
    assert value_of(counted(number)) == number


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(Language))
def test_no_sign_is_left_that_an_engine_would_name(speech: str, language: Language) -> None:
    heard = pronounce(speech, language)
    assert not set('*#_~^|<>{}[]()"“”«»¥=…—·\\') & set(heard)
    assert heard == heard.strip()


@settings(deadline=None)
@given(st.from_regex(r"[0-9,.:%/ -]{0,20}[个元年月]?", fullmatch=True))
def test_no_figure_is_left_to_a_chinese_engine(speech: str) -> None:
    for language in (Language.ZH_CN, Language.ZH_HK):
        assert not any("0" <= sign <= "9" for sign in pronounce(speech, language))


def test_a_phrase_is_said_by_the_voice_that_can() -> None:
    assert tongue_of("您好", Language.EN) is Language.ZH_CN
    assert tongue_of("您好", Language.ZH_HK) is Language.ZH_HK
    assert tongue_of("Welcome to the hall", Language.ZH_CN) is Language.EN
    assert tongue_of("5G", Language.ZH_CN) is Language.ZH_CN
    assert tongue_of("Hello", Language.EN) is Language.EN
    assert tongue_of("Name: 王*", Language.EN) is Language.EN, "the name itself is not said"


@pytest.mark.parametrize(
    "text", ["A" * 600, "A-" * 300, "1," * 300, "a." * 300, ", " * 300, "(" * 600, " " * 600, "打" * 600]
)
def test_no_sentence_holds_the_voice_up(text: str) -> None:
    for language in Language:
        pronounce(text, language)


def test_what_is_said_in_two_tongues_is_cut_between_them() -> None:
    cut = by_tongue("Four: 中文，普通话, choice, number 4 of 11", Language.EN)
    assert cut == ("Four:", "中文， 普通话,", "choice, number 4 of 11")
    for whole, language in (("第二个：English", Language.ZH_CN), ("Name: 王*", Language.EN)):
        assert by_tongue(whole, language) == (whole,)
