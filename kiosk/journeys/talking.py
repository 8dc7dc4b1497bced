"""Speaking to the kiosk: what may be said on a screen, and what it answers when somebody has spoken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from kiosk.devices.ports import Misheard
from kiosk.domain.sayings import Saying
from kiosk.screens import Agree, Choose, Option, Screen, Tell, choices_of
from kiosk.text import Text, t


class Command(Enum):
    """What may be said on every screen, and is done at once: each of them can be undone."""

    NEXT = "next"
    BACK = "back"
    AGAIN = "again"
    HELP = "help"
    CHEATED = "cheated"
    ADJUST = "adjust"
    LOUDER = "louder"
    SOFTER = "softer"
    SLOWER = "slower"
    FASTER = "faster"
    END = "end"


WAYS: Mapping[Command, tuple[Text, ...]] = {
    Command.NEXT: (t("Next"), t("Go on"), t("Next page")),
    Command.BACK: (t("Back"), t("Go back"), t("Go back one screen")),
    Command.AGAIN: (t("Again"), t("Say it again"), t("Hear this screen again")),
    Command.HELP: (t("Help"), t("Help me"), t("Get help from a person"), t("Call staff")),
    Command.CHEATED: (
        t("I may have been cheated"),
        t("I was cheated"),
        t("I have been cheated"),
        t("My money was stolen"),
    ),
    Command.ADJUST: (t("Adjust"),),
    Command.LOUDER: (t("Louder"), t("Speak louder")),
    Command.SOFTER: (t("Softer"), t("Speak softer")),
    Command.SLOWER: (t("Slower"), t("Speak slower")),
    Command.FASTER: (t("Faster"), t("Speak faster")),
    Command.END: (t("End"), t("I am done")),
}
"""The first way is the one that is offered."""
YES = (t("Yes"), t("Yes, please"), t("That is right"))
NO = (t("No"), t("No, thank you"), t("That is not right"))


def sayings_on(screen: Screen[Any]) -> tuple[Saying, ...]:
    """Return what may be said: the names of what can be chosen first, then the commands.

    What has a name of its own on a screen is meant by it, and no command.
    """
    names = [
        Saying(option, (option.label, *_yes_or_no(screen, option)), listed=True)
        for option in choices_of(screen)
    ]
    if isinstance(screen, Tell) and not only_goes_on(screen):
        names.append(Saying(going_on(screen), (screen.proceed,)))
    taken = {way.message for saying in names for way in saying.ways}
    commands = [
        Saying(command, tuple(way for way in ways if way.message not in taken))
        for command, ways in WAYS.items()
    ]
    return (*names, *(saying for saying in commands if saying.ways))


def _yes_or_no(screen: Screen[Any], option: Option[Any]) -> tuple[Text, ...]:
    """Let a clear yes or no be said in other words too."""
    return (YES if option.answer else NO) if isinstance(screen, Agree) else ()


def only_goes_on(screen: Tell) -> bool:
    """Tell whether its one button does nothing but go on, so that Back undoes it."""
    return screen.proceed.message == "Go on"


def going_on(screen: Tell) -> Option[None]:
    """Return the one way forward as a choice."""
    return Option(answer=None, label=screen.proceed)


# ------------------------------------------------------------------------------ what it answers

DOES_NOT_LISTEN = t("I do not listen here: what is asked for is yours alone.")
CANNOT_HEAR = t("I cannot hear just now. Touch and keys work.")
ONE_MOMENT = t("One moment, please.")


def i_heard(saying: Saying) -> Text:
    """Say what was understood, in the words of the screen."""
    return t("I heard: {name}", name=saying.ways[0])


def not_understood(why: Misheard, sayings: Sequence[Saying]) -> Text:
    """Say that nothing was understood, which is nobody's fault, and name three things that may be said."""
    first, second, third = offered(sayings)
    if why is Misheard.SILENCE:
        return t("I heard nothing. You can say: {a}, {b} or {c}.", a=first, b=second, c=third)
    return t("It is loud here. You can say: {a}, {b} or {c}.", a=first, b=second, c=third)


def offered(sayings: Sequence[Saying]) -> tuple[Text, Text, Text]:
    """Return three things to say: two names where there are so many, and commands that work everywhere."""
    names = [saying.ways[0] for saying in sayings if not isinstance(saying.means, Command)][:2]
    usual = [WAYS[command][0] for command in (Command.NEXT, Command.AGAIN, Command.HELP)]
    first, second, third = (*names, *usual[len(names) :])
    return first, second, third


def shall_i_choose(screen: Screen[Any], option: Option[Any]) -> Agree:
    """Ask before anything is chosen that was only heard; where it is quiet, by its place alone."""
    place = 1 + next(i for i, one in enumerate(choices_of(screen)) if one == option) if screen.quiet else 0
    return Agree(
        title=t("You choose number {place}?", place=place)
        if screen.quiet
        else t("You said: {name}", name=option.label),
        body=(t("Shall I choose it?"),),
        yes=t("Yes, choose it"),
        no=t("No, that is not right"),
        help=t("You can touch, press a key, or speak once more."),
    )


class OtherWay(Enum):
    """What somebody does whom the kiosk has not understood twice."""

    BY_HAND = "by_hand"
    SPEAK = "speak"
    STAFF = "staff"


def another_way() -> Choose[OtherWay]:
    """Offer the other ways, and blame the noise."""
    return Choose(
        title=t("I cannot hear you well in here"),
        body=(t("It is the noise around us. Nothing was chosen."),),
        options=(
            Option(answer=OtherWay.BY_HAND, label=t("Go on by touch or keys"), icon="touch"),
            Option(answer=OtherWay.SPEAK, label=t("Speak once more"), icon="microphone"),
            Option(answer=OtherWay.STAFF, label=t("Ask staff for help"), icon="help"),
        ),
    )


def shall_i_listen() -> Agree:
    """Explain how speaking works and what becomes of what is said, before its button is shown."""
    return Agree(
        title=t("Speak in place of touching?"),
        body=(
            t("Press Speak once, and say a name that you see."),
            t("I stop listening by myself. I never listen otherwise."),
            t("What you say stays here and is forgotten at once."),
        ),
        yes=t("Yes, show the button"),
        no=t("No, keep it as it was"),
    )
