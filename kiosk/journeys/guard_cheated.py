"""“I may have been cheated”: a person is called at once, then one step a screen, calmly and without blame."""

from __future__ import annotations

from kiosk.domain.guard import Bank
from kiosk.domain.people import LineStatus
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.guard_cheated_steps import (
    IF_WATCHED,
    STEPS,
    Loss,
    Step,
    may_be_read,
    name_of,
    now_do,
    which_bank,
)
from kiosk.journeys.guard_cheated_words import (
    can_they_still_see_it,
    nobody_can_use_it,
    send_no_money,
    shall_we_stop_the_number,
    take_this_along,
    what_has_happened,
)
from kiosk.journeys.hall import Deed, Hall
from kiosk.journeys.help import light_up
from kiosk.journeys.stopping import Why, stop_number
from kiosk.journeys.which_number import which_number
from kiosk.screens import Steps, do
from kiosk.text import t


async def help_the_cheated(hall: Hall) -> None:
    """Call staff without asking, then say what to do first, and what after that."""
    await do(hall.deeds.add, Deed.CHEATED, "")
    gone = await send_no_money(hall.guard.rescue, lit=await do(light_up, hall))
    loss = Loss.MONEY if gone else await what_has_happened()
    watched = loss is Loss.MONEY and await can_they_still_see_it()
    steps = IF_WATCHED if watched else STEPS[loss]
    bank = await one_after_the_other(hall, steps)
    await take_this_along(hall, steps, bank)
    if may_be_read(steps) and await shall_we_stop_the_number():
        await stop_it(hall)


async def one_after_the_other(hall: Hall, steps: tuple[Step, ...]) -> Bank | None:
    """Show every step on a screen of its own; tells which bank was chosen on the way."""
    bank, rescue = None, hall.guard.rescue
    names = tuple(name_of(step, rescue) for step in steps)
    for behind, step in enumerate(steps):
        line = Steps(steps=names, done=behind)
        if step is Step.BANK:
            chosen = await which_bank(hall.guard.banks)
            bank = next((one for one in hall.guard.banks if one.hotline == chosen), None)
        await now_do(step, rescue, bank, line)
    return bank


async def stop_it(hall: Hall) -> None:
    """Stop the number by the ID card alone: the phone may be in other hands."""
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    if line.stop is not None:
        await nobody_can_use_it()
    elif line.line.status is LineStatus.ENDING:
        await staff_take_over(hall, t("This number is being cancelled."), t("Staff look at it with you."))
    else:
        await stop_number(hall, identity, line, Why.LOST)
