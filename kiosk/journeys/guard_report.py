"""Reporting a number: to the shared list, to one's own company where it was a message, to 12321."""

from __future__ import annotations

from kiosk.domain.failures import Refused
from kiosk.domain.faults import Cheat, FraudReceipt, FraudReport
from kiosk.domain.guard import SmsRoute
from kiosk.domain.people import Operator
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.guard_number import which_number_is_it_from
from kiosk.journeys.guard_report_words import (
    Came,
    it_is_reported_already,
    shall_we_report,
    they_are_genuine,
    was_it_a_call,
    what_did_it_do,
    where_it_is_reported,
)
from kiosk.journeys.guard_sms import routes_of, sent, whose_phone
from kiosk.journeys.hall import Deed, Hall
from kiosk.screens import commit, do
from kiosk.text import Code, Text, t


async def report_a_number(hall: Hall, number: str = "", did: Cheat | None = None) -> bool:
    """Put a number on the list, and show where else to report it; tells whether it was reported anywhere.

    A verdict before it knows the number and what it `did` perhaps. Real services are never reported, and no
    number twice in a visit.
    """
    number = number or await which_number_is_it_from()
    if is_genuine(hall, number):
        await they_are_genuine(number)
        return False
    if number in await do(hall.deeds.of, Deed.PUT_ON_LIST):
        await it_is_reported_already()
        return False
    came = await was_it_a_call()
    if hall.desks.fraud.connected:
        did = did or await what_did_it_do()
    operator = await whose_phone(hall) if came is Came.MESSAGE else None
    receipt = None
    if hall.desks.fraud.connected and did is not None:
        if not await shall_we_report(number, did):
            await nothing_has_changed()
            return False
        receipt = await on_the_list(hall, FraudReport(number, did))
    route = None if operator is None else routes_of(hall, operator).report
    await where_it_is_reported(hall, number, receipt, route)
    sent_on = operator is not None and route is not None and await forward_it(hall, operator, route, number)
    return receipt is not None or sent_on


def is_genuine(hall: Hall, number: str) -> bool:
    """Tell whether a number is a real service, an operator's among them, whose name cheats borrow."""
    return hall.guard.is_genuine(number) or number in {one.hotline.value for one in hall.operators}


async def on_the_list(hall: Hall, report: FraudReport) -> FraudReceipt | None:
    """Send what was agreed to; None where the list does not take it."""
    try:
        receipt = await commit(hall.desks.fraud_reports, report, doing=t("Reporting the number"))
    except Refused:
        return None
    await do(hall.deeds.add, Deed.PUT_ON_LIST, report.number)
    return receipt


async def forward_it(hall: Hall, operator: Operator, route: SmsRoute, number: str) -> bool:
    """Show the message to one's own company, its words added by hand; tells whether it was sent here."""
    words = Text(
        route.text,
        (("number", Code(number)), ("message", t("the whole message"))),
        say=t("The number, and the whole message"),
    )
    begun = SmsRoute(route.to, route.text.format(number=number, message=""))
    return await sent(
        hall,
        begun,
        words,
        t("{operator} wants to see the message. Add its words behind.", operator=operator.name),
    )
