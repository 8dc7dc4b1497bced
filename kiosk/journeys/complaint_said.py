"""All that was said in a complaint, and the sentences in which the company's people read it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.complaints import About, More, Wanted, When
from kiosk.domain.people import Line
from kiosk.journeys.complain_more import MORE, Details
from kiosk.text import Label, PhoneNumber, Text, t

ABOUT: dict[About, Text] = {
    About.CHARGES: t("Charges on the bill"),
    About.CONTRACT: t("A contract or a plan"),
    About.COUNTER: t("The service at a counter"),
    About.NETWORK: t("The network, or a repair"),
    About.MANNER: t("How staff or the hotline spoke"),
    About.OTHER: t("Something else"),
}
WHEN: dict[When, Text] = {
    When.TODAY: t("Today"),
    When.WEEK: t("This week"),
    When.MONTH: t("This month"),
    When.FIVE_MONTHS: t("Within the last five months"),
    When.TWO_YEARS: t("Within the last two years"),
    When.LONGER: t("Longer ago"),
}
WANTED: dict[Wanted, Text] = {
    Wanted.MONEY: t("My money back"),
    Wanted.PUT_RIGHT: t("That it is put right"),
    Wanted.EXPLAIN: t("An explanation"),
    Wanted.APOLOGY: t("An apology"),
}
MAY_CALL = {True: t("Please call the customer."), False: t("Please do not call the customer.")}


@dataclass(frozen=True)
class Complaint:
    """Everything that was said."""

    about: About
    details: Details
    line: Line | None
    phone: PhoneNumber | None
    """Where they may call, as far as it is known here; of the network it is one that she has named."""
    place: Label
    """The hall that this kiosk stands in."""
    when: When
    wanted: Wanted
    may_call: bool

    @property
    def sentences(self) -> tuple[Text, ...]:
        """What the company's people must know."""
        return (
            t("It is about: {matter}.", matter=ABOUT[self.about]),
            *said_of(self.details, self.place),
            t("It happened: {when}.", when=WHEN[self.when]),
            t("The customer wants: {wish}.", wish=WANTED[self.wanted]),
            *(please_call(self.phone) if self.may_call else (MAY_CALL[False],)),
        )


def said_of(details: Details, place: Label) -> tuple[Text, ...]:
    """Say to the company's people what was said more closely."""
    said: list[Text] = []
    if details.more is More.THIS_HALL:
        said.append(t("It was in this hall: {hall}.", hall=place))
    elif details.more is not None:
        said.append(t("In particular: {matter}.", matter=MORE[details.more]))
    if details.amount is not None:
        said.append(t("It is about {amount}.", amount=details.amount))
    if details.by_telephone:
        said.append(t("The customer tells it by telephone."))
    if details.staff_help:
        said.append(t("Staff at {hall} were asked to help with it.", hall=place))
    return tuple(said)


def please_call(phone: PhoneNumber | None) -> tuple[Text, ...]:
    """Ask the company's people to call, with the end of the number where it is known."""
    ending = (t("The number ends in {tail}.", tail=phone.tail),) if phone else ()
    return (MAY_CALL[True], *ending)


def not_content(place: Label, phone: PhoneNumber | None) -> tuple[Text, ...]:
    """Say to the company's people why somebody wants to be called who rated a visit low."""
    return (
        t("The customer was not content at {hall}.", hall=place),
        t("The customer tells it by telephone."),
        *please_call(phone),
    )
