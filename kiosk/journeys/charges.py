"""Charges on the newest bill that nothing on the number explains: taken once, or for another company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.bills import Bill, Charge, Part
from kiosk.domain.offers import NOTHING
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.hall import Deed, Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.money_back import Cost, ask_for_the_money
from kiosk.screens import Choose, Fact, Mark, Option, Picture, do
from kiosk.text import Money, Text, just, t, tn

UNEXPLAINED = t("Nothing on your number explains it.")


@dataclass(frozen=True)
class Loose:
    """Such a charge: how often it stands on the bills, and what it has come to."""

    charge: Charge
    times: int
    total: Money

    @property
    def id(self) -> str:
        """Its name stands for it; it has no other."""
        return f"charge-{self.charge.name.by_language[0][1]}"


class Known(Enum):
    """What a visitor says of a charge."""

    NO = "no"
    UNSURE = "unsure"
    YES = "yes"


def loose_charges(bills: Sequence[Bill], line: Subscription) -> tuple[Loose, ...]:
    """Find what stands on the newest bill and belongs to nothing that runs, with all it has cost so far."""
    explained = {one.id for one in (line.plan, *line.add_ons, *line.discounts)}
    loose = [
        charge
        for bill in bills
        for charge in bill.charges
        if charge.part is Part.OTHER and charge.amount > NOTHING and charge.product_id not in explained
    ]
    newest = {charge.name: charge for charge in loose if bills and charge in bills[0].charges}
    return tuple(gathered(charge, loose) for charge in newest.values())


def gathered(charge: Charge, charges: Sequence[Charge]) -> Loose:
    """Add up all charges of the same name."""
    same = [one.amount for one in charges if one.name == charge.name]
    return Loose(charge, len(same), sum(same, NOTHING))


async def look_at_charge(hall: Hall, identity: Identity, line: Subscription, loose: Loose) -> None:
    """Ask whether a charge is known; what is not known can be asked back."""
    match await do_you_know_it(loose):
        case Known.NO:
            await ask_for_the_money(hall, identity, line.line, cost_of_all(loose, line))
        case Known.UNSURE:
            await call_staff(hall)
            await do(hall.deeds.add, Deed.STAFF_ASKED, loose.id)
        case _:
            await do(hall.deeds.add, Deed.KNOWN, loose.id)


def cost_of_all(loose: Loose, line: Subscription) -> Cost:
    """Say what a charge has come to; it has no product, so it is asked back for the number."""
    return Cost(loose.id, line.line.id, loose.charge.name, loose.total, on_bills(loose.times))


def on_bills(times: int) -> Text:
    """Say on how many bills it stands."""
    return tn("It stands on {count} bill.", "It stands on {count} bills.", times)


def do_you_know_it(loose: Loose) -> Choose[Known]:
    """Say what is known of a charge, and ask whether the visitor knows it."""
    return Choose(
        title=t("Do you know “{name}”?", name=loose.charge.name),
        body=(UNEXPLAINED,),
        facts=(
            Fact(label=t("On the newest bill"), value=just(loose.charge.amount)),
            Fact(
                label=t("Money so far"),
                value=just(loose.total),
                note=on_bills(loose.times),
                mark=Mark.CARE,
                big=True,
            ),
        ),
        picture=Picture(name="bill-high", alt=t("A bill that rises far above the others.")),
        options=(
            Option(answer=Known.NO, label=t("No. Ask for the money back"), icon="refund"),
            Option(answer=Known.UNSURE, label=t("I do not know. Ask staff"), icon="help"),
            Option(answer=Known.YES, label=t("Yes, I know it"), icon="tick"),
        ),
        help=t("Sometimes another company takes money through your phone bill."),
    )
