"""Making it comfortable: text size, colours, voice, language and reach, at any moment of a visit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kiosk.devices.ports import CodeScanner
from kiosk.domain.comfort import CAPITAL_MM, Comfort, Theme, faster, louder
from kiosk.journeys.comfort_card import Card
from kiosk.journeys.reaching import make_it_easier
from kiosk.screens import Choose, Option, do, look
from kiosk.text import Label, Language, Text, just, t


@dataclass(frozen=True)
class Settled:
    """The settings of this visit: how they are looked at and changed."""

    now: Callable[[], Comfort]
    change: Callable[[Comfort], None]
    scanner: CodeScanner
    signs: bool = False
    """Whether the hall has clips in sign language."""
    hears: Callable[[Language], bool] = lambda _: False
    """Whether somebody listens who knows a language."""


class Part(Enum):
    """What can be made comfortable."""

    READY = "ready"
    SIZE = "size"
    THEME = "theme"
    VOICE = "voice"
    LANGUAGE = "language"
    SIGNING = "signing"
    REACH = "reach"


SIZES = (t("Small"), t("Medium"), t("Large"), t("Very large"), t("Largest"))
assert len(SIZES) == len(CAPITAL_MM)

THEMES = {
    Theme.PAPER: t("Warm paper"),
    Theme.BLACK_ON_WHITE: t("Black on white"),
    Theme.WHITE_ON_BLACK: t("White on black"),
    Theme.YELLOW_ON_BLACK: t("Yellow on black"),
    Theme.LOW_GLARE: t("Soft, without glare"),
}

LANGUAGES = {
    Language.ZH_CN: Label.of(dict.fromkeys(Language, "中文（普通话）")),
    Language.ZH_HK: Label.of(dict.fromkeys(Language, "粵語")),
    Language.EN: Label.of(dict.fromkeys(Language, "English")),
}
"""Each language by its own name, whoever reads it."""


def in_itself(language: Language) -> Text:
    """Return a language's own name for itself."""
    return just(LANGUAGES[language])


async def make_comfortable(settled: Settled, *, first: bool) -> bool:
    """Change one thing at a time, at once; answers whether the visitor wants to look at it again."""
    comfort = await look(settled.now)
    part = await what_would_be_better(comfort, first)
    if part is Part.READY:
        return False
    card = Card(settled.scanner, settled.change, offered=settled.scanner.present or not first)
    changes: Mapping[Part, Callable[[Comfort], Awaitable[Comfort]]] = {
        Part.SIZE: which_size,
        Part.THEME: which_theme,
        Part.VOICE: which_voice,
        Part.LANGUAGE: lambda now: spoken_or_signed(now, settled.signs),
        Part.REACH: lambda now: make_it_easier(now, card, hears=settled.hears(now.language)),
    }
    await do(settled.change, await changes[part](comfort))
    return True


def what_would_be_better(comfort: Comfort, first: bool) -> Choose[Part]:
    """Ask what to change, on one part of a page: going on, and then what old visitors change most."""
    ready = t("Yes, let us begin") if first else t("Good, go on")
    return Choose(
        title=t("Can you see and hear well like this?") if first else t("What would make it easier?"),
        options=(
            Option(answer=Part.READY, label=ready, icon="tick"),
            Option(answer=Part.SIZE, label=t("Text size"), detail=SIZES[comfort.size], icon="type"),
            Option(answer=Part.THEME, label=t("Colours"), detail=THEMES[comfort.theme], icon="palette"),
            Option(answer=Part.VOICE, label=t("Voice"), detail=voice_now(comfort), icon="volume"),
            Option(
                answer=Part.REACH,
                label=t("Easier to reach"),
                detail=t("Lower, left hand, magnifier, switches"),
                icon="accessibility",
            ),
            Option(
                answer=Part.LANGUAGE,
                label=t("Language"),
                detail=in_itself(comfort.language),
                icon="language",
            ),
        ),
        help=t("You can change this at any time with the button below."),
    )


def voice_now(comfort: Comfort) -> Text:
    """Say whether the voice speaks."""
    return t("It reads to you") if comfort.voice else t("It is silent")


def which_size(comfort: Comfort) -> Choose[Comfort]:
    """Offer the five sizes; each is seen as soon as it is touched."""
    return Choose(
        title=t("How large should the text be?"),
        options=tuple(
            Option(answer=replace(comfort, size=size), label=label, icon="type", chosen=size == comfort.size)
            for size, label in enumerate(SIZES)
        ),
    )


def which_theme(comfort: Comfort) -> Choose[Comfort]:
    """Offer the five themes."""
    return Choose(
        title=t("Which colours are best for your eyes?"),
        options=tuple(
            Option(
                answer=replace(comfort, theme=theme),
                label=label,
                icon="palette",
                chosen=theme is comfort.theme,
            )
            for theme, label in THEMES.items()
        ),
    )


async def spoken_or_signed(comfort: Comfort, signs: bool) -> Comfort:
    """Change the language, or whether somebody signs."""
    chosen = await which_language(comfort, signs)
    return chosen if isinstance(chosen, Comfort) else await with_signs(comfort)


def which_language(comfort: Comfort, signs: bool) -> Choose[Comfort | Part]:
    """Offer the languages, each by its own name, and sign language where the hall has clips."""
    shown = t("Clips are shown") if comfort.signing else t("No clips are shown")
    signing = Option(answer=Part.SIGNING, label=t("Sign language"), detail=shown, icon="hand")
    spoken = tuple(
        Option(
            answer=replace(comfort, language=language),
            label=in_itself(language),
            icon="language",
            chosen=language is comfort.language,
        )
        for language in LANGUAGES
    )
    return Choose(
        title=t("Which language would you like?"), options=(*spoken, *((signing,) if signs else ()))
    )


def with_signs(comfort: Comfort) -> Choose[Comfort]:
    """Offer clips in sign language, or none."""
    return Choose(
        title=t("Do you want to see it in sign language?"),
        body=(t("Somebody signs at the top right, where there is a clip."),),
        options=(
            Option(
                answer=replace(comfort, signing=True),
                label=t("Yes, show me clips"),
                icon="hand",
                chosen=comfort.signing,
            ),
            Option(
                answer=replace(comfort, signing=False),
                label=t("No clips"),
                icon="eye-off",
                chosen=not comfort.signing,
            ),
        ),
    )


def which_voice(comfort: Comfort) -> Choose[Comfort]:
    """Offer the voice louder, softer, slower, faster, or not at all; the ends of each scale say so."""
    silent = t("Do not read to me") if comfort.voice else t("Read to me")
    return Choose(
        title=t("How should the voice be?"),
        options=(
            _step(t("Louder"), "volume", comfort, louder(comfort)),
            _step(t("Softer"), "volume-low", comfort, louder(comfort, -1)),
            _step(t("Slower"), "slower", comfort, faster(comfort, -1)),
            _step(t("Faster"), "faster", comfort, faster(comfort)),
            Option(answer=replace(comfort, voice=not comfort.voice), label=silent, icon="volume-off"),
        ),
    )


def _step(label: Text, icon: str, now: Comfort, then: Comfort) -> Option[Comfort]:
    hindrance = t("It is at its limit.") if then == now else None
    return Option(answer=then, label=label, icon=icon, hindrance=hindrance)
