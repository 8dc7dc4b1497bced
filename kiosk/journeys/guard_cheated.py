"""“I may have been cheated”: a person is called at once, then one step a screen, calmly and without blame."""

from __future__ import annotations

from kiosk.domain.people import LineStatus
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.guard_cheated_words import (
    TO_DO,
    Loss,
    nobody_can_use_it,
    now_do,
    shall_we_stop_the_number,
    stop_now,
    take_this_along,
    what_has_happened,
)
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import light_up
from kiosk.journeys.stopping import Why, stop_number
from kiosk.journeys.which_number import which_number
from kiosk.screens import Steps, do
from kiosk.text import Day


async def help_the_cheated(hall: Hall) -> None:
    """Call staff without asking, then say what to do first, and what after that."""
    await stop_now(coming=await do(light_up, hall))
    loss = await what_has_happened()
    to_do = TO_DO[loss]
    for behind, one in enumerate(to_do):
        await now_do(one, Steps(steps=tuple(step.short for step in to_do), done=behind))
    await take_this_along(Day(hall.today), to_do)
    if loss is Loss.PHONE and await shall_we_stop_the_number():
        await stop_it(hall)


async def stop_it(hall: Hall) -> None:
    """Stop the number by the ID card alone: the phone may be in other hands."""
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    if line.stop is not None or line.line.status is LineStatus.ENDING:
        await nobody_can_use_it()
    else:
        await stop_number(hall, identity, line, Why.LOST)
