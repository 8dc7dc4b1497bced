"""The plain notice before anything personal is read (PIPL 17, 29 and 30), and the consent to it."""

from __future__ import annotations

from kiosk.journeys.hall import Hall
from kiosk.screens import Agree, Fact, Picture, Tell
from kiosk.text import Text, t

WHO_YOU_ARE = t("Your name, ID number and phone number")


async def they_agree(hall: Hall, *, why: Text, to_whom: Text) -> bool:
    """Ask for consent; a no is confirmed, and nothing has been read."""
    if await may_we(hall, why=why, to_whom=to_whom):
        return True
    await nothing_was_read()
    return False


def may_we(hall: Hall, *, why: Text, to_whom: Text) -> Agree:
    """Say who asks, why, what is read, who gets it and how long it is kept; then ask for a clear yes."""
    return Agree(
        title=t("May we look this up for you?"),
        facts=(
            Fact(label=t("Who asks"), value=t("{hall}, kiosk {kiosk}", hall=hall.place, kiosk=hall.kiosk)),
            Fact(label=t("What for"), value=why),
            Fact(label=t("What we read"), value=WHO_YOU_ARE),
            Fact(label=t("Who gets it"), value=to_whom),
            Fact(label=t("How long"), value=t("Until you leave. Nothing is kept here.")),
        ),
        picture=Picture(name="notice", alt=t("A paper with an eye and a shield.")),
        help=t("If you say no, nothing is read. Staff can do it with you."),
        yes=t("Yes, look it up"),
        no=t("No, do not"),
    )


def nothing_was_read() -> Tell:
    """Confirm that a no was heard, and name the other way."""
    return Tell(
        title=t("Good. We have read nothing."),
        body=(t("Staff at the counter can do this with you."), t("You can also come back at any time.")),
        picture=Picture(name="nothing-kept", alt=t("An empty tray.")),
        proceed=t("Go to the start"),
    )
