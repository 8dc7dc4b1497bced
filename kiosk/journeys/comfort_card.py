"""The comfort card: a code with one's settings to take along, and settings brought from another kiosk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from kiosk.devices.ports import CodeScanner
from kiosk.domain.comfort import Comfort
from kiosk.domain.comfort_card import CardFlaw, NotACard, card_of, comfort_on
from kiosk.screens import Choose, Failed, Option, Picture, Scan, Tell, Tone, Watch, do, until_told
from kiosk.text import Text, t

MOST_TRIES = 3
CARD = "card"
PHONE = Picture(name="scan-with-phone", alt=t("A hand holds a phone in front of this screen."))
WHAT_IT_HOLDS = t("A square code holds text size, colours, voice and keys. It holds nothing about you.")
TRY_AGAIN: dict[CardFlaw | None, Text] = {
    None: t("Hold your phone or the paper before the scanner."),
    CardFlaw.ANOTHER_CODE: t("That was another code. Please show the one with your settings."),
    CardFlaw.NOT_READ_WELL: t("It was not read well yet. Please hold it still."),
    CardFlaw.TOO_NEW: t("This code is newer than this kiosk. Please choose here."),
}


@dataclass(frozen=True)
class Card:
    """How settings are brought and kept, and whether that is offered now."""

    scanner: CodeScanner
    change: Callable[[Comfort], None]
    offered: bool


class Wish(Enum):
    """What to do with a card."""

    KEEP = "keep"
    BRING = "bring"


class Without(Enum):
    """The way out of a screen of this talk."""

    CODE = "code"


async def use_a_card(comfort: Comfort, card: Card) -> Comfort:
    """Give the settings to take along, or take those that were brought; returns what holds from now on."""
    if not card.scanner.present or await keep_or_bring() is Wish.KEEP:
        await photograph_this(comfort)
        return comfort
    brought = await a_card(card.scanner)
    if brought is None:
        return comfort
    brought = replace(brought, curtain=comfort.curtain)
    await do(card.change, brought)
    await these_are_your_settings()
    return brought


async def a_card(scanner: CodeScanner) -> Comfort | None:
    """Wait until a card is read; None where the visitor does without, or it cannot be."""
    flaw: CardFlaw | None = None
    for _ in range(MOST_TRIES):
        seen = await until_a_code_is_shown(scanner, flaw)
        if seen is Without.CODE:
            return None
        if isinstance(seen, Failed):
            await nothing_was_read(t("The scanner does not work just now."))
            return None
        try:
            return comfort_on(str(seen))
        except NotACard as error:
            flaw = error.flaw
    await nothing_was_read(t("This code could not be used here."))
    return None


async def until_a_code_is_shown(scanner: CodeScanner, flaw: CardFlaw | None) -> str | Failed | Without:
    """Show where to hold the code until one was read; or the visitor does without."""
    seen = await Watch(
        reads=((CARD, until_told(scanner.read)),), show=lambda _: show_your_code(flaw), until_all=True
    )
    return seen.answer or seen.arrived[CARD]


def keep_or_bring() -> Choose[Wish]:
    """Ask whether settings go or come."""
    return Choose(
        title=t("Would you like to keep your settings?"),
        options=(
            Option(answer=Wish.KEEP, label=t("Keep my settings"), icon="qr"),
            Option(
                answer=Wish.BRING, label=t("I have a card"), detail=t("With my settings on it"), icon="scan"
            ),
        ),
        help=WHAT_IT_HOLDS,
    )


def photograph_this(comfort: Comfort) -> Scan[Without]:
    """Show the card; the phone keeps a picture of it, and opens nothing."""
    return Scan(
        title=t("Take a photograph of this"),
        body=(t("Show it at the next kiosk."), t("It holds nothing about you.")),
        code=card_of(comfort),
        picture=PHONE,
        options=(Option(answer=Without.CODE, label=t("Good, go on"), icon="tick"),),
        help=WHAT_IT_HOLDS,
    )


def show_your_code(flaw: CardFlaw | None) -> Choose[Without]:
    """Show how to hold the code; of one that was no good, say why."""
    return Choose(
        title=t("Please show the code with your settings"),
        body=(TRY_AGAIN[flaw],),
        picture=PHONE,
        tone=Tone.CALM if flaw is None else Tone.CARE,
        options=(Option(answer=Without.CODE, label=t("Go on without it"), icon="back"),),
        help=t("It is the photograph that you took at another kiosk."),
    )


def these_are_your_settings() -> Tell:
    """Say, in the settings that were brought, that they hold now."""
    return Tell(
        title=t("Your settings are back"),
        body=(t("This is how you like it. You can still change it."),),
        tone=Tone.DONE,
    )


def nothing_was_read(why: Text) -> Tell:
    """Say why no card was read, and that nothing is lost by it."""
    return Tell(
        title=t("Please choose it here"), body=(why, t("You can set everything here.")), tone=Tone.CARE
    )
