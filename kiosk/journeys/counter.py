"""Where a machine may not or cannot go on, a person does: the hand-over to the counter."""

from __future__ import annotations

from typing import NoReturn

from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.parting import Parted, Parting
from kiosk.screens import Agree, Picture, Tone
from kiosk.text import Text, t


async def staff_take_over(hall: Hall, *why: Text) -> NoReturn:
    """Say why staff go on from here, call them if wished, and end the conversation."""
    if await shall_staff_come(why):
        await call_staff(hall)
    raise Parted(Parting.AT_THE_COUNTER)


def shall_staff_come(why: tuple[Text, ...]) -> Agree:
    """Say why, and that nothing is lost; offer to call somebody over."""
    return Agree(
        title=t("Staff go on with you from here"),
        body=(*why, t("Nothing has changed so far.")),
        picture=Picture(name="staff-coming", alt=t("A clerk comes over with a raised hand.")),
        tone=Tone.CARE,
        yes=t("Call staff to me"),
        no=t("Go to the start"),
    )
