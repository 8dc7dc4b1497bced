"""The certificate of disability: asked about only after a yes of its own, by kind and level (PIPL 29)."""

from __future__ import annotations

from kiosk.domain.orders import Certificate
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.hall import Hall
from kiosk.screens import Agree, Choose, Fact, Option, Picture
from kiosk.text import Text, t

KINDS = {
    1: t("Seeing"),
    2: t("Hearing"),
    3: t("Speaking"),
    4: t("Moving"),
    5: t("Understanding"),
    6: t("Mental health"),
    7: t("Several of these"),
}
ICONS = {1: "eye", 2: "volume", 3: "speech", 4: "accessibility"}
"""The signs of those kinds that have one."""
LEVELS = {
    1: t("Level one"),
    2: t("Level two"),
    3: t("Level three"),
    4: t("Level four"),
}
CERTIFICATE = Picture(name="certificate", alt=t("A booklet with a seal."))


async def your_certificate(hall: Hall) -> Certificate:
    """Ask for kind and level, after a separate yes; without it, staff look at the certificate."""
    if not await may_we_ask():
        await staff_take_over(hall, t("We have noted nothing."), t("Staff can look at your certificate."))
    return Certificate(await which_kind(), await which_level())


def may_we_ask() -> Agree:
    """Say what is asked about the certificate, who gets it and how long it stays; ask for a clear yes."""
    return Agree(
        title=t("May we ask about your certificate?"),
        facts=(
            Fact(label=t("What we ask"), value=t("Its kind and its level, nothing more")),
            Fact(label=t("What for"), value=t("To find the discounts that are yours")),
            Fact(label=t("Who gets it"), value=t("Your phone company, nobody else")),
            Fact(label=t("How long"), value=t("Until you leave. Nothing is kept here.")),
        ),
        picture=CERTIFICATE,
        help=t("If you say no, staff can do it with you. You lose nothing."),
        yes=t("Yes, you may ask"),
        no=t("No, staff should look"),
    )


def which_kind() -> Choose[int]:
    """Ask for the kind that is written in the certificate."""
    return one_of(KINDS, ICONS, title=t("Which kind is in your certificate?"))


def which_level() -> Choose[int]:
    """Ask for the level that is written in the certificate."""
    return one_of(LEVELS, {}, title=t("Which level is in your certificate?"))


def one_of(names: dict[int, Text], icons: dict[int, str], *, title: Text) -> Choose[int]:
    """Offer what can stand in a certificate."""
    return Choose(
        title=title,
        options=tuple(
            Option(answer=number, label=name, icon=icons.get(number, "checked"))
            for number, name in names.items()
        ),
        picture=CERTIFICATE,
        help=t("It stands on the first page. The company compares it."),
    )
