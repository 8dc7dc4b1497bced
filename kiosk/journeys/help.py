"""A person on the spot: the call light, and what words on a screen mean."""

from __future__ import annotations

from kiosk.devices.ports import DeviceError
from kiosk.journeys.hall import Hall
from kiosk.screens import Picture, Tell, Tone, do
from kiosk.text import Text, t

AT_THE_COUNTER = Picture(name="call-staff", alt=t("A hand waves to a clerk at the counter."))
TOUCH_IT = t("Touch a word with dots below it, and it is explained at once.")
"""How somebody who sees has a word explained without asking for help."""


async def call_staff(hall: Hall) -> None:
    """Light the call light; where that fails, say where to go instead."""
    lit = await do(light_up, hall)
    if lit:
        await Tell(
            title=t("Somebody is coming"),
            body=(t("Please stay here. Your place is kept."), t("You can go on meanwhile.")),
            picture=Picture(name="staff-coming", alt=t("A clerk comes over with a raised hand.")),
            tone=Tone.DONE,
            proceed=t("Go on"),
        )
    else:
        await Tell(
            title=t("Please wave to the counter"),
            body=(t("The call light does not work just now."), t("Your place is kept.")),
            picture=AT_THE_COUNTER,
            tone=Tone.CARE,
            proceed=t("Go on"),
        )


def what_it_means(explanations: tuple[Text, ...]) -> Tell:
    """Explain words that were touched, in plain ones; the only way on leads back to where they stand."""
    return Tell(title=t("What does it mean?"), body=explanations, proceed=t("Back to where I was"))


def light_up(hall: Hall) -> bool:
    """Call staff; tells whether the call could be given."""
    try:
        hall.light.call()
    except DeviceError:
        return False
    return True


def staff_were_here(hall: Hall) -> None:
    """Take the call back."""
    hall.light.off()
