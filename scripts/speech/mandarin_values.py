"""The parts of which Mandarin values are made: sums, days, hours, counts, shares, figures read one by one."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.text import CHINESE_DIGITS, CHINESE_WEEKDAYS
from kiosk.voice.mandarin import LETTERS
from kiosk.voice.numerals import DIGITS, FIGURES, counted

YEARS = range(2000, 2037)
HEADS = [f"1{second}{third}" for second in "3456789" for third in range(10)]
"""The first three figures of the mobile numbers of mainland China."""
HOTLINES = (
    *("110", "114", "119", "120", "122", "400", "10000", "10001", "10010", "10016", "10050", "10080"),
    *("10086", "10099", "12110", "12300", "12315", "12321", "12333", "12345", "12381", "96110"),
    *("95017", "95188", "95533", "95566", "95580", "95588", "95599"),
)
HIDDEN = (
    *("屏幕上的号码", "屏幕上的尾号", "屏幕上的身份证号码", "屏幕上的名字"),
    *("中间四位隐藏", "请看屏幕", "或者插上耳机听"),
)


def closing() -> Iterator[str]:
    """Return parts that mostly end a sentence."""
    yield from (f"{two(number)}元" for number in range(200))
    yield from (f"{part}元" for part in (*teens(), *rounds(), *(f"零{figure}" for figure in FIGURES[1:])))
    for jiao in FIGURES[1:]:
        yield from (f"{jiao}角", f"零{jiao}分", *(f"{jiao}角{fen}分" for fen in FIGURES[1:]))
    yield from (f"百分之{counted(number)}" for number in range(101))
    yield from (f"{two(number)}个记" for number in range(1, 101))
    yield from (f"点{figure}个记" for figure in FIGURES)
    yield from (f"{part}兆" for part in ("", *rounds()))
    yield from (f"{counted(day)}日" for day in range(1, 32))
    yield from (f"零{FIGURES[minute]}分" for minute in range(1, 10))
    yield from (f"{counted(minute)}分" for minute in range(10, 60))
    yield from (f"{two(hour)}点整" for hour in range(24))
    yield from (read_out(hotline) for hotline in HOTLINES)
    yield from (f"星期{day}" for day in CHINESE_WEEKDAYS)
    yield from HIDDEN


def going_on() -> Iterator[str]:
    """Return parts after which a sentence goes on."""
    yield from (counted(number) for number in range(100))
    yield from (*teens(), *rounds(), "两", "负", "万", "元", "点", "冒号", "尾号")
    yield from (f"零{figure}" for figure in FIGURES)
    yield from (f"点{figure}" for figure in FIGURES)
    yield from (f"{str(year).translate(DIGITS)}年" for year in YEARS)
    yield from (f"{counted(month)}月" for month in range(1, 13))
    yield from (f"{two(hour)}点" for hour in range(24))
    yield from map(read_out, HEADS)
    yield from (read_out(f"{pair:02}") for pair in range(100))
    yield from (f"{pair:02}".translate(DIGITS) for pair in range(100))
    yield from (*FIGURES, "幺", *LETTERS.values())


def teens() -> Iterator[str]:
    """Return 一十 to 一十九, as they stand after a hundred."""
    return (f"一{counted(number)}" for number in range(10, 20))


def rounds() -> Iterator[str]:
    """Return the round hundreds and thousands."""
    return (f"{figure}{unit}" for unit in "百千" for figure in FIGURES[1:])


def two(number: int) -> str:
    """Count, with 两 for two."""
    return "两" if number == 2 else counted(number)


def read_out(figures: str) -> str:
    """Read figures one by one, 幺 for one."""
    return figures.translate(CHINESE_DIGITS)
