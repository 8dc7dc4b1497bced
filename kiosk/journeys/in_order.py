"""What to do one after the other, as a screen or a slip numbers it."""

from __future__ import annotations

from kiosk.screens import Fact
from kiosk.text import Text, t

ORDER = (t("First"), t("Second"), t("Third"), t("Fourth"), t("Fifth"))


def in_order(todo: tuple[Text, ...], *, big: bool = False) -> tuple[Fact, ...]:
    """Number what to do; raises ValueError where it is more than five."""
    numbered = zip(ORDER[: len(todo)], todo, strict=True)
    return tuple(Fact(label=place, value=one, big=big) for place, one in numbered)
