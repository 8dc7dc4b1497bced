"""Whole numbers in Chinese characters, as people count aloud."""

from __future__ import annotations

FIGURES = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")
MYRIADS = ("", "万", "亿", "万亿")
DIGITS = str.maketrans("0123456789", FIGURES)
TELEPHONE_DIGITS = str.maketrans("0123456789", "零幺二三四五六七八九")


def counted(number: int) -> str:
    """Return a number below 10^16 as it is counted: 二十三, 一千零五, 一万二千."""
    if number == 0:
        return FIGURES[0]
    said, missing = "", False
    for place in range(len(MYRIADS) - 1, -1, -1):
        group = number // 10_000**place % 10_000
        if not group:
            missing = bool(said)
            continue
        said += FIGURES[0] if said and (missing or group < 1000) else ""
        said += below_myriad(group) + MYRIADS[place]
        missing = False
    return said.removeprefix("一") if said.startswith("一十") else said


def below_myriad(number: int) -> str:
    """Return a number from 1 to 9999, with one 零 for any run of noughts inside it."""
    said, nought = "", False
    for place in (3, 2, 1, 0):
        figure = number // 10**place % 10
        if figure:
            said += (FIGURES[0] if nought and said else "") + FIGURES[figure] + UNITS[place]
        nought = figure == 0
    return said


def amount(figure: str) -> str:
    """Return a figure as it is counted, with its fraction: 1,234.50 is 一千二百三十四点五零."""
    whole, _, fraction = figure.replace(",", "").partition(".")
    if len(whole) > 16:
        return whole.translate(DIGITS)
    said = counted(int(whole))
    return f"{said}点{fraction.translate(DIGITS)}" if fraction else said
