"""Reporting a number: to the shared list, to one's own company where it was a message, to 12321."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.failures import Refused
from kiosk.domain.faults import Cheat, FraudReceipt, FraudReport
from kiosk.domain.guard import SmsRoute
from kiosk.domain.people import Operator
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.guard_number import which_number_is_it_from
from kiosk.journeys.guard_sms import routes_of, sent, whose_phone
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Fact, Option, Picture, Review, Slip, Tell, Tone, commit
from kiosk.text import Code, Day, Tail, Text, just, t

REPORT = Picture(name="report-number", alt=t("A paper with a number drops to a list."))
JUNK = Code("12321")
"""Where junk calls and messages of any company are reported."""
DID: dict[Cheat, Text] = {
    Cheat.POLICE: t("Played police or a court"),
    Cheat.SHOP: t("Played a shop, a bank or a courier"),
    Cheat.RELATIVE: t("Played a relative in need"),
    Cheat.INVESTMENT: t("Promised much money"),
    Cheat.ADVERTS: t("Adverts, or rang once only"),
    Cheat.OTHER: t("Something else"),
}


class Came(Enum):
    """How it came."""

    CALL = "call"
    MESSAGE = "message"


async def report_a_number(hall: Hall, number: str = "") -> bool:
    """Put a number on the list, and show where else to report it; tells whether anything was done."""
    number = number or await which_number_is_it_from()
    came = await was_it_a_call()
    listed = hall.desks.fraud.connected
    did = await what_did_it_do() if listed else None
    operator = await whose_phone(hall) if came is Came.MESSAGE else None
    receipt = None
    if did is not None:
        if not await shall_we_report(number, did):
            await nothing_has_changed()
            return False
        receipt = await on_the_list(hall, FraudReport(number, did))
    route = None if operator is None else routes_of(hall, operator).report
    await where_it_is_reported(hall, number, receipt, route)
    if operator is not None and route is not None:
        await forward_it(hall, operator, route, number)
    return receipt is not None or route is not None


async def on_the_list(hall: Hall, report: FraudReport) -> FraudReceipt | None:
    """Send what was agreed to; None where the list does not take it."""
    try:
        return await commit(hall.desks.fraud_reports, report, doing=t("Reporting the number"))
    except Refused:
        return None


async def forward_it(hall: Hall, operator: Operator, route: SmsRoute, number: str) -> None:
    """Show the message to one's own company: the number stands in it, its words are added by hand."""
    words = Text(
        route.text,
        (("number", Code(number)), ("message", t("the whole message"))),
        say=t("The number, and the whole message"),
    )
    begun = SmsRoute(route.to, route.text.format(number=number, message=""))
    await sent(
        hall,
        begun,
        words,
        t("{operator} wants to see the message. Add its words behind.", operator=operator.name),
    )


def was_it_a_call() -> Choose[Came]:
    """Ask how it came: messages go to one's own company as well."""
    return Choose(
        title=t("Was it a call or a message?"),
        options=(
            Option(answer=Came.CALL, label=t("A call"), icon="call"),
            Option(answer=Came.MESSAGE, label=t("A message"), icon="message"),
        ),
        picture=Picture(name="one-ring", alt=t("A phone with one short ring, and a missed call.")),
    )


def what_did_it_do() -> Choose[Cheat]:
    """Ask what the number did."""
    icons = {
        Cheat.POLICE: "shield",
        Cheat.SHOP: "gift",
        Cheat.RELATIVE: "users",
        Cheat.INVESTMENT: "coins",
        Cheat.ADVERTS: "megaphone",
        Cheat.OTHER: "question",
    }
    return Choose(
        title=t("What did this number do?"),
        options=tuple(Option(answer=cheat, label=DID[cheat], icon=icons[cheat]) for cheat in Cheat),
    )


def shall_we_report(number: str, did: Cheat) -> Review:
    """Read the number back before it is reported."""
    return Review(
        title=t("Report this number?"),
        body=(t("Please compare every digit."),),
        facts=(
            Fact(label=t("Number"), value=just(Code(number)), big=True),
            Fact(label=t("What it did"), value=DID[did]),
            Fact(label=t("What happens"), value=t("It is noted on the companies' shared list")),
            Fact(label=t("Who learns that it was you"), value=t("Nobody")),
            Fact(label=t("It costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("It cannot be undone")),
        ),
        picture=REPORT,
        yes=t("Yes, report the number"),
        no=t("No, do not report it"),
    )


def where_it_is_reported(
    hall: Hall, number: str, receipt: FraudReceipt | None, route: SmsRoute | None
) -> Tell:
    """Give the slip: the reference, one's own company for the message, and 12321 for all."""
    reference = () if receipt is None else (Fact(label=t("Reference"), value=just(Code(receipt.reference))),)
    forward = (
        ()
        if route is None
        else (
            Fact(
                label=t("Send the message to"),
                value=just(Code(route.to)),
                note=t("It costs nothing."),
                big=True,
            ),
        )
    )
    if receipt is not None:
        title, body = t("The number is reported"), t("Thank you. You keep others safe.")
    else:
        title, body = t("The shared list did not take it here"), t("You can report it in another way.")
    return Tell(
        title=title,
        body=(body,),
        tone=Tone.CARE if receipt is None else Tone.DONE,
        picture=REPORT,
        slip=Slip(
            title=t("A number that cheats"),
            lines=(
                Fact(label=t("Number ends in"), value=just(Tail(number[-4:]))),
                Fact(label=t("Reported on"), value=just(Day(hall.today))),
                *reference,
                *forward,
                Fact(
                    label=t("Junk calls and messages"), value=t("Report them to {junk}", junk=JUNK), big=True
                ),
            ),
            advice=(
                t("Block the number on your phone."),
                t("If you fear fraud, call {police}.", police=Code("96110")),
            ),
        ),
        proceed=t("I have noted it"),
    )
