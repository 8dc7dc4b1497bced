"""Words and values that can be shown and spoken, in the visitor's language.

A sentence is written once, in English, with `t("…")`; its translations live in `translations/`.
A value inside a sentence (a number, a day) knows how it looks and how it sounds. The values stand together
in this one long file, so that nobody writes a second one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Protocol, runtime_checkable

from kiosk import surnames
from kiosk.traditional import TO_TRADITIONAL


class Language(StrEnum):
    """A language the kiosk speaks, named as gettext names its catalogues."""

    ZH_CN = "zh_CN"
    ZH_HK = "zh_HK"
    EN = "en"


class Hearing(Enum):
    """Who can hear what is spoken: everybody in the hall, or the visitor alone."""

    SPEAKER = "speaker"
    HEADPHONES = "headphones"


class Words(Protocol):
    """The catalogue of one language."""

    @property
    def language(self) -> Language:
        """The language itself."""

    def translate(self, message: str) -> str:
        """Return the sentence for an English msgid."""

    def translate_plural(self, one: str, many: str, count: int) -> str:
        """Return the right plural form for `count` things."""


@runtime_checkable
class Sayable(Protocol):
    """Anything that can stand inside a sentence: it can be shown and it can be spoken."""

    def shown(self, words: Words) -> str:
        """Return what is written on the screen."""

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return what the voice says; nothing personal when everybody can hear it."""


Value = Sayable | str | int


def _shown(value: Value, words: Words) -> str:
    return value.shown(words) if isinstance(value, Sayable) else str(value)


def _spoken(value: Value, words: Words, hearing: Hearing) -> str:
    return value.spoken(words, hearing) if isinstance(value, Sayable) else str(value)


@dataclass(frozen=True)
class Text:
    """One sentence, waiting for a language: an English msgid and the values in its {places}."""

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: int = 1
    say: Text | None = None

    def shown(self, words: Words) -> str:
        """Return the sentence as it is written."""
        return self._pattern(words).format(**{name: _shown(value, words) for name, value in self.values})

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the sentence as it is said; `say` replaces it where the ear needs another form."""
        if self.say is not None:
            return self.say.spoken(words, hearing)
        return self._pattern(words).format(
            **{name: _spoken(value, words, hearing) for name, value in self.values}
        )

    def _pattern(self, words: Words) -> str:
        if self.plural is None:
            return words.translate(self.message)
        return words.translate_plural(self.message, self.plural, self.count)


def t(message: str, *, say: Text | None = None, **values: Value) -> Text:
    """Write one sentence; `say` gives the voice another form of it."""
    return Text(message, tuple(values.items()), say=say)


def just(value: Value) -> Text:
    """Make a value stand alone where a sentence is wanted; there is nothing to translate."""
    return Text("{value}", (("value", value),))


def aloud(message: str, **values: Value) -> Text:
    """Write a sentence that is only spoken."""
    return Text(message, tuple(values.items()))


def tn(one: str, many: str, count: int, **values: Value) -> Text:
    """Write a sentence about `count` things; `{count}` stands for the number in both forms."""
    return Text(one, (("count", Count(count)), *values.items()), plural=many, count=count)


@dataclass(frozen=True)
class Label:
    """A name that comes from settings or an operator, in each language it was given in."""

    by_language: tuple[tuple[str, str], ...]

    @staticmethod
    def of(names: Mapping[str, str]) -> Label:
        """Take a mapping from language to name."""
        return Label(tuple(names.items()))

    def shown(self, words: Words) -> str:
        """Return the name in the visitor's language, or in the first that it has.

        One in simplified characters alone is turned for readers of traditional ones, sign by sign.
        """
        names = dict(self.by_language)
        if words.language is Language.ZH_HK and Language.ZH_HK not in names and Language.ZH_CN in names:
            return names[Language.ZH_CN].translate(TO_TRADITIONAL)
        return names.get(words.language, self.by_language[0][1])

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the name; it is public."""
        return self.shown(words)


def _chinese(words: Words) -> bool:
    return words.language is not Language.EN


# In Cantonese one is 一 in a telephone number too, and a full hour is 正.
IN_CANTONESE = TO_TRADITIONAL | {ord("幺"): "一", ord("整"): "正"}


def _han(said: str, words: Words) -> str:
    """Write or say what stands in simplified characters as Hong Kong and Guangdong do, for their readers."""
    return said.translate(IN_CANTONESE) if words.language is Language.ZH_HK else said


CHINESE_DIGITS = str.maketrans("0123456789", "零幺二三四五六七八九")
ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CHINESE_WEEKDAYS = "一二三四五六日"
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_digits(characters: str, words: Words) -> str:
    """Spell a code the way people read it to each other: 幺 for one, letters by name, no separators."""
    kept = [character for character in characters.upper() if character.isalnum()]
    if _chinese(words):
        apart = re.sub(r"(?<=[A-Z])(?=[A-Z])", " ", "".join(kept))  # QR is no word here, nor is SIM
        return _han(apart.translate(CHINESE_DIGITS), words)
    return " ".join(ENGLISH_DIGITS[int(c)] if c.isdecimal() else c for c in kept)


@dataclass(frozen=True)
class Count:
    """How many of something there are."""

    number: int

    def shown(self, words: Words) -> str:
        """Return the figure."""
        return str(self.number)

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the figure; two things are 两 in Chinese, not 二."""
        return _han("两", words) if self.number == 2 and _chinese(words) else str(self.number)


@dataclass(frozen=True)
class Code:
    """A public code that is read out sign by sign: a hotline, a ticket's reference."""

    value: str

    def shown(self, words: Words) -> str:
        """Return the code as it is written."""
        return self.value

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the code spelled out."""
        return say_digits(self.value, words)


@dataclass(frozen=True)
class PhoneNumber:
    """A mobile number of mainland China: eleven digits. It is always shown masked."""

    digits: str = field(repr=False)

    @property
    def tail(self) -> Tail:
        """The last four digits."""
        return Tail(self.digits[-4:])

    def shown(self, words: Words) -> str:
        """Return 138 **** 1234."""
        return f"{self.digits[:3]} **** {self.tail.digits}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the masked number in digits on headphones, and no digit at all on the loudspeaker."""
        if _chinese(words):
            if hearing is Hearing.SPEAKER:
                return _han("屏幕上的号码", words)
            head, tail = say_digits(self.digits[:3], words), self.tail.spoken(words, hearing)
            return _han(f"{head}，中间四位隐藏，尾号{tail}", words)
        if hearing is Hearing.SPEAKER:
            return "the number on the screen"
        head, tail = say_digits(self.digits[:3], words), self.tail.spoken(words, hearing)
        return f"{head}, four hidden digits, tail number {tail}"


@dataclass(frozen=True)
class Tail:
    """The last four digits of a number: enough for a slip, still personal on a loudspeaker."""

    digits: str = field(repr=False)

    def shown(self, words: Words) -> str:
        """Return the four digits."""
        return self.digits

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return them one by one on headphones, and none on the loudspeaker."""
        if hearing is Hearing.SPEAKER:
            return _han("屏幕上的尾号", words) if _chinese(words) else "the digits on the screen"
        return say_digits(self.digits, words)


@dataclass(frozen=True)
class IdNumber:
    """A resident ID number of eighteen characters (GB 11643). It is shown by its last four."""

    characters: str = field(repr=False)

    @property
    def tail(self) -> str:
        """The last four characters."""
        return self.characters[-4:]

    def shown(self, words: Words) -> str:
        """Return the last four characters behind a mask."""
        return f"**** {self.tail}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return its tail on headphones, and no character of it on the loudspeaker."""
        if hearing is Hearing.SPEAKER:
            return _han("屏幕上的身份证号码", words) if _chinese(words) else "the ID number on the screen"
        tail = say_digits(self.tail, words)
        return _han(f"尾号{tail}", words) if _chinese(words) else f"ending in {tail}"


@dataclass(frozen=True)
class PersonName:
    """A person's name, shown by the family name alone: 王*, 欧阳* (GB/T 35273 asks for masks)."""

    full: str = field(repr=False)

    @property
    def family(self) -> str:
        """The family name."""
        return self.full[:2] if self.full[:2] in surnames.COMPOUND else self.full[:1]

    def shown(self, words: Words) -> str:
        """Return 王*."""
        return f"{self.family}*"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return 王某 or Wang on headphones, and nothing of the name on the loudspeaker."""
        if _chinese(words):
            return "屏幕上的名字" if hearing is Hearing.SPEAKER else f"{self.family}某"
        covered = "the name on the screen"
        return covered if hearing is Hearing.SPEAKER else surnames.IN_LATIN.get(self.family, covered)


@dataclass(frozen=True)
class Letter:
    """What somebody at a company writes to one visitor: she reads it, and no loudspeaker does."""

    words: Label = field(repr=False)

    def shown(self, words: Words) -> str:
        """Return what was written, in the visitor's language or in the first that it has."""
        return self.words.shown(words)

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return what was written on headphones, and nothing of it on the loudspeaker."""
        if hearing is Hearing.HEADPHONES:
            return self.words.spoken(words, hearing)
        if _chinese(words):
            return _han("请看屏幕，或者插上耳机听", words)
        return "please read it on the screen, or put headphones in"


@dataclass(frozen=True)
class Day:
    """A day of the calendar."""

    date: date

    def shown(self, words: Words) -> str:
        """Return 2026年11月23日, or 23 November 2026."""
        day = self.date
        if _chinese(words):
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the day with its year read digit by digit in Chinese, as people say years."""
        if not _chinese(words):
            return self.shown(words)
        year = str(self.date.year).translate(str.maketrans("0123456789", "零一二三四五六七八九"))
        return f"{year}年{self.date.month}月{self.date.day}日"


@dataclass(frozen=True)
class Weekday:
    """A day of the week, counted from Monday, which is 0."""

    number: int
    brief: bool = False
    """At the head of a calendar's column there is little room."""

    def shown(self, words: Words) -> str:
        """Return 星期二 or Tuesday; in brief 二 or Tue."""
        if _chinese(words):
            return f"{'' if self.brief else '星期'}{CHINESE_WEEKDAYS[self.number]}"
        name = ENGLISH_WEEKDAYS[self.number]
        return name[:3] if self.brief else name

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the whole name."""
        return Weekday(self.number).shown(words)


@dataclass(frozen=True)
class DayOfWeek:
    """A day of these weeks by its weekday and date; the year goes without saying."""

    date: date

    def shown(self, words: Words) -> str:
        """Return 11月24日 星期二, or Tuesday, 24 November."""
        day, weekday = self.date, Weekday(self.date.weekday()).shown(words)
        if _chinese(words):
            return f"{day.month}月{day.day}日 {weekday}"
        return f"{weekday}, {day.day} {ENGLISH_MONTHS[day.month - 1]}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the day as it is shown, with a pause before its weekday in Chinese."""
        return self.shown(words).replace(" ", "，") if _chinese(words) else self.shown(words)


@dataclass(frozen=True)
class Moment:
    """A time of a day, on the hall's own clock; the year goes without saying."""

    time: datetime

    def shown(self, words: Words) -> str:
        """Return 11月23日 9:05, or 23 November, 9:05."""
        day, clock = self.time, f"{self.time.hour}:{self.time.minute:02}"
        if _chinese(words):
            return f"{day.month}月{day.day}日 {clock}"
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]}, {clock}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the day and hour as people say them: 11月23日9点零5分."""
        if not _chinese(words):
            return self.shown(words)
        nought = "零" if self.time.minute < 10 else ""
        minute = "整" if self.time.minute == 0 else f"{nought}{self.time.minute}分"
        return _han(f"{self.time.month}月{self.time.day}日{self.time.hour}点{minute}", words)


@dataclass(frozen=True)
class Hours:
    """A stretch of one day, on the hall's own clock: when somebody comes."""

    begins: datetime
    ends: datetime

    def shown(self, words: Words) -> str:
        """Return 9:00–11:00."""
        return f"{_clock(self.begins)}–{_clock(self.ends)}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return 9点到11点, 9点半到11点, or 9:00 to 11:00."""
        if not _chinese(words):
            return f"{_clock(self.begins)} to {_clock(self.ends)}"
        return _han(f"{_oclock(self.begins)}到{_oclock(self.ends)}", words)


def _clock(time: datetime) -> str:
    return f"{time.hour}:{time.minute:02}"


def _oclock(time: datetime) -> str:
    if time.minute == 30:
        return f"{time.hour}点半"
    return f"{time.hour}点{time.minute:02}分" if time.minute else f"{time.hour}点"


@dataclass(frozen=True)
class Month:
    """A month of a bill, by its first day."""

    first: date
    brief: bool = False
    """Among its neighbours in a chart the year goes without saying, and there is little room."""

    def shown(self, words: Words) -> str:
        """Return 2026年11月 or November 2026; in brief 11月 or Nov."""
        if _chinese(words):
            return f"{'' if self.brief else f'{self.first.year}年'}{self.first.month}月"
        name = ENGLISH_MONTHS[self.first.month - 1]
        return name[:3] if self.brief else f"{name} {self.first.year}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the month with its year, which is read digit by digit in Chinese."""
        if not _chinese(words):
            return Month(self.first).shown(words)
        year = str(self.first.year).translate(str.maketrans("0123456789", "零一二三四五六七八九"))
        return f"{year}年{self.first.month}月"


@dataclass(frozen=True)
class Data:
    """An amount of mobile data in megabytes; 1,024 make a gigabyte."""

    megabytes: int

    def shown(self, words: Words) -> str:
        """Return 500 MB, 5 GB or 1.5 GB."""
        if self.megabytes < 1024:
            return f"{self.megabytes} MB"
        return f"{round(self.megabytes / 1024, 1):g} GB"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return the amount as people say it: 5个G, 500兆; in Cantonese 5個G, 500個M."""
        if not _chinese(words):
            return self.shown(words).replace("GB", "gigabytes").replace("MB", "megabytes")
        number, unit = self.shown(words).split()
        if words.language is Language.ZH_HK:
            return f"{number}個{unit[0]}"
        return f"{number}个G" if unit == "GB" else f"{number}兆"


@dataclass(frozen=True)
class Percent:
    """A share in whole hundredths."""

    number: int

    def shown(self, words: Words) -> str:
        """Return 30%."""
        return f"{self.number}%"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return 百分之30, or 30 percent."""
        return f"百分之{self.number}" if _chinese(words) else f"{self.number} percent"


@dataclass(frozen=True, order=True)
class Money:
    """A sum in fen, so that it is exact; one yuan is a hundred fen."""

    fen: int

    @staticmethod
    def yuan(amount: int) -> Money:
        """Return a sum of whole yuan."""
        return Money(amount * 100)

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen)

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def times(self, count: int) -> Money:
        """Return so many times this sum."""
        return Money(self.fen * count)

    def share(self, percent: int) -> Money:
        """Return so many hundredths of this sum, a half fen rounded away from nothing (四舍五入)."""
        half_up = (abs(self.fen) * percent + 50) // 100
        return Money(half_up if self.fen >= 0 else -half_up)

    def shown(self, words: Words) -> str:
        """Return 68元, or 68.05元 where there are fen."""
        yuan, rest = divmod(abs(self.fen), 100)
        figure = f"{'-' if self.fen < 0 else ''}{yuan:,}" + (f".{rest:02}" if rest else "")
        return f"{figure}元" if _chinese(words) else f"¥{figure}"

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return yuan, jiao and fen as people say them."""
        yuan, rest = divmod(abs(self.fen), 100)
        if not _chinese(words):
            minus = "minus " if self.fen < 0 else ""
            return f"{minus}{yuan} yuan" + (f" {rest:02}" if rest else "")
        jiao, fen = divmod(rest, 10)
        minus = _han("负", words) if self.fen < 0 else ""
        parts = f"{yuan}元" + (f"{jiao}角" if jiao else ("零" if fen else "")) + (f"{fen}分" if fen else "")
        return minus + parts
