"""Complaints: what they are about, and how long 12300 takes up an appeal (电信用户申诉处理办法 11)."""

from __future__ import annotations

from enum import Enum


class About(Enum):
    """What a complaint is about."""

    CHARGES = "charges"
    CONTRACT = "contract"
    """A contract or plan that was sold wrongly."""
    COUNTER = "counter"
    """The service at a counter."""
    NETWORK = "network"
    """The network, or a repair."""
    MANNER = "manner"
    """How staff or the hotline spoke."""
    OTHER = "other"


class When(Enum):
    """How long ago it happened, the latest first."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    FIVE_MONTHS = "five_months"
    TWO_YEARS = "two_years"
    LONGER = "longer"


class Wanted(Enum):
    """What would make it good."""

    MONEY = "money"
    PUT_RIGHT = "put_right"
    EXPLAIN = "explain"
    APOLOGY = "apology"


def appeal_is_open(about: About, when: When) -> bool:
    """Tell whether 12300 would still take it up: charges for five months, all else for two years."""
    too_late = {When.LONGER} if about is not About.CHARGES else {When.TWO_YEARS, When.LONGER}
    return when not in too_late
