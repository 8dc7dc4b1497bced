"""服务密码: a new service password, typed under cover, told to nobody, printed nowhere."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

from kiosk.domain.failures import Refused
from kiosk.domain.orders import NewPassword, OrderKind
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.agreeing import agreed
from kiosk.journeys.customer import Tier, customer, seen_by_staff
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import obstacles_as_facts
from kiosk.journeys.ordering import Wish, followed, it_was_refused, the_receipt
from kiosk.journeys.which_number import which_number
from kiosk.screens import Enter, Fact, NotGood, Picture, Review, Tell, Tone, Typed, commit, read
from kiosk.text import Text, just, t

DIGITS = 6
PICTURE = Picture(name="password", alt=t("A lock with covered dots."))


class Outcome(Enum):
    """How the conversation ended."""

    SET = "set"
    KEPT = "kept"
    NOT_NOW = "not_now"


async def service_password(hall: Hall) -> Outcome:
    """Have card and person looked at, take the new password twice, review, and set it."""
    await what_it_is()
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    if not await may_be_set(hall, identity, line):
        return Outcome.NOT_NOW
    staff = await seen_by_staff(hall)
    password = await a_new_password(hall, identity)
    wish = Wish(OrderKind.SET_PASSWORD, line.line, t("Set a new service password"), ())
    consent = await agreed(hall, identity, wish.matter, shall_we_set_it(line))
    if consent is None:
        return Outcome.KEPT
    new = NewPassword(identity.operator_id, identity.access, line.line.id, password, consent, staff)
    try:
        order = await commit(hall.desks.passwords, new, doing=t("Setting the password"))
    except Refused as refused:
        await it_was_refused(hall, identity, wish, refused)
        return Outcome.NOT_NOW
    order = await followed(hall, identity, order)
    await the_receipt(
        hall, order, wish, title=t("The new password counts now"), advice=keep_it(), picture=PICTURE
    )
    return Outcome.SET


def what_it_is() -> Tell:
    """Say what the password is for, before anything is asked."""
    return Tell(
        title=t("A new service password"),
        body=(
            t("You need it when you call the company, or on its website."),
            t("Nobody sees it here, and it is never said aloud."),
        ),
        picture=PICTURE,
        help=t("It has six digits. Staff never ask you for it."),
    )


async def may_be_set(hall: Hall, identity: Identity, line: Subscription) -> bool:
    """Ask the operator first; where something stands in the way, say what."""
    [answer] = await read(hall.desks.offers.qualify, identity, line.line.id, OrderKind.SET_PASSWORD)
    if not answer.granted:
        await Tell(
            title=t("The password cannot be set now"),
            body=(t("Nothing has changed."),),
            facts=obstacles_as_facts(answer.hindrances),
            tone=Tone.CARE,
        )
    return answer.granted


async def a_new_password(hall: Hall, identity: Identity) -> str:
    """Take the password twice, until both are the same."""
    born = identity.id_number.characters[6:14] if identity.id_number else ""
    problem: Text | None = None
    while True:
        first = await type_it(born, problem)
        if await type_it_again() == first:
            return first
        problem = t("The two were not the same. Please begin again.")


def type_it(born: str, problem: Text | None) -> Enter:
    """Ask for six digits that are not easily guessed."""

    def parse(typed: str) -> str:
        return hard_to_guess(typed, born)

    return Enter(
        title=t("Type a new six-digit password"),
        body=(t("Cover the pad with your other hand."),),
        kind=Typed.SECRET,
        length=DIGITS,
        parse=parse,
        problem=problem,
        proceed=t("Use this password"),
        help=t("Not your birthday, and not 123456. You should be able to remember it."),
    )


def type_it_again() -> Enter:
    """Ask for it once more, so that no slip of a finger locks anybody out."""
    return Enter(
        title=t("Please type it once more"),
        kind=Typed.SECRET,
        length=DIGITS,
        parse=six_digits_again,
        proceed=t("It is the same"),
    )


def six_digits_again(typed: str) -> str:
    """Take six digits."""
    if len(typed) != DIGITS or not typed.isdecimal():
        raise NotGood(t("It has six digits. Please type it again."))
    return typed


def hard_to_guess(typed: str, born: str) -> str:
    """Take six digits that are no row, no repetition and no birthday; raises NotGood with what is wrong."""
    six_digits_again(typed)
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(typed)}
    if steps <= {0} or steps in ({1}, {9}):
        raise NotGood(t("Others guess this one quickly. Please take another."))
    if born and typed in {born[2:], born[:6], born[4:] + born[2:4]}:
        raise NotGood(t("This is your birthday. Please take another."))
    return typed


def shall_we_set_it(line: Subscription) -> Review:
    """Review before it counts; the password itself is not shown again."""
    return Review(
        title=t("Set the new password?"),
        facts=(
            Fact(label=t("For the number"), value=just(line.line.number), big=True),
            Fact(label=t("Counts from"), value=t("at once")),
            Fact(label=t("The old password"), value=t("no longer counts")),
            Fact(label=t("It costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("Set another one here, at any time")),
        ),
        picture=PICTURE,
        yes=t("I understand. Set it"),
        no=t("No, keep the old one"),
    )


def keep_it() -> tuple[Text, ...]:
    """Say what keeps a password safe."""
    return (t("Tell it to nobody, not even to staff."),)
