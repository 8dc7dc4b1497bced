"""What reporting a number says: how it came, what it did, the last look, and where else it is reported."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.faults import Cheat, FraudReceipt
from kiosk.domain.guard import SmsRoute
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Fact, Option, Picture, Review, Slip, Tell, Tone
from kiosk.text import Code, Day, Tail, Text, just, t

REPORT = Picture(name="report-number", alt=t("A paper with a number drops to a list."))
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


def they_are_genuine(number: str) -> Tell:
    """A real service is not reported, and may still be a cheat who borrows its number."""
    return Tell(
        title=t("{number} is a real service", number=Code(number)),
        body=(
            t("Cheats pretend to be it. It cannot be reported."),
            t("Be careful all the same: tell it no code, send it no money."),
        ),
        tone=Tone.CARE,
        picture=REPORT,
        proceed=t("I see"),
    )


def it_is_reported_already() -> Tell:
    """One report a visit is enough."""
    return Tell(
        title=t("You have reported this number already"),
        body=(t("Once is enough. Thank you."),),
        tone=Tone.DONE,
        picture=REPORT,
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
        Cheat.SHOP: "parcel",
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
    rescue = hall.guard.rescue
    reported = (
        ()
        if receipt is None
        else (
            Fact(label=t("Reported on"), value=just(Day(hall.today))),
            Fact(label=t("Reference"), value=just(Code(receipt.reference))),
        )
    )
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
                *reported,
                *forward,
                Fact(
                    label=t("Or look in WeChat for"),
                    value=just(rescue.junk_wechat),
                    note=t("There you report to {junk}.", junk=Code(rescue.junk)),
                    big=True,
                ),
            ),
            advice=(
                t("Block the number on your phone."),
                t("If you fear fraud, call {police}.", police=Code(rescue.police_line)),
            ),
        ),
        proceed=t("I have noted it"),
    )
