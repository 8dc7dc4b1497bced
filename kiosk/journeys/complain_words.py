"""The screens and sentences of a complaint."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.complaints import About, Wanted, When, appeal_is_open
from kiosk.domain.people import Line, Operator
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.filing import AUTHORITY, what_happens_then
from kiosk.journeys.one_request import REQUESTS
from kiosk.screens import Agree, Choose, Fact, Option, Picture, Review, Tell, Tone
from kiosk.text import Code, Text, just, t

COMPLAINT = Picture(name="complaint", alt=t("A paper with an exclamation mark, and a pen."))
A_COMPLAINT = REQUESTS[WorkOrderKind.COMPLAINT.value]
CONSUMERS = Code("12315")
"""The consumers' line of the market authority."""
ABOUT: dict[About, Text] = {
    About.CHARGES: t("Charges on the bill"),
    About.CONTRACT: t("A contract or plan sold wrongly"),
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
    line: Line
    when: When
    wanted: Wanted
    may_call: bool

    @property
    def sentences(self) -> tuple[Text, ...]:
        """What the company's people must know."""
        return (
            t("It is about: {matter}.", matter=ABOUT[self.about]),
            t("It happened: {when}.", when=WHEN[self.when]),
            t("The customer wants: {wish}.", wish=WANTED[self.wanted]),
            MAY_CALL[self.may_call],
        )


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
        picture=COMPLAINT,
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
        picture=COMPLAINT,
    )


def may_they_call_you(line: Line) -> Agree:
    """Ask whether the company may ring; the answer can be seen here as well."""
    return Agree(
        title=t("May they call you about it?"),
        body=(t("If not, see the answer here under “My orders”."),),
        facts=(Fact(label=t("Number"), value=just(line.number), big=True),),
        picture=COMPLAINT,
        yes=t("Yes, they may call"),
        no=t("No, please do not call"),
    )


def shall_we_send_it(operator: Operator, complaint: Complaint) -> Review:
    """Read it all back before it is on file."""
    return Review(
        title=t("Send this complaint?"),
        facts=(
            Fact(label=t("It is about"), value=ABOUT[complaint.about], big=True),
            Fact(label=t("Number"), value=just(complaint.line.number)),
            Fact(label=t("It happened"), value=WHEN[complaint.when]),
            Fact(label=t("You want"), value=WANTED[complaint.wanted], big=True),
            Fact(label=t("May they call"), value=t("yes") if complaint.may_call else t("no")),
            *what_happens_then(operator),
        ),
        picture=COMPLAINT,
        yes=t("Yes, send it"),
        no=t("No, do not send it"),
    )


def where_else(complaint: Complaint) -> tuple[Text, ...]:
    """Say on the slip who helps after a no or no answer, and within which time."""
    if not appeal_is_open(complaint.about, complaint.when):
        return (t("A no, or no answer? Ask {consumers} for advice.", consumers=CONSUMERS),)
    limit = (
        t("It takes charges up within five months.")
        if complaint.about is About.CHARGES
        else t("It takes it up within two years.")
    )
    return (t("A no, or no answer? Call {authority}.", authority=AUTHORITY), limit)
