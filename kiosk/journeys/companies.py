"""The phone companies as choices: each with its name, and its hotline to tell it by."""

from __future__ import annotations

from kiosk.domain.people import Operator
from kiosk.screens import Option
from kiosk.text import Text, just, t


def company(operator: Operator, icon: str, hindrance: Text | None = None) -> Option[str]:
    """Offer one company; the answer is its id."""
    return Option(
        answer=operator.id,
        label=just(operator.name),
        detail=t("Hotline {hotline}", hotline=operator.hotline),
        icon=icon,
        hindrance=hindrance,
    )
