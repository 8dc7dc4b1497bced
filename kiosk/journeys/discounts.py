"""优惠: what is cheaper because of age or with a certificate; only what is really to be had is offered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.offers import Offering
from kiosk.domain.orders import Action, Certificate, OrderItem, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.certificate import your_certificate
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.discount_words import (
    DISCOUNT,
    Ground,
    Instead,
    nothing_to_have,
    shall_they_look,
    shall_you_have_it,
    these_are_yours,
    what_it_gives,
    why_a_discount,
)
from kiosk.journeys.filing import Asking, filed
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import in_plain_words
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.journeys.plan_review import changed_to, shown_with
from kiosk.journeys.which_number import which_number
from kiosk.screens import read
from kiosk.text import t

Offers = tuple[tuple[Offering, Qualification], ...]


class Outcome(Enum):
    """How the conversation ended."""

    TAKEN = "taken"
    PLAN_CHANGED = "plan_changed"
    KEPT = "kept"
    OBJECTED = "objected"


@dataclass(frozen=True)
class Claim:
    """Who asks for something cheaper, on which number, and with which certificate, if any."""

    identity: Identity
    line: Subscription
    certificate: Certificate | None


async def discounts(hall: Hall) -> Outcome:
    """Ask on what ground, find what is to be had on it, review, and take it."""
    ground = await why_a_discount()
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    certificate = await your_certificate(hall) if ground is Ground.CERTIFICATE else None
    claim = Claim(identity, line, certificate)

    sold_by, doing = identity.operator_id, t("Looking for discounts")
    on_sale = await read(hall.desks.offers.discounts, sold_by, doing=doing)
    cuts = await asked_for(hall, claim, OrderKind.TAKE_DISCOUNT, on_sale)
    on_sale = await read(hall.desks.offers.plans, sold_by, doing=doing)
    plans = await asked_for(hall, claim, OrderKind.CHANGE_PLAN, on_sale)
    if not any(answer.granted for _, answer in (*cuts, *plans)):
        return await not_to_be_had(hall, claim, (*cuts, *plans))
    return await choose_and_take(hall, claim, granted(cuts), granted(plans))


# -------------------------------------------------------------------------------- what is to be had


async def asked_for(hall: Hall, claim: Claim, kind: OrderKind, on_sale: tuple[Offering, ...]) -> Offers:
    """Ask the operator which of the offerings that are meant for such people this person may have."""
    meant = tuple(one for one in on_sale if is_meant(one, claim.certificate))
    if not meant:
        return ()
    ids = tuple(one.id for one in meant)
    qualify, line_id, doing = hall.desks.offers.qualify, claim.line.line.id, t("Looking for discounts")
    answers = await read(qualify, claim.identity, line_id, kind, ids, claim.certificate, doing=doing)
    return tuple(zip(meant, answers, strict=True))


def is_meant(offering: Offering, certificate: Certificate | None) -> bool:
    """Tell whether the catalogue means it for such a certificate; without one, for people of some age."""
    if certificate is None:
        return offering.age_from > 0
    return certificate.kind in offering.certificates


def granted(offers: Offers) -> Offers:
    """Keep what the operator grants."""
    return tuple(one for one in offers if one[1].granted)


# ------------------------------------------------------------------------------------- taking one


async def choose_and_take(hall: Hall, claim: Claim, cuts: Offers, plans: Offers) -> Outcome:
    """Offer what is to be had, and take what is chosen: a discount, or another plan."""
    chosen = await these_are_yours(claim.line, cuts, plans)
    if isinstance(chosen, Instead):
        await nothing_has_changed()
        return Outcome.KEPT
    for choice in cuts:
        if choice[0].id == chosen:
            return await take(hall, claim, choice)
    choice = next(one for one in plans if one[0].id == chosen)
    changed = await changed_to(hall, claim.identity, claim.line, choice, claim.certificate)
    return Outcome.PLAN_CHANGED if changed else Outcome.KEPT


async def take(hall: Hall, claim: Claim, choice: tuple[Offering, Qualification]) -> Outcome:
    """Review a discount, order it, and give the slip with its last day."""
    cut, terms = choice
    starts = terms.starts or hall.today
    item = OrderItem(Action.ADD, offering_id=cut.id, details=shown_with(claim.certificate))
    matter = t("Take the discount “{name}”", name=cut.name)
    wish = Wish(OrderKind.TAKE_DISCOUNT, claim.line.line, matter, (item,))
    operator = hall.operator(claim.identity.operator_id)
    review = shall_you_have_it(operator, claim.line, cut, starts)
    order = await reviewed_and_ordered(hall, claim.identity, wish, review)
    if order is None:
        return Outcome.KEPT
    given = what_it_gives(cut, order.starts or starts)
    await the_receipt(hall, order, wish, *given, title=t("The discount is yours"), picture=DISCOUNT)
    return Outcome.KEPT if order.state in TROUBLE else Outcome.TAKEN


# ------------------------------------------------------------------------------ nothing to be had


async def not_to_be_had(hall: Hall, claim: Claim, offers: Offers) -> Outcome:
    """Say why nothing is to be had; people can look at it, at the company or here."""
    why = {in_plain_words(one): one for _, answer in offers for one in answer.hindrances}
    chosen = await nothing_to_have(tuple(why.values()))
    if chosen is Instead.PEOPLE:
        return await have_it_looked_at(hall, claim)
    if chosen is Instead.STAFF:
        await staff_take_over(hall)
    await nothing_has_changed()
    return Outcome.KEPT


async def have_it_looked_at(hall: Hall, claim: Claim) -> Outcome:
    """File the request of somebody who finds that a discount is due."""
    if not await shall_they_look(hall.operator(claim.identity.operator_id), claim.line):
        await nothing_has_changed()
        return Outcome.KEPT
    line, matter = claim.line.line, t("A discount that was not granted")
    asking = Asking(WorkOrderKind.DISCOUNT_DENIED, line, line.id, matter)
    return Outcome.KEPT if await filed(hall, claim.identity, asking) is None else Outcome.OBJECTED
