"""Who is being served: exactly as much proof as the business needs (T1 to T3), each asked once a visit."""

from __future__ import annotations

from enum import IntEnum

from kiosk.devices.ports import StaffError, StaffProblem
from kiosk.domain.people import Identity
from kiosk.journeys.by_card import confirm_with_card, sign_in_by_card
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.notice import they_let_us_serve
from kiosk.journeys.parting import Parted, Parting
from kiosk.journeys.sign_in import IDENTITY, signed_in
from kiosk.screens import Enter, NotGood, Once, Option, Picture, Typed, read
from kiosk.text import Text, t, tn

NOTICE, CARD, STAFF = "notice", "card", "staff"
NOBODY = "nobody"


class Tier(IntEnum):
    """How sure the operator must be of a person."""

    PHONE = 1
    """Their phone is at hand: bills, data, small things (T1)."""
    CARD = 2
    """Their ID card was read: plans, contracts, discounts (T2)."""


async def customer(hall: Hall, tier: Tier) -> Identity:
    """Learn who is here, after the notice; what is known already is not asked again."""
    await Once(NOTICE, lambda: noticed(hall))
    by_phone = tier is Tier.PHONE
    identity = await (signed_in(hall) if by_phone else Once(IDENTITY, lambda: sign_in_by_card(hall)))
    if not hall.operator(identity.operator_id).does_business:
        await staff_take_over(hall, t("For this company, staff do it at the counter."))
    if by_phone or identity.by_card:
        return identity
    return await Once(CARD, lambda: confirm_with_card(hall, identity))


async def noticed(hall: Hall) -> bool:
    """Give the notice; whoever says no has read nothing, and the conversation ends."""
    if not await they_let_us_serve(hall):
        raise Parted(Parting.NOT_AGREED)
    return True


# ------------------------------------------------------------------------ T3: a person looks at a person


def seen_by_staff(hall: Hall, *look_at: Text) -> Once[str]:
    """Have a staff member look at the visitor and the card; tells the staff member's number.

    `look_at` is what else they must see to. Asked once a visit, and again where that is something else.
    """
    key = " ".join((STAFF, *(one.message for one in look_at)))
    return Once(key, lambda: staff_look(hall, look_at))


async def staff_look(hall: Hall, look_at: tuple[Text, ...]) -> str:
    """Ask staff for their number and PIN until somebody is recognised."""
    if not hall.staff.enlisted:
        await staff_take_over(hall, t("A person must look at your card for this."))
    problem: Text | None = None
    while True:
        number = await who_of_the_staff(look_at, problem)
        if number == NOBODY:
            await call_staff(hall)
            continue
        wrong = await read(recognised, hall, number, await which_pin(), doing=t("One moment, please."))
        if wrong is None:
            return number
        problem = not_recognised(wrong)


def recognised(hall: Hall, number: str, pin: str) -> StaffError | None:
    """Check a PIN; returns why it was not taken."""
    try:
        hall.staff.check(number, pin)
    except StaffError as error:
        return error
    return None


def who_of_the_staff(look_at: tuple[Text, ...], problem: Text | None) -> Enter:
    """Ask staff to look at person and card, and to type their number."""
    return Enter(
        title=t("A staff member now looks at your card"),
        body=(t("Staff: is this the person on the card?"), *look_at),
        kind=Typed.STAFF,
        length=4,
        parse=four_digits,
        problem=problem,
        picture=Picture(name="staff-check", alt=t("A clerk looks at a person and a card.")),
        proceed=t("Staff: I have looked"),
        other=(Option(answer=NOBODY, label=t("Call staff to me"), icon="help"),),
        help=t("This keeps others from doing it in your name."),
    )


def which_pin() -> Enter:
    """Ask the staff member for the PIN."""
    return Enter(
        title=t("Staff: please type your PIN"),
        kind=Typed.SECRET,
        length=4,
        parse=four_digits,
        proceed=t("This is my PIN"),
    )


def four_digits(typed: str) -> str:
    """Take four digits; raises NotGood with what is missing."""
    if len(typed) != 4 or not typed.isdecimal():
        raise NotGood(t("It has four digits. Please look once more."))
    return typed


def not_recognised(error: StaffError) -> Text:
    """Say why the staff member was not recognised, and when to try again."""
    if error.problem is StaffProblem.LOCKED:
        minutes = max(1, round(error.wait / 60))
        return tn(
            "Please wait one minute, then try again.", "Please wait {count} minutes, then try again.", minutes
        )
    return t("Number and PIN do not fit. Please try again.")
