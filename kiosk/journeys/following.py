"""A fault in a whole area: what is known of it, and an SMS when it is over."""

from __future__ import annotations

from kiosk.domain.calendar import CHINA
from kiosk.domain.faults import Outage
from kiosk.domain.people import Operator, Ticket
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.filing import taken
from kiosk.journeys.hall import Hall
from kiosk.journeys.measuring import Subject
from kiosk.journeys.reporting import report_of
from kiosk.screens import Agree, Fact, Picture, Review, Slip, Tell, Tone
from kiosk.text import Code, Moment, just, t

OUTAGE = Picture(name="outage", alt=t("A worker at a mast between houses."))


async def follow_the_outage(hall: Hall, subject: Subject, outage: Outage) -> bool:
    """Tell what is known, and offer an SMS when it is over; tells whether one was ordered."""
    if not await there_is_a_fault(outage):
        return False
    identity = subject.identity or await customer(hall, Tier.PHONE)
    if not await shall_we_write(subject.operator):
        return False
    said = t("The customer wants an SMS when the fault in the area is over.")
    ticket = await taken(hall, report_of(WorkOrderKind.OUTAGE, identity, subject, (said,)))
    if ticket is None:
        return False
    await you_get_an_sms(subject.operator, outage, ticket)
    return True


def there_is_a_fault(outage: Outage) -> Agree:
    """Say that it is not at home, since when, and until when the company means to mend it."""
    return Agree(
        title=t("There is a fault in your area"),
        body=(t("It is not your phone and not your home. It is being mended."),),
        facts=facts_of(outage),
        picture=OUTAGE,
        yes=t("Send me an SMS when it is over"),
        no=t("I wait, thank you"),
    )


def facts_of(outage: Outage) -> tuple[Fact, ...]:
    """Say what is known of an outage."""
    until = t("not known yet") if outage.until is None else just(Moment(outage.until.astimezone(CHINA)))
    return (
        Fact(label=t("Where"), value=just(outage.place)),
        Fact(label=t("Since"), value=just(Moment(outage.since.astimezone(CHINA)))),
        Fact(label=t("Mended by about"), value=until, big=True),
    )


def shall_we_write(operator: Operator) -> Review:
    """Review before the company is asked to write."""
    return Review(
        title=t("Have an SMS sent when it is over?"),
        facts=(
            Fact(
                label=t("What happens"), value=t("{operator} writes to you", operator=operator.name), big=True
            ),
            Fact(label=t("It costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("Call {hotline}", hotline=operator.hotline)),
        ),
        picture=OUTAGE,
        yes=t("Yes, send me an SMS"),
        no=t("No, I wait"),
    )


def you_get_an_sms(operator: Operator, outage: Outage, ticket: Ticket) -> Tell:
    """Give the slip."""
    return Tell(
        title=t("You get an SMS when it is over"),
        body=(t("You need do nothing."),),
        tone=Tone.DONE,
        picture=Picture(name="sms-confirm", alt=t("A phone with a message and a tick.")),
        slip=Slip(
            title=t("A fault in my area"),
            lines=(
                Fact(label=t("Reference"), value=just(Code(ticket.reference)), big=True),
                *facts_of(outage),
                Fact(label=t("Questions"), value=t("Call {hotline}", hotline=operator.hotline)),
            ),
            advice=(t("A true answer asks for no code and no link."),),
        ),
        proceed=t("I have noted it"),
    )
