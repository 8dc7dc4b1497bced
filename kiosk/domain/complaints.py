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


ABOUT_A_NUMBER = frozenset({About.CHARGES, About.CONTRACT, About.NETWORK})
"""All else can be complained of by a customer who has no number of her own here."""


class More(Enum):
    """What is said more closely of a complaint."""

    THIS_HALL = "this_hall"
    OTHER_HALL = "other_hall"
    HOTLINE = "hotline"
    NOT_EXPLAINED = "not_explained"
    NOT_AGREED = "not_agreed"
    NOT_KEPT = "not_kept"
    CALLS = "calls"
    DATA = "data"
    AT_HOME = "at_home"
    """Broadband or television."""
    REPAIR = "repair"


WHERE = (More.THIS_HALL, More.OTHER_HALL, More.HOTLINE)
CLOSER: dict[About, tuple[More, ...]] = {
    About.COUNTER: WHERE,
    About.MANNER: WHERE,
    About.CONTRACT: (More.NOT_EXPLAINED, More.NOT_AGREED, More.NOT_KEPT),
    About.NETWORK: (More.CALLS, More.DATA, More.AT_HOME, More.REPAIR),
}
"""What may be said more closely; of charges it is a sum, and of all else she tells by telephone."""


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
