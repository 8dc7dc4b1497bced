"""“This one is not mine”: one's own numbers, the objection, and where to go for other companies."""

from __future__ import annotations

from kiosk.domain.failures import Refused
from kiosk.domain.people import Identity, Line, LineStatus, Objection, Operator, Ticket
from kiosk.journeys.companies import company
from kiosk.journeys.filing import AUTHORITY
from kiosk.journeys.hall import Deed, Hall
from kiosk.screens import Choose, Fact, Option, Picture, Review, Slip, Tell, Tone, commit, do, read
from kiosk.text import Code, Day, Text, just, t

ALL_MINE = "all-mine"
STATUS = {
    LineStatus.IN_USE: t("in use"),
    LineStatus.STOPPED: t("stopped"),
    LineStatus.KEPT: t("kept, not in use"),
    LineStatus.ENDING: t("being cancelled"),
}


async def look_through_my_numbers(hall: Hall, identity: Identity) -> bool:
    """Go through the numbers at the visitor's own operator; tells whether any was reported."""
    lines = await read(hall.desks.lines.lines_of, identity, doing=t("Fetching your numbers"))
    if not lines:
        await no_numbers_here(hall.operator(identity.operator_id))
        return False
    while True:
        reported = await do(hall.deeds.of, Deed.REPORTED)
        chosen = await which_is_not_yours(lines, reported)
        if chosen == ALL_MINE:
            return bool(reported)
        line = next(line for line in lines if line.id == chosen)
        await report(hall, identity, line)


def which_is_not_yours(lines: tuple[Line, ...], reported: frozenset[str]) -> Choose[str]:
    """List the numbers, masked, with place, since when and state; touching one reports it."""
    numbers = tuple(
        Option(
            answer=line.id,
            label=just(line.number),
            detail=about(line),
            icon="sim-card",
            hindrance=t("You have reported this one.") if line.id in reported else None,
        )
        for line in lines
    )
    rest = t("All the others are mine") if reported else t("All of these are mine")
    return Choose(
        title=t("Touch a number that is not yours"),
        options=(*numbers, Option(answer=ALL_MINE, label=rest, icon="tick")),
        help=t("The middle of each number is hidden so that nobody can read it over your shoulder."),
    )


def about(line: Line) -> Text:
    """Say where a number is from, since when it runs, and its state."""
    return t(
        "{place}, since {day}, {status}", place=line.place, day=Day(line.since), status=STATUS[line.status]
    )


async def report(hall: Hall, identity: Identity, line: Line) -> None:
    """Review, then file the objection."""
    operator = hall.operator(identity.operator_id)
    if not await is_it_really_not_yours(operator, line):
        return
    objection = Objection(
        operator_id=operator.id, access=identity.access, line_id=line.id, number_tail=line.number.tail.digits
    )
    try:
        ticket = await commit(hall.desks.objections, objection, doing=t("Filing your report"))
    except Refused:
        await could_not_be_filed(operator)
        return
    await do(hall.deeds.add, Deed.REPORTED, line.id)
    await it_is_filed(hall, operator, line, ticket)


def is_it_really_not_yours(operator: Operator, line: Line) -> Review:
    """Review before the report: which number, what happens then, what it costs, how to undo it."""
    return Review(
        title=t("Report this number as not yours?"),
        body=(t("Could it be your child's, or in a watch or an alarm?"),),
        facts=(
            Fact(label=t("Number"), value=just(line.number), note=about(line), big=True),
            Fact(
                label=t("What happens"),
                value=t("{operator} checks who opened it", operator=operator.name),
            ),
            Fact(label=t("Until then"), value=t("Nothing is cut off")),
            Fact(label=t("It costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("Call {hotline}", hotline=operator.hotline)),
        ),
        picture=Picture(name="not-mine", alt=t("One card lies apart with a question mark.")),
        yes=t("Yes, report it"),
        no=t("No, it may be mine"),
    )


def it_is_filed(hall: Hall, operator: Operator, line: Line, ticket: Ticket) -> Tell:
    """Give the slip of the report."""
    return Tell(
        title=t("Your report is filed"),
        tone=Tone.DONE,
        picture=Picture(name="filed", alt=t("A paper with a stamp.")),
        slip=Slip(
            title=t("A number that is not mine"),
            lines=(
                Fact(label=t("Reference"), value=just(Code(ticket.reference)), big=True),
                Fact(label=t("Number ends in"), value=just(line.number.tail)),
                Fact(label=t("Company"), value=just(operator.name)),
                Fact(label=t("Answer by"), value=just(Day(ticket.due)), big=True),
                Fact(label=t("Questions"), value=t("Call {hotline}", hotline=operator.hotline)),
            ),
            advice=(
                t("No answer by then? Call {authority}.", authority=AUTHORITY),
                t("If you fear fraud, call {police}.", police=Code(hall.guard.rescue.police_line)),
            ),
        ),
        proceed=t("I have noted it"),
    )


def could_not_be_filed(operator: Operator) -> Tell:
    """The operator did not take the report: nothing happened, and there is another way."""
    return Tell(
        title=t("The report was not taken"),
        body=(
            t("Nothing has changed."),
            t("Please call {hotline}, or ask staff here.", hotline=operator.hotline),
        ),
        tone=Tone.CARE,
    )


def no_numbers_here(operator: Operator) -> Tell:
    """The operator has no number in the visitor's name."""
    return Tell(
        title=t("No number here is in your name"),
        body=(t("{operator} has none under your ID.", operator=operator.name),),
    )


# --------------------------------------------------------------------------- the other companies


async def where_to_go(hall: Hall, operators: tuple[Operator, ...]) -> None:
    """Ask which company has too many, and give the slip that says where to go and what to bring."""
    chosen = await which_company(operators)
    await go_there(hall, hall.operator(chosen))


def which_company(operators: tuple[Operator, ...]) -> Choose[str]:
    """Ask which company it is about."""
    return Choose(
        title=t("Which company has too many?"),
        options=tuple(company(operator, "building") for operator in operators),
    )


def go_there(hall: Hall, operator: Operator) -> Tell:
    """Only the company itself may list its numbers: where to go, what to bring, what to say."""
    return Tell(
        title=t("{operator} lists its numbers itself", operator=operator.name),
        body=(t("Its staff close a number that is not yours."),),
        slip=Slip(
            title=t("Where to go"),
            lines=(
                Fact(label=t("Go to"), value=just(operator.hall), big=True),
                Fact(label=t("Or call"), value=just(operator.hotline), big=True),
                Fact(label=t("Bring"), value=t("your ID card")),
                Fact(label=t("Say"), value=t("“Please list all numbers under my ID.”")),
                Fact(label=t("Asked on"), value=just(Day(hall.today))),
            ),
            advice=(t("You need not travel: any of its halls can cancel it."),),
        ),
        proceed=t("I have noted it"),
    )
