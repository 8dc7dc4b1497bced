"""The first words to somebody who has put headphones in: who hears, how the keys work, and the curtain."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from kiosk.domain.comfort import Comfort
from kiosk.domain.keys import WHAT_KEYS_DO, Keys, legend
from kiosk.journeys.comfort import LANGUAGES, Settled, in_itself
from kiosk.screens import Choose, Fact, Option, Picture, Tell, do, look
from kiosk.text import Language, t

TOLD_AT_ONCE = {"up", "down", "act", "headphones_in", "headphones_out", "switch_move", "switch_take"}
"""What is told on the first screen, or is no key to press."""
FOR_EYES = {"next", "previous", "next_part", "previous_part"}
"""What the arrows do as well for somebody who hears."""


class Wish(Enum):
    """What somebody who hears may want first."""

    BEGIN = "begin"
    KEYS = "keys"
    CURTAIN = "curtain"
    COMFORT = "comfort"


async def hear_first(settled: Settled, keys: Keys, *, first: bool) -> bool:
    """Explain the keys and offer the curtain; answers whether the visitor wants to change the rest too."""
    while True:
        comfort = await look(settled.now)
        match await you_hear_me(comfort, first):
            case Wish.KEYS:
                await the_other_keys(keys)
            case Wish.CURTAIN:
                await do(settled.change, replace(comfort, curtain=not comfort.curtain))
            case Language() as language:
                await do(settled.change, replace(comfort, language=language))
            case wish:
                return wish is Wish.COMFORT


def you_hear_me(comfort: Comfort, first: bool) -> Choose[Wish | Language]:
    """Greet, in words that fit a keypad and a keyboard, and ask what comes first."""
    drawn = t("Show the screen again") if comfort.curtain else t("Cover the screen")
    others = (language for language in LANGUAGES if language is not comfort.language)
    return Choose(
        title=t("Hello. You hear me in your headphones.") if first else t("What would make it easier?"),
        body=(
            t("Nobody else hears what I say."),
            t("The arrow down goes to the next thing, the arrow up to the one before."),
            t("The round key takes what you hear. On a keyboard it is Enter."),
            t("Any key stops me. Take your time."),
        ),
        picture=Picture(name="welcome", alt=t("A desk with a warm lamp.")),
        options=(
            Option(answer=Wish.BEGIN, label=t("Begin") if first else t("Good, go on"), icon="forward"),
            Option(answer=Wish.KEYS, label=t("Tell me about the other keys"), icon="keyboard"),
            Option(
                answer=Wish.CURTAIN,
                label=drawn,
                detail=t("Nobody reads along while it is covered. You hear everything."),
                icon="eye-off",
            ),
            *(Option(answer=language, label=in_itself(language), icon="language") for language in others),
            Option(answer=Wish.COMFORT, label=t("Change the voice and the screen"), icon="adjust"),
        ),
    )


def the_other_keys(keys: Keys) -> Tell:
    """Tell what every other key of this kiosk does; the key help tells it again at any moment."""
    return Tell(
        title=t("The other keys"),
        body=(t("The first key explains the others: after it, every key only says what it does."),)
        if keys["keys"]
        else (),
        facts=tuple(
            Fact(label=WHAT_KEYS_DO[what], value=legend(keys[what][0]))
            for what in ("keys", *(what for what in keys if what != "keys"))
            if keys[what] and what not in TOLD_AT_ONCE | FOR_EYES
        ),
    )
