"""A calendar as plain values: weeks, and in them the days that are free and those that are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.screens import TAKEN, PickDay
from kiosk.text import DayOfWeek, Month, Text, Weekday, just, t
from kiosk.ui.blocks import Block, Button, Shape

WEEK = range(7)


@dataclass(frozen=True, kw_only=True)
class DayPlace:
    """One day: its number, its month, and what is pressed."""

    number: str
    month: str
    button: Button
    tag: str = ""
    """Today, or the name of its month on the first of it."""
    today: bool = False
    offered: bool = False
    """Whether it is a choice; the others only say that they are taken."""


@dataclass(frozen=True, kw_only=True)
class Calendar(Block):
    """Weeks from Monday to Sunday; before today and after the last day nothing is shown."""

    weekdays: tuple[str, ...]
    weeks: tuple[tuple[DayPlace | None, ...], ...]

    @property
    def days(self) -> tuple[DayPlace, ...]:
        """All days that are shown."""
        return tuple(day for week in self.weeks for day in week if day is not None)

    @property
    def title(self) -> str:
        """The months that the days belong to."""
        return " – ".join(dict.fromkeys(day.month for day in self.days))

    @property
    def cards(self) -> tuple[Button, ...]:
        """The days that are free, as cards."""
        return tuple(day.button for day in self.days if day.offered)


def key_of(day: date) -> tuple[str, date]:
    """Return the key of a day's button, the same on a calendar and among cards."""
    return ("day", day)


def weeks_of(
    screen: PickDay, cards: Mapping[date, Button], shown: Callable[[Text], str]
) -> tuple[tuple[DayPlace | None, ...], ...]:
    """Return the weeks of a screen; `cards` are the buttons of the days that are free."""
    days = {day: _place(screen, day, cards.get(day), shown) for day in screen.days}
    monday, last = screen.first - timedelta(days=screen.first.weekday()), screen.days[-1]
    mondays = [monday + timedelta(weeks=after) for after in range((last - monday).days // 7 + 1)]
    return tuple(tuple(days.get(start + timedelta(days=after)) for after in WEEK) for start in mondays)


def weekdays(shown: Callable[[Text], str]) -> tuple[str, ...]:
    """Return the short names of the days of a week."""
    return tuple(shown(just(Weekday(number, brief=True))) for number in WEEK)


def _place(screen: PickDay, day: date, card: Button | None, shown: Callable[[Text], str]) -> DayPlace:
    today = day == screen.first
    tag = t("Today") if today else just(Month(day, brief=True)) if day.day == 1 else None
    return DayPlace(
        number=str(day.day),
        month=shown(just(Month(day.replace(day=1)))),
        button=card or _taken(day, shown),
        tag=shown(tag) if tag else "",
        today=today,
        offered=card is not None,
    )


def _taken(day: date, shown: Callable[[Text], str]) -> Button:
    return Button(
        key=key_of(day),
        shape=Shape.CARD,
        label=shown(just(DayOfWeek(day))),
        answer=day,
        detail=shown(t("Full")),
        hindrance=shown(TAKEN),
    )
