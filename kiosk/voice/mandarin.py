"""How Mandarin says what is written in figures, Latin letters and characters with two readings."""

from __future__ import annotations

import re

from kiosk.voice.numerals import DIGITS, FIGURES, TELEPHONE_DIGITS, amount, counted
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

# Measure words before which two is 两 (two cards, two days), not 二.
MEASURES = "个张条部项次位年天点秒家台户件步遍种行页千万亿元块分小倍到"
LETTER_NAMES = (
    "诶 必 西 弟 衣 爱福 记 诶尺 爱 杰 尅 艾勒 艾姆 恩 欧 批 扣 阿 艾斯 替 优 威 达不溜 艾克斯 歪 贼"
)
LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", LETTER_NAMES.split(), strict=True))

# Latin words that have a plain Chinese name, or that people say as a word.
WORDS = {
    "Wi-?Fi|WLAN": "无线网",
    "VoLTE|VoNR": "高清通话",
    "e-?SIM": "衣西姆",
    "SIM": "西姆",
    "SMS": "短信",
    "MMS": "彩信",
    "QR *码|QR": "二维码",
    "PIN *码|PIN": "拼码",
    "PUK *码|PUK": "解锁码",
    "ID *卡": "身份证",
    "APP": "诶批批",
    "OK": "好",
    "QQ": "扣扣",
    "WeChat": "微信",
    "Alipay": "支付宝",
    "China Mobile": "中国移动",
    "China Unicom": "中国联通",
    "China Telecom": "中国电信",
    "China Broadnet": "中国广电",
}

UNITS = {
    "Gbps|Gb/s": "记每秒",
    "Mbps|Mb/s": "兆每秒",
    "[Kk]bps|[Kk]b/s": "千比特每秒",
    "GHz": "记赫兹",
    "MHz": "兆赫兹",
    "TB": "替",
    "GB?": "记",
    "MB?": "兆",
    "[Kk]B": "千字节",
    "km": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "kg": "公斤",
    "ms": "毫秒",
    "min": "分钟",
    "m": "米",
    "s": "秒",
    "h": "小时",
    "℃|°C": "摄氏度",
}

# A character of one reading stands in for one of two, so that no engine has to guess.
ONE_READING = {
    r"还(?=[款钱贷费账清本债])": "环",
    r"(?<=[偿归])还": "环",
    r"重(?=[听播放置发装启打连试复新选拍设拨查读念做写填输])": "崇",
    r"便宜": "骈宜",
    r"调(?=[高低大小亮暗快慢整节一])": "条",
    r"(?<=[微一])调|(?<=怎么)调(?![查换动])": "条",
    r"(?<=正在)数|(?<=只)数(?=在)|(?<=先)数(?=好)|(?<=[您我])数(?=吗)": "属",
    r"(?<=[听看做对])得(?=[清真上])": "的",
    r"空(?=[框盘])|(?<=清)空": "箜",
    r"(?<=[银一二三四五六七八九十几])行|行(?=[业情])": "杭",
    r"尽(?=[快量早管])": "紧",
    r"供给": "供挤",
    r"给予": "挤予",
    r"角色": "决色",
    r"下载": "下在",
    r"着(?=急)": "招",
}


def telephone(match: Match) -> str:
    """Say figures one by one, 幺 for one, as people give each other telephone numbers."""
    return re.sub(r"\D", "", match[0]).translate(TELEPHONE_DIGITS)


def emergencies(match: Match) -> str:
    """Say each number of a list of emergency numbers figure by figure."""
    return match[0].translate(TELEPHONE_DIGITS)


def code(match: Match) -> str:
    """Say a reference sign by sign, without its dashes."""
    signs = match[0].replace("-", "").translate(TELEPHONE_DIGITS)
    return "".join(LETTERS.get(sign, sign) for sign in signs)


def address(match: Match) -> str:
    """Say where a link leads: its dots by name, its path left out."""
    host = re.sub(r"^https?://|/.*$", "", match[0])
    said = host.translate(TELEPHONE_DIGITS) if not re.search("[A-Za-z]", host) else host.translate(DIGITS)
    return said.replace(".", "点").replace(":", "冒号")


def calendar_day(match: Match) -> str:
    """Say 2026-11-23 as a day."""
    year, month, day = match.groups()
    return f"{year.translate(DIGITS)}年{counted(int(month))}月{counted(int(day))}日"


def clock(match: Match) -> str:
    """Say 9:05 as 九点零五分, 9:00 as 九点."""
    hour, minute = int(match[1]), match[2]
    said = f"{'两' if hour == 2 else counted(hour)}点"
    if minute == "00":
        return said
    return said + ("零" if minute[0] == "0" else "") + counted(int(minute)) + "分"


def yuan(match: Match) -> str:
    """Say a sum in yuan, jiao and fen."""
    whole, fraction = amount(match[1]), match[2] or "00"
    whole = "两" if whole == "二" else whole
    jiao, fen = (FIGURES[int(figure)] for figure in fraction.ljust(2, "0"))
    if jiao == fen == "零":
        return f"{whole}元"
    tail = f"{jiao}角" if jiao != "零" else "零"
    return f"{whole}元{tail}" + (f"{fen}分" if fen != "零" else "")


def number(match: Match, measures: str = MEASURES, point: str = "点") -> str:
    """Say a figure as it is counted; one that begins with nought, figure by figure."""
    written, follows = match[0], match.string[match.end() : match.end() + 1]
    before = match.string[: match.start()]
    if written == "2" and follows and follows in measures and not before.endswith(("第", point)):
        return "两"
    if re.match(r"0\d", written):
        return written.translate(DIGITS)
    return amount(written)


def letters(match: Match) -> str:
    """Say capital letters by their names."""
    return "".join(LETTERS[letter] for letter in match[0])


READINGS: tuple[Reading, ...] = (
    reading(MASKED_NUMBER, "屏幕上的号码"),
    reading(MASKED_NAME, "屏幕上的名字"),
    reading(HOST, address),
    reading(CODE, code),
    reading(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", calendar_day),
    reading(r"(\d{1,2}:\d{2}) *[-–—~～至] *(?=\d{1,2}:\d{2})", r"\1到"),
    reading(CLOCK, clock),
    reading(TELEPHONE, telephone),
    reading(EMERGENCIES, emergencies),
    reading(rf"(?<=[打拨话]){EMERGENCY}(?!\d)", telephone),
    reading(r"(?<!\d)\d{4}(?=年)", lambda match: match[0].translate(DIGITS)),
    reading(r"(?<![\w])[-−](?=¥?\d)", "负"),
    reading(rf"¥ *({NUMBER}) *(?:元)?", r"\1元"),
    reading(r"(?<![\d.,])(\d[\d,]*)(?:\.(\d\d?))? *元", yuan),
    *whole_words(WORDS),
    *(reading(rf"(?<=\d) *(?:{unit})(?![A-Za-z])", said) for unit, said in UNITS.items()),
    reading(r"(?<![\d.,])100 *%", "百分之百"),
    reading(rf"({NUMBER}) *%", r"百分之\1"),
    reading(r"(?<=\d) *[-–—~～] *(?=\d)", "到"),
    reading(r"(?<=\d) *[×xX*] *(?=\d)", "乘"),
    reading(rf"(?:No\.|№) *({NUMBER})", r"\1号"),
    reading(NUMBER, number),
    reading(r"(?<![A-Za-z])[A-Z]{1,6}(?![A-Za-z])", letters),
    reading(r" *& *", "和"),
    reading(r" *\+ *", "加"),
    reading(r"(?<=元) */ *(?=[年月日天次])", "每"),
    reading(r" */ *", "或"),
    *(reading(written, said) for written, said in ONE_READING.items()),
)
