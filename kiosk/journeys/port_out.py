"""携号转网: keeping the number at another company; what must be so, the two SMS, and nobody is kept back."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.orders import Obstacle, OrderKind
from kiosk.journeys.conditions import Leaving, all_is_met, condition
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.hall import Hall
from kiosk.journeys.port_words import (
    PORT_OUT,
    ask_for_the_code,
    ask_whether_it_may_go,
    do_you_want_the_code_now,
    go_there_with_it,
    how_it_goes,
)
from kiosk.journeys.which_number import which_number
from kiosk.text import t

CONDITIONS = Leaving(
    OrderKind.PORT_OUT,
    (
        condition(t("Registered in your real name"), Obstacle.NOT_REAL_NAME),
        condition(t("In use, not stopped"), Obstacle.NOT_ACTIVE, Obstacle.FROZEN),
        condition(t("All is paid"), Obstacle.ARREARS, Obstacle.UNBILLED),
        condition(t("No contract is running"), Obstacle.CONTRACT, Obstacle.SPECIAL_NUMBER),
        condition(t("120 days with this company"), Obstacle.PORTED_LATELY),
    ),
    PORT_OUT,
)


class Outcome(Enum):
    """How the conversation ended."""

    READY = "ready"
    LATER = "later"
    NOT_YET = "not_yet"


async def port_out(hall: Hall) -> Outcome:
    """Say how it goes, check the five conditions, and show the SMS that one's own phone sends."""
    await how_it_goes()
    identity = await customer(hall, Tier.PHONE)
    line = await which_number(hall, identity)
    if await all_is_met(hall, identity, line, CONDITIONS) is None:
        return Outcome.NOT_YET
    operator = hall.operator(identity.operator_id)
    await ask_whether_it_may_go(operator, line)
    if await do_you_want_the_code_now():
        await ask_for_the_code(operator, line)
        await go_there_with_it(operator, line)
        return Outcome.READY
    await go_there_with_it(operator, line)
    return Outcome.LATER
