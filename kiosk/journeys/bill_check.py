"""账单体检: what the month cost and why, each extra looked at one by one, and a limit for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kiosk.domain.bills import Bill
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Running, Subscription
from kiosk.journeys.bill_words import no_bill_yet, the_months, this_month
from kiosk.journeys.charges import UNEXPLAINED, Loose, look_at_charge, loose_charges
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.extras import look_at_extra
from kiosk.journeys.hall import Deed, Done, Hall
from kiosk.journeys.limits import set_a_limit
from kiosk.journeys.which_number import which_number
from kiosk.screens import Choose, Option, Picture, Slip, Tell, Tone, do, read
from kiosk.text import Day, Text, just, t

LIMIT, ENOUGH = "limit", "enough"
MARKS: dict[Deed | None, tuple[str | None, Text | None]] = {
    Deed.STOPPED: ("tick-circle", t("You have stopped it.")),
    Deed.STAFF_ASKED: ("help", t("You have called staff for it.")),
    Deed.IN_USE: ("tick", t("You use it.")),
    Deed.KNOWN: ("tick", t("You know it.")),
}
ASKED = t("You have asked for the money. The answer comes.")


BILL = Picture(name="bill", alt=t("A bill with three lines."))


class Outcome(Enum):
    """How the conversation ended."""

    SEEN = "seen"
    ACTED = "acted"


@dataclass(frozen=True)
class Found:
    """What there is to look at on a number: its extras, and charges that nothing explains."""

    line: Subscription
    loose: tuple[Loose, ...]

    @property
    def things(self) -> frozenset[str]:
        """The ids of all of it, the number's own among them for its limit."""
        extras = (extra.id for extra in self.line.add_ons)
        return frozenset((self.line.line.id, *extras, *(loose.id for loose in self.loose)))


async def bill_check(hall: Hall) -> Outcome:
    """Show the bills, then all else one after the other until it is enough; what was done is listed."""
    identity = await customer(hall, Tier.PHONE)
    line = await which_number(hall, identity)
    bills = await read(hall.desks.bills.bills, identity, line.line.id, doing=t("Fetching your bills"))
    await look_at_the_bills(bills)
    found = Found(line, loose_charges(bills, line))
    while True:
        done = what_was_done(found, await do(hall.deeds.all))
        chosen = await what_to_look_at(found, {one.thing: one.deed for one in done})
        if chosen == ENOUGH:
            return await all_that_was_done(hall, done)
        await look_at(hall, identity, found, chosen, done)


async def look_at_the_bills(bills: tuple[Bill, ...]) -> None:
    """Show the newest bill, and the months before it."""
    if not bills:
        await no_bill_yet()
        return
    await this_month(bills)
    if len(bills) > 1:
        await the_months(bills)


def what_was_done(found: Found, deeds: tuple[Done, ...]) -> tuple[Done, ...]:
    """Return what was done in this visit with what is looked at here."""
    return tuple(done for done in deeds if done.thing in found.things and done.deed is not Deed.REPORTED)


async def look_at(hall: Hall, identity: Identity, found: Found, chosen: str, done: tuple[Done, ...]) -> None:
    """Look at what was chosen: the limit, one of the extras, or a charge that nothing explains."""
    if chosen == LIMIT:
        await set_a_limit(hall, identity, found.line)
        return
    for extra in found.line.add_ons:
        if extra.id == chosen:
            stopped = any(one.deed is Deed.STOPPED for one in done if one.thing == chosen)
            await look_at_extra(hall, identity, found.line, extra, stopped=stopped)
            return
    loose = next(one for one in found.loose if one.id == chosen)
    await look_at_charge(hall, identity, found.line, loose)


def what_to_look_at(found: Found, deeds: Mapping[str, Deed]) -> Choose[str]:
    """List all there is with what each costs and what was done about it, the limit, and the way out."""
    limited = deeds.get(found.line.line.id) is Deed.LIMITED
    return Choose(
        title=t("Touch what you want to look at")
        if found.line.add_ons or found.loose
        else t("No other service runs on this number"),
        options=(
            *(as_option(extra, deeds.get(extra.id)) for extra in found.line.add_ons),
            *(as_a_charge(loose, deeds.get(loose.id)) for loose in found.loose),
            Option(
                answer=LIMIT,
                label=t("Set a limit for costs beyond the plan"),
                detail=t("You have set it.") if limited else None,
                icon="tick-circle" if limited else "barred",
            ),
            Option(answer=ENOUGH, label=t("I am done"), icon="end"),
        ),
        help=t("Touch one after the other. What you have done is marked."),
    )


def as_option(extra: Running, deed: Deed | None) -> Option[str]:
    """Show an extra with its price."""
    plain = Option(
        answer=extra.id,
        label=just(extra.name),
        figure=t("{sum} a month", sum=extra.monthly),
        detail=just(extra.summary),
        icon="coins",
    )
    return marked(plain, deed)


def as_a_charge(loose: Loose, deed: Deed | None) -> Option[str]:
    """Show a charge that nothing explains."""
    plain = Option(
        answer=loose.id,
        label=just(loose.charge.name),
        figure=just(loose.charge.amount),
        detail=UNEXPLAINED,
        icon="question",
    )
    return marked(plain, deed)


def marked(option: Option[str], deed: Deed | None) -> Option[str]:
    """Mark what was done about a thing in this visit; what was asked back is not asked for again."""
    if deed is Deed.ASKED_BACK:
        return replace(option, icon="refund", detail=None, hindrance=ASKED)
    icon, detail = MARKS.get(deed, (option.icon, option.detail))
    return replace(option, icon=icon, detail=detail)


async def all_that_was_done(hall: Hall, done: tuple[Done, ...]) -> Outcome:
    """Give one slip with everything that was done; where nothing was, say that it is good so."""
    lines = tuple(one.line for one in done if one.line is not None)
    if not lines:
        await good_to_know()
        return Outcome.SEEN
    await Tell(
        title=t("This is what you have done today"),
        tone=Tone.DONE,
        picture=Picture(name="filed", alt=t("A paper with a stamp.")),
        slip=Slip(
            title=t("My bill, looked through on {day}", day=Day(hall.today)),
            lines=lines,
            advice=(
                t("Look at your next bill: is it lower?"),
                t("A true answer asks for no code and no link."),
            ),
        ),
        proceed=t("I have noted it"),
    )
    return Outcome.ACTED


def good_to_know() -> Tell:
    """Praise the look; nothing was changed."""
    return Tell(
        title=t("Good that you looked"),
        body=(t("Nothing was changed."), t("You can look again at any time.")),
        picture=BILL,
    )
