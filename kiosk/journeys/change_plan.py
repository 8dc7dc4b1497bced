"""套餐变更: a plan that fits, the cheapest first, with every trap said before the choice."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from kiosk.domain.bills import Usage, usual_use
from kiosk.domain.offers import Allowance, Offering, cheapest_first
from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.end_contract import what_to_do_about_contracts
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import in_plain_words, obstacles_as_facts
from kiosk.journeys.plan_review import changed_to
from kiosk.journeys.plan_words import describe, minutes
from kiosk.journeys.which_number import which_number
from kiosk.screens import Choose, Fact, Option, Picture, Tell, Tone, read
from kiosk.text import Data, just, t

FEW = 3
Offers = tuple[tuple[Offering, Qualification], ...]


class Need(Enum):
    """What would be better about the plan."""

    CHEAPER = "cheaper"
    MORE_DATA = "more_data"
    MORE_CALLS = "more_calls"
    UNSURE = "unsure"


class Instead(Enum):
    """What can be chosen in place of a plan."""

    ALL = "all"
    CONTRACT = "contract"
    STAFF = "staff"
    KEEP = "keep"


class Outcome(Enum):
    """How the conversation ended."""

    CHANGED = "changed"
    KEPT = "kept"


async def change_plan(hall: Hall) -> Outcome:
    """Ask what is needed, show what fits, review, and change."""
    need = await what_would_be_better()
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    months = await read(hall.desks.bills.usage, identity, line.line.id, doing=t("Looking at your use"))
    await what_you_have(line, months)
    while True:
        offers = await offers_for(hall, identity, line)
        chosen = await which_plan(line, offers, partial(better_for, need, line, months))
        if chosen is Instead.STAFF:
            await staff_take_over(hall)
        if chosen is Instead.CONTRACT:
            await what_to_do_about_contracts(hall, identity, line)
            continue
        if isinstance(chosen, Instead):
            await nothing_has_changed()
            return Outcome.KEPT
        choice = next(one for one in offers if one[0].id == chosen)
        changed = await changed_to(hall, identity, line, choice)
        return Outcome.CHANGED if changed else Outcome.KEPT


def what_would_be_better() -> Choose[Need]:
    """Ask for the need, before any plan is named."""
    return Choose(
        title=t("What should your plan do better?"),
        options=(
            Option(answer=Need.CHEAPER, label=t("Cost less"), icon="wallet"),
            Option(answer=Need.MORE_DATA, label=t("More data"), icon="wifi"),
            Option(answer=Need.MORE_CALLS, label=t("More calls"), icon="phone"),
            Option(answer=Need.UNSURE, label=t("I do not know"), icon="question"),
        ),
        picture=Picture(name="plan", alt=t("A phone with two tickets of different size.")),
        help=t("A plan is your fixed service of each month. Your number stays the same."),
    )


# -------------------------------------------------------------------------------- what is there now


def what_you_have(line: Subscription, months: tuple[Usage, ...]) -> Tell:
    """Say in plain words what is paid and used now; where nothing is known of the use, nothing is said."""
    return Tell(
        title=t("This is what you have and use") if months else t("This is what you have"),
        facts=(
            Fact(label=t("Your plan"), value=just(line.plan.name)),
            Fact(label=t("Each month"), value=just(line.plan.monthly), big=True),
            *(what_you_use(months) if months else ()),
        ),
        help=t("We looked at the last three months."),
    )


def what_you_use(months: tuple[Usage, ...]) -> tuple[Fact, ...]:
    """Say how much was used in the month when it was most."""
    use = usual_use(months)
    return (
        Fact(label=t("You call at most"), value=minutes(use.minutes)),
        Fact(label=t("You use at most"), value=just(Data(use.megabytes))),
    )


# ------------------------------------------------------------------------------------ what there is


async def offers_for(hall: Hall, identity: Identity, line: Subscription) -> Offers:
    """Every plan on sale but the present one, the cheapest first, and whether this person may have it."""
    doing = t("Fetching the plans")
    on_sale = await read(hall.desks.offers.plans, identity.operator_id, doing=doing)
    plans = cheapest_first(plan for plan in on_sale if plan.id != line.plan.offering_id)
    if not plans:
        return ()
    ids, kind = tuple(plan.id for plan in plans), OrderKind.CHANGE_PLAN
    answers = await read(hall.desks.offers.qualify, identity, line.line.id, kind, ids, doing=doing)
    return tuple(zip(plans, answers, strict=True))


def better_for(need: Need, line: Subscription, months: tuple[Usage, ...], plan: Offering) -> bool:
    """Tell whether a plan holds what is used and does better: it costs less, or holds more as is wished."""
    use, now = usual_use(months), months[0].held if months else Allowance()
    match need:
        case Need.MORE_DATA:
            better = plan.allowance.megabytes > now.megabytes
        case Need.MORE_CALLS:
            better = plan.allowance.minutes > now.minutes
        case _:
            better = plan.monthly < line.plan.monthly
    return better and plan.allowance.covers(use)


async def which_plan(line: Subscription, offers: Offers, better: Callable[[Offering], bool]) -> str | Instead:
    """Offer at most three that do better, the cheapest first, or all there are; answers a plan's id."""
    granted = tuple(one for one in offers if one[1].granted)
    fitting = tuple(one for one in granted if better(one[0]))[:FEW]
    if not granted:
        chosen = await not_now(line, offers)
    elif fitting:
        chosen = await these_fit(line, offers, fitting)
    else:
        chosen = await yours_is_good(line, offers)
    return await all_there_are(line, offers) if chosen is Instead.ALL else chosen


def yours_is_good(line: Subscription, offers: Offers) -> Choose[str | Instead]:
    """No plan does better: say so, and talk nobody into another one."""
    return Choose(
        title=t("No plan on sale fits you better"),
        body=(t("Your plan is a good one for what you use."),),
        options=(every_plan(), *other_ways(line, offers)),
        help=t("You can still look at all plans, and take another one."),
    )


def these_fit(line: Subscription, offers: Offers, fitting: Offers) -> Choose[str | Instead]:
    """Show what fits best, with the way to all the rest."""
    return Choose(
        title=t("These plans fit you, the cheapest first"),
        options=(*map(as_option, fitting), every_plan(), *other_ways(line, offers)),
        help=t("Sorted by price alone. Nobody pays to stand higher."),
    )


def all_there_are(line: Subscription, offers: Offers) -> Choose[str | Instead]:
    """Show every plan on sale; those that cannot be had say why."""
    return Choose(
        title=t("All plans on sale, the cheapest first"),
        options=(*map(as_option, offers), *other_ways(line, offers)),
        help=t("Sorted by price alone. Nobody pays to stand higher."),
    )


def not_now(line: Subscription, offers: Offers) -> Choose[str | Instead]:
    """No plan can be had today: say all that stands in the way of every one, each with its way out."""
    return Choose(
        title=t("The plan cannot be changed today"),
        body=(t("Nothing has changed."), *(() if offers else (t("No other plan is on sale."),))),
        facts=obstacles_as_facts(in_the_way_of_all(offers)),
        tone=Tone.CARE,
        options=(
            *((every_plan(),) if offers else ()),
            Option[str | Instead](answer=Instead.STAFF, label=t("Ask staff for help"), icon="help"),
            *other_ways(line, offers),
        ),
    )


def in_the_way_of_all(offers: Offers) -> tuple[Hindrance, ...]:
    """Return what stands in the way of every plan alike: it lies with the number, not with a plan."""
    first = offers[0][1].hindrances if offers else ()
    return tuple(one for one in first if all(answer.has(one.obstacle) for _, answer in offers))


# ----------------------------------------------------------------------------------- what to choose


def every_plan() -> Option[str | Instead]:
    """Offer to see all plans."""
    return Option(answer=Instead.ALL, label=t("Show all plans"), icon="list")


def other_ways(line: Subscription, offers: Offers) -> tuple[Option[str | Instead], ...]:
    """Offer the contract's own way where one is in the way, and always to keep the plan."""
    contract = Option[str | Instead](
        answer=Instead.CONTRACT, label=t("See what ending the contract costs"), icon="contract"
    )
    keep = Option[str | Instead](answer=Instead.KEEP, label=t("Keep my plan"), icon="back")
    bound = line.contracts and any(answer.has(Obstacle.CONTRACT) for _, answer in offers)
    return (contract, keep) if bound else (keep,)


def as_option(offer: tuple[Offering, Qualification]) -> Option[str | Instead]:
    """Show one plan with its price; a trap is said here, before the choice."""
    plan, answer = offer
    return Option(
        answer=plan.id,
        label=just(plan.name),
        figure=t("{sum} a month", sum=plan.monthly),
        detail=describe(plan),
        icon="plan",
        hindrance=None if answer.granted else in_plain_words(answer.hindrances[0]),
    )
