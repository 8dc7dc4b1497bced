"""How English says what is written in figures, signs and abbreviations."""

from __future__ import annotations

import re

from kiosk.text import ENGLISH_DIGITS, ENGLISH_MONTHS
from kiosk.voice.readings import (
    CLOCK,
    CODE,
    EMERGENCIES,
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

WORDS = {
    "Wi-?Fi": "why fye",
    "WLAN": "why fye",
    "VoLTE": "voice over L T E",
    "e-?SIM": "e sim",
    "SIM": "sim",
    "SMS": "text message",
    "PIN": "pin",
    "PUK": "puck",
    "QR": "Q R",
    "APP": "app",
    "ID": "I D",
    "URL": "U R L",
    "USB": "U S B",
    "NFC": "N F C",
    "GPS": "G P S",
    "LTE": "L T E",
    "IPTV": "I P T V",
    "TV": "T V",
    "QQ": "Q Q",
    "CAICT": "C A I C T",
    "MIIT": "M I I T",
    "WeChat": "wee chat",
    "Alipay": "ali pay",
    "UnionPay": "union pay",
    "Unicom": "uni com",
    "Broadnet": "broad net",
    "Huawei": "hwah way",
    "Xiaomi": "shao mee",
    "RMB|CNY": "yuan",
    r"e\.g\.": "for example",
    r"i\.e\.": "that is",
    r"etc\.": "and so on",
    r"approx\.": "about",
    r"max\.": "at most",
    r"min\.": "at least",
}

# Family names in Pinyin whose letters mislead an English voice.
PINYIN = {
    "Cai": "tsai",
    "Cao": "tsow",
    "Cui": "tsway",
    "Qi": "chee",
    "Qian": "chyen",
    "Qiao": "chyow",
    "Qin": "chin",
    "Qiu": "chyoh",
    "Qu": "chew",
    "Xia": "shyah",
    "Xiang": "shyang",
    "Xiao": "shyow",
    "Xie": "shyeh",
    "Xing": "shing",
    "Xiong": "shyong",
    "Xu": "shoo",
    "Xue": "shweh",
    "Zeng": "dzung",
    "Zhao": "jow",
    "Zheng": "jung",
    "Zhou": "joe",
    "Zou": "dzoe",
    "Zuo": "dzwoh",
}

UNITS = {
    "Gbps|Gb/s": "gigabits per second",
    "Mbps|Mb/s": "megabits per second",
    "[Kk]bps|[Kk]b/s": "kilobits per second",
    "GHz": "gigahertz",
    "MHz": "megahertz",
    "TB": "terabytes",
    "GB": "gigabytes",
    "MB": "megabytes",
    "[Kk]B": "kilobytes",
    "km": "kilometres",
    "cm": "centimetres",
    "mm": "millimetres",
    "kg": "kilograms",
    "ms": "milliseconds",
    "min": "minutes",
    "m": "metres",
    "s": "seconds",
    "h": "hours",
    "℃|°C": "degrees Celsius",
}

# Words of two readings, where the sentence tells which one is meant.
ONE_READING = {
    r"\b(is|are|was|were|be|been|being|have|has|had) read\b": r"\1 red",
    r"\blive (?=person|staff|line|help)": "lyve ",
}


def telephone(match: Match) -> str:
    """Say figures one by one, apart from what stands before them."""
    return " " + " ".join(ENGLISH_DIGITS[int(sign)] for sign in match[0] if sign.isdecimal())


def emergencies(match: Match) -> str:
    """Say each number of a list of emergency numbers figure by figure."""
    return re.sub(r"\d+", telephone, match[0])


def code(match: Match) -> str:
    """Say a reference sign by sign, without its dashes."""
    signs = match[0].replace("-", "")
    return " ".join(ENGLISH_DIGITS[int(sign)] if sign.isdecimal() else sign for sign in signs)


def address(match: Match) -> str:
    """Say where a link leads: its dots by name, its path left out."""
    host = re.sub(r"^https?://|/.*$", "", match[0])
    said = re.sub(r"\d", lambda digit: f" {ENGLISH_DIGITS[int(digit[0])]} ", host)
    return re.sub(r" +", " ", said.replace(".", " dot ").replace(":", " colon ")).strip()


def calendar_day(match: Match) -> str:
    """Say 2026-11-23 as a day; what is no month stays as it is."""
    year, month, day = (int(part) for part in match.groups())
    return f"{day} {ENGLISH_MONTHS[month - 1]} {year}"


def clock(match: Match) -> str:
    """Say 9:05 as 9 oh 5, 9:00 as 9 o'clock."""
    hour, minute = int(match[1]), match[2]
    if minute == "00":
        return f"{hour} o'clock"
    return f"{hour} oh {minute[1]}" if minute[0] == "0" else f"{hour} {minute}"


def yuan(match: Match) -> str:
    """Say a sum in yuan; what follows the point is said after it."""
    return f"{amount(match[1])} yuan" + (f" {match[2]}" if match[2] else "")


def counted(match: Match) -> str:
    """Say a large figure in hundreds; what may be a year stays as it is."""
    return match[0] if re.fullmatch(r"20[0-3]\d", match[0]) else amount(match[0])


def amount(figure: str) -> str:
    """Return a figure as it is counted, 1,234 as 1 thousand 2 hundred and 34; one too long stays."""
    number = int(figure.replace(",", ""))
    if not 100 <= number < 1_000_000:
        return str(number)
    thousands, rest = divmod(number, 1000)
    parts = [f"{amount(str(thousands))} thousand"] if thousands else []
    parts += [f"{rest // 100} hundred"] if rest >= 100 else []
    parts += [f"and {rest % 100}"] if rest % 100 else []
    return " ".join(parts)


def one(unit: str) -> str:
    """Say a unit of which there is one."""
    return "degree Celsius" if unit == UNITS["℃|°C"] else unit.replace("bits ", "bit ").removesuffix("s")


READINGS: tuple[Reading, ...] = (
    reading(MASKED_NUMBER, "the number on the screen"),
    reading(MASKED_NAME, "the name on the screen"),
    reading(HOST, address),
    reading(CODE, code),
    reading(r"(?<!\d)(\d{4})-(0?[1-9]|1[0-2])-(\d{1,2})(?!\d)", calendar_day),
    reading(r"(\d{1,2}:\d{2}) *[-–—~] *(?=\d{1,2}:\d{2})", r"\1 to "),
    reading(CLOCK, clock),
    reading(TELEPHONE, telephone),
    reading(EMERGENCIES, emergencies),
    reading(rf"(?<=[Cc]all |[Dd]ial |[Rr]ing ){EMERGENCY}(?!\d)", telephone),
    reading(r"(?<![A-Za-z0-9])([2-6])G(?![A-Za-z])", lambda match: f"{ENGLISH_DIGITS[int(match[1])]} G"),
    reading(r"[¥] *(\d[\d,]*)(?:\.(\d\d))?(?!\d)", yuan),
    reading(r"(?:RMB|CNY) *(\d[\d,]*)(?:\.(\d\d))?(?!\d)", yuan),
    *(reading(rf"(?<![\d.,])1 *(?:{unit})(?![A-Za-z])", f"1 {one(said)}") for unit, said in UNITS.items()),
    *(reading(rf"(?<=\d) *(?:{unit})(?![A-Za-z])", f" {said}") for unit, said in UNITS.items()),
    reading(r"\b([Aa])n (?=SMS\b)", r"\1 "),
    *whole_words(WORDS | PINYIN),
    reading(rf"(?:\bNo\.|№) *(?={NUMBER})", "number "),
    reading(r"(?<=\d) *%", " percent"),
    reading(r"(?<=\d) *[-–—~～] *(?=\d)", " to "),
    reading(r"(?<![\w])[-−](?=\d)", "minus "),
    reading(r"(?<=\d) *[×xX*] *(?=\d)", " by "),
    reading(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.])", lambda match: amount(match[0])),
    reading(rf"({'|'.join(ENGLISH_MONTHS)}) 19(\d\d)(?!\d)", r"\1 19 \2"),
    reading(r"(?<![\d.])\d{3,6}(?= yuan)", lambda match: amount(match[0])),
    reading(r"(?<![\d.])\d{3,6}(?![\d.])", counted),
    reading(r"(?<=\d),(?=\d{3})", ""),
    reading(r"(?<=\d)\.(?=\d)", " point "),
    reading(r" *& *", " and "),
    reading(r" *\+ *", " plus "),
    reading(r"(?<=\w) */ *(?=\w)", " or "),
    *(reading(written, said) for written, said in ONE_READING.items()),
)
