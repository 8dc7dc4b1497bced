"""Easier to reach and to use: lower, for the left hand, magnified, heard under a finger, or by switches."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from kiosk.domain.comfort import PACES, Comfort, Hand, Switches
from kiosk.journeys.comfort_card import Card, use_a_card
from kiosk.journeys.talking import shall_i_listen
from kiosk.screens import Agree, Choose, Option, TryOut
from kiosk.text import Text, t


class Wish(Enum):
    """What can be made easier."""

    LOW = "low"
    HAND = "hand"
    LENS = "lens"
    EXPLORING = "exploring"
    SWITCHES = "switches"
    CARD = "card"
    TALKING = "talking"


class Trial(Enum):
    """What somebody presses who tries switches on."""

    STAR = "star"
    SLOWER = "slower"
    FASTER = "faster"
    KEEP = "keep"
    AGAIN = "again"
    NO = "no"


async def make_it_easier(comfort: Comfort, card: Card, *, hears: bool = False) -> Comfort:
    """Change one thing, at once where it can be seen, and after a word where it changes what a touch does."""
    match await what_would_be_easier(comfort, card, hears=hears):
        case Wish.LOW:
            return replace(comfort, low=not comfort.low)
        case Wish.HAND:
            return replace(comfort, hand=Hand.RIGHT if comfort.hand is Hand.LEFT else Hand.LEFT)
        case Wish.LENS:
            return replace(comfort, lens=not comfort.lens)
        case Wish.EXPLORING:
            return await heard_under_the_finger(comfort)
        case Wish.TALKING:
            shown = not comfort.talking and await shall_i_listen()
            return replace(comfort, talking=shown)
        case Wish.CARD:
            return await use_a_card(comfort, card)
        case _:
            return await used_by_switches(comfort)


def what_would_be_easier(comfort: Comfort, card: Card, *, hears: bool = False) -> Choose[Wish]:
    """Offer every way; what is on now is marked, and choosing it switches it off. Keeping it all is last."""
    talking = Option(
        answer=Wish.TALKING,
        label=t("Speak to me"),
        detail=t("Say what you want in place of touching it"),
        icon="microphone",
        chosen=comfort.talking,
    )
    kept = t("Or show the code that you kept") if card.scanner.present else t("For the next kiosk")
    keep = Option(answer=Wish.CARD, label=t("Keep my settings"), detail=kept, icon="qr")
    return Choose(
        title=t("How is it easier for you?"),
        options=(
            Option(
                answer=Wish.LOW,
                label=t("Everything lower"),
                detail=t("Within reach when you sit"),
                icon="low-reach",
                chosen=comfort.low,
            ),
            Option(
                answer=Wish.HAND,
                label=t("For the left hand"),
                detail=t("The main button stands at the left"),
                icon="hand",
                chosen=comfort.hand is Hand.LEFT,
            ),
            Option(
                answer=Wish.LENS,
                label=t("Magnifier"),
                detail=t("Shows much larger what you touch"),
                icon="search",
                chosen=comfort.lens,
            ),
            Option(
                answer=Wish.EXPLORING,
                label=t("Listen with your finger"),
                detail=t("It says what your finger lies on"),
                icon="touch",
                chosen=comfort.exploring,
            ),
            Option(
                answer=Wish.SWITCHES,
                label=t("Switches"),
                detail=t("Do everything with switches of your own"),
                icon="accessibility",
                chosen=comfort.switches is not Switches.NONE,
            ),
            *((talking,) if hears else ()),
            *((keep,) if card.offered else ()),
        ),
        help=t("What is marked is on. Choose it again to switch it off."),
    )


# ------------------------------------------------------------------------------ under the finger


async def heard_under_the_finger(comfort: Comfort) -> Comfort:
    """Switch it on once it is clear that a touch alone will do nothing any more; it needs the voice."""
    if comfort.exploring:
        return replace(comfort, exploring=False)
    if await shall_it_say_what_you_touch():
        return replace(comfort, exploring=True, voice=True)
    return comfort


def shall_it_say_what_you_touch() -> Agree:
    """Explain how a finger listens and chooses."""
    return Agree(
        title=t("Listen with your finger?"),
        body=(
            t("Slide one finger over the screen. It says what lies under it."),
            t("A single touch then chooses nothing."),
            t("To choose what you heard, tap twice quickly."),
        ),
        yes=t("Yes, switch it on"),
        no=t("No, keep it as it was"),
    )


# ------------------------------------------------------------------------------ switches


async def used_by_switches(comfort: Comfort) -> Comfort:
    """Let the visitor try her switches, at her own pace, before they are switched on."""
    switches, pace = await which_switches(comfort), comfort.pace
    while switches is not Switches.NONE:
        trial = await press_on_the_star(switches, pace)
        if trial is Trial.STAR:
            trial = await shall_it_stay(switches, pace)
        if trial is Trial.KEEP:
            return replace(comfort, switches=switches, pace=pace)
        if trial is Trial.NO:
            break
        pace += {Trial.SLOWER: 1, Trial.FASTER: -1}.get(trial, 0)
    return replace(comfort, switches=Switches.NONE)


def which_switches(comfort: Comfort) -> Choose[Switches]:
    """Ask how many switches there are; none leads back to touch and keys."""
    return Choose(
        title=t("How many switches do you use?"),
        options=(
            Option(
                answer=Switches.ONE,
                label=t("One switch"),
                detail=t("A frame moves by itself. Your switch chooses what is in it."),
                icon="play",
                chosen=comfort.switches is Switches.ONE,
            ),
            Option(
                answer=Switches.TWO,
                label=t("Two switches"),
                detail=t("One moves the frame. The other chooses what is in it."),
                icon="swap",
                chosen=comfort.switches is Switches.TWO,
            ),
            Option(
                answer=Switches.NONE,
                label=t("No switches"),
                detail=t("Touch and keys alone"),
                icon="touch",
                chosen=comfort.switches is Switches.NONE,
            ),
        ),
        help=t("Touching the screen works all the time."),
    )


def press_on_the_star(switches: Switches, pace: int) -> TryOut[Trial]:
    """Let somebody press when the frame is on the star; with one switch its pace can be changed."""
    star = Option(answer=Trial.STAR, label=t("The star"), icon="star")
    no = Option(answer=Trial.NO, label=t("No, back to touch and keys"), icon="touch")
    if switches is Switches.TWO:
        return TryOut(
            title=t("Try it: choose the star"),
            body=(t("One switch moves the frame. The other chooses what is in it."),),
            options=(no, star),
            switches=switches,
            pace=pace,
        )
    slower = _pace(Trial.SLOWER, t("Slower"), "minus", at_its_limit=pace == len(PACES) - 1)
    faster = _pace(Trial.FASTER, t("Faster"), "plus", at_its_limit=pace == 0)
    return TryOut(
        title=t("Try it: press when the frame is on the star"),
        body=(t("The frame stays {seconds} seconds on each thing.", seconds=f"{PACES[pace]:g}"),),
        options=(slower, star, faster, no),
        switches=switches,
        pace=pace,
    )


def _pace(answer: Trial, label: Text, icon: str, *, at_its_limit: bool) -> Option[Trial]:
    hindrance = t("It is at its limit.") if at_its_limit else None
    return Option(answer=answer, label=label, icon=icon, hindrance=hindrance)


def shall_it_stay(switches: Switches, pace: int) -> TryOut[Trial]:
    """Ask, still by switches, whether they are to be used from now on."""
    return TryOut(
        title=t("Well done, that was the star"),
        body=(t("Shall your switches work until you leave?"),),
        options=(
            Option(answer=Trial.KEEP, label=t("Yes, use my switches"), icon="tick"),
            Option(answer=Trial.AGAIN, label=t("Try once more"), icon="repeat"),
            Option(answer=Trial.NO, label=t("No, back to touch and keys"), icon="touch"),
        ),
        switches=switches,
        pace=pace,
    )
