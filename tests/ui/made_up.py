"""Screens made up by chance, with short and long sentences, to try layouts nobody thought of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from kiosk.screens import (
    Agree,
    Bar,
    Bars,
    Change,
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    PickDay,
    Picture,
    Review,
    Row,
    Scan,
    Screen,
    Sign,
    Slip,
    Steps,
    Tally,
    Tell,
    Tone,
    Typed,
)
from kiosk.text import DayOfWeek, Money, Text, just

HAN = "您的手机号码一共有几个请在这里看清楚再点下面的按钮工作人员会来帮忙不用着急"
LINES = ("please look at the number on your phone", "and choose what you want to do next here with staff")
LATIN = tuple(word for line in LINES for word in line.split())
ICONS = ("tick", "help", "sim-card", "globe", "")


class Author:
    """Writes screens in one script."""

    def __init__(self, chance: Random, *, chinese: bool) -> None:
        self._chance = chance
        self._chinese = chinese

    def words(self, least: int, most: int) -> Text:
        """Write a sentence of so many Han, or of half as many words."""
        count = self._chance.randint(least, most)
        if self._chinese:
            start = self._chance.randrange(len(HAN))
            return just((HAN + HAN)[start : start + count] + "。")
        return just(
            " ".join(self._chance.choice(LATIN) for _ in range(max(1, count // 2))).capitalize() + "."
        )

    def maybe(self, least: int, most: int) -> Text | None:
        return self.words(least, most) if self._chance.random() < 0.5 else None

    def some(self, most: int) -> range:
        return range(self._chance.randint(0, most))

    def options(self, least: int, most: int) -> tuple[Option[int], ...]:
        return tuple(
            Option(
                answer=i,
                label=self.words(2, 9),
                figure=self.money() if self._chance.random() < 0.3 else None,
                detail=self.maybe(4, 18),
                icon=self._chance.choice(ICONS) or None,
                hindrance=self.words(4, 14) if self._chance.random() < 0.1 else None,
                chosen=self._chance.random() < 0.1,
            )
            for i in range(self._chance.randint(least, most))
        )

    def drawings(self) -> tuple[Option[int], ...]:
        """Draw two to six choices; perhaps one more has no drawing."""
        drawn = self._chance.randint(2, 6)
        picture = Picture(name="one-id", alt=self.words(4, 10))
        options = self.options(drawn, drawn + self._chance.randint(0, 1))
        return tuple(
            replace(option, icon=None, figure=None, picture=picture) if number < drawn else option
            for number, option in enumerate(options)
        )

    def days(self, said: dict[str, Any]) -> PickDay:
        """Free some days of the next weeks."""
        first = date(2026, 11, self._chance.randint(1, 30))
        free = sorted(self._chance.sample(range(40), self._chance.randint(1, 14)))
        options = tuple(
            Option(
                answer=first + timedelta(days=after),
                label=just(DayOfWeek(first + timedelta(days=after))),
                detail=self.maybe(1, 6),
            )
            for after in free
        )
        return PickDay(**said, options=options, first=first)

    def facts(self, most: int) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                label=self.words(2, 6),
                value=self.words(1, 12),
                note=self.maybe(4, 16),
                mark=self._chance.choice(list(Mark)),
                big=self._chance.random() < 0.3,
            )
            for _ in self.some(most)
        )

    def money(self) -> Text:
        return just(Money(self._chance.choice((0, 3900, 15905, 1234567))))

    def bars(self) -> Bars:
        count = self._chance.randint(1, 12)
        bars = tuple(
            Bar(
                label=self.words(1, 5),
                value=self.money(),
                amount=self._chance.randint(0, 100),
                mark=self._chance.choice(list(Mark)),
            )
            for _ in range(count)
        )
        return Bars(title=self.words(4, 10), bars=bars, upright=count > 5)

    def steps(self) -> Steps:
        steps = tuple(self.words(1, 7) for _ in range(self._chance.randint(1, 5)))
        return Steps(
            steps=steps, done=self._chance.randint(0, len(steps)), halted=self._chance.random() < 0.3
        )

    def changes(self) -> tuple[Change, ...]:
        one = Change(label=self.words(2, 8), now=self.money(), after=self.money(), big=True)
        return (
            one,
            *(
                Change(label=self.words(2, 6), now=self.words(1, 9), after=self.words(1, 9))
                for _ in self.some(3)
            ),
        )

    def screen(self) -> Screen[Any]:
        """Write one screen of any kind."""
        said: dict[str, Any] = {
            "title": self.words(4, 18),
            "body": tuple(self.words(6, 20) for _ in self.some(3)),
            "bars": self.bars() if self._chance.random() < 0.2 else None,
            "steps": self.steps() if self._chance.random() < 0.2 else None,
            "facts": self.facts(4),
            "help": self.maybe(8, 20),
            "tone": self._chance.choice(list(Tone)),
        }
        if self._chance.random() < 0.4:
            said["picture"] = Picture(name="one-id", alt=self.words(4, 10))
        return self._kind(said)

    def _kind(self, said: dict[str, Any]) -> Screen[Any]:
        kind = self._chance.choice((Choose, Tell, Agree, Review, Sign, Enter, Tally, Scan, PickDay))
        if kind is Choose:
            drawn = self._chance.random() < 0.4
            return Choose(**said, options=self.drawings() if drawn else self.options(1, 9))
        if kind is PickDay:
            return self.days(said)
        if kind is Agree:
            return Agree(**said, yes=self.words(2, 9), no=self.words(2, 9))
        if kind is Review:
            return Review(**said, changes=self.changes(), yes=self.words(2, 9), no=self.words(2, 9))
        if kind is Sign:
            return Sign(**said, proceed=self.words(2, 8), other=self.options(0, 2))
        if kind is Tell:
            slip = Slip(title=self.words(3, 8), lines=self.facts(5), advice=(self.words(6, 18),))
            return Tell(**said, proceed=self.words(2, 8), slip=slip if self._chance.random() < 0.4 else None)
        if kind is Tally:
            rows = tuple(Row(key=i, label=self.words(2, 8)) for i in range(self._chance.randint(1, 12)))
            return Tally(**said, rows=rows)
        if kind is Scan:
            place = just("Hall, K-01")
            return Scan(
                **said, options=self.options(0, 3), code="https://a.example/b", site=place, match=just("42")
            )
        typed = self._chance.choice(list(Typed))
        length = {Typed.PHONE: 11, Typed.ID_TAIL: 6, Typed.ANY_NUMBER: 20}.get(
            typed, self._chance.choice((4, 6, 8))
        )
        other = tuple(
            Option(answer=str(option.answer), label=option.label, detail=option.detail)
            for option in self.options(0, 2)
        )
        return Enter(**said, kind=typed, length=length, parse=str, problem=self.maybe(8, 20), other=other)
