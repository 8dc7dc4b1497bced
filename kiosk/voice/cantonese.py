"""How Cantonese says what is written in figures, Latin letters and signs, in traditional characters.

Figures are counted as in Mandarin; one is never 幺. Latin letters and words stay, as people in Hong Kong and
Guangdong say them in English, and so does the voice.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.text import IN_CANTONESE
from kiosk.voice import mandarin
from kiosk.voice.numerals import DIGITS, TELEPHONE_DIGITS
from kiosk.voice.readings import (
    CLOCK,
    CODE,
    EMERGENCY,
    HOST,
    MASKED_NAME,
    MASKED_NUMBER,
    NUMBER,
    TELEPHONE,
    Reading,
    reading,
    whole_words,
)

Match = re.Match[str]

# Measure words before which two is 兩 (two cards, two days), not 二.
MEASURES = "個張條部項次位年天點秒家台隻封份筆戶件步遍種行頁千萬億元塊分小倍到至公"

# Latin words that have a plain Chinese name; every other one is said in English.
WORDS = {
    "WLAN": "Wi-Fi",
    "VoLTE|VoNR": "高清通話",
    "SMS": "短訊",
    "MMS": "多媒體短訊",
    "QR *碼|QR": "二維碼",
    "PUK *碼|PUK": "解鎖碼",
    "ID *卡": "身份證",
    "WeChat": "微信",
    "Alipay": "支付寶",
    "China Mobile": "中國移動",
    "China Unicom": "中國聯通",
    "China Telecom": "中國電信",
    "China Broadnet": "中國廣電",
}
SAID_AS_WORDS = "SIM|PIN|APP|OK"

UNITS = {
    "Gbps|Gb/s": "G每秒",
    "Mbps|Mb/s": "M每秒",
    "[Kk]bps|[Kk]b/s": "K每秒",
    "GHz": "G赫茲",
    "MHz": "M赫茲",
    "TB": "T",
    "GB?": "G",
    "MB?": "M",
    "[Kk]B": "K",
    "km": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "kg": "公斤",
    "ms": "毫秒",
    "min": "分鐘",
    "m": "米",
    "s": "秒",
    "h": "小時",
    "℃|°C": "度",
}

# Another character stands in for one that the voice takes wrongly: 着 zoek, 上 soeng6, the 話 of 電話 waa2.
ONE_READING = {
    "着": "雀",
    r"(?<![帶關交送接])上(?![網門來去報交])": "尚",
    r"(?<=[電通])話(?!費)": "畫",
}


def as_mandarin(said: Callable[[Match], str]) -> Callable[[Match], str]:
    """Say what Mandarin says of a figure, in the characters and with the one of Cantonese."""
    return lambda match: said(match).translate(IN_CANTONESE)


def code(match: Match) -> str:
    """Say a reference sign by sign, without its dashes."""
    return spelled(match[0].replace("-", ""))


def letters(match: Match) -> str:
    """Say letters one by one."""
    return spelled(match[0])


def spelled(signs: str) -> str:
    """Return figures as characters and letters apart, so that none is taken for a word."""
    apart = re.sub(r"(?<=[A-Z])(?=[A-Z])", " ", signs)
    return apart.translate(TELEPHONE_DIGITS).translate(IN_CANTONESE)


def number(match: Match) -> str:
    """Say a figure as it is counted, after the measure words of Cantonese."""
    return mandarin.number(match, MEASURES, "點")


READINGS: tuple[Reading, ...] = (
    reading(MASKED_NUMBER, "屏幕上的號碼"),
    reading(MASKED_NAME, "屏幕上的名字"),
    reading(HOST, as_mandarin(mandarin.address)),
    reading(CODE, code),
    reading(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", as_mandarin(mandarin.calendar_day)),
    reading(r"(\d{1,2}:\d{2}) *[-–—~～至] *(?=\d{1,2}:\d{2})", r"\1到"),
    reading(CLOCK, as_mandarin(mandarin.clock)),
    reading(TELEPHONE, as_mandarin(mandarin.telephone)),
    reading(rf"(?<=[打撥話]){EMERGENCY}(?!\d)", as_mandarin(mandarin.telephone)),
    reading(
        rf"(?<!\d){EMERGENCY}(?=[、和])|(?<=[、和]){EMERGENCY}(?!\d)",
        as_mandarin(mandarin.telephone),
    ),
    reading(r"(?<!\d)\d{4}(?=年)", lambda match: match[0].translate(DIGITS)),
    reading(r"(?<![\w])[-−](?=¥?\d)", "負"),
    reading(rf"¥ *({NUMBER}) *(?:元)?", r"\1元"),
    reading(r"(?<![\d.,])(\d[\d,]*)(?:\.(\d\d?))? *元", as_mandarin(mandarin.yuan)),
    *whole_words(WORDS),
    *(reading(rf"(?<=\d) *(?:{unit})(?![A-Za-z])", said) for unit, said in UNITS.items()),
    reading(rf"({NUMBER}) *%", r"百分之\1"),
    reading(r"(?<=\d) *[-–—~～] *(?=\d)", "到"),
    reading(r"(?<=\d) *[×xX*] *(?=\d)", "乘"),
    reading(rf"(?:No\.|№) *({NUMBER})", r"\1號"),
    reading(NUMBER, as_mandarin(number)),
    reading(rf"(?<![A-Za-z])(?!(?:{SAID_AS_WORDS})(?![A-Za-z]))[A-Z]{{2,6}}(?![A-Za-z])", letters),
    reading(r" *& *", "和"),
    reading(r" *\+ *", "加"),
    reading(r"(?<=元) */ *(?=[年月日天次])", "每"),
    reading(r" */ *", "或"),
    *(reading(written, said) for written, said in ONE_READING.items()),
)
