"""The two ends of a visit: the greeting at rest, and the goodbye."""

from __future__ import annotations

from kiosk.journeys.comfort import LANGUAGES, in_itself
from kiosk.screens import Agree, Choose, Option, Picture, Tell, Tone, Welcome
from kiosk.text import Label, Language, just, t

GREETINGS = {
    Language.ZH_CN: Label.of(dict.fromkeys(Language, "您好，碰一下屏幕就开始")),
    Language.ZH_HK: Label.of(dict.fromkeys(Language, "您好，碰一下屏幕就開始")),
    Language.EN: Label.of(dict.fromkeys(Language, "Welcome. Touch the screen to begin")),
}
THANKS = t("Thank you. Take care!")
REMINDERS = (t("Nothing of yours is kept here."), t("Have you got your ID card and your phone?"))
GOODBYE = Picture(name="goodbye", alt=t("An open door and the sun."))


def at_rest(hall: Label, first: Language) -> Welcome[Language]:
    """Greet whoever comes by; the hall's own language is what a touch anywhere takes."""
    others = tuple(language for language in LANGUAGES if language is not first)
    return Welcome(
        title=t("Hello. Touch the screen to begin."),
        greetings=tuple(just(GREETINGS[language]) for language in others),
        hall=just(hall),
        picture=Picture(name="welcome", alt=t("A desk with a warm lamp.")),
        options=tuple(
            Option(answer=language, label=in_itself(language), icon="language")
            for language in (first, *others)
        ),
    )


def shall_we_end() -> Agree:
    """Make sure before a visit ends in the middle of something."""
    return Agree(
        title=t("Do you want to leave?"),
        body=(t("What is finished stays finished."), t("Everything else is forgotten here.")),
        picture=Picture(name="nothing-kept", alt=t("An empty tray.")),
        yes=t("Yes, leave"),
        no=t("No, stay here"),
    )


def goodbye() -> Tell:
    """Thank the visitor, and remind of what was laid down."""
    return Tell(
        title=THANKS,
        body=REMINDERS,
        picture=GOODBYE,
        tone=Tone.DONE,
        proceed=t("Close"),
    )


def goodbye_and_how_was_it() -> Choose[bool]:
    """Thank and remind in the same way, and ask how it was; neither answer weighs more, one touch leaves."""
    return Choose(
        title=THANKS,
        body=(*REMINDERS, t("Would you like to say how it was?")),
        picture=GOODBYE,
        tone=Tone.DONE,
        options=(
            Option(answer=True, label=t("Yes, three short questions"), icon="star"),
            Option(answer=False, label=t("No, goodbye"), icon="hand"),
        ),
        help=t("Nobody learns that it was you. Staff do not see it here."),
    )
