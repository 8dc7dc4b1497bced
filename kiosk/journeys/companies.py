"""The phone companies as choices: each with its name, and its hotline to tell it by."""

from __future__ import annotations

from kiosk.domain.people import Operator
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Option
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


async def the_company(hall: Hall, asked: Choose[str]) -> Operator:
    """Return the company that is chosen; where the hall has one alone nobody is asked."""
    if len(hall.operators) == 1:
        return hall.operators[0]
    return hall.operator(await asked)
