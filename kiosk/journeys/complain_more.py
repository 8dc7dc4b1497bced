"""The one question that says more closely what a complaint is about, by a choice, a sum, or a call."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.complaints import ABOUT_A_NUMBER, CLOSER, About, More
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import AT_THE_COUNTER, call_staff
from kiosk.screens import Choose, Enter, NotGood, Option, Picture, Screen, Typed
from kiosk.text import Money, Text, t

MOST_DIGITS = 5
STAFF, CALL, HERE, UNSURE = "staff", "call", "here", "unsure"
PICTURES: dict[About, Picture] = {
    About.COUNTER: AT_THE_COUNTER,
    About.MANNER: AT_THE_COUNTER,
    About.CONTRACT: Picture(name="contract", alt=t("A paper with two signatures.")),
}
SIGN_IN = t("Next you sign in, so that the answer finds you. Your ID card is enough.")
"""A ticket belongs to a customer (TMF621's relatedParty), and only she may read its answer."""
MORE: dict[More, Text] = {
    More.THIS_HALL: t("In this hall"),
    More.OTHER_HALL: t("In another hall"),
    More.HOTLINE: t("On the hotline"),
    More.NOT_EXPLAINED: t("It was not explained clearly"),
    More.NOT_AGREED: t("It was done without my yes"),
    More.NOT_KEPT: t("What was promised was not kept"),
    More.CALLS: t("Telephone calls"),
    More.DATA: t("Internet on the phone"),
    More.AT_HOME: t("Broadband or television at home"),
    More.REPAIR: t("A repair that did not help"),
}
ICONS: dict[More, str] = {
    More.THIS_HALL: "hall",
    More.OTHER_HALL: "building",
    More.HOTLINE: "phone",
    More.NOT_EXPLAINED: "question",
    More.NOT_AGREED: "ban",
    More.NOT_KEPT: "contract",
    More.CALLS: "call",
    More.DATA: "signal",
    More.AT_HOME: "router",
    More.REPAIR: "wrench",
}
TITLES: dict[About, Text] = {
    About.COUNTER: t("Where was it?"),
    About.MANNER: t("Where was it?"),
    About.CONTRACT: t("What went wrong?"),
    About.NETWORK: t("What does not work well?"),
}


@dataclass(frozen=True)
class Details:
    """What was said more closely: one of a few things, a sum, or that she tells it by telephone."""

    more: More | None = None
    amount: Money | None = None
    by_telephone: bool = False
    staff_help: bool = False
    """Whether staff were called to write it down with her."""


async def said_more_closely(hall: Hall, about: About) -> Details:
    """Ask the one closer question; staff may be called once to help, and the place is kept."""
    told = await closer(about, staff=True)
    if told == STAFF:
        await call_staff(hall)
        return details_of(await closer(about, staff=False), staff_help=True)
    return details_of(told)


def details_of(told: More | str, *, staff_help: bool = False) -> Details:
    """Put an answer into its place."""
    if isinstance(told, More):
        return Details(told, staff_help=staff_help)
    amount = Money.yuan(int(told)) if told.isdecimal() else None
    return Details(None, amount, told == CALL, staff_help)


def closer(about: About, *, staff: bool) -> Screen[More | str]:
    """Ask what fits: a sum for charges, a call for what has no name here, else one of a few things."""
    helped = (staff_write(),) if staff else ()
    if about is About.CHARGES:
        return how_much_is_it(helped)
    if about is About.OTHER:
        return how_will_you_tell_it(helped)
    return which_of_these(about, helped)


def staff_write() -> Option[str]:
    """Offer that staff help."""
    words, comes = t("Staff help me write it"), t("A person comes to you.")
    return Option(answer=STAFF, label=words, detail=comes, icon="help")


def how_much_is_it(helped: tuple[Option[str], ...]) -> Enter:
    """Ask about which sum it is."""
    return Enter(
        title=t("How much money is it about?"),
        body=(t("In whole yuan. You need not know it exactly."),),
        kind=Typed.YUAN,
        length=MOST_DIGITS,
        parse=some_yuan,
        proceed=t("About this much"),
        other=(Option(answer=UNSURE, label=t("I cannot say"), icon="question"), *helped),
    )


def some_yuan(typed: str) -> str:
    """Take a sum of at least one yuan; raises NotGood with what to do."""
    if not typed.isdecimal() or int(typed) < 1:
        raise NotGood(t("Please type a sum, or touch “I cannot say”."))
    return str(int(typed))


def which_of_these(about: About, helped: tuple[Option[str], ...]) -> Choose[More | str]:
    """Ask which of a few things it is; where no number is asked for, say why she signs in next."""
    return Choose(
        title=TITLES[about],
        body=() if about in ABOUT_A_NUMBER else (SIGN_IN,),
        options=(
            *(Option[More | str](answer=one, label=MORE[one], icon=ICONS[one]) for one in CLOSER[about]),
            *helped,
        ),
        picture=PICTURES.get(about),
    )


def how_will_you_tell_it(helped: tuple[Option[str], ...]) -> Choose[More | str]:
    """What has no name here is told best by telephone, in her own time."""
    return Choose(
        title=t("How would you like to tell it?"),
        body=(SIGN_IN,),
        options=(
            Option[More | str](answer=CALL, label=t("They call me, and I tell it in peace"), icon="phone"),
            *helped,
            Option(
                answer=HERE,
                label=t("No call: I choose here"),
                detail=t("They learn only what you choose here."),
                icon="touch",
            ),
        ),
    )
