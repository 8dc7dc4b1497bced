"""满意度: three questions with faces and words, any of which may be passed over; nobody learns by whom.

The rating is dropped once a visit, and neither the outcome nor anything that follows tells what it was.
A wish to be called gives her name, and says only that she was not content.
"""

from __future__ import annotations

from enum import Enum

from kiosk.devices.ports import DeviceError
from kiosk.domain.ratings import Managed, Rating
from kiosk.journeys.complain import ask_to_be_called, complain
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.notice import NOTICE
from kiosk.screens import Choose, Once, Opened, Option, Picture, Tell, Tone, read
from kiosk.text import Text, t

RATED = "rated"
"""The name under which a visit remembers that it was rated, from before the rating drops: it drops once."""
WHAT_BECAME_OF_IT = "what became of the rating"
PASS = 0
GOOD_ENOUGH = 3
"""Whoever answers with less is asked what can be done."""
RATING = Picture(name="rating", alt=t("Three faces: glad, so-so, sad."))
FACES = {5: "laugh", 4: "smile", 3: "meh", 2: "frown", 1: "angry"}
EASE: dict[int, Text] = {
    5: t("Very easy"),
    4: t("Easy"),
    3: t("So-so"),
    2: t("Hard"),
    1: t("Very hard"),
}
MANNER: dict[int, Text] = {
    5: t("Very good"),
    4: t("Good"),
    3: t("So-so"),
    2: t("Bad"),
    1: t("Very bad"),
}


class Outcome(Enum):
    """How the conversation ended; it never tells what was answered."""

    OVER = "over"


class Wish(Enum):
    """What can be done where it was not good."""

    COMPLAIN = "complain"
    CALL_ME = "call_me"
    PERSON = "person"
    NOTHING = "nothing"


class Dropped(Enum):
    """What became of a rating."""

    GOOD = "good"
    LOW = "low"
    NONE = "none"
    LOST = "lost"
    """The box could not take it."""


async def rate(hall: Hall) -> Outcome:
    """Ask once a visit, thank, and offer help where it was not good."""
    match await Once(WHAT_BECAME_OF_IT, lambda: dropped(hall)):
        case Dropped.LOW:
            await help_after_all(hall)
        case Dropped.LOST:
            await it_could_not_be_kept()
        case Dropped.NONE:
            await no_answer_is_fine()
        case _:
            await thank_you()
    return Outcome.OVER


async def dropped(hall: Hall) -> Dropped:
    """Ask the three questions, and drop what was answered; whoever did not wait for the box is thanked."""
    if await Opened(RATED) is not None:
        return Dropped.GOOD
    rating = await Once(RATED, answered)
    if rating == Rating(None, None, None):
        return Dropped.NONE
    if not await read(into_the_box, hall, rating, doing=t("One moment, please.")):
        return Dropped.LOST
    return Dropped.LOW if is_low(rating) else Dropped.GOOD


async def answered() -> Rating:
    """Ask the three questions."""
    managed = await was_it_done()
    clear = await was_it_easy()
    manner = await how_were_you_treated()
    return Rating(managed if isinstance(managed, Managed) else None, clear or None, manner or None)


def into_the_box(hall: Hall, rating: Rating) -> bool:
    """Drop a rating; tells whether the box took it."""
    try:
        hall.ratings.drop(rating)
    except DeviceError:
        return False
    return True


def is_low(rating: Rating) -> bool:
    """Tell whether something went wrong that could be made good."""
    marks = (rating.clear or GOOD_ENOUGH, rating.manner or GOOD_ENOUGH)
    return rating.managed is Managed.NO or min(marks) < GOOD_ENOUGH


async def help_after_all(hall: Hall) -> None:
    """Offer a complaint, a call or a person; the rating stays where it is, without a name."""
    match await what_can_we_do_about_it():
        case Wish.COMPLAIN:
            await complain(hall)
        case Wish.CALL_ME if await may_they_know_who_you_are():
            await ask_to_be_called(hall)
        case Wish.PERSON:
            await call_staff(hall)
        case _:
            await thank_you()


# -------------------------------------------------------------------------------------- the screens


def pass_over() -> Option[int]:
    """Let a question be passed over."""
    return Option(answer=PASS, label=t("Pass over this question"), icon="forward")


def was_it_done() -> Choose[Managed | int]:
    """Ask whether she got what she came for; say first that nobody learns whose answer it is."""
    return Choose(
        title=t("Could you do what you came for?"),
        body=(t("Nobody learns that it was you. Staff do not see it here."),),
        options=(
            Option[Managed | int](answer=Managed.YES, label=t("Yes, all of it"), icon="smile"),
            Option(answer=Managed.PARTLY, label=t("A part of it"), icon="meh"),
            Option(answer=Managed.NO, label=t("No, it was not done"), icon="frown"),
            pass_over(),
        ),
        picture=Picture(name="ballot-box", alt=t("A paper with a tick drops into a locked box.")),
        help=t("We keep the month and your three answers, nothing else."),
        quiet=True,
    )


def was_it_easy() -> Choose[int]:
    """Ask how easy it was to understand."""
    return Choose(
        title=t("Was it easy to understand?"),
        options=(*faces(EASE), pass_over()),
        picture=RATING,
        quiet=True,
    )


def how_were_you_treated() -> Choose[int]:
    """Ask how people treated her; whoever met nobody passes it over."""
    nobody = Option(answer=PASS, label=t("I met nobody, or pass this over"), icon="forward")
    return Choose(
        title=t("How did people treat you?"),
        options=(*faces(MANNER), nobody),
        picture=RATING,
        quiet=True,
    )


def faces(words: dict[int, Text]) -> tuple[Option[int], ...]:
    """Return five answers, each a face and its words, the best first."""
    return tuple(Option(answer=mark, label=words[mark], icon=FACES[mark]) for mark in words)


def thank_you() -> Tell:
    """Thank her."""
    return Tell(
        title=t("Thank you for telling us"),
        body=(t("It helps those who come after you."),),
        tone=Tone.DONE,
        picture=Picture(name="thanks", alt=t("A hand gives a flower.")),
    )


def no_answer_is_fine() -> Tell:
    """Nothing was answered, and nothing kept."""
    return Tell(title=t("That is fine too"), body=(t("Nothing was kept."),), picture=RATING)


def it_could_not_be_kept() -> Tell:
    """The box is broken: say so."""
    return Tell(
        title=t("Your answers could not be kept"),
        body=(t("The box does not work just now."), t("Please tell staff, if you like.")),
        tone=Tone.CARE,
    )


def what_can_we_do_about_it() -> Choose[Wish]:
    """Say sorry, and offer what can be done."""
    return Choose(
        title=t("We are sorry. What can we do?"),
        body=(t("Your answers stay without a name, whatever you choose."),),
        options=(
            Option(
                answer=Wish.COMPLAIN,
                label=t("Make a complaint"),
                detail=t("The company must answer it."),
                icon="megaphone",
            ),
            Option(
                answer=Wish.CALL_ME,
                label=t("Please call me"),
                detail=t("For this it must know your name."),
                icon="phone",
            ),
            Option(answer=Wish.PERSON, label=t("Speak with a person"), icon="help"),
            Option(answer=Wish.NOTHING, label=t("Nothing more, thank you"), icon="tick"),
        ),
        picture=Picture(name="staff-coming", alt=t("A clerk comes over with a raised hand.")),
    )


def may_they_know_who_you_are() -> Choose[bool]:
    """Ask whether her name may go with her wish to be called; no answer weighs more than the other."""
    return Choose(
        title=t("May the company know who you are?"),
        body=(
            t("To be called you sign in, and so give your name."),
            t("The company then knows that you were not content."),
            t("Your three answers still carry no name."),
        ),
        picture=NOTICE,
        options=(
            Option(answer=True, label=t("Yes, it may know"), icon="user"),
            Option(answer=False, label=t("No, leave me without a name"), icon="eye-off"),
        ),
    )
