"""The plain notice before anything personal is read (PIPL 17, 29 and 30), and the consent to it."""

from __future__ import annotations

from kiosk.journeys.hall import Hall
from kiosk.screens import Agree, Fact, Picture, Tell
from kiosk.text import Text, t

WHO_YOU_ARE = t("Your name, ID number and phone number")
NOTICE = Picture(name="notice", alt=t("A paper with an eye and a shield."))
NO_IS_GOOD = t("If you say no, nothing is read. Staff can do it with you.")


async def they_agree(hall: Hall, *, why: Text, to_whom: Text) -> bool:
    """Ask for consent to a look-up; a no is confirmed, and nothing has been read."""
    return await confirmed(look_up(hall, why=why, to_whom=to_whom))


async def they_let_us_serve(hall: Hall) -> bool:
    """Ask for consent to do business with their phone company; a no is confirmed."""
    return await confirmed(serve(hall))


async def confirmed(question: Agree) -> bool:
    """Ask; a no is confirmed."""
    agreed = await question
    if not agreed:
        await nothing_was_read()
    return agreed


def look_up(hall: Hall, *, why: Text, to_whom: Text) -> Agree:
    """Ask for a clear yes to a look-up, after the notice."""
    return Agree(
        title=t("May we look this up for you?"),
        facts=the_notice(hall, why=why, what=WHO_YOU_ARE, to_whom=to_whom),
        picture=NOTICE,
        help=NO_IS_GOOD,
        yes=t("Yes, look it up"),
        no=t("No, do not"),
    )


def serve(hall: Hall) -> Agree:
    """Ask for a clear yes to doing business, after the notice; nothing is done yet."""
    return Agree(
        title=t("May we do this for you?"),
        body=(t("Before anything changes, we ask you once more."),),
        facts=the_notice(
            hall,
            why=t("To do what you choose"),
            what=t("Your name, ID number, numbers, plans and bills"),
            to_whom=t("Your phone company, nobody else"),
        ),
        picture=NOTICE,
        help=NO_IS_GOOD,
        yes=t("Yes, go on"),
        no=t("No, do not"),
    )


def the_notice(hall: Hall, *, why: Text, what: Text, to_whom: Text) -> tuple[Fact, ...]:
    """Say who asks, why, what is read, who gets it and how long it is kept."""
    return (
        Fact(label=t("Who asks"), value=t("{hall}, kiosk {kiosk}", hall=hall.place, kiosk=hall.kiosk)),
        Fact(label=t("What for"), value=why),
        Fact(label=t("What we read"), value=what),
        Fact(label=t("Who gets it"), value=to_whom),
        Fact(label=t("How long"), value=t("Until you leave. Nothing is kept here.")),
    )


def nothing_was_read() -> Tell:
    """Confirm that a no was heard, and name the other way."""
    return Tell(
        title=t("Good. We have read nothing."),
        body=(t("Staff at the counter can do this with you."), t("You can also come back at any time.")),
        picture=Picture(name="nothing-kept", alt=t("An empty tray.")),
        proceed=t("Go to the start"),
    )
