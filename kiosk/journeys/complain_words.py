"""The screens and sentences of a complaint."""

from __future__ import annotations

from datetime import date

from kiosk.domain.complaints import About, Wanted, When, appeal_is_open
from kiosk.domain.people import Operator
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.complain_more import MORE, Details
from kiosk.journeys.complaint_said import ABOUT, WANTED, WHEN, Complaint
from kiosk.journeys.filing import AUTHORITY, to_the_authority, what_happens_then
from kiosk.journeys.one_request import REQUESTS
from kiosk.screens import Agree, Choose, Fact, Option, Picture, Review, Tell, Tone
from kiosk.text import Code, Day, PhoneNumber, Text, just, t

COMPLAINT = Picture(name="complaint", alt=t("A paper with an exclamation mark, and a pen."))
A_COMPLAINT = REQUESTS[WorkOrderKind.COMPLAINT.value]
TAKEN_IN = t("The complaint is taken in")
CONSUMERS = Code("12315")
"""The consumers' line of the market authority."""
THEY_MAY = {True: t("they may"), False: t("they may not")}


def what_is_it_about() -> Choose[About]:
    """Ask what it is about."""
    icons = {
        About.CHARGES: "bill",
        About.CONTRACT: "contract",
        About.COUNTER: "hall",
        About.NETWORK: "signal",
        About.MANNER: "speech",
        About.OTHER: "question",
    }
    return Choose(
        title=t("What is your complaint about?"),
        options=tuple(Option(answer=about, label=ABOUT[about], icon=icons[about]) for about in About),
        picture=COMPLAINT,
        help=t("The company must answer within 15 days. Nobody here sees what you touch."),
    )


def when_was_it() -> Choose[When]:
    """Ask when it was."""
    asked = (When.TODAY, When.WEEK, When.MONTH, When.LONGER)
    return Choose(
        title=t("When did it happen?"),
        options=tuple(Option(answer=when, label=WHEN[when], icon="calendar") for when in asked),
    )


def how_long_ago() -> Choose[When]:
    """Ask more closely: what is long ago is not taken up everywhere."""
    asked = (When.FIVE_MONTHS, When.TWO_YEARS, When.LONGER)
    return Choose(
        title=t("How long ago is it?"),
        options=tuple(Option(answer=when, label=WHEN[when], icon="calendar") for when in asked),
        help=t("If you are not sure, touch the time that is likely."),
    )


def it_is_long_ago(about: About) -> Tell:
    """Say what is still possible where the authority does not take it up any more."""
    limit = (
        t("{authority} takes charges up for five months only.", authority=AUTHORITY)
        if about is About.CHARGES
        else t("{authority} takes it up for two years only.", authority=AUTHORITY)
    )
    return Tell(
        title=t("You can still complain to the company"),
        body=(t("It must answer you, and it can still give money back."), limit),
        facts=(
            Fact(label=t("For advice"), value=t("Call {number}", number=CONSUMERS), big=True),
            Fact(label=t("With papers"), value=t("A court can hear you for three years")),
        ),
        tone=Tone.CARE,
        picture=Picture(name="order-waiting", alt=t("A paper lies on a desk beside a clock.")),
    )


def what_would_make_it_good() -> Choose[Wanted]:
    """Ask what is wanted."""
    icons = {
        Wanted.MONEY: "refund",
        Wanted.PUT_RIGHT: "wrench",
        Wanted.EXPLAIN: "info",
        Wanted.APOLOGY: "speech",
    }
    return Choose(
        title=t("What would make it good?"),
        options=tuple(Option(answer=one, label=WANTED[one], icon=icons[one]) for one in Wanted),
        picture=Picture(name="objection", alt=t("A raised hand over a paper.")),
    )


def may_they_call_you(phone: PhoneNumber | None) -> Agree:
    """Ask whether the company may ring; the answer can be seen here as well."""
    return Agree(
        title=t("May they call you about it?"),
        body=(t("If not, see the answer here under “My orders”."),),
        facts=(on_which(phone),),
        yes=t("Yes, they may call"),
        no=t("No, please do not call"),
    )


def on_which(phone: PhoneNumber | None) -> Fact:
    """Say on which number they call; where it is not known here, the company knows it."""
    value = just(phone) if phone else t("the one that the company knows")
    return Fact(label=t("Number"), value=value, big=True)


def shall_they_call(operator: Operator, phone: PhoneNumber | None) -> Review:
    """Review before the company learns who was not content, and calls."""
    return Review(
        title=t("Shall {operator} call you?", operator=operator.name),
        body=(t("It then knows your name, and that you were not content."),),
        facts=(on_which(phone), *what_happens_then(operator)),
        yes=t("Yes, please call me"),
        no=t("No, do not call"),
    )


def shall_we_send_it(operator: Operator, complaint: Complaint) -> Review:
    """Read it all back before it is on file."""
    return Review(
        title=t("Send this complaint?"),
        facts=(
            Fact(label=t("It is about"), value=ABOUT[complaint.about], big=True),
            *details_in_short(complaint.details),
            *((Fact(label=t("Number"), value=just(complaint.line.number)),) if complaint.line else ()),
            Fact(label=t("It happened"), value=WHEN[complaint.when]),
            Fact(label=t("You want"), value=WANTED[complaint.wanted], big=True),
            Fact(label=t("May they call"), value=THEY_MAY[complaint.may_call]),
            *((on_which(complaint.phone),) if complaint.may_call else ()),
            *what_happens_then(operator),
        ),
        picture=COMPLAINT,
        yes=t("Yes, send it"),
        no=t("No, do not send it"),
    )


def details_in_short(details: Details) -> tuple[Fact, ...]:
    """Show what was said more closely."""
    label = t("In particular")
    if details.more is not None:
        return (Fact(label=label, value=MORE[details.more], big=True),)
    if details.amount is not None:
        return (Fact(label=t("Money it is about"), value=just(details.amount), big=True),)
    return (Fact(label=label, value=t("You tell it by telephone")),) if details.by_telephone else ()


def where_else(complaint: Complaint, due: date) -> tuple[Text, ...]:
    """Say on the slip who helps after a no, or without an answer by a day, and within which time."""
    if not appeal_is_open(complaint.about, complaint.when):
        return (t("No answer by {day}, or not content? Ask {consumers}.", day=Day(due), consumers=CONSUMERS),)
    limit = (
        t("It takes charges up within five months.")
        if complaint.about is About.CHARGES
        else t("It takes it up within two years.")
    )
    return (*to_the_authority(due), limit)
