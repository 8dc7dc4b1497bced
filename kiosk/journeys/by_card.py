"""One's own ID card: laid on the reader, read, and taken back."""

from __future__ import annotations

from enum import Enum

from kiosk.devices.ports import CardError, CardProblem
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.id_cards import IdCard
from kiosk.domain.people import Identity
from kiosk.journeys.companies import company
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Fact, Failed, Option, Picture, Tell, Tone, Watch, read, until_told
from kiosk.text import Text, t

MOST_TRIES = 3
CARD, NO_CARD = "card", "no-card"

NOT_CONNECTED = t("Not connected here. Staff can help you.")
NOT_CHECKED = t("Your phone company cannot check cards just now.")
TRY_AGAIN = {
    None: t("Lay it flat on the sign. Leave it there."),
    CardProblem.NOT_READ: t("It was not read yet. Wipe it and lay it flat."),
}


class After(Enum):
    """What to do when the company does not know the card's holder."""

    OTHER_COMPANY = "other_company"
    STAFF = "staff"


async def sign_in_by_card(hall: Hall) -> Identity:
    """Learn who the visitor is by the ID card alone; where that cannot be, staff take over."""
    card = await a_good_card(hall)
    while True:
        operator_id = await whose_customer_are_you(hall)
        try:
            return await read(
                hall.desks.sign_in.by_card, operator_id, card, doing=t("Looking for your numbers")
            )
        except Refused as refused:
            if refused.reason is not Reason.NOT_FOUND:
                await staff_take_over(hall, NOT_CHECKED)
            if await not_a_customer(hall, operator_id) is After.STAFF:
                await staff_take_over(hall)


async def confirm_with_card(hall: Hall, identity: Identity) -> Identity:
    """Have the card confirm who has signed in with the phone; somebody else's card goes to staff."""
    card = await a_good_card(hall)
    try:
        return await read(hall.desks.sign_in.vouch, identity, card, doing=t("Checking your card"))
    except Refused as refused:
        if refused.reason is not Reason.ID_MISMATCH:
            return await staff_take_over(hall, NOT_CHECKED)
        await not_your_card()
        return await staff_take_over(hall)


async def a_good_card(hall: Hall) -> IdCard:
    """Have a card laid down until one is read that is good today, and given back."""
    if not hall.id_cards.present:
        await staff_take_over(hall, t("This kiosk has no card reader."))
    card = await a_card(hall)
    if card.expired_on(hall.today):
        await staff_take_over(hall, t("Your ID card has run out."), t("Staff say how to get a new one."))
    await take_it_back(card)
    return card


async def a_card(hall: Hall) -> IdCard:
    """Wait for a card and read it; after three failures, or with another document, staff take over."""
    problem: CardProblem | None = None
    for _ in range(MOST_TRIES):
        seen: object = await until_a_card_lies(hall, problem)
        if isinstance(seen, IdCard):
            return seen
        if seen == NO_CARD:
            await staff_take_over(hall, t("Without your card, staff can help."))
        error = seen.error if isinstance(seen, Failed) else None
        problem = error.problem if isinstance(error, CardError) else None
        if problem is not CardProblem.NOT_READ:
            break
    return await staff_take_over(hall, WHY_NOT.get(problem, t("The card reader does not work just now.")))


WHY_NOT: dict[CardProblem | None, Text] = {
    CardProblem.NOT_READ: t("Your card could not be read."),
    CardProblem.NOT_RESIDENT: t("Staff look at this kind of card."),
    CardProblem.NOT_GENUINE: t("Staff should look at this card."),
}


async def until_a_card_lies(hall: Hall, problem: CardProblem | None) -> object:
    """Show how to lay the card down until one was read; or the visitor says that there is none."""
    seen = await Watch(
        reads=((CARD, until_told(hall.id_cards.read)),),
        show=lambda _: lay_it_down(problem),
        until_all=True,
    )
    return seen.answer or seen.arrived[CARD]


def lay_it_down(problem: CardProblem | None) -> Choose[str]:
    """Show where the card goes, and say what is read of it; laying it down is the yes (PIPL 29)."""
    return Choose(
        title=t("Please lay your ID card on the reader"),
        body=(TRY_AGAIN[problem],),
        facts=(
            Fact(label=t("We read"), value=t("your name, ID number, birthday")),
            Fact(label=t("We do not read"), value=t("your photo, your address")),
            Fact(label=t("How long"), value=t("Until you leave. Nothing is kept here.")),
        ),
        picture=Picture(name="lay-card", alt=t("An ID card lies flat on the reader.")),
        tone=Tone.CALM if problem is None else Tone.CARE,
        options=(Option(answer=NO_CARD, label=t("I have no card with me"), icon="help"),),
        help=t("Your card shows that it is you. Nobody else can do this in your name."),
        private=True,
    )


def take_it_back(card: IdCard) -> Tell:
    """Remind of the card before anything else: it is what people leave behind."""
    return Tell(
        title=t("Please take your card back"),
        body=(t("Thank you, {name}. We have read it.", name=card.name),),
        picture=Picture(name="lift-card", alt=t("A hand takes the card from the reader.")),
        tone=Tone.DONE,
        proceed=t("I have my card"),
    )


def whose_customer_are_you(hall: Hall) -> Choose[str]:
    """Ask at which company the business is to be done."""
    return Choose(
        title=t("Which company is it about?"),
        options=tuple(
            company(operator, "signal", None if operator.takes_cards else NOT_CONNECTED)
            for operator in hall.operators
        ),
        help=t("The company that sends you the bill. Its SMS come from the hotline."),
    )


def not_a_customer(hall: Hall, operator_id: str) -> Choose[After]:
    """The company has nobody with this card."""
    return Choose(
        title=t("{operator} has no number under this card", operator=hall.operator(operator_id).name),
        body=(t("Perhaps it is another company, or another family member's name."),),
        tone=Tone.CARE,
        options=(
            Option(answer=After.OTHER_COMPANY, label=t("Try another company"), icon="building"),
            Option(answer=After.STAFF, label=t("Ask staff for help"), icon="help"),
        ),
    )


def not_your_card() -> Tell:
    """The card belongs to somebody else: business for another person is done with staff, with both cards."""
    return Tell(
        title=t("This card is in another name"),
        body=(
            t("The number is not in the name on this card."),
            t("For another person, staff need both ID cards."),
        ),
        tone=Tone.CARE,
    )
